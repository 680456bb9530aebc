package org.mingzhang.structure.clean;

import java.util.regex.Pattern;

/** Tells rows of tables among the lines of running text, which go on in no line below. */
final class TableRows {
  private static final Pattern CELLS = Pattern.compile("\\p{IsHan}[ \\u3000]+\\p{IsHan}");

  /** Two amounts or a name between two with nothing but blanks between, or a code and its name. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\d\\.\\d{1,6}\\s+-?\\d[\\d,]*\\.\\d|\\p{IsHan}\\s{2,}-?\\d[\\d,]*\\.\\d+\\s{2,}\\p{IsHan}"
              + "|^\\s*\\d{3,7}\\s+\\p{IsHan}.*\\s\\d[\\d,]*\\.\\d+\\s*$");

  private TableRows() {}

  /**
   * Whether a line is a row: words between wide gaps, or amounts with nothing but blanks between.
   */
  static boolean text(String line) {
    return CELLS.matcher(line).results().limit(2).count() == 2 || ROW.matcher(line).find();
  }
}
