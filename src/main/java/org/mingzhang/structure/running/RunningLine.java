package org.mingzhang.structure.running;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.TextBlock;

/**
 * A line of a table in running text.
 *
 * @param words what blanks part
 * @param page 1-based page
 */
record RunningLine(List<String> words, int page) {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");
  private static final Pattern AMOUNT =
      Pattern.compile("[-−－]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d{1,4})?");

  static RunningLine of(TextBlock block) {
    List<String> words =
        Arrays.stream(BLANKS.split(block.text().strip(), -1)).filter(w -> !w.isEmpty()).toList();
    return new RunningLine(words, block.page());
  }

  /** All words without blanks between them. */
  String tight() {
    return String.join("", words);
  }

  /** Whether a word is a number as tables print amounts, line numbers and codes. */
  static boolean number(String word) {
    return AMOUNT.matcher(word).matches();
  }

  /** The value of a number. */
  static BigDecimal value(String number) {
    return new BigDecimal(number.replace(",", "").replace('−', '-').replace('－', '-'));
  }
}
