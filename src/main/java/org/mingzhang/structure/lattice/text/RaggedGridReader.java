package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.text.CpuTimeBudget;
import org.mingzhang.text.PatternTable;

/**
 * Finds tables in ragged grids: tables copied without the positions that merged cells cover, as
 * browsers and converters write them. Each row holds only the cells that begin in it, so the cells
 * after a merged one have moved left; the lattice assigns them to columns.
 */
final class RaggedGridReader {
  /** Minimum number of rows shorter than the header that makes a grid ragged. */
  private static final int MIN_SHORT_ROWS = 2;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RaggedGridReader.class);
  private static final Pattern NAME_COLUMN_TITLE = PATTERNS.get("name");

  private RaggedGridReader() {}

  /**
   * Whether several rows have fewer cells than the header or, if the header is unknown, than the
   * widest row, or whether two titles of sides stand above the titles of columns. False if the file
   * records edges or merged cells, or if the table is already recognized.
   */
  static boolean isRagged(TableBlock table) {
    if (!table.edges().isEmpty()
        || table.isRecognizedByOcr()
        || table.cells().stream().anyMatch(c -> isMerged(c, table.columns()))) {
      return false;
    }
    List<List<Cell>> rows = groupByRow(table);
    int header = indexOfFormHeader(rows);
    List<Integer> widths = rows.stream().skip(Math.max(0, header)).map(List::size).toList();
    int widest =
        header < 0
            ? widths.stream().mapToInt(n -> n).max().orElse(0)
            : widths.isEmpty() ? 0 : widths.getFirst();
    return widths.stream().filter(n -> n < widest && n > 1).count() >= MIN_SHORT_ROWS
        || hasTitlesOfSides(rows);
  }

  /**
   * Whether the first row has as many titles as the second has sides, each of which begins with the
   * same title (收入, 支出 above 项目, 决算数, 项目, 决算数).
   */
  private static boolean hasTitlesOfSides(List<List<Cell>> rows) {
    if (rows.size() < 2 || rows.getFirst().size() < 2) {
      return false;
    }
    List<Cell> titles = rows.get(1);
    return rows.getFirst().size() < titles.size()
        && titles.stream().filter(cell -> text(cell).equals(text(titles.getFirst()))).count()
            == rows.getFirst().size();
  }

  /**
   * Index of the row with the titles of a performance form; the rows above it have other columns.
   * Negative if there is none.
   */
  private static int indexOfFormHeader(List<List<Cell>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).stream().anyMatch(cell -> NAME_COLUMN_TITLE.matcher(text(cell)).matches())) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a cell is a merged cell and not merely the padded last cell of a short row. */
  private static boolean isMerged(Cell cell, int columnCount) {
    return cell.rowSpan() > 1
        || (cell.columnSpan() > 1 && cell.column() + cell.columnSpan() < columnCount);
  }

  /** Converts the cells of a ragged grid to chunks, row by row. */
  static ChunkSequence splitIntoChunks(TableBlock table, int firstLine) {
    RowChunkCollector chunks = new RowChunkCollector();
    List<List<Cell>> rows = groupByRow(table);
    for (int i = 0; i < rows.size(); i++) {
      for (Cell cell : rows.get(i)) {
        chunks.addCell(text(cell), firstLine + i, chunks.isRowEmpty() ? 0 : cell.column());
      }
      chunks.endRow();
    }
    return ChunkSequence.create(chunks.chunks(), TextTableLayout.PIPE_SEPARATED);
  }

  /** The rows as lines of text. */
  static List<TextBlock> joinRows(TableBlock table) {
    return groupByRow(table).stream()
        .map(
            row ->
                row.stream().map(RaggedGridReader::text).collect(Collectors.joining(" ")).strip())
        .map(line -> TextBlock.line(table.page(), line))
        .toList();
  }

  private static String text(Cell cell) {
    return cell.text().replace('\n', ' ').strip();
  }

  private static List<List<Cell>> groupByRow(TableBlock table) {
    return List.copyOf(
        table.cells().stream()
            .collect(Collectors.groupingBy(Cell::row, TreeMap::new, Collectors.toList()))
            .values());
  }

  /**
   * Splits a ragged grid into the tables found in it, with its other rows as lines. Returns the
   * grid itself if no table is found.
   */
  static List<Block> replaceTables(TableBlock table, List<String> warnings, CpuTimeBudget budget) {
    List<TextBlock> lines = joinRows(table);
    ChunkSequence passage = splitIntoChunks(table, 0);
    List<String> told = new ArrayList<>();
    List<Block> read =
        new PassageTableReplacer(passage, lines, 0, lines.size()).replaceTables(told, budget);
    if (read.stream().noneMatch(TableBlock.class::isInstance)) {
      return List.of(table);
    }
    warnings.addAll(told);
    return read;
  }
}
