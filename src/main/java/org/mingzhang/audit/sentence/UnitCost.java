package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;
import org.mingzhang.text.TsvResource;

/**
 * A kind of cost per unit, such as the cost of a vehicle or of a guest: a line of {@code
 * unit-costs.tsv}.
 *
 * @param accounts accounts with the total cost, separated by ";", of which the first that the
 *     document states is used; empty if the sentence states the total
 * @param totalName name that precedes the amount of the account in a sentence
 * @param countPattern finds a number of units in its group {@code count}
 * @param unitName Chinese name of the unit, which follows the number in a formula
 * @param mustFollowCount whether the cost must stand after the number of units in its paragraph
 * @param operandsMustBeInSentence whether the amount of the account and the number of units must be
 *     in the sentence of the cost
 * @param costPattern finds the stated cost of one unit in its groups {@code cost} and {@code unit}
 * @param totalMustBeNamed whether words must call the amount a total, because other amounts of the
 *     sentence may be what the cost is paid from
 * @param periods number of times in a year that the cost is paid for a unit
 * @param mayCoverLess whether it may have been paid for fewer periods
 * @param tolerance in percent of the cost
 */
record UnitCost(
    String accounts,
    Pattern totalName,
    PrefilteredPattern countPattern,
    String unitName,
    boolean mustFollowCount,
    boolean totalMustBeNamed,
    boolean operandsMustBeInSentence,
    PrefilteredPattern costPattern,
    int periods,
    boolean mayCoverLess,
    int tolerance) {
  /** Least number of decimals of a computed cost. */
  static final int MIN_COMPUTED_DECIMALS = 2;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(UnitCost.class);
  private static final Pattern MONTHS = PATTERNS.get("months");

  private static final String COST_AFTER_COUNT = "behind";
  private static final String NAMED_TOTAL = "named";
  private static final String OPERANDS_IN_SENTENCE = "beside";

  static UnitCost parse(List<String> cells) {
    String position =
        TsvResource.requireKeyword(
            cells.get(5), COST_AFTER_COUNT, NAMED_TOTAL, OPERANDS_IN_SENTENCE, "any");
    return new UnitCost(
        cells.get(1),
        Pattern.compile(cells.get(2)),
        PrefilteredPattern.derive(Pattern.compile(cells.get(3))),
        cells.get(4),
        position.equals(COST_AFTER_COUNT),
        position.equals(NAMED_TOTAL),
        position.equals(OPERANDS_IN_SENTENCE),
        PrefilteredPattern.derive(Pattern.compile(cells.get(6))),
        Integer.parseInt(cells.get(7)),
        Integer.parseInt(cells.get(7)) > 1,
        Integer.parseInt(cells.get(8)));
  }

  boolean mayOccurIn(CompactParagraph paragraph) {
    return costPattern.mayOccurIn(paragraph.unspacedText());
  }

  /** The cost of one unit in 元, rounded to {@link #MIN_COMPUTED_DECIMALS} decimals. */
  BigDecimal costPerUnit(BigDecimal yuan, String count) {
    return yuan.divide(countUnitPeriods(count), MIN_COMPUTED_DECIMALS, RoundingMode.HALF_UP);
  }

  private BigDecimal countUnitPeriods(String count) {
    return PrintedNumbers.parse(count).multiply(BigDecimal.valueOf(periods));
  }

  /**
   * Whether a total is what the units cost with two neighboring digits exchanged, so that it is
   * wrong even within the tolerance.
   *
   * @param total in 元
   * @param cost of one unit, in 元
   */
  boolean isMisprintedTotal(BigDecimal total, BigDecimal cost, String count) {
    return accounts.isEmpty()
        && PrintedNumbers.differBySwappedDigits(
            total.setScale(0, RoundingMode.HALF_UP),
            cost.multiply(countUnitPeriods(count)).setScale(0, RoundingMode.HALF_UP));
  }

  /** The cost of a month for the number of months that a sentence states, if it states one. */
  UnitCost withMonthsOf(String sentence) {
    List<String> stated =
        MONTHS.matcher(sentence).results().map(m -> m.group("months")).distinct().toList();
    return periods == 1 || stated.size() != 1
        ? this
        : new UnitCost(
            accounts,
            totalName,
            countPattern,
            unitName,
            mustFollowCount,
            totalMustBeNamed,
            operandsMustBeInSentence,
            costPattern,
            Integer.parseInt(stated.getFirst()),
            false,
            tolerance);
  }

  /** Whether two costs in 元 differ by no more than the tolerance, or 1元 if that is more. */
  boolean isWithinTolerance(BigDecimal stated, BigDecimal computed) {
    BigDecimal slack = computed.multiply(BigDecimal.valueOf(tolerance)).movePointLeft(2);
    return stated.subtract(computed).abs().compareTo(slack.max(BigDecimal.ONE)) <= 0;
  }

  String formatTerms(String total, String count) {
    return total + " ÷ " + count + unitName + (periods == 1 ? "" : " ÷ " + periods);
  }

  /** Finds the numbers of units that a paragraph states. */
  Stream<ParagraphMatch> findCounts(CompactParagraph paragraph) {
    return paragraph.findMatches(countPattern).stream().map(m -> new ParagraphMatch(paragraph, m));
  }
}
