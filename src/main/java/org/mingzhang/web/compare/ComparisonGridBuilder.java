package org.mingzhang.web.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;

/**
 * Arranges values of indicators and topics by row and year. If a cell has several values, the one
 * with the best rank is shown and different values of the same rank are counted.
 *
 * @param isCollected whether there is a document for a row and year
 * @param links creates addresses of cells
 */
public record ComparisonGridBuilder(BiPredicate<RowKey, Integer> isCollected, PortalLinks links) {
  /**
   * The key of a row: its region and label.
   *
   * @param region region path
   * @param label its name
   */
  public record RowKey(List<String> region, String label) {
    /** The row of the publisher of a document. */
    static RowKey of(Hit hit) {
      return new RowKey(hit.region(), hit.publisher());
    }
  }

  /**
   * Builds the grid from the values read from documents.
   *
   * @param rows rows that are shown even without values, in order
   * @param years the columns; empty for all years found
   */
  public ComparisonGrid build(List<ComparedValue> values, List<RowKey> rows, List<Integer> years) {
    Map<RowKey, Map<Integer, List<ComparedValue>>> found = new LinkedHashMap<>();
    rows.forEach(rowKey -> found.put(rowKey, new HashMap<>()));
    TreeSet<Integer> columns = new TreeSet<>(years);
    for (ComparedValue entry : values) {
      if (years.isEmpty() || years.contains(entry.year())) {
        columns.add(entry.year());
        found
            .computeIfAbsent(RowKey.of(entry.hit()), k -> new HashMap<>())
            .computeIfAbsent(entry.year(), k -> new ArrayList<>())
            .add(entry);
      }
    }
    List<ComparisonGrid.Row> made = new ArrayList<>();
    found.forEach(
        (rowKey, cells) ->
            made.add(
                new ComparisonGrid.Row(
                    rowKey.label(),
                    rowKey.region(),
                    columns.stream()
                        .map(year -> buildCell(rowKey, year, cells.get(year)))
                        .toList())));
    return new ComparisonGrid(List.copyOf(columns), made);
  }

  private ComparisonGrid.Cell buildCell(
      RowKey rowKey, int year, @Nullable List<ComparedValue> values) {
    if (values == null) {
      return ComparisonGrid.Cell.ofMissingValue(isCollected.test(rowKey, year));
    }
    int best = values.stream().mapToInt(ComparedValue::rank).min().orElse(0);
    List<ComparedValue> equals = values.stream().filter(e -> e.rank() == best).toList();
    ComparedValue first = equals.getFirst();
    long others = equals.stream().filter(e -> !e.shown().equals(first.shown())).count();
    String id = first.hit().id();
    int hash = id.indexOf('#');
    return new ComparisonGrid.Cell(
        ComparisonGrid.CellState.STATED,
        first.value(),
        first.shown(),
        first.note(),
        links.hit(first.hit(), ""),
        (int) others,
        hash < 0 ? id : id.substring(0, hash),
        first.hit().page(),
        List.of());
  }
}
