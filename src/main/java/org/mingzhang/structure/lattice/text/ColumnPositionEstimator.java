package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticePath;
import org.mingzhang.structure.lattice.Separator;

/**
 * Learns the positions of numeric columns on lines of fixed pitch from rows without empty cells. In
 * text without alignment the rows disagree, and the columns are left unchanged.
 */
final class ColumnPositionEstimator {
  /**
   * Maximum distance, in characters, of the start or of the end of a cell from the median of its
   * column.
   */
  private static final int POSITION_TOLERANCE = 8;

  private static final int MIN_ROWS = 2;

  private final List<Column> columns;
  private final List<Chunk> body;

  ColumnPositionEstimator(List<Column> columns, List<Chunk> body) {
    this.columns = columns;
    this.body = body;
  }

  /**
   * The columns, with the positions of numeric columns estimated from the cells of a path. Columns
   * without enough evidence, and all columns of text without wide blanks, are returned unchanged.
   *
   * @param path the path found by a search without positions of numeric columns
   */
  List<Column> estimate(LatticePath path) {
    if (body.stream().noneMatch(chunk -> chunk.separator() == Separator.WIDE_BLANK)) {
      return columns;
    }
    List<List<Chunk>> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(new ArrayList<>()));
    int last = columns.size() - 1;
    for (int r = 0; r < path.rows().size(); r++) {
      List<String> row = path.rows().get(r);
      int next = r + 1 < path.rowStarts().size() ? path.rowStarts().get(r + 1) : path.chunkCount();
      if (!isNumeric(last)) {
        addWholeRow(row, path.rowStarts().get(r), next, cells);
        continue;
      }
      for (int c = last; c >= 0 && isNumeric(c) && !row.get(c).isEmpty(); c--) {
        int chunk = next - 1 - (last - c);
        if (chunk >= 0 && body.get(chunk).text().equals(row.get(c)) && hasAllNumbers(row)) {
          cells.get(c).add(body.get(chunk));
        }
      }
    }
    List<Column> placed = new ArrayList<>();
    for (int c = 0; c <= last; c++) {
      placed.add(withLearnedPosition(columns.get(c), cells.get(c)));
    }
    return placed;
  }

  /** Adds the numbers of a row if the row has no blank cells and each of its cells is one chunk. */
  private void addWholeRow(List<String> row, int from, int to, List<List<Chunk>> cells) {
    if (to - from != columns.size()) {
      return;
    }
    for (int c = 0; c < row.size(); c++) {
      if (!body.get(from + c).text().equals(row.get(c))) {
        return;
      }
    }
    for (int c = 0; c < row.size(); c++) {
      if (isNumeric(c)) {
        cells.get(c).add(body.get(from + c));
      }
    }
  }

  private static Column withLearnedPosition(Column column, List<Chunk> cells) {
    if (cells.size() < MIN_ROWS) {
      return column;
    }
    int start = median(cells.stream().map(Chunk::start).sorted().toList());
    int end = median(cells.stream().map(Chunk::end).sorted().toList());
    long near =
        cells.stream()
            .filter(
                c ->
                    Math.min(Math.abs(c.start() - start), Math.abs(c.end() - end))
                        <= POSITION_TOLERANCE)
            .count();
    return near >= MIN_ROWS && 2 * near > cells.size() ? column.withPosition(start, end) : column;
  }

  private static int median(List<Integer> sorted) {
    return sorted.get(sorted.size() / 2);
  }

  private boolean hasAllNumbers(List<String> row) {
    for (int c = 0; c < row.size(); c++) {
      if (isNumeric(c) && columns.get(c).type() != ColumnType.CODE && row.get(c).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private boolean isNumeric(int column) {
    return columns.get(column).type().isNumeric();
  }
}
