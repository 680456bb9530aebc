package org.mingzhang.structure.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The lattice of a table's body: its states are (number of chunks read, column filled last), its
 * edges the next cell, made of one chunk or several, in a later column of the row or in the next
 * row. {@link #read} finds the cheapest path (Viterbi). Costs that look at the cell before use the
 * survivor path of the state. Confined to one thread and one table.
 */
public final class CellLattice {
  private final List<Chunk> chunks;
  private final List<Column> columns;
  private final Layout layout;
  private final Emissions emissions;
  private final int width;
  private final double[] cost;
  private final int[] before;
  private final boolean[] begins;
  private final int[] ordinal;

  /** A lattice of chunks over columns. */
  public CellLattice(List<Chunk> chunks, List<Column> columns, Layout layout) {
    this.chunks = chunks;
    this.columns = columns;
    this.layout = layout;
    this.width = columns.size();
    this.emissions = new Emissions(chunks, columns, layout);
    this.cost = new double[(chunks.size() + 1) * width];
    this.before = new int[cost.length];
    this.begins = new boolean[cost.length];
    this.ordinal = new int[cost.length];
    Arrays.fill(cost, CostModel.NEVER);
  }

  /**
   * The cheapest reading, which may leave chunks at the end unread; none where there is no path.
   */
  public LatticePath read() {
    if (chunks.isEmpty()) {
      return LatticePath.NONE;
    }
    first();
    for (int at = 1; at < chunks.size(); at++) {
      for (int column = 0; column < width; column++) {
        if (cost[state(at, column)] < CostModel.NEVER) {
          expand(at, column);
        }
      }
    }
    return best();
  }

  private void first() {
    for (int end = 1; end <= emissions.joins().longest(0); end++) {
      double more = 0;
      for (int column = 0; column < width; column++) {
        double step = more + emissions.cell(0, end, column, List.of());
        reach(state(end, column), -1, true, step, emissions.ordinal(0, end, column, 0));
        more += columns.get(column).type() == ColumnType.LEVEL1 ? 1 : blankBefore(column);
      }
    }
  }

  private void expand(int at, int column) {
    int from = state(at, column);
    Chunk next = chunks.get(at);
    CostModel.Parting parting = CostModel.parting(layout, next.separator());
    List<String> row = row(from);
    double close = closing(from);
    for (int end = at + 1; end <= at + emissions.joins().longest(at); end++) {
      double parted = parting.cell() + emissions.joins().unitTorn(at);
      double skipped = parted;
      boolean nameless = false;
      for (int c = column + 1; c < width && skipped < CostModel.NEVER; c++) {
        ColumnType type = columns.get(c).type();
        if (!nameless || type == ColumnType.POINTS) {
          double blanks = blanks(skipped - parted, next.empties(), c - column - 1);
          double step = parted + blanks + emissions.cell(at, end, c, row);
          reach(state(end, c), from, false, step, emissions.ordinal(at, end, c, ordinal[from]));
        }
        nameless |= type == ColumnType.LEVEL3;
        boolean noTarget = c > column + 1 && columns.get(c - 1).type() == ColumnType.TARGET;
        skipped +=
            nameless
                ? namelessStep(type)
                : noTarget && type == ColumnType.ACTUAL
                    ? CostModel.limit("no_value")
                    : skip(column, c);
      }
      double lead = parting.row() + close + CostModel.limit("row");
      for (int c = 0; c < width && lead < CostModel.NEVER; c++) {
        double order = emissions.ordinalStep(at, end, c, ordinal[from]);
        double step = lead + order + emissions.cell(at, end, c, List.of());
        reach(state(end, c), from, true, step, emissions.ordinal(at, end, c, ordinal[from]));
        lead += blankBefore(c);
      }
    }
  }

  /**
   * What it costs to leave a column blank inside of a row: behind the row's number a level as at
   * its beginning.
   *
   * @param last the column filled before
   */
  private double skip(int last, int column) {
    ColumnType type = columns.get(column).type();
    return type.isLevel() && columns.get(last).type() == ColumnType.ORDINAL
        ? blankBefore(column)
        : CostModel.blank(type).between();
  }

  /** A level that nobody filled in may have points all the same. */
  private static double namelessStep(ColumnType type) {
    return type == ColumnType.LEVEL3 ? CostModel.limit("nameless") : 0;
  }

  private double blankBefore(int column) {
    return CostModel.blank(columns.get(column).type()).before();
  }

  /** What it costs to end a row after the cell of a state. */
  private double closing(int state) {
    int column = state % width;
    if (columns.get(column).type() == ColumnType.LEVEL3
        && emissions.unfilled(from(state), state / width)) {
      return CostModel.limit("unfilled");
    }
    boolean named = true;
    double sum = 0;
    for (int c = column + 1; c < width; c++) {
      ColumnType type = columns.get(c).type();
      if (type == ColumnType.LEVEL3) {
        named = false;
      }
      sum += CostModel.blank(type).after();
    }
    return named ? sum : CostModel.limit("nameless");
  }

  /**
   * What it costs that cells between two others are blank: little where just as many are printed as
   * empty ones.
   */
  private static double blanks(double cost, int printed, int skipped) {
    if (printed == 0) {
      return cost;
    }
    return printed == skipped
        ? Math.min(cost, CostModel.limit("printed_blank") * printed)
        : cost + CostModel.limit("empties_missed") * Math.abs(printed - skipped);
  }

  private void reach(int to, int from, boolean newRow, double step, int number) {
    double sum = (from < 0 ? 0 : cost[from]) + step;
    if (sum < cost[to]) {
      cost[to] = sum;
      before[to] = from;
      begins[to] = newRow;
      ordinal[to] = number;
    }
  }

  /** The cells of the unfinished row of a state's survivor path. */
  private List<String> row(int state) {
    String[] row = new String[width];
    Arrays.fill(row, "");
    for (int at = state; at >= 0; at = before[at]) {
      row[at % width] = emissions.joins().text(from(at), at / width);
      if (begins[at]) {
        break;
      }
    }
    return List.of(row);
  }

  private int from(int state) {
    return before[state] < 0 ? 0 : before[state] / width;
  }

  /** The cheapest path; one that leaves chunks at the end unread pays for each of them. */
  private LatticePath best() {
    int last = -1;
    double least = CostModel.NEVER;
    for (int at = chunks.size(); at > 0; at--) {
      boolean end = at == chunks.size() || mayEnd(at);
      double left = CostModel.limit("unread") * (chunks.size() - at);
      for (int column = 0; end && column < width; column++) {
        int state = state(at, column);
        double whole = cost[state] + (cost[state] < CostModel.NEVER ? closing(state) : 0) + left;
        if (whole < least) {
          least = whole;
          last = state;
        }
      }
    }
    return last < 0 ? LatticePath.NONE : reading(last, least);
  }

  /** Whether the table may end before a chunk. */
  private boolean mayEnd(int at) {
    Separator separator = chunks.get(at).separator();
    return layout == Layout.RUNNING
        || layout == Layout.GLUED
        || separator == Separator.LINE
        || separator == Separator.ALONE
        || separator == Separator.BAR
        || separator == Separator.ROW_END;
  }

  private LatticePath reading(int last, double least) {
    List<List<String>> rows = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    List<String> row = new ArrayList<>(Collections.nCopies(width, ""));
    for (int at = last; at >= 0; at = before[at]) {
      fill(row, at % width, from(at), at / width);
      if (begins[at]) {
        rows.add(List.copyOf(row));
        starts.add(from(at));
        Collections.fill(row, "");
      }
    }
    Collections.reverse(rows);
    Collections.reverse(starts);
    int read = last / width;
    double own = least - CostModel.limit("unread") * (chunks.size() - read);
    return new LatticePath(layout, List.copyOf(rows), List.copyOf(starts), read, own, least);
  }

  /** Puts a cell into its row; points in the middle of it are a cell of their own. */
  private void fill(List<String> row, int column, int from, int to) {
    int points = emissions.joins().pointsInside(from, to);
    int own = column + 1;
    while (own < width && columns.get(own).type() != ColumnType.POINTS) {
      own++;
    }
    if (points < 0 || own >= width || !row.get(own).isEmpty()) {
      row.set(column, emissions.joins().text(from, to));
      return;
    }
    row.set(column, emissions.joins().text(from, points) + emissions.joins().text(points + 1, to));
    row.set(own, chunks.get(points).text());
  }

  private int state(int chunksRead, int column) {
    return chunksRead * width + column;
  }
}
