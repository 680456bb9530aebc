package org.mingzhang.extract.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Detects the line of a form that numbers its columns (栏次 1 2 3, ** ** 1 2 3). Its numbers are
 * centered in their columns and belong to no row of data.
 */
final class ColumnNumberDetector {
  /** Minimum number of numbers in a line without 栏次 or the like. */
  private static final int MIN_COLUMNS = 3;

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d?");
  private static final Set<String> NUMBERING_ROW_LABELS = Set.of("栏次", "行次", "类", "款", "项", "**");

  private ColumnNumberDetector() {}

  /**
   * Whether a line consists of consecutive numbers, at least three, or at least two beside a label
   * such as 栏次.
   */
  static boolean isColumnNumberLine(TextLine line) {
    int next = 0;
    int counted = 0;
    boolean named = false;
    for (XInterval word : XInterval.splitIntoWords(line)) {
      String text = word.textOn(line);
      if (NUMBER.matcher(text).matches()) {
        int number = Integer.parseInt(text);
        if (next > 0 && number != next) {
          return false;
        }
        next = number + 1;
        counted++;
      } else if (NUMBERING_ROW_LABELS.contains(text)) {
        named = true;
      } else {
        return false;
      }
    }
    return counted >= (named ? MIN_COLUMNS - 1 : MIN_COLUMNS);
  }

  /**
   * Finds the intervals of the numbers in the first line that numbers the columns; empty if no line
   * does.
   */
  static List<XInterval> findIntervals(List<TextLine> body) {
    return body.stream()
        .filter(ColumnNumberDetector::isColumnNumberLine)
        .limit(1)
        .flatMap(
            line ->
                XInterval.splitIntoWords(line).stream()
                    .filter(word -> !NUMBERING_ROW_LABELS.contains(word.textOn(line))))
        .toList();
  }
}
