package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.TextTableLayout;

/**
 * Recognizes lines among the rows of a table that are not rows: a page number with the words around
 * it (第 3 页 共 7 页), and a single stroke that OCR has read from a ruling or from dirt. Stateless.
 */
final class NonRowLineFilter {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "第\\d{1,3}页(?:[,，/]?共\\d{1,3}页)?.{0,12}|共\\d{1,3}页[,，/]?第\\d{1,3}页.{0,12}|[-—–]\\d{1,3}[-—–]|\\d{1,3}/\\d{1,3}");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
  private static final Pattern STROKE = Pattern.compile("[丨|｜│┃║_`'~^·.,、]{1,3}");

  private NonRowLineFilter() {}

  /**
   * The given indices without those of chunks on lines that are not rows; between pipes, without
   * those of notes between rows.
   */
  static List<Integer> removeNonRowLines(ChunkSequence passage, List<Integer> indices) {
    if (passage.layout() != TextTableLayout.ROWS) {
      return indices.stream()
          .filter(at -> !AccountBodyFinder.isNoteBetweenRows(passage, at))
          .toList();
    }
    List<Integer> kept = new ArrayList<>();
    int line = -1;
    boolean nonRow = false;
    for (int at : indices) {
      if (passage.chunk(at).line() != line) {
        line = passage.chunk(at).line();
        nonRow = isNonRowLine(passage.restOfLine(at));
      }
      if (!nonRow) {
        kept.add(at);
      }
    }
    return kept;
  }

  /** The lines of a passage, with lines that contain only a page number replaced by blank lines. */
  static List<String> blankPageNumbers(List<String> lines) {
    return lines.stream()
        .map(line -> PAGE_NUMBER.matcher(BLANKS.matcher(line).replaceAll("")).matches() ? "" : line)
        .toList();
  }

  /** Whether a line is not a row. White space must have been removed from it. */
  static boolean isNonRowLine(String line) {
    return PAGE_NUMBER.matcher(line).matches() || STROKE.matcher(line).matches();
  }
}
