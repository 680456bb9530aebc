package org.mingzhang.extract.plain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mingzhang.extract.TextCleaner;

/** Parses tables in plain text whose cells are separated by tabs. */
final class TabSeparatedTableParser {
  private TabSeparatedTableParser() {}

  /**
   * Parses the table that starts at a line: at least two rows, two of them with two non-empty
   * cells.
   */
  static Optional<TextTable> parse(List<String> lines, int start) {
    int end = start;
    while (end < lines.size() && isRow(lines.get(end))) {
      end++;
    }
    if (end - start < 2) {
      return Optional.empty();
    }
    List<List<String>> rows =
        lines.subList(start, end).stream().map(TabSeparatedTableParser::splitCells).toList();
    long filled = rows.stream().filter(row -> countFilled(row) > 1).count();
    return filled < 2 ? Optional.empty() : Optional.of(new TextTable(rows, end));
  }

  /** Whether a line is a row; a tab before or after the only text does not make one. */
  private static boolean isRow(String line) {
    List<String> cells = splitCells(line);
    return (cells.size() > 2 && countFilled(cells) > 0)
        || (cells.size() == 2 && countFilled(cells) == 2);
  }

  private static List<String> splitCells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(TextCleaner::clean).toList();
  }

  private static long countFilled(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isEmpty()).count();
  }
}
