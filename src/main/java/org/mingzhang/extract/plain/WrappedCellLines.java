package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the lines of wrapped cells in text with one cell per paragraph: blank lines separate the
 * cells, and the lines of a cell follow each other.
 */
final class WrappedCellLines {
  /** Minimum number of consecutive paragraphs that are short enough to be cells. */
  private static final int MIN_CELLS = 20;

  /** Minimum number of paragraphs with several lines among the consecutive short ones. */
  private static final int MIN_WRAPPED = 3;

  private static final int MAX_LINES_OF_CELL = 4;

  /** Maximum length of a line of a cell, in characters. */
  private static final int MAX_LINE_LENGTH = 20;

  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d[\\d,]*(?:\\.\\d+)?[%％]?");

  /**
   * A line after which a cell does not continue: the end of a sentence, or a label with its value.
   */
  private static final Pattern LINE_END = Pattern.compile(".*[。；;]|.*[：:].*|[（(].*[）)]");

  private WrappedCellLines() {}

  /**
   * The lines with each wrapped cell on one line; the lines themselves where paragraphs are no
   * cells, that is if they are long, have blanks or tabs in their lines, or seem to be several
   * cells.
   */
  static List<String> join(List<String> lines) {
    List<String> result = new ArrayList<>(lines.size());
    int at = 0;
    while (at < lines.size()) {
      int end = endOfCells(lines, at);
      result.addAll(
          isStackOfCells(lines.subList(at, end))
              ? joinParagraphs(lines.subList(at, end))
              : lines.subList(at, end));
      at = end;
      while (at < lines.size() && !lines.get(at).isBlank() && endOfCells(lines, at) == at) {
        result.add(lines.get(at));
        at++;
      }
    }
    return result;
  }

  /**
   * Index after the paragraphs of at most {@link #MAX_LINES_OF_CELL} lines that may be cells and
   * begin at a line; the index of the line itself if none does.
   */
  private static int endOfCells(List<String> lines, int from) {
    int end = from;
    for (int at = from; at < lines.size(); ) {
      int start = at;
      while (at < lines.size() && !lines.get(at).isBlank()) {
        if (!mayBeLineOfCell(lines.get(at)) || at - start >= MAX_LINES_OF_CELL) {
          return end;
        }
        at++;
      }
      while (at < lines.size() && lines.get(at).isBlank()) {
        at++;
      }
      end = at;
    }
    return end;
  }

  private static boolean mayBeLineOfCell(String line) {
    String text = line.strip();
    return text.length() <= MAX_LINE_LENGTH && text.chars().noneMatch(Character::isWhitespace);
  }

  private static boolean isStackOfCells(List<String> lines) {
    int cells = 0;
    int wrapped = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean begins = !lines.get(i).isBlank() && (i == 0 || lines.get(i - 1).isBlank());
      boolean continues =
          i + 1 < lines.size() && !lines.get(i).isBlank() && !lines.get(i + 1).isBlank();
      cells += begins ? 1 : 0;
      wrapped += begins && continues ? 1 : 0;
      if (continues && isCompleteCell(lines.get(i).strip(), lines.get(i + 1).strip())) {
        return false;
      }
    }
    return cells >= MIN_CELLS && wrapped >= MIN_WRAPPED && 2 * wrapped <= cells;
  }

  /** Whether a line is a complete cell, so that the line below it does not continue it. */
  private static boolean isCompleteCell(String line, String nextLine) {
    return LINE_END.matcher(line).matches()
        || (NUMBER.matcher(line).matches() && NUMBER.matcher(nextLine).matches());
  }

  private static List<String> joinParagraphs(List<String> lines) {
    List<String> joined = new ArrayList<>();
    boolean open = false;
    for (String line : lines) {
      if (line.isBlank() || !open) {
        joined.add(line);
      } else {
        joined.add(joined.removeLast().strip() + line.strip());
      }
      open = !line.isBlank();
    }
    return joined;
  }
}
