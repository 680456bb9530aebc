package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.TextCleaner;

/**
 * Parses tables with one cell per line and an empty line after each row, as web pages and word
 * processors put them on the clipboard. Some programs copy an empty cell as a line of blanks,
 * others as an empty line, which may then also be the end of a row. For each number of columns the
 * lines are divided into rows by dynamic programming, and the division that places the most cells
 * wins. Rows with merged cells may be shorter. A table starts only directly below the line with its
 * unit, so that verse and short paragraphs are not taken for one. Confined to one thread and one
 * table.
 */
final class RowPerParagraphTableParser {
  /**
   * A line that states the unit. Directly below it, a table with one row per paragraph may begin.
   */
  private static final Pattern UNIT_LINE =
      Pattern.compile(".{0,40}单位[:：]\\s*(?:人民币)?[百千万亿]{0,2}元[)）]?");

  private static final Pattern NUMBER = Pattern.compile("[-−－]?\\d[\\d,]*(?:\\.\\d+)?[%％]?");

  /**
   * A cell that shows nothing about its column: an empty one, a dash instead of an amount, or the
   * label of a total, which may be in a column of codes.
   */
  private static final Pattern UNTYPED_CELL = Pattern.compile("|[-—－/]+|.{0,4}[合总共]\\s*计");

  private static final Pattern TOTAL = Pattern.compile("[合总共]\\s*计");
  private static final int MIN_COLUMNS = 3;
  private static final int MAX_COLUMNS = 20;
  private static final int MIN_ROWS = 3;

  /** Minimum number of rows without empty cells, which show the number of columns. */
  private static final int MIN_FILLED_ROWS = 2;

  /** Maximum number of header rows, which may be shorter than the others. */
  private static final int MAX_HEADER_ROWS = 5;

  /** Maximum number of lines of a table; the rest is read as text. */
  private static final int MAX_TABLE_LINES = 3000;

  /** Maximum length of a cell, in characters. */
  private static final int MAX_CELL_LENGTH = 60;

  /**
   * Maximum number of cells by which the row of a total may be shorter, because its label spans
   * several columns.
   */
  private static final int MAX_CELLS_MERGED_IN_TOTAL = 3;

  /**
   * The number of cells with text by which a mismatched cell, a number in a column of words or the
   * reverse, lowers the score.
   */
  private static final int MISMATCH_COST = 3;

  /** Maximum number of mismatched cells of a table; a row that numbers the columns has some. */
  private static final int MAX_MISMATCHED_CELLS = 2;

  private final List<String> cells;
  private final List<String> lines;
  private final int columnCount;

  /** Whether empty cells are lines of blanks, so that empty lines are ends of rows. */
  private final boolean hasMarkedBlankCells;

  private RowPerParagraphTableParser(
      List<String> lines, List<String> cells, int columnCount, boolean hasMarkedBlankCells) {
    this.lines = lines;
    this.cells = cells;
    this.columnCount = columnCount;
    this.hasMarkedBlankCells = hasMarkedBlankCells;
  }

  /**
   * A way to read the lines up to one of them as rows.
   *
   * @param previous the reading without its last row, or null for no rows
   * @param lastRow the last row
   * @param rowCount number of rows
   * @param completeRowCount number of rows that have all columns
   * @param score number of cells with text in the rows from the first complete row on
   * @param end index of the line after the last row
   */
  private record Reading(
      @Nullable Reading previous,
      List<String> lastRow,
      int rowCount,
      int completeRowCount,
      int score,
      int end) {
    static final Reading NONE = new Reading(null, List.of(), 0, 0, 0, 0);

    List<List<String>> rows() {
      List<List<String>> rows = new ArrayList<>();
      for (Reading at = this; at.previous != null; at = at.previous) {
        rows.add(at.lastRow);
      }
      return rows.reversed();
    }
  }

  /**
   * Whether a table may start at a line, because the unit is on the line above it, or above one
   * blank line.
   */
  static boolean mayStartAt(List<String> lines, int lineIndex) {
    int above = lineIndex > 1 && lines.get(lineIndex - 1).isBlank() ? lineIndex - 2 : lineIndex - 1;
    return above >= 0
        && !lines.get(lineIndex).isBlank()
        && UNIT_LINE.matcher(TextCleaner.clean(lines.get(above))).matches();
  }

  /**
   * Parses the table that starts at a line; empty if no number of columns divides the lines into a
   * table.
   */
  static Optional<TextTable> parse(List<String> lines, int start) {
    int end = start;
    while (end < lines.size() && end < start + MAX_TABLE_LINES && mayBeCell(lines.get(end))) {
      end++;
    }
    List<String> part = lines.subList(start, end);
    List<String> cells = part.stream().map(TextCleaner::clean).toList();
    int rowEndCount = countRowEnds(part);
    if (rowEndCount < MIN_ROWS) {
      return Optional.empty();
    }
    boolean blankCellsMarked =
        IntStream.range(0, part.size())
            .anyMatch(i -> cells.get(i).isEmpty() && !part.get(i).isEmpty());
    return IntStream.rangeClosed(MIN_COLUMNS, MAX_COLUMNS)
        .mapToObj(
            n -> new RowPerParagraphTableParser(part, cells, n, blankCellsMarked).findBestReading())
        .filter(RowPerParagraphTableParser::isTable)
        .max(
            Comparator.comparingInt(
                r -> r.score() - MISMATCH_COST * countMismatchedCells(r.rows())))
        .filter(reading -> !isCopiedByColumns(reading.rows()))
        .map(reading -> new TextTable(reading.rows(), start + reading.end()));
  }

