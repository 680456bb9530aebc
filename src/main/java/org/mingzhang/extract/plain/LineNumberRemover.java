package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes the line numbers that editors and listings print before all lines, blank ones as well:
 * {@code 7 | 产出指标 数量指标}. The numbers of rows (序号) are kept: they begin at a row, whereas line
 * numbers begin at a title.
 */
final class LineNumberRemover {
  /** A number and what separates it from the line: a bar, a colon, a tab, an arrow or blanks. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\s*(\\d{1,5})(?<separator> ?[|│┃:：→] ?|\\t|  ?|[.)] |$)(?<text>.*)");

  private static final Pattern CELL_GAP = Pattern.compile("\\t|\\s*[|｜│┃║]\\s*|[ \\u3000]{2,}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2}");

  /** Minimum number of consecutive numbered lines for the numbers to be line numbers. */
  private static final int MIN_LINES = 6;

  /**
   * Minimum number of cells that at least one of the lines must have, so that the lines are rows of
   * a table.
   */
  private static final int MIN_CELLS = 3;

  private LineNumberRemover() {}

  /** The lines without their numbers; the same lines where nothing shows that they are numbered. */
  static List<String> remove(List<String> lines) {
    List<String> result = new ArrayList<>(lines);
    int at = 0;
    while (at < lines.size()) {
      int end = endOfNumberedLines(lines, at);
      if (end - at >= MIN_LINES && mayHaveLineNumbers(lines.subList(at, end))) {
        for (int i = at; i < end; i++) {
          result.set(i, textOf(lines.get(i)));
        }
      }
      at = Math.max(end, at + 1);
    }
    return result;
  }

  /**
   * Index after the consecutive lines, from a given one on, that are numbered from 1; the index of
   * the given line if it does not have the number 1.
   */
  private static int endOfNumberedLines(List<String> lines, int from) {
    String separator = "";
    int at = from;
    for (; at < lines.size(); at++) {
      Matcher line = NUMBERED.matcher(lines.get(at));
      if (!line.matches() || Integer.parseInt(line.group(1)) != at - from + 1) {
        break;
      }
      String own = line.group("separator").strip();
      separator = at == from ? own : separator;
      if (!own.equals(separator) && !line.group("text").isEmpty()) {
        break;
      }
    }
    return at;
  }

  /** Whether the first line is a title and another one is a row of cells. */
  private static boolean mayHaveLineNumbers(List<String> lines) {
    String title = textOf(lines.getFirst()).strip();
    return cellCount(title) == 1
        && HAN.matcher(title).find()
        && lines.stream().anyMatch(line -> cellCount(textOf(line).strip()) >= MIN_CELLS);
  }

  private static int cellCount(String text) {
    return CELL_GAP.split(text).length;
  }

  private static String textOf(String line) {
    Matcher numbered = NUMBERED.matcher(line);
    return numbered.matches() ? numbered.group("text") : line;
  }
}
