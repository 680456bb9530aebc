package org.mingzhang.fact.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.Chart;
import org.mingzhang.account.DocumentChart;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.text.TsvResource;

/**
 * One name for an account, its fund and its stage, as {@code figures.tsv} has it: the fund stands
 * before the name, the budget of a year whose result the document gives behind it.
 */
final class FigureNames {
  private static final Map<String, Map<String, String>> NAMES = read();
  private static final String ANY = "*";
  private static final String PRINTED = "printed";

  private final Chart chart;
  private final boolean planned;
  private final boolean spent;

  /** Names of a document. */
  FigureNames(Disclosure disclosure) {
    Category category = disclosure.metadata().category();
    this.chart = DocumentChart.forDocument(disclosure);
    this.planned = category != null && category.isBudget();
    this.spent = !planned && category != Category.OTHER;
  }

  private static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> names = new HashMap<>();
    for (List<String> row : TsvResource.rows(FigureNames.class, "figures.tsv", 3)) {
      names.computeIfAbsent(row.get(0), k -> new HashMap<>()).put(row.get(1), row.get(2));
    }
    return Map.copyOf(names);
  }

  /** A word of the file that belongs to no account: {@code of("word", "share")}. */
  static String word(String group, String word) {
    return Objects.requireNonNull(NAMES.getOrDefault(group, Map.of()).get(word), word);
  }

  private static @Nullable String special(String account, String when) {
    return NAMES.getOrDefault(account, Map.of()).get(when);
  }

  /** Whether the document says what is planned. */
  boolean planned() {
    return planned;
  }

  /** Whether amounts of items of an account are those of projects. */
  boolean isProjects(String account) {
    return special(account, "projects") != null;
  }

  /** Name of an account with its fund. */
  String ofAccount(String account, @Nullable Fund fund) {
    String any = special(account, ANY);
    if (any != null) {
      return any;
    }
    String ofFund = fund == null ? null : special(account, fund.label());
    Account charted = chart.account(account).orElse(null);
    boolean before =
        charted != null && charted.ownFund() == null && fund != null && fund != Fund.ALL;
    return ofFund != null
        ? ofFund
        : before ? word("fund", Objects.requireNonNull(fund).label()) + account : account;
  }

  /** Name of an amount of the whole: of account, fund and stage. */
  String ofAmount(Fact fact) {
    FactContext context = fact.context();
    Stage stage = context.stage();
    Stage said = stage == null && spent ? Stage.RESULT : stage;
    String staged = said == null ? null : special(fact.account(), said.label());
    String inPlan = planned ? special(fact.account(), "planned") : null;
    if (inPlan != null && isBudget(stage)) {
      return inPlan;
    }
    return staged != null && (spent || !isBudget(stage))
        ? staged
        : ofAccount(fact.account(), context.fund()) + budget(fact);
  }

  /** The name that the words before an amount print, of those that are kept; else its account's. */
  String ofAmount(Fact fact, String label) {
    String kept = kept(fact.account(), label);
    if (kept != null) {
      return kept;
    }
    Stage stage = said(fact.context().stage(), label);
    return ofAmount(fact.withContext(fact.context().withStage(stage)));
  }

  private static @Nullable String kept(String account, String label) {
    String kept = special(account, PRINTED);
    for (String name : kept == null ? List.<String>of() : TsvResource.list(kept)) {
      int as = name.indexOf('=');
      if (label.contains(as < 0 ? name : name.substring(0, as))) {
        return name.substring(as + 1);
      }
    }
    return null;
  }

  /** A stage that the words before a number say more exactly: 全年预算 is read as a budget. */
  @Nullable Stage said(@Nullable Stage stage, String label) {
    return stage == Stage.BUDGET && label.contains(word("form", "changed"))
        ? Stage.ADJUSTED_BUDGET
        : stage;
  }

  /** What is put behind a name for a budget in a document that tells what was spent. */
  String budget(Fact fact) {
    Stage stage = fact.context().stage();
    boolean staged =
        chart.account(fact.account()).isPresent() || special(fact.account(), "flow") != null;
    return stage == null || !staged || !spent || !isBudget(stage)
        ? ""
        : word("stage", stage.label());
  }

  static boolean isBudget(@Nullable Stage stage) {
    return stage == Stage.INITIAL_BUDGET || stage == Stage.BUDGET || stage == Stage.ADJUSTED_BUDGET;
  }

  /** Whether amounts of items of an account are named by what was planned or spent alone. */
  boolean isOfItems(String account) {
    return special(account, "item") != null;
  }

  /** Whether an account stands for all that a document tells of, and is not said with its rates. */
  boolean isWhole(String account) {
    return special(account, "whole") != null;
  }

  /** Whether an account is the money of the body judged. */
  boolean isOfBody(String account) {
    return special(account, "body") != null;
  }

  /** Whether a fact is of the whole and its account is none of the chart. */
  boolean isOpen(Fact fact) {
    return fact.context().item() == null && chart.account(fact.account()).isEmpty();
  }

  /** Whether an account is the money of projects judged. */
  boolean isOfProject(String account) {
    return special(account, "project") != null;
  }

  /** Name of what was planned or spent for an item of expenditure. */
  String ofItem(@Nullable Stage stage) {
    boolean budget = isBudget(stage);
    if (planned) {
      return word("item", "planned");
    }
    return word("item", budget ? Objects.requireNonNull(stage).label() : "spent");
  }

  /** Name of the money of a project, by stage and the words before it. */
  String ofProject(Fact fact, String label) {
    Stage stage = fact.context().stage();
    if (stage == null) {
      return fact.account();
    }
    String kept = kept(fact.account(), label);
    if (kept != null) {
      return kept;
    }
    Stage said = Objects.requireNonNull(said(stage, label));
    return word("form", "project") + word("form", said.label());
  }

  /** Name of the amount of a budget line of a performance form. */
  String ofForm(Fact fact) {
    FactContext context = fact.context();
    Stage stage = context.stage();
    boolean form = special(fact.account(), "form") != null || isOfBody(fact.account());
    if (!form || stage == null) {
      return fact.account();
    }
    if (context.fund() != null && context.fund() != Fund.ALL) {
      return word("fund", context.fund().label());
    }
    return word("form", context.item() == null ? "whole" : "project") + word("form", stage.label());
  }

  /** Whether a label is an account's name behind a word for whose it is: 部门基本支出. */
  boolean isOwned(String account, String label) {
    String owner = label.endsWith(account) ? label.replace(account, "") : "";
    return special("owner", owner) != null;
  }

  /** Whether a label is a name of an account whose figures have the account's name everywhere. */
  boolean hasNameOfItsOwn(String account, String label) {
    if (special(account, "own") != null) {
      return true;
    }
    boolean balance =
        chart.account(account).filter(a -> a.nature() == Account.Nature.BALANCE).isPresent();
    return balance && Chart.fundOf(label).isPresent();
  }
}
