package org.mingzhang.structure.lattice;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Costs of line numbers (行次) that do not follow the previous one of their column. Keeps the last
 * number read in each such column for each state of the lattice, since each path through the
 * lattice has numbers of its own; a two-sided table has a column of them on each side. Call {@link
 * #recordCell} for each cell of a path before asking for costs behind it. Confined to one thread
 * and one table.
 */
final class LineNumberCosts {
  private final List<Column> columns;
  private final EmissionCosts emissions;

  /** Indices of the columns of line numbers. */
  private final List<Integer> lineNumberColumns;

  /**
   * For each state, the last number read in each column of line numbers; 0 if none has been read.
   */
  private final int[] lastNumbers;

  LineNumberCosts(List<Column> columns, EmissionCosts emissions, int states) {
    this.columns = columns;
    this.emissions = emissions;
    this.lineNumberColumns = Column.indexesOf(ColumnType.ORDINAL, columns);
    this.lastNumbers = new int[states * lineNumberColumns.size()];
  }

  /** Whether each side of the table has line numbers. Either side of a row may then be blank. */
  boolean isTwoSided() {
    return lineNumberColumns.size() > 1;
  }

  /**
   * Records the last line number of each column for the state after a cell: the number in the cell
   * if it has one in that column, otherwise that of the state before.
   *
   * @param start first chunk of the cell
   * @param end index after its last chunk
   * @param previousState the state before the cell; negative if it is the first cell
   * @param newState the state after it
   */
  void recordCell(int start, int end, int column, int previousState, int newState) {
    for (int side = 0; side < lineNumberColumns.size(); side++) {
      int before = previousState < 0 ? 0 : lastNumber(previousState, side);
      lastNumbers[newState * lineNumberColumns.size() + side] =
          lineNumberColumns.get(side) == column
              ? emissions.ordinalOrDefault(start, end, column, before)
              : before;
    }
  }

  private int lastNumber(int state, int side) {
    return lastNumbers[state * lineNumberColumns.size() + side];
  }

  /**
   * The cost of a line number that does not follow the last one in its column; 0 in other columns.
   */
  double stepCost(int at, int end, int column, int previousState) {
    int side = lineNumberColumns.indexOf(column);
    return side < 0
        ? 0
        : emissions.ordinalStepCost(at, end, column, lastNumber(previousState, side));
  }

  /**
   * In a two-sided table, the cost of a line number that does not follow the last one on its side.
   * It is low if the number is a little greater, since rows may have been left out. An amount that
   * would be the next line number of a side has a cost as well, since it may be that number. 0 in
   * other tables.
   */
  double stepCostInsideRow(int at, int end, int column, int previousState) {
    if (!isTwoSided()) {
      return 0;
    }
    if (columns.get(column).type() == ColumnType.AMOUNT) {
      int number = emissions.ordinalOrDefault(at, end, lineNumberColumns.getFirst(), 0);
      return IntStream.range(0, lineNumberColumns.size())
              .anyMatch(side -> lastNumber(previousState, side) + 1 == number)
          ? LatticeCosts.parameter("line_number_as_amount")
          : 0;
    }
    double cost = stepCost(at, end, column, previousState);
    int side = lineNumberColumns.indexOf(column);
    int leftOut =
        cost > 0
            ? emissions.ordinalOrDefault(at, end, column, 0) - lastNumber(previousState, side) - 1
            : 0;
    return leftOut > 0 ? Math.min(cost, leftOut * LatticeCosts.parameter("line_number_gap")) : cost;
  }

  /**
   * In a two-sided table, the cost of the blank cells between a line number, or the amount after
   * it, and the next line number of the other side; infinite before other cells.
   *
   * @param previousState the state before the cell
   */
  double blankNameCost(int at, int end, int column, int previousState) {
    return isTwoSided()
            && column == lineNumberColumns.getLast()
            && previousState % columns.size() >= lineNumberColumns.getFirst()
            && emissions.ordinalOrDefault(at, end, column, 0)
                == lastNumber(previousState, lineNumberColumns.size() - 1) + 1
            && lastNumber(previousState, lineNumberColumns.size() - 1) > 0
        ? LatticeCosts.parameter("blank_side")
        : LatticeCosts.INFINITE_COST;
  }

  /**
   * In a two-sided table, the cost of a blank side before a column that is the first of the other
   * side, or of a blank name before the line number of the first side; infinite for other columns.
   */
  double blankSideCost(int column) {
    if (column == lineNumberColumns.getFirst()) {
      return LatticeCosts.parameter("unnamed_line_number");
    }
    return column > 0 && column + 1 == lineNumberColumns.getLast()
        ? LatticeCosts.parameter("blank_side")
        : LatticeCosts.INFINITE_COST;
  }
}
