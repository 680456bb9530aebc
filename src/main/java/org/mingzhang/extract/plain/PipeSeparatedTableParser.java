package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.extract.TextCleaner;

/**
 * Parses tables in plain text whose cells are separated by pipes: {@code | 项目 | 决算数 |}. Lines that
 * only draw borders are skipped.
 */
final class PipeSeparatedTableParser {
  private static final Pattern PIPE = Pattern.compile("[|｜│┃║]");

  /** A line without text: only pipes and characters that draw lines. */
  private static final Pattern BORDER = Pattern.compile("[\\s|｜│┃║:+\\-=─━┌┐└┘├┤┬┴┼]+");

  /** A horizontal line of a box, drawn in characters for boxes or in ASCII. */
  private static final Pattern RULE =
      Pattern.compile("\\s*(?:[┌├└┏┣┗╔╠╚][─━═┬┼┴┳╋┻╦╬╩]+[┐┤┘┓┫┛╗╣╝]|\\+(?:[-=]{2,}\\+)+)\\s*");

  /**
   * Rows padded on the right are tolerated up to this many times the number of rows whose empty
   * cell is printed between two pipes. If there are more, cells are assumed to have shifted left.
   */
  private static final int MAX_PADDED_RATIO = 8;

  /**
   * Number of distinct positions of rules in a box whose rows are not separated by rules: at the
   * top, below the header and at the bottom. If there are more, each row is between two rules and
   * may have several lines.
   */
  private static final int MAX_RULE_POSITIONS_WITHOUT_ROW_RULES = 3;

  /** Minimum number of rows without empty cells that show which columns hold numbers. */
  private static final int MIN_FULL_ROWS = 2;

  /**
   * Minimum number of characters of repeated words that are taken for the text of a merged cell.
   */
  private static final int MIN_MERGED_CELL_LENGTH = 3;

  /** Minimum number of cells of a row in which a merged cell may be printed repeatedly. */
  private static final int MIN_REPEATED_CELLS = 4;

  private PipeSeparatedTableParser() {}

  /** Whether a table may start at a line: it has a pipe, or is the upper line of a drawn box. */
  static boolean mayStartAt(List<String> lines, int lineIndex) {
    return hasPipe(lines.get(lineIndex)) || isRuleLine(lines, lineIndex);
  }

  /**
   * Whether a line is drawn above, below or between rows: ├──┼──┤. True only directly above or
   * below a row.
   */
  private static boolean isRuleLine(List<String> lines, int lineIndex) {
    return RULE.matcher(lines.get(lineIndex)).matches()
        && ((lineIndex > 0 && hasPipe(lines.get(lineIndex - 1)))
            || (lineIndex + 1 < lines.size() && hasPipe(lines.get(lineIndex + 1))));
  }

  /** Whether a line contains a pipe. */
  static boolean hasPipe(String line) {
    return PIPE.matcher(line).find();
  }

  /**
   * Parses the table that starts at a line: at least two rows of two or more cells, all with the
   * same number of cells except captions. Notes between rows are put below them, and lines between
   * the same two rules of a box are joined into one row if they are its wrapped lines, as are lines
   * without rules whose cells are wrapped at the width of their columns. Empty if there is none, if
   * the line before or after the rows contains a pipe but is not a row, so that the pipes are not
   * separators, or if cells may have been shifted or wrapped.
   */
  static Optional<TextTable> parse(List<String> lines, int start) {
    if (start > 0
        && (hasPipe(lines.get(start - 1)) || RULE.matcher(lines.get(start - 1)).matches())) {
      return Optional.empty();
    }
    if (continuesBelowNote(lines, start)) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    int end = start;
    List<Integer> ruled = new ArrayList<>(List.of(0));
    List<String> notes = new ArrayList<>();
    for (;
        end < lines.size()
            && (isRow(lines.get(end))
                || isRuleLine(lines, end)
                || (!rows.isEmpty()
                    && end + 1 < lines.size()
                    && isRow(lines.get(end + 1))
                    && TextTable.isNoteBetweenRows(
                        lines.get(end), splitCells(lines.get(end + 1)), rows.getLast().size())));
        end++) {
      if (!isRow(lines.get(end)) && !isRuleLine(lines, end)) {
        notes.add(lines.get(end));
      } else if (isRuleLine(lines, end)) {
        ruled.add(rows.size());
      } else if (!BORDER.matcher(lines.get(end)).matches() || lines.get(end).indexOf('-') < 0) {
        rows.add(mergeRepeatedCells(splitCells(lines.get(end))));
      }
    }
    long wide = rows.stream().filter(row -> row.size() > 1).count();
    ruled.add(rows.size());
    boolean goesOn = end < lines.size() && hasPipe(lines.get(end));
    rows =
        mayHaveWrappedRows(ruled) ? RuledRowJoiner.join(rows, ruled) : WrappedRowJoiner.join(rows);
    return wide < 2 || goesOn || rows.size() < 2 || !isRegularTable(rows)
        ? Optional.empty()
        : Optional.of(new TextTable(List.of(), rows, notes, end));
  }

