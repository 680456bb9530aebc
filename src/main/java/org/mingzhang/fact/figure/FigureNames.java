package org.mingzhang.fact.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.DocumentChartSelector;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.text.TsvResource;

/**
 * The names of figures, each of which stands for an account, a fund and a stage, read from {@code
 * figures.tsv}. The word for the fund precedes the account; in documents that report results, the
 * word for the stage of a budget (年初预算) follows it.
 */
final class FigureNames {
  private static final String ANY_CONDITION = "*";
  private static final String PRINTED_CONDITION = "printed";
  private static final String PLANNED_CONDITION = "planned";
  private static final String OWNER_GROUP = "owner";
  private static final String YES = "yes";
  private static final Set<String> NAME_CONDITIONS =
      Set.of(ANY_CONDITION, PRINTED_CONDITION, PLANNED_CONDITION);
  private static final Set<String> PROPERTIES =
      Set.of("flow", "own", "item", "whole", "projects", "project", "body", "form");
  private static final Map<String, Map<String, String>> NAMES_BY_GROUP_AND_KEY = read();

  private final ChartOfAccounts chart;
  private final boolean isBudgetDocument;
  private final boolean documentStatesExecution;

  /** Creates the names for a document. */
  FigureNames(Disclosure disclosure) {
    Category category = disclosure.metadata().category();
    this.chart = DocumentChartSelector.forDocument(disclosure);
    this.isBudgetDocument = category != null && category.isBudget();
    this.documentStatesExecution = !isBudgetDocument && category != Category.OTHER;
  }

