package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * Checks words that compare result and budget, 决算数大于（小于、等于）预算数, against the amounts before them in
 * their paragraph, or against the completion rate right before them. If several budgets are
 * printed, the words must hold for one of them. Rates in tenths are checked as well ({@link
 * RateInTenthsChecks}).
 */
public final class ComparisonWordRule implements Rule {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ComparisonWordRule.class);
  private static final Pattern COMPARISON_WORDS = PATTERNS.get("words");
  private static final Pattern BUDGET_LABEL = PATTERNS.get("budget");
  private static final Pattern RESULT_LABEL = PATTERNS.get("result");
  private static final Pattern COMPLETION_LABEL = PATTERNS.get("completed");
  private static final Pattern COMPLETION_WITH_BUDGET = PATTERNS.get("completed-printed-budget");
  private static final BigDecimal HUNDREDTH_OF_WAN_YUAN = BigDecimal.valueOf(100);

  /** Maximum relative difference that is called 基本持平. */
  private static final BigDecimal MAX_RELATIVE_DIFFERENCE = new BigDecimal("0.05");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Maximum number of characters of the words before a rate that name its budget and amount. */
  private static final int MAX_LENGTH_OF_BUDGET_WORDS = 40;

  /** Maximum number of characters between a rate and the words after it. */
  private static final int MAX_DISTANCE_TO_RATE = 2;

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>(RateInTenthsChecks.check(document));
    for (SectionStatements section : document.statements()) {
      document.throwIfTimeExhausted();
      if (section.section().text().contains("决")) {
        check(section, checks);
      }
    }
    return checks;
  }

  private static void check(SectionStatements section, List<CheckResult> checks) {
    CompactText text = CompactText.compact(section.section().text());
    List<Integer> offsets = section.section().partOffsets();
    int paragraph = -1;
    int next = 0;
    for (MatchResult words : COMPARISON_WORDS.matcher(text.text()).results().toList()) {
      int start = text.originalIndex(words.start());
      while (paragraph + 1 < offsets.size() && offsets.get(paragraph + 1) <= start) {
        paragraph++;
      }
      List<LabeledNumber> before = new ArrayList<>();
      while (next < section.numbers().size()
          && section.numbers().get(next).quantity().span().start() < start) {
        LabeledNumber number = section.numbers().get(next++);
        if (number.paragraphIndex() == paragraph) {
          before.add(number);
        }
      }
      Comparison comparison = findComparison(before, start, section.section().text());
      if (comparison != null) {
        int stop = text.text().indexOf('。', words.end());
        int to = text.originalIndex(stop < 0 ? text.text().length() : stop + 1);
        checks.add(comparison.check(words, section.section(), to));
      }
    }
  }

  /** A result with a budget, both in 元; for a completion rate the rate and 100, in percent. */
  private record BudgetAndResult(BigDecimal budget, BigDecimal result) {}

  /**
   * A result with the budgets that it may be compared with; the words must hold for one of them.
   *
   * @param alternatives the result with each of the budgets, or the rates of completion of each
   * @param firstNumber the number at which the quoted words begin
   * @param isCompletionRate whether the alternatives are rates of completion
   */
  private record Comparison(
      List<BudgetAndResult> alternatives, LabeledNumber firstNumber, boolean isCompletionRate) {
    CheckResult check(MatchResult words, Section section, int end) {
      String relation = words.group("a") == null ? words.group("b") : words.group("a");
      boolean approximate = words.group("about") != null;
      if (alternatives.stream().anyMatch(a -> holds(relation, approximate, a))) {
        return CheckResult.AGREES;
      }
      boolean heading = section.isRunIn() || section.isListItem();
      int from = firstNumber.span().start() <= 0 && heading ? -1 : firstNumber.span().start();
      QuoteLocation location =
          FindingDraft.locationOf(section, firstNumber.span().page(), from, end);
      if (isCompletionRate) {
        String stated = alternatives.getFirst().result().toPlainString() + "%";
        return FindingDraft.create("comparison-words/rate", location)
            .setNumbers(relation, stated)
            .setFormulaPattern("完成 %s，文中写“%s”", stated, relation)
            .toResult(stated, relation);
      }
      BigDecimal scale = firstNumber.quantity().scale();
      BudgetAndResult first = alternatives.getFirst();
      String budget = first.budget().divide(scale).toPlainString();
      String spent = first.result().divide(scale).toPlainString();
      boolean nothing = first.budget().signum() == 0 && first.result().signum() == 0;
      return FindingDraft.create(
              nothing ? "comparison-words/nothing" : "comparison-words", location)
          .setNumbers(relation, spent + " / " + budget)
          .setFormulaPattern("决算 %s，预算 %s，文中写“%s”", spent, budget, relation)
          .toResult(relation);
    }
  }

  /**
   * The last budgets before some words, with the result after them; otherwise the completion rate
   * right before the words; null if there is neither.
   */
  private static @Nullable Comparison findComparison(
      List<LabeledNumber> before, int wordsStart, String text) {
    Comparison found = null;
    List<LabeledNumber> budgets = new ArrayList<>();
    boolean closed = false;
    for (LabeledNumber number : before) {
      if (number.isMoney() && BUDGET_LABEL.matcher(number.label()).find()) {
        budgets = closed ? new ArrayList<>() : budgets;
        budgets.add(number);
        closed = false;
      } else if (number.isMoney()
          && !closed
          && !budgets.isEmpty()
          && RESULT_LABEL.matcher(number.label()).find()) {
        found =
            new Comparison(
                budgets.stream()
                    .map(b -> new BudgetAndResult(b.quantity().value(), number.quantity().value()))
                    .toList(),
                budgets.getFirst(),
                false);
        closed = true;
      }
    }
    return found == null ? findCompletion(before, wordsStart, text) : found;
  }

  /**
   * The completion rates before some words in the paragraph, the nearest one first: 完成年初预算的
   * 116.28%，完成全年预算的100.00%。决算数大于预算数 is true of the initial budget. Null if no rate is right before
   * the words.
   */
  private static @Nullable Comparison findCompletion(
      List<LabeledNumber> before, int wordsStart, String text) {
    List<LabeledNumber> rates =
        before.reversed().stream().filter(n -> !n.isMoney() && isCompletionRate(n, text)).toList();
    return !rates.isEmpty()
            && rates.getFirst().equals(before.getLast())
            && wordsStart - rates.getFirst().quantity().span().end() <= MAX_DISTANCE_TO_RATE
        ? new Comparison(
            rates.stream().map(r -> new BudgetAndResult(HUNDRED, r.quantity().value())).toList(),
            rates.getFirst(),
            true)
        : null;
  }

  private static boolean isCompletionRate(LabeledNumber number, String text) {
    int end = Math.clamp(number.quantity().span().start(), 0, text.length());
    String words = text.substring(Math.max(0, end - MAX_LENGTH_OF_BUDGET_WORDS), end);
    return COMPLETION_LABEL.matcher(number.label()).find()
        || COMPLETION_WITH_BUDGET.matcher(words).find();
  }

  /** Whether a result has the stated relation to the budget: 大于, 小于, or about equal. */
  private static boolean holds(
      String relation, boolean isApproximate, BudgetAndResult alternative) {
    BigDecimal budget = alternative.budget();
    BigDecimal result = alternative.result();
    int order = result.compareTo(budget);
    return switch (relation) {
      case "大于", "高于" -> order > 0;
      case "小于", "低于" -> order < 0;
      default ->
          result
                  .subtract(budget)
                  .abs()
                  .compareTo(
                      isApproximate
                          ? budget.multiply(MAX_RELATIVE_DIFFERENCE)
                          : HUNDREDTH_OF_WAN_YUAN)
              <= 0;
    };
  }
}
