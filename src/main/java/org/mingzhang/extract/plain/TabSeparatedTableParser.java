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

  /**
   * Minimum number of rows with a blank line between any two for these blank lines to be removed.
   */
  private static final int MIN_SPACED_ROWS = 3;

  /** Characters that may be strokes of a ruling. */
  private static final String STROKES = "丨|｜│┃║";

  private TabSeparatedTableParser() {}

  /**
   * Parses the table that starts at a line: at least two of its rows have two non-empty cells.
   * Empty if there is none.
   */
  static Optional<TextTable> parse(List<String> lines, int start) {
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
        : Optional.of(
            new TextTable(rows, start + rows.size()).separateTitleRows().moveNotesBelowRows());
  }

  /**
   * The lines, without the strokes of a ruling at the beginning or end of rows. Bars at the ends of
   * at least half of the consecutive lines with tabs are kept.
   */
  static List<String> removeStrayStrokes(List<String> lines) {
    List<String> result = new ArrayList<>(lines);
    int start = 0;
    while (start < lines.size()) {
      int end = start;
      int barred = 0;
      while (end < lines.size() && lines.get(end).indexOf('\t') >= 0) {
        barred += removeStrokes(lines.get(end)).equals(lines.get(end)) ? 0 : 1;
        end++;
      }
      if (2 * barred < end - start) {
        result.subList(start, end).replaceAll(TabSeparatedTableParser::removeStrokes);
      }
      start = Math.max(end, start + 1);
    }
    return result;
  }

  /**
   * The lines, without the blank lines between the rows of tables that word processors copy with a
   * paragraph for each row. The blank lines of a table remain if its rows have lost empty cells
   * before their last ones.
   */
  static List<String> removeBlankLinesBetweenRows(List<String> lines) {
    List<String> result = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int last = at;
      int next = isRow(lines.get(at)) ? findRowBehindBlankLine(lines, at) : -1;
      while (next > 0) {
        last = next;
        next = findRowBehindBlankLine(lines, last);
      }
      int step = last > at && hasCellsInPlace(lines, at, last) ? 2 : 1;
      for (int i = at; i <= last; i += step) {
        result.add(lines.get(i));
      }
      at = last + 1;
    }
    return result;
  }

  /**
   * The index of the next row after one and a blank line, or after rows with amounts of which only
   * the label is left; -1 if there is none.
   */
  private static int findRowBehindBlankLine(List<String> lines, int row) {
    int next = row + 2;
    while (next < lines.size()
        && lines.get(next - 1).isEmpty()
        && !isRow(lines.get(next))
        && next - row <= 2 * MAX_LABEL_ROWS
        && LABEL.matcher(lines.get(next).strip()).matches()) {
      next += 2;
    }
    boolean found =
        next < lines.size()
            && lines.get(next - 1).isEmpty()
            && isRow(lines.get(next))
            && (next == row + 2
                || splitCells(lines.get(next)).stream().anyMatch(TextTable::isNumber));
    return found ? next : -1;
  }

  /**
   * Whether every second line from one to another is a row with the cells at their places, because
   * all have as many, or those of a shorter row fit the columns.
   */
  private static boolean hasCellsInPlace(List<String> lines, int first, int last) {
    List<List<String>> rows =
        IntStream.rangeClosed(0, (last - first) / 2)
            .mapToObj(i -> splitCells(lines.get(first + 2 * i)))
            .toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    return rows.size() >= MIN_SPACED_ROWS
        && (rows.stream().allMatch(row -> row.size() == columns)
            || hasNumbersInColumnsOfTheirOwn(rows, columns));
  }

  /**
   * A row without bars at its beginning and end. A bar alone behind the last tab is no cell, so its
   * tab is removed too.
   */
  private static String removeStrokes(String row) {
    int start = 0;
    while (start < row.length() && STROKES.indexOf(row.charAt(start)) >= 0) {
      start++;
    }
    int end = row.length();
    while (end > start && STROKES.indexOf(row.charAt(end - 1)) >= 0) {
      end--;
    }
    return row.substring(start, end < row.length() && row.charAt(end - 1) == '\t' ? end - 1 : end);
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
   * Whether each column has either numbers or words in the rows with numbers, which shows that no
   * row lacks cells before its last one. The first column may have both: codes and 合计.
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

  /** The index of the first line, from a given line on, that is not a label alone. */
  private static int indexAfterLabels(List<String> lines, int from) {
    int next = from;
    while (next < lines.size()
        && next - from < MAX_LABEL_ROWS
        && LABEL.matcher(lines.get(next).strip()).matches()) {
      next++;
    }
    return next;
  }

  /** Whether a line is a row with amounts and at most all columns, unlike the header of a table. */
  private static boolean isRowOfAmounts(List<String> lines, int lineIndex, int columnCount) {
    if (lineIndex >= lines.size() || !isRow(lines.get(lineIndex))) {
      return false;
    }
    List<String> cells = splitCells(lines.get(lineIndex));
    return cells.size() <= columnCount && cells.stream().anyMatch(TextTable::isNumber);
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