  /**
   * Whether a row with numbers, which is no header, follows a line of text that follows another
   * row, so that the line is a note inside a table.
   */
  private static boolean continuesBelowNote(List<String> lines, int start) {
    return start > 1
        && hasPipe(lines.get(start - 2))
        && !lines.get(start - 1).isBlank()
        && splitCells(lines.get(start)).stream().anyMatch(TextTable::isAmount);
  }

  /**
   * Whether there are rules between the rows below the header and at least two of these rules have
   * several lines between them. Such lines may be one row whose cells are wrapped.
   *
   * @param linesAboveRules number of lines of cells above each rule, then the number of all lines
   *     of cells
   */
  private static boolean mayHaveWrappedRows(List<Integer> linesAboveRules) {
    List<Integer> ends = linesAboveRules.stream().distinct().toList();
    return ends.size() > MAX_RULE_POSITIONS_WITHOUT_ROW_RULES
        && IntStream.range(2, ends.size()).anyMatch(i -> ends.get(i) - ends.get(i - 1) > 1);
  }

  /**
   * Whether all rows except captions have the same number of cells, with empty cells in their
   * places. False if the program that wrote the table omitted empty and merged cells and padded
   * rows at the end: nearly all empty cells are then at the ends of rows, or a padded row has a
   * number where full rows have words. A row whose last number is in the last column of numbers
   * does not count as padded, because only its remarks are empty. Rows of equal length are regular
   * in any case if merged cells are printed repeatedly, since programs that do so omit no cells.
   */
  private static boolean isRegularTable(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    boolean repeated = rows.stream().anyMatch(PipeSeparatedTableParser::repeatsMergedCell);
    int padded = 0;
    int inPlace = 0;
    boolean moved = false;
    for (List<String> row : rows) {
      long filled = row.stream().filter(cell -> !cell.isEmpty()).count();
      if (filled <= 1) {
        continue;
      }
      if (row.size() < columns) {
        return false;
      }
      int last = row.size();
      while (row.get(last - 1).isEmpty()) {
        last--;
      }
      padded += last < row.size() && !lacksOnlyRemarks(row, last, rows) ? 1 : 0;
      inPlace += last > filled ? 1 : 0;
      moved |= last < row.size() && hasNumberInWordColumn(row, fullRows(rows, row.size()));
    }
    return repeated || (padded <= MAX_PADDED_RATIO * inPlace && !moved);
  }

  /** Whether a row has a number in a column of which all full rows have words. */
  private static boolean hasNumberInWordColumn(List<String> row, List<List<String>> fullRows) {
    return fullRows.size() >= MIN_FULL_ROWS
        && IntStream.range(0, row.size())
            .anyMatch(
                c ->
                    TextTable.isNumber(row.get(c))
                        && fullRows.stream().noneMatch(f -> TextTable.isNumber(f.get(c))));
  }

  /** The data rows that have exactly {@code columns} cells, none of them empty. */
  private static List<List<String>> fullRows(List<List<String>> rows, int columns) {
    return rows.stream()
        .skip(1)
        .filter(row -> row.size() == columns)
        .filter(row -> row.stream().noneMatch(String::isEmpty))
        .toList();
  }

  /**
   * Whether a row has numbers in exactly the columns before {@code filledLength} in which all full
   * rows have them, and full rows have no numbers in the other columns, so that the row lacks only
   * remarks. False if its last filled cell is no number or there are fewer than {@link
   * #MIN_FULL_ROWS} full rows.
   *
   * @param filledLength number of cells of the row without the empty ones at its end
   */
  private static boolean lacksOnlyRemarks(
      List<String> row, int filledLength, List<List<String>> rows) {
    List<List<String>> full = fullRows(rows, row.size());
    if (full.size() < MIN_FULL_ROWS || !TextTable.isNumber(row.get(filledLength - 1))) {
      return false;
    }
    for (int c = 0; c < row.size(); c++) {
      int column = c;
      long numbers = full.stream().filter(other -> TextTable.isNumber(other.get(column))).count();
      if (numbers != (c < filledLength && TextTable.isNumber(row.get(c)) ? full.size() : 0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The row or, if all of its cells have the same words, as copies of a merged cell have, only the
   * first cell.
   */
  private static List<String> mergeRepeatedCells(List<String> row) {
    boolean one =
        row.size() >= MIN_REPEATED_CELLS
            && row.stream().distinct().count() == 1
            && !row.getFirst().isEmpty()
            && !TextTable.isNumber(row.getFirst());
    return one ? List.of(row.getFirst()) : row;
  }

  /**
   * Whether a row begins with words that are printed in two cells, as copies of a merged cell are.
   * Ditto marks (〃, 同上) are shorter.
   */
  private static boolean repeatsMergedCell(List<String> row) {
    return row.size() >= MIN_REPEATED_CELLS
        && row.get(0).length() >= MIN_MERGED_CELL_LENGTH
        && row.get(0).equals(row.get(1))
        && !TextTable.isNumber(row.get(0));
  }

  private static boolean isRow(String line) {
    return hasPipe(line) && (BORDER.matcher(line).matches() || splitCells(line).size() > 1);
  }

  /** The cells; a pipe at either end of the line is ignored. */
  private static List<String> splitCells(String line) {
    String inner = line.strip().replaceFirst("^" + PIPE, "").replaceFirst(PIPE + "$", "");
    return Arrays.stream(PIPE.split(inner, -1)).map(TextCleaner::clean).toList();
  }
}
