package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.CostModel;
import org.mingzhang.text.EastAsianWidth;

/**
 * Computes the cost of reading lines as one wrapped cell. Charged are a line on which the start of
 * the next would still have fitted, a last line that fills the column, and unbalanced brackets.
 * Stateless.
 */
final class CellWrapCosts {
  /**
   * Text that is never broken at the end of a line: a number, a word, a character with its
   * punctuation.
   */
  private static final Pattern UNIT =
      Pattern.compile("[（(“《]*(?:[\\d.,%]+|[A-Za-z]+|.)[，。、；：）)”》%％]*");

  private static final double SLACK = 0.5;

  private CellWrapCosts() {}

  /**
   * The cost.
   *
   * @param width width of the column in Chinese characters, as its widest line has it
   */
  static double cost(List<String> lines, double width) {
    double sum = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      double end = EastAsianWidth.measure(lines.get(i));
      sum += end + unitWidth(lines.get(i + 1)) <= width - SLACK ? CostModel.limit("ragged") : 0;
    }
    boolean full = EastAsianWidth.measure(lines.getLast()) >= width - SLACK && width > 2;
    sum += full ? CostModel.limit("pitch_full_end") : 0;
    return sum + (open(String.join("", lines)) ? CostModel.limit("open_bracket") : 0);
  }

  private static double unitWidth(String next) {
    Matcher unit = UNIT.matcher(next);
    return unit.lookingAt() ? EastAsianWidth.measure(unit.group()) : 0;
  }

  /** Whether brackets do not close, or close what does not open. */
  static boolean open(String text) {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      char c = text.charAt(i);
      depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
    }
    return depth != 0;
  }
}
