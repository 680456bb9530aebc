package org.mingzhang.structure.lattice;

import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Evidence from dates for the ends of cells: a cell does not end within a date, and a date behind
 * the name of something measured is its target, in another cell. Stateless.
 */
final class DateCosts {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(DateCosts.class);

  /** The end of a text that lacks the end of its date. */
  private static final Pattern CUT_DATE =
      Pattern.compile("20\\d\\d年\\d{1,2}$|(?<!\\d)\\d{1,2}月\\d{1,2}$");

  private static final Pattern YEAR = Pattern.compile("20\\d\\d年");

  /** The end of a name of something measured. A date after it is the target. */
  private static final Pattern MEASURE_END = PATTERNS.get("measure-end");

  private DateCosts() {}

  /**
   * The cost of a cell that ends within a date which the next chunk completes: 2024年12, 月底前.
   *
   * @param next the text of the chunk after the cell; empty if there is none
   */
  static double cutDateCost(String text, String next) {
    return (next.startsWith("月") || next.startsWith("日")) && CUT_DATE.matcher(text).find()
        ? LatticeCosts.parameter("cut_date")
        : 0;
  }

  /** Whether a chunk begins with a date that is the target of the indicator named before it. */
  static boolean isTargetDate(String before, String text) {
    return YEAR.matcher(text).lookingAt() && MEASURE_END.matcher(before).find();
  }
}
