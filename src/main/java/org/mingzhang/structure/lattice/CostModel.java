package org.mingzhang.structure.lattice;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The costs of the lattice as its tables give them. Immutable. */
public final class CostModel {
  private static final Map<ColumnType, Map<CellShape, Double>> EMISSIONS = emissions();
  private static final Map<ColumnType, Blank> BLANKS = blanks();
  private static final Map<Layout, Map<Separator, Parting>> PARTINGS = partings();
  private static final Map<String, Double> LIMITS = limits();

  /**
   * Costs of blank cells.
   *
   * @param before before the first cell of a row
   * @param between between two cells
   * @param after behind the last cell
   */
  record Blank(double before, double between, double after) {}

  /**
   * Costs of what stands behind a separator.
   *
   * @param join that it goes on with the cell before
   * @param cell that it is the next cell of the row
   * @param row that it begins the next row
   */
  record Parting(double join, double cell, double row) {}

  private CostModel() {}

  private static Map<ColumnType, Map<CellShape, Double>> emissions() {
    Map<ColumnType, Map<CellShape, Double>> costs = new EnumMap<>(ColumnType.class);
    for (List<String> row : CostTables.rows("emissions.tsv")) {
      Map<CellShape, Double> column =
          costs.computeIfAbsent(
              ColumnType.valueOf(row.get(0)), k -> new EnumMap<>(CellShape.class));
      double cost = CostTables.cost(row.get(2));
      if (row.get(1).equals("*")) {
        for (CellShape shape : CellShape.values()) {
          column.put(shape, cost);
        }
      } else {
        column.put(CellShape.valueOf(row.get(1)), cost);
      }
    }
    return costs;
  }

  private static Map<ColumnType, Blank> blanks() {
    Map<ColumnType, Blank> costs = new EnumMap<>(ColumnType.class);
    for (List<String> row : CostTables.rows("blanks.tsv")) {
      costs.put(
          ColumnType.valueOf(row.get(0)),
          new Blank(
              CostTables.cost(row.get(1)),
              CostTables.cost(row.get(2)),
              CostTables.cost(row.get(3))));
    }
    return costs;
  }

  private static Map<Layout, Map<Separator, Parting>> partings() {
    Map<Layout, Map<Separator, Parting>> costs = new EnumMap<>(Layout.class);
    for (List<String> row : CostTables.rows("separators.tsv")) {
      costs
          .computeIfAbsent(Layout.valueOf(row.get(0)), k -> new EnumMap<>(Separator.class))
          .put(
              Separator.valueOf(row.get(1)),
              new Parting(
                  CostTables.cost(row.get(2)),
                  CostTables.cost(row.get(3)),
                  CostTables.cost(row.get(4))));
    }
    return costs;
  }

  private static Map<String, Double> limits() {
    Map<String, Double> values = new HashMap<>();
    for (List<String> row : CostTables.rows("limits.tsv")) {
      values.put(row.get(0), CostTables.cost(row.get(1)));
    }
    return values;
  }

  /** What it costs to read a cell of these shapes as one of a column. */
  public static double emission(ColumnType column, Set<CellShape> shapes) {
    Map<CellShape, Double> costs = EMISSIONS.getOrDefault(column, Map.of());
    double least = CostTables.NEVER;
    for (CellShape shape : shapes) {
      least = Math.min(least, costs.getOrDefault(shape, 0.0));
    }
    return least;
  }

  /** What blank cells of a column cost. */
  static Blank blank(ColumnType column) {
    return BLANKS.getOrDefault(column, new Blank(0, 0, 0));
  }

  /** What a separator costs in a layout. */
  static Parting parting(Layout layout, Separator separator) {
    return PARTINGS
        .getOrDefault(layout, Map.of())
        .getOrDefault(separator, new Parting(CostTables.NEVER, 0, 0));
  }

  /** A value of the table of limits. */
  public static double limit(String name) {
    Double value = LIMITS.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no limit " + name);
    }
    return value;
  }
}
