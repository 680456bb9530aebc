package org.mingzhang.extract.plain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mingzhang.extract.TextCleaner;

/** Tables whose rows are lines and whose cells are parted by tabs. */
final class TabSeparatedTable {
  private TabSeparatedTable() {}

  /** The table that starts at a line: at least two rows of which two have two filled cells. */
  static Optional<TextTable> parse(List<String> lines, int start) {
    int end = start;
    while (end < lines.size() && isRow(lines.get(end))) {
      end++;
    }
    if (end - start < 2) {
      return Optional.empty();
    }
    List<List<String>> rows = lines.subList(start, end).stream().map(TabSeparatedTable::cells).toList();
    long filled = rows.stream().filter(row -> countFilled(row) > 1).count();
    return filled < 2 ? Optional.empty() : Optional.of(new TextTable(rows, end));
  }

  /** A tab with something on the line: not one before or after the text alone. */
  private static boolean isRow(String line) {
    List<String> cells = cells(line);
    return (cells.size() > 2 && countFilled(cells) > 0) || (cells.size() == 2 && countFilled(cells) == 2);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(TextCleaner::clean).toList();
  }

  private static long countFilled(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isEmpty()).count();
  }
}
