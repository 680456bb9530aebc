package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.text.EastAsianWidth;

/**
 * Computes the cost of reading lines as one wrapped cell. There is a cost for each line on which
 * the start of the next line would still have fitted, for a last line that fills the column, and
 * for unbalanced brackets. Stateless.
 */
final class CellWrapCosts {
  /**
   * A unit of text that is never broken at the end of a line: a number, a Latin word, or a
   * character with its punctuation.
   */
  private static final Pattern UNBREAKABLE_UNIT =
      Pattern.compile("[（(“《]*(?:[\\d.,%]+|[A-Za-z]+|.)[，。、；：）)”》%％]*");

  private static final double WIDTH_TOLERANCE = 0.5;

  private CellWrapCosts() {}

  /**
   * Computes the cost of reading lines as one wrapped cell of a given width.
   *
   * @param width width of the column in full-width characters: that of its widest line
   * @param costPerRaggedLine cost of a line on which the start of the next would still have fitted
   */
  static double cost(List<String> lines, double width, double costPerRaggedLine) {
    double sum = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      double end = EastAsianWidth.measure(lines.get(i));
      sum +=
          end + leadingUnitWidth(lines.get(i + 1)) <= width - WIDTH_TOLERANCE
              ? costPerRaggedLine
              : 0;
    }
    boolean full = EastAsianWidth.measure(lines.getLast()) >= width - WIDTH_TOLERANCE && width > 2;
    sum += full ? LatticeCosts.parameter("pitch_full_end") : 0;
    return sum
        + (hasUnpairedBrackets(String.join("", lines))
            ? LatticeCosts.parameter("open_bracket")
            : 0);
  }

  private static double leadingUnitWidth(String next) {
    Matcher unit = UNBREAKABLE_UNIT.matcher(next);
    return unit.lookingAt() ? EastAsianWidth.measure(unit.group()) : 0;
  }

  /** Whether a text has a round bracket without its counterpart. */
  static boolean hasUnpairedBrackets(String text) {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      char c = text.charAt(i);
      depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
    }
    return depth != 0;
  }
}
