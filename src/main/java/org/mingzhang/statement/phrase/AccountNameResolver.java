package org.mingzhang.statement.phrase;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Category;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.text.PatternTable;

/** Resolves a printed name to an account of the chart or an item of a classification. */
public final class AccountNameResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountNameResolver.class);
  private static final Pattern TOTAL_NAME = PATTERNS.get("total-name");
  private static final Pattern TOTAL_AFTER_NAME = PATTERNS.get("total-after-name");
  private static final Pattern WORDS_OF_FUND = PATTERNS.get("words-of-fund");

  private static final Pattern STAGES_AFTER_NAME = PATTERNS.get("stages-after-name");
  private static final Pattern RESULT_AFTER_NAME = PATTERNS.get("result-after-name");
  private static final Pattern BUDGET_AFTER_NAME = PATTERNS.get("budget-after-name");

  private static final Pattern REVENUE_AND_EXPENDITURE = PATTERNS.get("revenue-and-expenditure");
  private static final Pattern YEAR_OF_TOTAL = PATTERNS.get("year-of-total");

  /**
   * Prefix of the names for the funding of projects that the text only counts: 4个项目，涉及资金1,862.40万元,
   * 涉及预算资金. The names of other things do not include it: 涉及违规金额.
   */
  public static final String CONCERNED_FUNDS_PREFIX = "涉及";

  /** The general word for money, which does not identify an account: 项目4个，资金1,862.40万元. */
  private static final String UNIDENTIFIED_FUNDS = "资金";

  /**
   * Name of the uncharted account for the funding of a named project; the project is the item of
   * the subject.
   */
  public static final String NAMED_PROJECT_FUNDING =
      Objects.requireNonNull(
          Lexicon.standard().defaultAccountName(Category.PROJECT_SELF_EVALUATION.name()));

  private static final String ALL_PROJECTS_ACCOUNT =
      Objects.requireNonNull(Lexicon.standard().defaultAccountName("PROJECTS"));

  private final ChartOfAccounts chart;
  private final AccountRelations relations;
  private final FunctionalItemResolver functionalItems;

  public AccountNameResolver(ChartOfAccounts chart) {
    this.chart = chart;
    this.relations = new AccountRelations(chart, this);
    this.functionalItems = new FunctionalItemResolver(chart);
  }

  /** Relations of the accounts of the same chart. */
  public AccountRelations relations() {
    return relations;
  }

  /**
   * The account of the chart with exactly this name, otherwise the first item of the economic
   * classification with it; empty if there is neither. A name of the chart that does not identify
   * its account, such as a name that is only a stage, counts as missing.
   */
  public Optional<ResolvedName> resolve(String name, @Nullable Span span) {
    return chart
        .find(name)
        .filter(n -> isUnambiguous(n, name))
        .map(n -> new ResolvedName(toSubject(n, name, span), stageOf(n, name)))
        .or(() -> resolveEconomicItem(name, span));
  }

  /** Whether a name is that of a balance at the beginning or end of a year: 上年结转. */
  boolean isBalance(String name) {
    return resolve(name, null).filter(n -> n.subject().balanceInstant() != null).isPresent();
  }

  /**
   * Whether a name identifies the account that the chart lists under it. False if the name is only
   * a stage, as in forms. In documents of a government, also false if the chart has the name only
   * in combination with a fund: 一般公共预算总收入 is not the total revenue of an agency.
   */
  private boolean isUnambiguous(AccountName found, String name) {
    if (ChartOfAccounts.findStage(found.account().name()).isPresent()) {
      return false;
    }
    return chart != ChartOfAccounts.governments()
        || found.fund() == null
        || chart
            .names()
            .contains(ChartOfAccounts.normalize(STAGES_AFTER_NAME.matcher(name).replaceFirst("")))
        || TOTAL_NAME.matcher(name).matches();
  }

  /** The resolver of items of the functional classification in the same chart. */
  public FunctionalItemResolver functionalItems() {
    return functionalItems;
  }

  /** The subject for the funding of all projects, used where only their number is stated. */
  public Optional<Subject> allProjectsFunding() {
    return resolve(ALL_PROJECTS_ACCOUNT, null).map(ResolvedName::subject);
  }

  /** An uncharted subject for the funding of the named project, with the project as its item. */
  public Subject projectFunding(String name, @Nullable Span span) {
    return Subject.ofUnlistedName(NAMED_PROJECT_FUNDING, span)
        .withAccountAndItem(NAMED_PROJECT_FUNDING, false, name);
  }

  /**
   * The funding of the project that a subject names; the subject itself if it already is the
   * funding of a project.
   */
  public Subject projectFunding(Subject named) {
    return isFundingOfNamedProject(named) ? named : projectFunding(named.account(), named.span());
  }

  /**
   * Whether a subject is the funding of projects of which only the number is stated:
   * 4个项目，涉及资金1,862.40万元.
   */
  public static boolean isFundingOfUnnamedProjects(Subject subject) {
    return !subject.isInChart()
        && (subject.account().startsWith(CONCERNED_FUNDS_PREFIX)
            || subject.account().equals(UNIDENTIFIED_FUNDS));
  }

  /** Whether a subject is the funding of a project with a name. */
  public static boolean isFundingOfNamedProject(Subject subject) {
    return subject.item() != null && subject.account().equals(NAMED_PROJECT_FUNDING);
  }

  /**
   * The first item of the economic classification with exactly this name; empty if there is none.
   */
  Optional<ResolvedName> resolveEconomicItem(String name, @Nullable Span span) {
    return BudgetClassification.economic().findByName(name).stream()
        .findFirst()
        .map(
            e ->
                new ResolvedName(
                    Subject.ofChart(
                        functionalItems.accountOfItems(), e.name(), e.code(), null, name, span),
                    null));
  }

  private static Subject toSubject(AccountName name, String printedName, @Nullable Span span) {
    boolean balance = name.account().nature() == Account.Nature.BALANCE;
    return Subject.ofChart(
            name.account().name(),
            name.item(),
            name.code(),
            balance ? startOrEndOfYearWord(printedName) : null,
            printedName,
            span)
        .withFund(name.fundOrAccountFund())
        .withFundStated(name.fund() != null);
  }

  private static @Nullable String startOrEndOfYearWord(String printedName) {
    return printedName.contains("年初") || printedName.contains("上年")
        ? "年初"
        : printedName.contains("年末") || printedName.contains("年终") || printedName.contains("下年")
            ? "年末"
            : null;
  }

  /**
   * The stage that a name includes. The chart has 收入预算 as an alias of 收入总计, but the word also says
   * that the amount is a budget.
   */
  private static @Nullable Stage stageOf(AccountName name, String printedName) {
    String rest = WORDS_OF_FUND.matcher(printedName).replaceAll("");
    if (rest.contains("全年预算")) {
      return Stage.BUDGET;
    }
    if (name.stage() != null) {
      return name.stage();
    }
    return rest.contains("年初预算")
        ? Stage.INITIAL_BUDGET
        : RESULT_AFTER_NAME.matcher(rest).find()
            ? Stage.RESULT
            : BUDGET_AFTER_NAME.matcher(rest).find() ? Stage.BUDGET : null;
  }

  /**
   * Both accounts of a pair such as 收、支总计, revenue first; empty if the text is not a pair or the
   * chart does not have both. 收支总计 means the totals of the whole statement, also with a word for
   * the year, 本年收支总计; in the name of one side alone, 本年收入总计, this word excludes the balances from
   * the total. 收、支决算 alone are totals; behind a fund, 财政拨款收、支决算, they are its revenue and
   * expenditure, but 财政拨款收支预算 is one total of both.
   */
  List<ResolvedName> resolvePair(String text, @Nullable Span span) {
    Matcher pair = REVENUE_AND_EXPENDITURE.matcher(text);
    if (!pair.matches() || pair.group("before").contains("、")) {
      return List.of();
    }
    String before = pair.group("before");
    boolean areFlowsOfFund =
        pair.group("separator") != null
            && STAGES_AFTER_NAME.matcher(pair.group("behind")).matches()
            && !YEAR_OF_TOTAL.matcher(before).matches();
    String ending =
        areFlowsOfFund ? "" : TOTAL_AFTER_NAME.matcher(pair.group("behind")).replaceAll("总计");
    boolean hasStage = !ending.equals(pair.group("behind"));
    before = ending.equals("总计") && YEAR_OF_TOTAL.matcher(before).matches() ? "" : before;
    Optional<ResolvedName> income = resolve(before + "收入" + ending, span);
    Optional<ResolvedName> spending = resolve(before + "支出" + ending, span);
    if (income.isEmpty() || spending.isEmpty()) {
      return List.of();
    }
    Stage stated =
        !hasStage
            ? null
            : pair.group("behind").contains("决算")
                ? Stage.RESULT
                : pair.group("behind").contains("预算") ? Stage.BUDGET : null;
    return List.of(
        new ResolvedName(income.get().subject(), stated == null ? income.get().stage() : stated),
        new ResolvedName(
            spending.get().subject(), stated == null ? spending.get().stage() : stated));
  }

  /**
   * The subject that 收入 or 支出 alone means: the subject named 收入预算 or 支出预算 if a budget stage is
   * given, otherwise the subject named by the word itself. The result is uncharted if the chart
   * does not have the name.
   */
  public Subject flowSubject(String flow, @Nullable Stage stage) {
    String total = BudgetStages.isBudget(stage) ? flow + "预算" : flow;
    return resolve(total, null)
        .map(ResolvedName::subject)
        .orElseGet(() -> Subject.ofUnlistedName(flow, null));
  }
}
