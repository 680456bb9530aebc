package org.mingzhang.structure.lattice;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.text.TsvResource;

/** The costs of the lattice as its tables give them. Immutable. */
final class CostModel {
  /** The cost of what cannot be; {@code x} in the tables. */
  static final double NEVER = Double.POSITIVE_INFINITY;

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
    for (List<String> row : TsvResource.rows(CostModel.class, "emissions.tsv", 4)) {
      Map<CellShape, Double> column =
          costs.computeIfAbsent(
              ColumnType.valueOf(row.get(0)), k -> new EnumMap<>(CellShape.class));
      double cost = cost(row.get(2));
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
    for (List<String> row : TsvResource.rows(CostModel.class, "blanks.tsv", 4)) {
      costs.put(
          ColumnType.valueOf(row.get(0)),
          new Blank(
              cost(row.get(1)),
              cost(row.get(2)),
              cost(row.get(3))));
    }
    return costs;
  }

  private static Map<Layout, Map<Separator, Parting>> partings() {
    Map<Layout, Map<Separator, Parting>> costs = new EnumMap<>(Layout.class);
    for (List<String> row : TsvResource.rows(CostModel.class, "separators.tsv", 5)) {
      costs
          .computeIfAbsent(Layout.valueOf(row.get(0)), k -> new EnumMap<>(Separator.class))
          .put(
              Separator.valueOf(row.get(1)),
              new Parting(
                  cost(row.get(2)),
                  cost(row.get(3)),
                  cost(row.get(4))));
    }
    return costs;
  }

  private static Map<String, Double> limits() {
    Map<String, Double> values = new HashMap<>();
    for (List<String> row : TsvResource.rows(CostModel.class, "limits.tsv", 3)) {
      values.put(row.get(0), cost(row.get(1)));
    }
    return values;
  }

  private static double cost(String field) {
    return field.equals("x") ? NEVER : Double.parseDouble(field);
  }

  /** What it costs to read a cell of these shapes as one of a column. */
  static double emission(ColumnType column, Set<CellShape> shapes) {
    Map<CellShape, Double> costs = EMISSIONS.getOrDefault(column, Map.of());
    double least = NEVER;
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
        .getOrDefault(separator, new Parting(NEVER, 0, 0));
  }

  /** A value of the table of limits. */
  static double limit(String name) {
    Double value = LIMITS.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no limit " + name);
    }
    return value;
  }
}
