package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Restores the bars between cells that text recognition printed as other characters: {@code 丨 产出指标
 * ¦ 10 ]}. Only lines between bars at both ends are changed, and only in texts that have several
 * such characters between others. Rulings that were read as dashes between two rows, and rows of
 * bars alone, are removed, as is dirt of a character behind the last bar. Stateless.
 */
final class RecognizedBarNormalizer {
  private static final String MISREAD_BARS = "丨∣︱￨¦";
  private static final Pattern MISREAD_BAR = Pattern.compile("[" + MISREAD_BARS + "]");
  private static final String BAR = "[|｜│" + MISREAD_BARS + "]";

  /** A line with a bar, or a bracket in place of one, at both ends. */
  private static final Pattern RULED =
      Pattern.compile(
          "\\s*(?:\\[(?=\\s)|B)(?=.*B)(.*)(?:(?<=\\s)\\]|B)(?:\\s*[.·,、'`~])?\\s*"
              .replace("B", BAR));

  private static final Pattern BARS_ALONE = Pattern.compile("(?:\\s|" + BAR + "){3,}");

  private static final Pattern RULING = Pattern.compile("[\\s—–_＿=─~-]{5,}");

  /** Minimum number of lines that have a misread bar between two ends. */
  private static final int MIN_MISREAD_LINES = 2;

  private RecognizedBarNormalizer() {}

  /** The lines with vertical lines in place of misread bars. */
  static List<String> normalize(List<String> lines) {
    long misread =
        lines.stream()
            .filter(line -> MISREAD_BAR.matcher(line).find() && RULED.matcher(line).matches())
            .limit(MIN_MISREAD_LINES)
            .count();
    if (misread < MIN_MISREAD_LINES) {
      return lines;
    }
    List<String> plain = new ArrayList<>(lines.size());
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (RULED.matcher(line).matches()) {
        if (!BARS_ALONE.matcher(line).matches()) {
          String inner = RULED.matcher(line).replaceFirst("$1");
          plain.add("|" + MISREAD_BAR.matcher(inner).replaceAll("|") + "|");
        }
      } else if (!RULING.matcher(line).matches() || !isBetweenRows(lines, at)) {
        plain.add(line);
      }
    }
    return plain;
  }

  private static boolean isBetweenRows(List<String> lines, int at) {
    return at > 0
        && at + 1 < lines.size()
        && RULED.matcher(lines.get(at - 1)).matches()
        && RULED.matcher(lines.get(at + 1)).matches();
  }
}