  private static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> names = new HashMap<>();
    for (List<String> row :
        TsvResource.parseRows(FigureNames.class, "figures.tsv", 3, FigureNames::requireValidRow)) {
      names.computeIfAbsent(row.get(0), k -> new HashMap<>()).put(row.get(1), row.get(2));
    }
    return Map.copyOf(names);
  }

  private static List<String> requireValidRow(List<String> row) {
    String condition = row.get(1);
    switch (row.get(0)) {
      case "fund" -> TsvResource.requireNamed(condition, Fund::ofLabel);
      case "stage" -> TsvResource.requireNamed(condition, Stage::ofLabel);
      case "item", "form", "word" -> {}
      case OWNER_GROUP -> TsvResource.requireKeyword(row.get(2), YES);
      default -> {
        if (PROPERTIES.contains(condition)) {
          TsvResource.requireKeyword(row.get(2), YES);
        } else if (!NAME_CONDITIONS.contains(condition) && Fund.ofLabel(condition).isEmpty()) {
          TsvResource.requireNamed(condition, Stage::ofLabel);
        }
      }
    }
    return row;
  }

  /**
   * The third cell of the row of {@code figures.tsv} with these first two cells, for rows that are
   * not about an account: {@code requireText("word", "share")}.
   *
   * @throws NullPointerException if there is none
   */
  static String requireText(String group, String key) {
    return Objects.requireNonNull(
        NAMES_BY_GROUP_AND_KEY.getOrDefault(group, Map.of()).get(key), key);
  }

  private static @Nullable String lookUp(String account, String stageAndKind) {
    return NAMES_BY_GROUP_AND_KEY.getOrDefault(account, Map.of()).get(stageAndKind);
  }

  boolean isBudgetDocument() {
    return isBudgetDocument;
  }

  /** Whether the items of an account are projects. */
  boolean hasProjectItems(String account) {
    return lookUp(account, "projects") != null;
  }

  /** Name of an account and fund without a stage. */
  String accountName(String account, @Nullable Fund fund) {
    String any = lookUp(account, ANY_CONDITION);
    if (any != null) {
      return any;
    }
    String ofFund = fund == null ? null : lookUp(account, fund.label());
    Account charted = chart.findAccount(account).orElse(null);
    boolean before =
        charted != null && charted.ownFund() == null && fund != null && fund != Fund.ALL;
    return ofFund != null
        ? ofFund
        : before ? requireText("fund", Objects.requireNonNull(fund).label()) + account : account;
  }

  /** Name of an amount that is not of an item, by account, fund and stage. */
  String amountName(Fact fact) {
    FactContext context = fact.context();
    Stage stage = context.stage();
    Stage effective = stage == null && documentStatesExecution ? Stage.RESULT : stage;
    String staged = effective == null ? null : lookUp(fact.account(), effective.label());
    String inPlan = isBudgetDocument ? lookUp(fact.account(), PLANNED_CONDITION) : null;
    if (inPlan != null && isBudget(stage)) {
      return inPlan;
    }
    return staged != null && (documentStatesExecution || !isBudget(stage))
        ? staged
        : accountName(fact.account(), context.fund()) + budgetSuffix(fact);
  }

  /**
   * The name printed before an amount if that name is kept; otherwise the name by account, fund and
   * stage.
   */
  String amountName(Fact fact, String label) {
    String kept = printedName(fact.account(), label);
    if (kept != null) {
      return kept;
    }
    Stage stage = refineStage(fact.context().stage(), label);
    return amountName(fact.withContext(fact.context().withStage(stage)));
  }

  private static @Nullable String printedName(String account, String label) {
    String kept = lookUp(account, PRINTED_CONDITION);
    for (String name : kept == null ? List.<String>of() : TsvResource.splitList(kept)) {
      int as = name.indexOf('=');
      if (label.contains(as < 0 ? name : name.substring(0, as))) {
        return name.substring(as + 1);
      }
    }
    return null;
  }

  /**
   * The stage, refined by the words before the number: 全年预算, which facts have as a budget of any
   * kind, is an adjusted budget. Null if the stage is null.
   */
  @Nullable Stage refineStage(@Nullable Stage stage, String label) {
    return stage == Stage.BUDGET && label.contains(requireText("form", "changed"))
        ? Stage.ADJUSTED_BUDGET
        : stage;
  }

  /** Suffix of the name of a budget in a document that reports results; otherwise empty. */
  String budgetSuffix(Fact fact) {
    Stage stage = fact.context().stage();
    boolean staged =
        chart.findAccount(fact.account()).isPresent() || lookUp(fact.account(), "flow") != null;
    return stage == null || !staged || !documentStatesExecution || !isBudget(stage)
        ? ""
        : requireText("stage", stage.label());
  }

  /** Whether a stage is that of a budget of any kind; false for null. */
  static boolean isBudget(@Nullable Stage stage) {
    return stage == Stage.INITIAL_BUDGET || stage == Stage.BUDGET || stage == Stage.ADJUSTED_BUDGET;
  }

  /** Whether figures of items of an account are named only by their stage. */
  boolean areItemsNamedByStage(String account) {
    return lookUp(account, "item") != null;
  }

  /**
   * Whether an account is omitted in the names of its rates, since the whole document is about it.
   */
  boolean isOmittedInRates(String account) {
    return lookUp(account, "whole") != null;
  }

  /** Whether an account is the expenditure of the evaluated body. */
  boolean isBodyExpenditure(String account) {
    return lookUp(account, "body") != null;
  }

  /** Whether a fact belongs to no item and its account is not in the chart. */
  boolean isUnlistedAccount(Fact fact) {
    return fact.context().item() == null && chart.findAccount(fact.account()).isEmpty();
  }

  /** Whether an account is the funding of evaluated projects. */
  boolean isProjectFunding(String account) {
    return lookUp(account, "project") != null;
  }

  /** Name of a planned or spent amount of an item of expenditure. */
  String itemAmountName(@Nullable Stage stage) {
    boolean budget = isBudget(stage);
    if (isBudgetDocument) {
      return requireText("item", PLANNED_CONDITION);
    }
    return requireText("item", budget ? Objects.requireNonNull(stage).label() : "spent");
  }

  /** Name of an amount of a project, by its stage and the words before it. */
  String projectAmountName(Fact fact, String label) {
    Stage stage = fact.context().stage();
    if (stage == null) {
      return fact.account();
    }
    String kept = printedName(fact.account(), label);
    if (kept != null) {
      return kept;
    }
    Stage effective = Objects.requireNonNull(refineStage(stage, label));
    return requireText("form", "project") + requireText("form", effective.label());
  }

  /** Name of an amount in the budget line of a performance form. */
  String formAmountName(Fact fact) {
    FactContext context = fact.context();
    Stage stage = context.stage();
    boolean form = lookUp(fact.account(), "form") != null || isBodyExpenditure(fact.account());
    if (!form || stage == null) {
      return fact.account();
    }
    if (context.fund() != null && context.fund() != Fund.ALL) {
      return requireText("fund", context.fund().label());
    }
    return requireText("form", context.item() == null ? "whole" : "project")
        + requireText("form", stage.label());
  }

  /** Whether a label is the name of an account after a word for its owner: 部门基本支出. */
  boolean isAccountWithOwner(String account, String label) {
    String owner = label.endsWith(account) ? label.replace(account, "") : "";
    return lookUp(OWNER_GROUP, owner) != null;
  }

  /**
   * Whether figures of an account are named after the account even if another name is printed
   * before them.
   */
  boolean hasFixedName(String account, String label) {
    if (lookUp(account, "own") != null) {
      return true;
    }
    boolean balance =
        chart.findAccount(account).filter(a -> a.nature() == Account.Nature.BALANCE).isPresent();
    return balance && ChartOfAccounts.findFund(label).isPresent();
  }
}
