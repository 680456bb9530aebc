package org.mingzhang.structure.running;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.TextBlock;

/**
 * A line of running text that may be part of a table.
 *
 * @param words the words between blanks
 * @param page 1-based page
 */
record FlatTableLine(List<String> words, int page) {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");
  private static final Pattern AMOUNT =
      Pattern.compile("[-−－]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d{1,4})?");

  /**
   * Boundaries that have no blank: between a code and its name (2010506统计管理), and between an amount
   * and the label of the next column.
   */
  private static final Pattern UNSEPARATED_BOUNDARY =
      Pattern.compile(
          "(?<=^[23]\\d{6})(?=\\p{IsHan})|(?<=\\d,\\d{3})(?=[一二三四五六七八九十]{1,3}、)|(?<=\\.\\d{2})(?=[一二三四五六七八九十]{1,3}、)");

  /** The last part of a code, directly before the name and after the other parts: 302 01办公费. */
  private static final Pattern LAST_CODE_PART_BOUNDARY =
      Pattern.compile("(?<=^\\d{2})(?=\\p{IsHan})");

  private static final Pattern FIRST_CODE_PARTS = Pattern.compile("[23]\\d{2}(?: \\d{2})?");

  /**
   * Splits a line into words at blanks, and where the blank is missing between a code and its name
   * or between an amount and the next label.
   */
  static FlatTableLine split(TextBlock block) {
    List<String> words = new ArrayList<>();
    for (String word : BLANKS.split(block.text().strip(), -1)) {
      boolean part =
          words.size() < 3 && FIRST_CODE_PARTS.matcher(String.join(" ", words)).matches();
      (part ? LAST_CODE_PART_BOUNDARY : UNSEPARATED_BOUNDARY)
          .splitAsStream(word)
          .filter(w -> !w.isEmpty())
          .forEach(words::add);
    }
    return new FlatTableLine(List.copyOf(words), block.page());
  }

  /** Whether a text has no words. Lines of web pages may consist of no-break spaces. */
  static boolean isBlank(String text) {
    return text.isEmpty() || BLANKS.matcher(text).matches();
  }

  /** The words of the line, joined without blanks. */
  String unspacedText() {
    return String.join("", words);
  }

  /** Whether a word is a number: an amount, a line number or a code. */
  static boolean isNumber(String word) {
    return AMOUNT.matcher(word).matches();
  }

  /** Parses a number that {@link #isNumber} accepts. */
  static BigDecimal parseValue(String number) {
    return new BigDecimal(number.replace(",", "").replace('−', '-').replace('－', '-'));
  }
}
