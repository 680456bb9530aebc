package org.mingzhang.structure.clean;

import java.util.regex.Pattern;

/** Detects table rows among plain lines; such lines do not continue on the next line. */
final class TableRowDetector {
  private static final Pattern SEPARATED_HAN_TEXTS =
      Pattern.compile("\\p{IsHan}[ \\u3000]+\\p{IsHan}");

  /**
   * Two amounts separated by blanks only; an amount between two names; or a code with its name and
   * an amount.
   */
  private static final Pattern ROW =
      Pattern.compile(
          "\\d\\.\\d{1,6}\\s+-?\\d[\\d,]*\\.\\d|\\p{IsHan}\\s{2,}-?\\d[\\d,]*\\.\\d+\\s{2,}\\p{IsHan}"
              + "|^\\s*\\d{3,7}\\s+\\p{IsHan}.*\\s\\d[\\d,]*\\.\\d+\\s*$");

  private TableRowDetector() {}

  /**
   * Whether a line is a table row: at least two gaps between Chinese words, or names and amounts
   * arranged as in {@link #ROW}.
   */
  static boolean isRow(String line) {
    return SEPARATED_HAN_TEXTS.matcher(line).results().limit(2).count() == 2
        || ROW.matcher(line).find();
  }
}
