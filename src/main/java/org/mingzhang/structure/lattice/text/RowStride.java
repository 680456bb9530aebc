package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.CellShapes;

/**
 * How many cells a row has in text with one cell a line, empty ones among them: so many that each
 * column holds numbers in nearly all of its rows, or in nearly none.
 *
 * @param offset number of cells before the first row
 * @param columns number of cells of a row
 */
record RowStride(int offset, int columns) {
  private static final int FEWEST_COLUMNS = 4;
  private static final int MOST_COLUMNS = 30;
  private static final int FEWEST_ROWS = 4;
  private static final int MOST_BEFORE = 3;

  /** Rows of a caption and a header. */
  private static final int HEAD = 2;

  /** Share of the cells that are like the others of their column. */
  private static final double ALIKE = 0.9;

  /** The stride of cells; none where no number of columns makes them alike. */
  static Optional<RowStride> of(List<String> cells) {
    List<Integer> kinds = cells.stream().map(RowStride::kind).toList();
    RowStride best = null;
    double most = ALIKE;
    for (int columns = FEWEST_COLUMNS; columns <= MOST_COLUMNS; columns++) {
      for (int offset = 0; offset <= MOST_BEFORE; offset++) {
        int rest = cells.size() - offset;
        if (rest % columns == 0 && rest / columns >= FEWEST_ROWS) {
          RowStride stride = new RowStride(offset, columns);
          double alike = stride.alike(kinds);
          if (alike > most) {
            most = alike;
            best = stride;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** 1 for a number, 0 for other text, less than zero for an empty cell. */
  private static int kind(String cell) {
    return cell.isEmpty() ? -1 : CellShapes.isNumber(cell) ? 1 : 0;
  }

  /** Share of the filled cells behind caption and header that are as most of their column. */
  private double alike(List<Integer> kinds) {
    int rows = (kinds.size() - offset) / columns;
    int skipped = rows > FEWEST_ROWS ? HEAD : 1;
    int filled = 0;
    int alike = 0;
    int numeric = 0;
    for (int column = 0; column < columns; column++) {
      int first = offset + skipped * columns + column;
      int numbers = count(kinds, first, 1);
      int words = count(kinds, first, 0);
      filled += numbers + words;
      alike += Math.max(numbers, words);
      numeric += numbers > words ? 1 : 0;
    }
    boolean both = numeric > 0 && numeric < columns;
    return both && filled > 0 ? (double) alike / filled : 0;
  }

  private int count(List<Integer> kinds, int first, int kind) {
    return (int)
        IntStream.iterate(first, i -> i < kinds.size(), i -> i + columns)
            .filter(i -> kinds.get(i) == kind)
            .count();
  }
}
