package org.mingzhang.structure.metadata;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.structure.metadata.DisclosureKind.Genre;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;
import org.mingzhang.text.PatternTable;

/**
 * Finds the words in a title that name the kind of disclosure.
 *
 * <p>Final accounts take precedence over evaluations, and evaluations over budgets: 部门预算整体支出绩效自评 is
 * an evaluation, 部门决算（含绩效自评） are accounts. A title such as 2023年预算执行情况和2024年预算草案 counts as the
 * draft budget.
 */
final class DisclosureKindFinder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DisclosureKindFinder.class);
  private static final Set<String> GOVERNMENT_FUNDS = PATTERNS.getWords("government-funds");
  private static final Pattern OWN_LEVEL_WORDS = PATTERNS.get("disclosure-kind-finder-own-level");
  private static final Pattern FINAL_ACCOUNTS = PATTERNS.get("final");
  private static final Pattern DRAFT_AFTER_ACCOUNTS = PATTERNS.get("draft-accounts");
  private static final Pattern LEVEL_ONLY_TITLE = PATTERNS.get("level-only-title");
  private static final Pattern LEVEL_AND_FUND = PATTERNS.get("level-and-fund");
  private static final Pattern REPORT_AFTER_ACCOUNTS = PATTERNS.get("report");
  private static final Pattern DRAFT_BUDGET_IN_REPORT = PATTERNS.get("draft");
  private static final Pattern EXECUTION = PATTERNS.get("execution");
  private static final Pattern BUDGET = PATTERNS.get("budget");
  private static final Pattern ADJUSTMENT = PATTERNS.get("adjustment");
  private static final Pattern FUND_EVALUATION = PATTERNS.get("fund");
  private static final Pattern EVALUATION = PATTERNS.get("evaluation");
  private static final Pattern GOALS_BESIDE_BUDGET = PATTERNS.get("goals-beside-budget");
  private static final Pattern ADVANCE_EVALUATION = PATTERNS.get("disclosure-kind-finder-advance");
  private static final Pattern GOALS = PATTERNS.get("goals");

  private DisclosureKindFinder() {}

  /** The kind named in an unspaced title; empty if none is. */
  static Optional<DisclosureKind> find(String title) {
    Optional<DisclosureKind> advance =
        findStandaloneKind(ADVANCE_EVALUATION, "事前绩效", title, Genre.ADVANCE_EVALUATION);
    if (advance.isPresent()) {
      return advance;
    }
    Optional<DisclosureKind> accounts =
        findFirst(FINAL_ACCOUNTS, title, words -> readAccounts(words, title));
    Optional<DisclosureKind> evaluation =
        findFirst(EVALUATION, title, words -> readEvaluation(words, title));
    if (accounts.isPresent()
        && (evaluation.isEmpty() || accounts.get().wordsStart() < evaluation.get().wordsStart())) {
      return accounts;
    }
    return evaluation
        .or(() -> findStandaloneKind(GOALS, "绩效目标", title, Genre.GOALS))
        .or(() -> findBudget(title));
  }

  private static Optional<DisclosureKind> findBudget(String title) {
    Matcher draft = DRAFT_BUDGET_IN_REPORT.matcher(title);
    if (draft.find()) {
      // without a year between them, both budgets are the words of the kind
      int start = draft.group("between") == null ? draft.start() : draft.start("words");
      return Optional.of(
          new DisclosureKind(Genre.BUDGET, Scope.GOVERNMENT, start, draft.end("words")));
    }
    return findFirst(ADJUSTMENT, title, m -> createKind(Genre.BUDGET, Scope.GOVERNMENT, m))
        .or(() -> findFirst(BUDGET, title, m -> readKindWithScope(Genre.BUDGET, m)))
        .or(() -> findFirst(EXECUTION, title, m -> createKind(Genre.BUDGET, Scope.GOVERNMENT, m)));
  }

  /** Whether a title is that of a report on two budgets without their years: 预算执行情况和预算草案的报告. */
  static boolean isDraftWithoutYear(String title) {
    Matcher draft = DRAFT_BUDGET_IN_REPORT.matcher(title);
    return draft.find() && draft.group("between") == null && title.endsWith("报告");
  }

  /**
   * Reads the words for final accounts. The scope is a government if they are called a draft (草案)
   * or accounts of public finances (财政决算), or if they name only a level in the title of a report
   * (市级决算的报告) or a level and one of its budgets (省级国有资本经营决算).
   */
  private static DisclosureKind readAccounts(Matcher words, String title) {
    boolean government =
        (words.group("scope") == null || words.group("scope").equals("财政"))
            && (DRAFT_AFTER_ACCOUNTS.matcher(title.substring(words.end())).lookingAt()
                || (LEVEL_ONLY_TITLE.matcher(words.group()).matches()
                    && REPORT_AFTER_ACCOUNTS.matcher(title.substring(words.end())).lookingAt())
                || LEVEL_AND_FUND.matcher(title.substring(0, words.end())).find()
                || words.group().endsWith("财政决算")
                || words.group().endsWith("财政收支决算"));
    return government
        ? createKind(Genre.FINAL_ACCOUNTS, Scope.GOVERNMENT, words)
        : readKindWithScope(Genre.FINAL_ACCOUNTS, words);
  }

  private static DisclosureKind readKindWithScope(Genre genre, Matcher words) {
    String scope = words.group("scope");
    boolean itself = OWN_LEVEL_WORDS.matcher(words.group()).find();
    if (scope == null) {
      return createKind(genre, Scope.UNKNOWN, words);
    }
    return switch (scope) {
      case "部门" -> createKind(genre, itself ? Scope.UNIT : Scope.DEPARTMENT, words);
      case "单位" -> createKind(genre, Scope.UNIT, words);
      case "政府", "财政总", "总" -> createKind(genre, Scope.GOVERNMENT, words);
      default -> createKind(genre, Scope.UNKNOWN, words);
    };
  }

  /**
   * Reads the words for an evaluation; the evaluation of a fund counts as one of a project even
   * without the word 项目.
   */
  private static DisclosureKind readEvaluation(Matcher words, String title) {
    String subject = words.group("what");
    Genre genre =
        subject == null && FUND_EVALUATION.matcher(title.substring(0, words.end())).find()
            ? Genre.PROJECT_EVALUATION
            : subject == null || subject.equals("财政支出")
                ? Genre.EVALUATION
                : subject.startsWith("整体")
                    ? Genre.WHOLE_EXPENDITURE_EVALUATION
                    : Genre.PROJECT_EVALUATION;
    Scope scope = words.group().startsWith("单位") ? Scope.UNIT : Scope.UNKNOWN;
    return createKind(genre, scope, words);
  }

  /**
   * Finds a kind that is named without a scope; empty if the title names goals beside a budget. The
   * word is tested before the pattern, because most titles do not contain it.
   */
  private static Optional<DisclosureKind> findStandaloneKind(
      Pattern pattern, String word, String title, Genre genre) {
    return title.contains(word) && !GOALS_BESIDE_BUDGET.matcher(title).find()
        ? findFirst(pattern, title, words -> createKind(genre, Scope.UNKNOWN, words))
        : Optional.empty();
  }

  private static DisclosureKind createKind(Genre genre, Scope scope, Matcher words) {
    return new DisclosureKind(genre, scope, words.start(), words.end());
  }

  private static Optional<DisclosureKind> findFirst(
      Pattern pattern,
      String title,
      java.util.function.Function<Matcher, DisclosureKind> readKind) {
    Matcher words = pattern.matcher(title);
    return words.find() ? Optional.of(readKind.apply(words)) : Optional.empty();
  }

  /** Whether words name funds that only a whole government budgets. */
  static boolean namesGovernmentFunds(String words) {
    return GOVERNMENT_FUNDS.stream().anyMatch(words::contains);
  }
}
