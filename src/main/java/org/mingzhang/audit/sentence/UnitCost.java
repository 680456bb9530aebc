package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.text.PrefilteredPattern;
import org.mingzhang.text.TsvResource;

/**
 * A line of {@code unit-costs.tsv}.
 *
 * @param account accounts with the total cost, separated by ";", of which the first that the
 *     document states is used; empty if the sentence states the total
 * @param totalMustBeNamed whether the total must be called one, because other amounts of the
 *     sentence may be what the cost is paid from
 * @param periods number of times that a unit costs this in a year
 * @param tolerance in percent of the cost
 */
record UnitCost(
    String account,
    PrefilteredPattern counted,
    String counter,
    boolean isAfterCount,
    boolean totalMustBeNamed,
    PrefilteredPattern label,
    int periods,
    int tolerance) {
  /** Least number of decimals of a computed cost. */
  static final int MIN_COMPUTED_DECIMALS = 2;

  private static final String COST_AFTER_COUNT = "behind";
  private static final String NAMED_TOTAL = "named";

  static UnitCost parse(List<String> cells) {
    return new UnitCost(
        cells.get(1),
        PrefilteredPattern.derive(Pattern.compile(cells.get(2))),
        cells.get(3),
        TsvResource.requireKeyword(cells.get(4), COST_AFTER_COUNT, NAMED_TOTAL, "any")
            .equals(COST_AFTER_COUNT),
        cells.get(4).equals(NAMED_TOTAL),
        PrefilteredPattern.derive(Pattern.compile(cells.get(5))),
        Integer.parseInt(cells.get(6)),
        Integer.parseInt(cells.get(7)));
  }

  boolean mayBeIn(CompactParagraph paragraph) {
    return label.mayOccurIn(paragraph.unspacedText());
  }

  /** The cost of one unit in 元, rounded to {@link #MIN_COMPUTED_DECIMALS} decimals. */
  BigDecimal costPerUnit(BigDecimal yuan, String count) {
    return yuan.divide(
        PrintedNumbers.parse(count).multiply(BigDecimal.valueOf(periods)),
        MIN_COMPUTED_DECIMALS,
        RoundingMode.HALF_UP);
  }

  /** Whether two costs in 元 differ by no more than the tolerance, or 1元 if that is more. */
  boolean isWithinTolerance(BigDecimal stated, BigDecimal computed) {
    BigDecimal slack = computed.multiply(BigDecimal.valueOf(tolerance)).movePointLeft(2);
    return stated.subtract(computed).abs().compareTo(slack.max(BigDecimal.ONE)) <= 0;
  }

  String formatTerms(String total, String count) {
    return total + " ÷ " + count + counter + (periods == 1 ? "" : " ÷ " + periods);
  }

  /** The numbers of units that a paragraph states. */
  Stream<ParagraphMatch> countsIn(CompactParagraph paragraph) {
    return paragraph.findMatches(counted).stream().map(m -> new ParagraphMatch(paragraph, m));
  }
}
