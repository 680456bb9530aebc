package org.mingzhang.structure.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The lattice of a table's body. A state is (number of chunks read, column of the last cell); an
 * edge adds the next cell, made of one or more chunks, in a later column of the same row or in the
 * next row. {@link #decode} finds the cheapest path (Viterbi). Costs that depend on earlier cells
 * of the row use the survivor path of the state, so the search is not exact for them. Confined to
 * one thread and one table.
 */
public final class CellLattice {
  private final List<Chunk> chunks;
  private final List<Column> columns;
  private final TextTableLayout layout;
  private final EmissionCosts emissions;
  private final int columnCount;
  private final double[] cost;
  private final int[] predecessor;
  private final boolean[] startsRow;

  private final LineNumberCosts lineNumbers;

  /** Creates the lattice of chunks over the columns of a header. */
  public CellLattice(List<Chunk> chunks, List<Column> columns, TextTableLayout layout) {
    this.chunks = chunks;
    this.columns = columns;
    this.layout = layout;
    this.columnCount = columns.size();
    this.emissions = new EmissionCosts(chunks, columns, layout);
    this.cost = new double[(chunks.size() + 1) * columnCount];
    this.predecessor = new int[cost.length];
    this.startsRow = new boolean[cost.length];
    this.lineNumbers = new LineNumberCosts(columns, emissions, cost.length);
    Arrays.fill(cost, LatticeCosts.INFINITE_COST);
  }

  /**
   * Returns the cheapest path, or {@link LatticePath#NONE} if there are no chunks or no path.
   * Chunks at the end may stay unread at a cost if the table may end before them.
   */
  public LatticePath decode() {
    if (chunks.isEmpty()) {
      return LatticePath.NONE;
    }
    relaxFirstCells();
    for (int at = 1; at < chunks.size(); at++) {
      for (int column = 0; column < columnCount; column++) {
        if (cost[stateIndex(at, column)] < LatticeCosts.INFINITE_COST) {
          relaxNextCells(at, column);
        }
      }
    }
    return cheapestPath();
  }

  /** Relaxes the edges to all cells that may be the first of the table. */
  private void relaxFirstCells() {
    for (int end = 1; end <= emissions.segments().maxSegmentLength(0); end++) {
      double more = 0;
      for (int column = 0; column < columnCount; column++) {
        double step = more + emissions.cost(0, end, column, List.of());
        relaxEdge(0, end, column, -1, true, step);
        more += columns.get(column).type() == ColumnType.LEVEL1 ? 1 : leadingBlankCost(column);
      }
    }
  }

  /**
   * Relaxes the edges from a state to all cells that may follow, in the same row or in the next.
   */
  private void relaxNextCells(int at, int column) {
    int from = stateIndex(at, column);
    Chunk next = chunks.get(at);
    LatticeCosts.SeparatorCosts parting = LatticeCosts.separatorCosts(layout, next.separator());
    List<String> row = unfinishedRow(from);
    double close = rowEndCost(from);
    boolean total =
        columns.get(column).type().isName()
            && CellTextClassifier.isOfClass(row.get(column), CellTextClass.TOTAL);
    for (int end = at + 1; end <= at + emissions.segments().maxSegmentLength(at); end++) {
      double parted = parting.newCellCost() + emissions.segments().detachedUnitCost(at);
      double skipped = parted;
      boolean nameless = false;
      for (int c = column + 1; c < columnCount && skipped < LatticeCosts.INFINITE_COST; c++) {
        ColumnType type = columns.get(c).type();
        if (!nameless || type == ColumnType.POINTS) {
          double blanks = blankRunCost(skipped - parted, next.emptyCellsBefore(), c - column - 1);
          if (c > column + 1 && emissions.isAtColumnPosition(at, end, c)) {
            blanks = Math.min(blanks, LatticeCosts.parameter("placed_blank") * (c - column - 1));
          }
          if (c > column + 1) {
            blanks = Math.min(blanks, lineNumbers.blankNameCost(at, end, c, from));
          }
          double order = lineNumbers.stepCostInsideRow(at, end, c, from);
          double step = parted + blanks + order + emissions.cost(at, end, c, row);
          relaxEdge(at, end, c, from, false, step);
        }
        nameless |= type == ColumnType.LEVEL3;
        boolean noTarget = c > column + 1 && columns.get(c - 1).type() == ColumnType.TARGET;
        skipped +=
            nameless
                ? missingNameCost(type)
                : noTarget && type == ColumnType.ACTUAL
                    ? LatticeCosts.parameter("no_value")
                    : innerBlankCost(column, c)
                        * (total && !type.isNumeric() ? LatticeCosts.parameter("total_blank") : 1);
      }
      double begin = parting.newRowCost() + close + LatticeCosts.parameter("row");
      double lead = begin;
      for (int c = 0; c < columnCount && lead < LatticeCosts.INFINITE_COST; c++) {
        double order = lineNumbers.stepCost(at, end, c, from);
        double before =
            next.separator() == Separator.ROW_END && next.emptyCellsBefore() > 0
                ? begin + blankRunCost(lead - begin, next.emptyCellsBefore(), c)
                : Math.min(lead, begin + blankSideCost(c));
        double step = before + order + emissions.cost(at, end, c, List.of());
        relaxEdge(at, end, c, from, true, step);
        lead += leadingBlankCost(c);
      }
    }
  }

  /**
   * The cost of leaving a column blank inside a row. A blank level right after the row's ordinal
   * costs as much as one at the start of the row.
   *
   * @param lastFilledColumn column of the preceding cell
   */
  private double innerBlankCost(int lastFilledColumn, int column) {
    ColumnType type = columns.get(column).type();
    return type.isLevel() && columns.get(lastFilledColumn).type() == ColumnType.ORDINAL
        ? leadingBlankCost(column)
        : LatticeCosts.blankCosts(type).betweenCells();
  }

  /**
   * The cost of leaving a column blank in a row without the name of an indicator. Only the column
   * of those names ({@link ColumnType#LEVEL3}) has a cost, because a level without indicators may
   * still have points.
   */
  private static double missingNameCost(ColumnType type) {
    return type == ColumnType.LEVEL3 ? LatticeCosts.parameter("nameless") : 0;
  }

  /** The cost of a blank cell before the first filled cell of a row. */
  private double leadingBlankCost(int column) {
    return LatticeCosts.blankCosts(columns.get(column).type()).beforeFirstCell();
  }

  /**
   * The cost of ending a row after the cell of a state: that of the blank cells to its right, or a
   * fixed cost if the row ends with a placeholder (指标2：) or before its indicator name.
   */
  private double rowEndCost(int state) {
    int column = state % columnCount;
    if (columns.get(column).type() == ColumnType.LEVEL3
        && emissions.isPlaceholder(segmentStart(state), state / columnCount)) {
      return LatticeCosts.parameter("unfilled");
    }
    boolean named = true;
    double sum = 0;
    for (int c = column + 1; c < columnCount; c++) {
      ColumnType type = columns.get(c).type();
      if (type == ColumnType.LEVEL3) {
        named = false;
      }
      sum += LatticeCosts.blankCosts(type).afterLastCell();
    }
    return named ? sum : LatticeCosts.parameter("nameless");
  }

  /**
   * Adjusts the cost of a run of blank cells to the number of empty cells that the text shows:
   * lower if the two numbers agree, higher if they differ, unchanged if the text shows none.
   */
  private static double blankRunCost(double cost, int printedBlankCount, int skippedColumnCount) {
    if (printedBlankCount == 0) {
      return cost;
    }
    return printedBlankCount == skippedColumnCount
        ? Math.min(cost, LatticeCosts.parameter("printed_blank") * printedBlankCount)
        : cost
            + LatticeCosts.parameter("empties_missed")
                * Math.abs(printedBlankCount - skippedColumnCount);
  }

  /**
   * The cost of beginning a row at a column because one side of the table, or the name before a
   * line number, is blank; infinite for other columns.
   */
  private double blankSideCost(int column) {
    if (lineNumbers.isTwoSided()) {
      return lineNumbers.blankSideCost(column);
    }
    return emissions.sides().startsExpenditureSide(column)
        ? LatticeCosts.parameter("unnumbered_blank_side")
        : LatticeCosts.INFINITE_COST;
  }

  /**
   * Relaxes the edge that adds a cell. If the path through it is the cheapest to its state so far,
   * it becomes the survivor path of that state, and the line numbers are updated.
   *
   * @param start first chunk of the cell
   * @param end index after its last chunk
   * @param previousState the state before the cell; negative if the cell is the first of the table
   * @param edgeCost cost of the edge itself
   */
  private void relaxEdge(
      int start, int end, int column, int previousState, boolean isNewRow, double edgeCost) {
    double sum = (previousState < 0 ? 0 : cost[previousState]) + edgeCost;
    int to = stateIndex(end, column);
    if (sum < cost[to]) {
      cost[to] = sum;
      predecessor[to] = previousState;
      startsRow[to] = isNewRow;
      lineNumbers.recordCell(start, end, column, previousState, to);
    }
  }

  /** The cells of the unfinished row on the survivor path of a state. */
  private List<String> unfinishedRow(int state) {
    String[] row = new String[columnCount];
    Arrays.fill(row, "");
    for (int at = state; at >= 0; at = predecessor[at]) {
      row[at % columnCount] = emissions.segments().text(segmentStart(at), at / columnCount);
      if (startsRow[at]) {
        break;
      }
    }
    return List.of(row);
  }

  private int segmentStart(int state) {
    return predecessor[state] < 0 ? 0 : predecessor[state] / columnCount;
  }

  /**
   * The cheapest complete path, in which each chunk left unread at the end has a cost; {@link
   * LatticePath#NONE} if there is none.
   */
  private LatticePath cheapestPath() {
    int last = -1;
    double minimum = LatticeCosts.INFINITE_COST;
    for (int at = chunks.size(); at > 0; at--) {
      boolean end = at == chunks.size() || mayTableEndBefore(at);
      double left = LatticeCosts.parameter("unread") * (chunks.size() - at);
      for (int column = 0; end && column < columnCount; column++) {
        int state = stateIndex(at, column);
        double whole =
            cost[state] + (cost[state] < LatticeCosts.INFINITE_COST ? rowEndCost(state) : 0) + left;
        if (whole < minimum) {
          minimum = whole;
          last = state;
        }
      }
    }
    return last < 0 ? LatticePath.NONE : backtrace(last, minimum);
  }

  /** Whether the table may end directly before a chunk. */
  private boolean mayTableEndBefore(int at) {
    Separator separator = chunks.get(at).separator();
    return layout == TextTableLayout.SINGLE_LINE
        || layout == TextTableLayout.UNSEPARATED
        || separator == Separator.LINE_BREAK
        || separator == Separator.LONE_LINE
        || separator == Separator.PIPE
        || separator == Separator.ROW_END;
  }

  /** Follows the cheapest path back from its last state. */
  private LatticePath backtrace(int lastState, double minimum) {
    List<List<String>> rows = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    List<String> row = new ArrayList<>(Collections.nCopies(columnCount, ""));
    for (int at = lastState; at >= 0; at = predecessor[at]) {
      putCell(row, at % columnCount, segmentStart(at), at / columnCount);
      if (startsRow[at]) {
        rows.add(List.copyOf(row));
        starts.add(segmentStart(at));
        Collections.fill(row, "");
      }
    }
    Collections.reverse(rows);
    Collections.reverse(starts);
    int read = lastState / columnCount;
    double own = minimum - LatticeCosts.parameter("unread") * (chunks.size() - read);
    return new LatticePath(layout, List.copyOf(rows), List.copyOf(starts), read, own, minimum);
  }

  /**
   * Puts a cell into its row. Points that were printed between the lines of a wrapped cell go into
   * the next column of points instead, if its cell is still empty.
   */
  private void putCell(List<String> row, int column, int from, int to) {
    int points = emissions.segments().centeredPointsFinder().pointsIndexWithin(from, to);
    int own = column + 1;
    while (own < columnCount && columns.get(own).type() != ColumnType.POINTS) {
      own++;
    }
    if (points < 0 || own >= columnCount || !row.get(own).isEmpty()) {
      row.set(column, emissions.segments().text(from, to));
      return;
    }
    row.set(
        column,
        emissions.segments().text(from, points) + emissions.segments().text(points + 1, to));
    row.set(own, chunks.get(points).text());
  }

  /** Index of the state in which so many chunks have been read, the last of them in a column. */
  private int stateIndex(int chunksRead, int column) {
    return chunksRead * columnCount + column;
  }
}