  /** Whether the words of the rows are those of columns, which do not all have the same length. */
  private static boolean isCopiedByColumns(List<List<String>> rows) {
    return ColumnRunTableParser.areColumns(
        rows.getFirst(), rows.stream().skip(1).map(List::getFirst).toList());
  }

  private static int countRowEnds(List<String> lines) {
    return (int) lines.stream().filter(String::isEmpty).count();
  }

  private static boolean mayBeCell(String line) {
    return line.length() <= MAX_CELL_LENGTH
        && line.indexOf('\t') < 0
        && !PipeSeparatedTableParser.hasPipe(line)
        && !UNIT_LINE.matcher(TextCleaner.clean(line)).matches();
  }

  /**
   * Whether a reading is a table. Rows without empty cells are required because in copies with an
   * empty line after every cell each line could be a row.
   */
  private static boolean isTable(Reading reading) {
    int columns = reading.rows().stream().mapToInt(List::size).max().orElse(0);
    long filled =
        reading.rows().stream()
            .filter(row -> row.size() == columns && row.stream().noneMatch(String::isEmpty))
            .count();
    return filled >= MIN_FILLED_ROWS
        && reading.completeRowCount() >= MIN_ROWS
        && 2 * reading.completeRowCount() >= reading.rows().size()
        && countMismatchedCells(reading.rows()) <= MAX_MISMATCHED_CELLS;
  }

  /**
   * The reading with the highest score; {@link Reading#NONE} if the lines form no rows of this
   * number of columns.
   */
  private Reading findBestReading() {
    @Nullable Reading[] best = new Reading[lines.size() + 2];
    best[0] = Reading.NONE;
    Reading highest = Reading.NONE;
    for (int at = 0; at < lines.size(); at++) {
      Reading before = best[at];
      if (before == null) {
        continue;
      }
      if (isWholeRow(at)) {
        highest = extendByRow(best, before, at, columnCount, highest);
      }
      int filled = 0;
      while (filled < columnCount - 1 && at + filled < lines.size() && isCellLine(at + filled)) {
        filled++;
      }
      if (filled > 1 && endsRow(at + filled) && mayBeShorterRow(before, at, filled)) {
        highest = extendByRow(best, before, at, filled, highest);
      }
    }
    return highest;
  }

  /**
   * Adds a row to a reading and keeps the result if it is the best that ends there. Returns the
   * reading with the highest score so far.
   */
  private Reading extendByRow(
      @Nullable Reading[] bestByEnd,
      Reading previous,
      int lineIndex,
      int cellCount,
      Reading highestScored) {
    List<String> row = cells.subList(lineIndex, lineIndex + cellCount);
    int whole = previous.completeRowCount() + (cellCount == columnCount ? 1 : 0);
    int placed = whole == 0 ? 0 : (int) row.stream().filter(c -> !c.isEmpty()).count();
    Reading next =
        new Reading(
            previous,
            row,
            previous.rowCount() + 1,
            whole,
            previous.score() + placed,
            lineIndex + cellCount);
    int to = lineIndex + cellCount + 1;
    Reading other = bestByEnd[to];
    if (other == null || next.score() > other.score()) {
      bestByEnd[to] = next;
    }
    return next.score() > highestScored.score() ? next : highestScored;
  }

  /** Whether a row may have fewer cells than others: a row of titles or of a total. */
  private boolean mayBeShorterRow(Reading previous, int lineIndex, int cellCount) {
    return previous.completeRowCount() == 0
        ? previous.rowCount() < MAX_HEADER_ROWS
        : columnCount - cellCount <= MAX_CELLS_MERGED_IN_TOTAL
            && TOTAL.matcher(cells.get(lineIndex)).find();
  }

  private boolean isCellLine(int lineIndex) {
    return !cells.get(lineIndex).isEmpty()
        || (hasMarkedBlankCells && !lines.get(lineIndex).isEmpty());
  }

  private boolean endsRow(int lineIndex) {
    return lineIndex >= lines.size()
        || (hasMarkedBlankCells ? lines.get(lineIndex).isEmpty() : cells.get(lineIndex).isEmpty());
  }

  private boolean isWholeRow(int lineIndex) {
    int end = lineIndex + columnCount;
    return end <= lines.size()
        && endsRow(end)
        && (!hasMarkedBlankCells || IntStream.range(lineIndex, end).noneMatch(this::endsRow))
        && IntStream.range(lineIndex, end).anyMatch(i -> !cells.get(i).isEmpty());
  }

  /** Number of cells that are numbers where most rows have words, or the reverse. */
  private static int countMismatchedCells(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int mismatched = 0;
    for (int c = 0; c < columns; c++) {
      int numbers = 0;
      int words = 0;
      boolean body = false;
      for (List<String> row : rows) {
        body |= row.stream().anyMatch(cell -> NUMBER.matcher(cell).matches());
        if (body && row.size() == columns && !UNTYPED_CELL.matcher(row.get(c)).matches()) {
          boolean number = NUMBER.matcher(row.get(c)).matches();
          numbers += number ? 1 : 0;
          words += number ? 0 : 1;
        }
      }
      mismatched += Math.min(numbers, words);
    }
    return mismatched;
  }
}
