package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts the cells of a form that was copied as text with one cell a line into rows. Blank cells and
 * merged ones leave no trace, so that which cells a row lacks is not printed: of all ways to fill
 * the columns in order, row after row, the cheapest is taken. A cell costs what it is unlike its
 * column, a blank what the column is seldom blank; every row has a name. Confined to one thread and
 * one form.
 */
final class CellRows {
  private static final double ROW = 0.1;
  private static final double EMPTY = 1;

  /** So much a row may cost on average where the reading is to be believed. */
  private static final double DEAREST_ROW = 1.6;

  /** The same where lines tell where rows begin. */
  private static final double DEAREST_LINE = 1.9;

  /** What a line that goes on in another costs where it is no sign of a wrong reading. */
  private static final double USUAL_WRAP = 0.6;

  /** That a line goes on with the row of the line before. */
  private static final double WRAPPED = 0.35;

  private final List<CellHeader.Column> columns;
  private final List<String> cells;
  private final @Nullable BitSet opening;
  private final CellCosts costs;
  private final double[] cost;
  private final int[] before;

  private CellRows(
      List<CellHeader.Column> columns,
      List<String> cells,
      @Nullable BitSet opening,
      CellCosts costs) {
    this.columns = columns;
    this.cells = cells;
    this.opening = opening;
    this.costs = costs;
    this.cost = new double[(cells.size() + 1) * (columns.size() + 1) * 2];
    this.before = new int[cost.length];
    Arrays.fill(cost, CellCosts.NEVER);
  }

  /**
   * The rows of a form with one cell a line, a text for each column; empty where the cells fit the
   * columns in no cheap way.
   */
  static List<List<String>> of(List<CellHeader.Column> columns, List<String> cells) {
    return new CellRows(columns, cells, null, new CellCosts(columns, cells, null)).read();
  }

  /** The same of a form whose rows begin with lines. */
  static List<List<String>> of(List<CellHeader.Column> columns, LineCells lines) {
    List<String> cells = lines.cells();
    CellCosts costs = new CellCosts(columns, cells, lines);
    return new CellRows(columns, cells, lines.opening(), costs).read();
  }

  private List<List<String>> read() {
    cost[state(0, 0, false)] = -wrapped(0);
    before[state(0, 0, false)] = -1;
    for (int cell = 0; cell <= cells.size(); cell++) {
      for (int column = 0; column <= columns.size(); column++) {
        step(cell, column, false);
        step(cell, column, true);
      }
    }
    int last = state(cells.size(), columns.size(), false);
    int filled = state(cells.size(), columns.size(), true);
    last = cost[filled] < cost[last] ? filled : last;
    if (cells.isEmpty() || cost[last] == CellCosts.NEVER) {
      return List.of();
    }
    List<List<String>> rows = rows(last);
    double wraps = opening == null ? 0 : USUAL_WRAP * (opening.cardinality() - rows.size());
    double dearest = opening == null ? DEAREST_ROW : DEAREST_LINE;
    return cost[last] - wraps <= dearest * rows.size() ? rows : List.of();
  }

  /** Fills or leaves the next column, or goes on with the cell before. */
  private void step(int cell, int column, boolean filled) {
    int from = state(cell, column, filled);
    if (cost[from] == CellCosts.NEVER) {
      return;
    }
    boolean left = cell < cells.size();
    if (left && filled && column > 0) {
      boolean opens = opening != null && opening.get(cell);
      double more = costs.goingOn(column - 1, cell, opens) + wrapped(cell);
      reach(state(cell + 1, column, true), from, more);
    }
    if (column == columns.size()) {
      // a new row begins, which is looked at next in the same pass over the columns
      double row = begins(cell) ? ROW - wrapped(cell) : CellCosts.NEVER;
      boolean cheaper = cost[from] + row < cost[state(cell, 0, false)];
      reach(state(cell, 0, false), from, row);
      for (int c = 0; cheaper && c < columns.size(); c++) {
        step(cell, c, false);
      }
      return;
    }
    if (filled && columns.get(column).role() == IndicatorRole.LEVEL3) {
      reach(state(cell, columns.size(), false), from, EMPTY); // a level that nobody filled in
    }
    reach(state(cell, column + 1, false), from, costs.blank(column, cell, filled));
    if (left) {
      reach(
          state(cell + 1, column + 1, true),
          from,
          costs.unlike(column, cell, filled) + wrapped(cell));
    }
  }

  /** Whether a row may begin with a cell. */
  private boolean begins(int cell) {
    return opening == null || cell == cells.size() || opening.get(cell);
  }

  /** What a cell that opens a line costs, which the row that begins there gives back. */
  private double wrapped(int cell) {
    return opening != null && opening.get(cell) ? WRAPPED : 0;
  }

  private void reach(int to, int from, double step) {
    if (cost[from] + step < cost[to]) {
      cost[to] = cost[from] + step;
      before[to] = from;
    }
  }

  private List<List<String>> rows(int last) {
    List<Integer> path = new ArrayList<>();
    for (int at = last; at >= 0; at = before[at]) {
      path.add(at);
    }
    Collections.reverse(path);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = blankRow();
    for (int i = 1; i < path.size(); i++) {
      int from = path.get(i - 1);
      int to = path.get(i);
      if (cell(to) > cell(from)) {
        row.set(column(to) - 1, row.get(column(to) - 1) + cells.get(cell(from)));
      } else if (column(to) == 0) {
        rows.add(row);
        row = blankRow();
      }
    }
    rows.add(row);
    return rows;
  }

  private List<String> blankRow() {
    return new ArrayList<>(Collections.nCopies(columns.size(), ""));
  }

  private int state(int cell, int column, boolean filled) {
    return (cell * (columns.size() + 1) + column) * 2 + (filled ? 1 : 0);
  }

  private int cell(int state) {
    return state / 2 / (columns.size() + 1);
  }

  private int column(int state) {
    return state / 2 % (columns.size() + 1);
  }
}
