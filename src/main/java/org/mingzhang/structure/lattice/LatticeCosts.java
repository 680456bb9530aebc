package org.mingzhang.structure.lattice;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.mingzhang.text.TsvResource;

/** The costs of the lattice, read once from its tables. Immutable. */
public final class LatticeCosts {
  /** The cost of an impossible reading, written {@code x} in the tables. */
  public static final double INFINITE_COST = Double.POSITIVE_INFINITY;

  private static final Map<ColumnType, Map<CellTextClass, Double>> EMISSIONS = readEmissions();
  private static final Map<ColumnType, BlankCosts> BLANKS =
      readByName("blanks.tsv", 4, ColumnType::valueOf, BlankCosts::parse);
  private static final Map<TextTableLayout, Map<Separator, SeparatorCosts>> SEPARATORS =
      readSeparators();
  private static final Map<String, Double> PARAMETERS =
      readByName("limits.tsv", 3, Function.identity(), row -> parseCost(row.get(1)));

  /**
   * Costs of a blank cell by its position in the row.
   *
   * @param beforeFirstCell cost before the first cell of a row
   * @param betweenCells cost between two cells
   * @param afterLastCell cost after the last cell
   */
  record BlankCosts(double beforeFirstCell, double betweenCells, double afterLastCell) {
    static BlankCosts parse(List<String> row) {
      return new BlankCosts(parseCost(row.get(1)), parseCost(row.get(2)), parseCost(row.get(3)));
    }
  }

  /**
   * Transition costs of a chunk by the separator before it.
   *
   * @param joinCost cost if the chunk continues the cell before
   * @param newCellCost cost if it begins the next cell of the row
   * @param newRowCost cost if it begins the next row
   */
  record SeparatorCosts(double joinCost, double newCellCost, double newRowCost) {}

  private LatticeCosts() {}

  private static Map<ColumnType, Map<CellTextClass, Double>> readEmissions() {
    Map<ColumnType, Map<CellTextClass, Double>> costs = new EnumMap<>(ColumnType.class);
    TsvResource.forEachRow(
        LatticeCosts.class,
        "emissions.tsv",
        4,
        row -> {
          Map<CellTextClass, Double> column =
              costs.computeIfAbsent(
                  ColumnType.valueOf(row.get(0)), k -> new EnumMap<>(CellTextClass.class));
          double cost = parseCost(row.get(2));
          if (row.get(1).equals("*")) {
            for (CellTextClass textClass : CellTextClass.values()) {
              column.put(textClass, cost);
            }
          } else {
            column.put(CellTextClass.valueOf(row.get(1)), cost);
          }
        });
    return costs;
  }

  private static <K, V> Map<K, V> readByName(
      String file, int columns, Function<String, K> key, Function<List<String>, V> value) {
    Map<K, V> values = new HashMap<>();
    TsvResource.forEachRow(
        LatticeCosts.class,
        file,
        columns,
        row -> values.put(key.apply(row.get(0)), value.apply(row)));
    return values;
  }

  private static Map<TextTableLayout, Map<Separator, SeparatorCosts>> readSeparators() {
    Map<TextTableLayout, Map<Separator, SeparatorCosts>> costs =
        new EnumMap<>(TextTableLayout.class);
    TsvResource.forEachRow(
        LatticeCosts.class,
        "separators.tsv",
        5,
        row -> {
          costs
              .computeIfAbsent(
                  TextTableLayout.valueOf(row.get(0)), k -> new EnumMap<>(Separator.class))
              .put(
                  Separator.valueOf(row.get(1)),
                  new SeparatorCosts(
                      parseCost(row.get(2)), parseCost(row.get(3)), parseCost(row.get(4))));
        });
    return costs;
  }

  private static double parseCost(String field) {
    return field.equals("x") ? INFINITE_COST : Double.parseDouble(field);
  }

  /**
   * The cost of a cell with these text classes in a column: that of the cheapest class, where a
   * class without an entry for the column costs nothing. Infinite if there are no classes.
   */
  public static double emissionCost(ColumnType column, Set<CellTextClass> textClasses) {
    Map<CellTextClass, Double> costs = EMISSIONS.getOrDefault(column, Map.of());
    double minimum = INFINITE_COST;
    for (CellTextClass textClass : textClasses) {
      minimum = Math.min(minimum, costs.getOrDefault(textClass, 0.0));
    }
    return minimum;
  }

  /** The costs of blank cells of a column; 0 if {@code blanks.tsv} has none for its type. */
  static BlankCosts blankCosts(ColumnType column) {
    return BLANKS.getOrDefault(column, new BlankCosts(0, 0, 0));
  }

  /**
   * The costs of a separator in a layout. A separator that {@code separators.tsv} does not have for
   * the layout never joins two chunks and begins a cell or a row at no cost.
   */
  static SeparatorCosts separatorCosts(TextTableLayout layout, Separator separator) {
    return SEPARATORS
        .getOrDefault(layout, Map.of())
        .getOrDefault(separator, new SeparatorCosts(INFINITE_COST, 0, 0));
  }

  /**
   * A cost or limit of {@code limits.tsv} by its name.
   *
   * @throws NullPointerException if there is none with this name
   */
  public static double parameter(String name) {
    return Objects.requireNonNull(PARAMETERS.get(name), name);
  }
}
