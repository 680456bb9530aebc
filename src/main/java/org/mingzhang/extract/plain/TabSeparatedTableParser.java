package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.extract.TextCleaner;

/**
 * Parses tables in plain text whose cells are separated by tabs. Empty cells at the end of a row
 * may have been lost with their tabs, so that a row of amounts is short and a row without amounts
 * is only its label. Lost cells are put back only if each column then has numbers or words alone,
 * because cells may also have been lost at the beginning of a row.
 */
final class TabSeparatedTableParser {
  /** A label alone on its line; neither a sentence nor a line of labels such as 单位：万元. */
  private static final Pattern LABEL = Pattern.compile("[^\\t。；;：:，]{2,30}");

  /** Maximum number of consecutive rows of which only the label is left. */
  private static final int MAX_LABEL_ROWS = 4;

  /** A stroke of a ruling, read as characters, at the beginning or end of a row. */
  private static final Pattern STROKE_AT_END = Pattern.compile("^[丨|｜│┃║]+ *|\\s*[丨|｜│┃║]+$");

  private TabSeparatedTableParser() {}

  /**
   * Parses the table that starts at a line: at least two of its rows have two non-empty cells.
   * Empty if there is none.
   */
  static Optional<TextTable> parse(List<String> printed, int start) {
    List<String> lines = hasStrayStrokes(printed, start) ? removeStrokes(printed, start) : printed;
    List<List<String>> rows = collectRows(lines, start, true);
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    if (hasNumbersInColumnsOfTheirOwn(rows, columns)) {
      rows = rows.stream().map(row -> padWithBlankCells(row, columns)).toList();
    } else {
      rows = collectRows(lines, start, false);
    }
    long filled = rows.stream().filter(row -> countFilled(row) > 1).count();
    return filled < 2
        ? Optional.empty()
        : Optional.of(new TextTable(rows, start + rows.size()).moveNotesBelowRows());
  }

  /** Whether some of the consecutive lines with tabs, but less than half, begin or end with bars. */
  private static boolean hasStrayStrokes(List<String> lines, int start) {
    int barred = 0;
    int at = start;
    for (; at < lines.size() && lines.get(at).indexOf('\t') >= 0; at++) {
      barred += STROKE_AT_END.matcher(lines.get(at)).find() ? 1 : 0;
    }
    return barred > 0 && 2 * barred < at - start;
  }

  /**
   * The lines, those with tabs from an index on without strokes. A stroke alone behind the last tab
   * is no cell, so its tab is removed too.
   */
  private static List<String> removeStrokes(List<String> lines, int start) {
    List<String> clean = new ArrayList<>(lines);
    for (int at = start; at < lines.size() && lines.get(at).indexOf('\t') >= 0; at++) {
      clean.set(at, STROKE_AT_END.matcher(lines.get(at)).replaceAll(""));
    }
    return clean;
  }

  /**
   * The rows from a line on, one for each line.
   *
   * @param includeLabelRows whether labels alone on their lines, above a row with amounts, are rows
   *     too
   */
  private static List<List<String>> collectRows(
      List<String> lines, int start, boolean includeLabelRows) {
    List<List<String>> rows = new ArrayList<>();
    int end = start;
    int columns = 0;
    while (end < lines.size()) {
      int next = includeLabelRows && !isRow(lines.get(end)) ? indexAfterLabels(lines, end) : end;
      boolean row = next == end ? isRow(lines.get(end)) : isRowOfAmounts(lines, next, columns);
      boolean note =
          !row
              && end + 1 < lines.size()
              && TextTable.isNoteBetweenRows(
                  lines.get(end), splitCells(lines.get(end + 1)), columns);
      if (!row && !note) {
        break;
      }
      next = note ? end : next;
      for (String line : lines.subList(end, next + 1)) {
        rows.add(splitCells(line));
        columns = Math.max(columns, rows.getLast().size());
      }
      end = next + 1;
    }
    return rows;
  }

  /**
   * Whether each column has either numbers or words in the rows with numbers, so that no row lacks
   * cells before its last one. The first column may have both: codes and 合计.
   */
  private static boolean hasNumbersInColumnsOfTheirOwn(List<List<String>> rows, int columnCount) {
    List<List<String>> data =
        rows.stream().filter(row -> row.stream().anyMatch(TextTable::isNumber)).toList();
    return !data.isEmpty()
        && IntStream.range(1, columnCount)
            .allMatch(
                c ->
                    data.stream()
                            .filter(row -> c < row.size() && !row.get(c).isEmpty())
                            .map(row -> TextTable.isNumber(row.get(c)))
                            .distinct()
                            .count()
                        <= 1);
  }

  /** The index of the first line from one on that is not a label alone. */
  private static int indexAfterLabels(List<String> lines, int from) {
    int next = from;
    while (next < lines.size()
        && next - from < MAX_LABEL_ROWS
        && LABEL.matcher(lines.get(next).strip()).matches()) {
      next++;
    }
    return next;
  }

  /** Whether a line is a row with amounts and all columns, which the header of a table is not. */
  private static boolean isRowOfAmounts(List<String> lines, int lineIndex, int columnCount) {
    if (lineIndex >= lines.size() || !isRow(lines.get(lineIndex))) {
      return false;
    }
    List<String> cells = splitCells(lines.get(lineIndex));
    return cells.size() == columnCount && cells.stream().anyMatch(TextTable::isNumber);
  }

  /**
   * A row with the cells that were lost after its last amount or after its label; a row that ends
   * with words, such as a header, is returned unchanged.
   */
  private static List<String> padWithBlankCells(List<String> row, int columnCount) {
    String last = row.getLast();
    boolean header = row.size() > 1 && !last.isEmpty() && !TextTable.isNumber(last);
    if (header || row.size() >= columnCount) {
      return row;
    }
    List<String> whole = new ArrayList<>(row);
    whole.addAll(Collections.nCopies(columnCount - row.size(), ""));
    return whole;
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
