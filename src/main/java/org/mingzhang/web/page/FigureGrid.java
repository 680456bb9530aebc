package org.mingzhang.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.chart.Charts;
import org.mingzhang.web.render.Amounts;

/**
 * Amounts of money by row and year.
 *
 * @param years columns, oldest first
 * @param rows rows
 */
public record FigureGrid(List<Integer> years, List<Row> rows) {
  /**
   * A row.
   *
   * @param label what it is about
   * @param cells one for each year, null where nothing is stated
   */
  public record Row(String label, List<@Nullable Cell> cells) {}

  /**
   * An amount.
   *
   * @param yuan in 元
   * @param shown in 万元 with two decimals
   * @param address the sentence or table row it stands in
   * @param others different amounts under the same name in the same document
   */
  public record Cell(BigDecimal yuan, String shown, String address, int others) {}

  /** Arranges figures; those without year, amount or row are left out. */
  static FigureGrid of(
      List<Hit> figures, Function<Hit, @Nullable String> row, int mostRows, Links links) {
    Map<String, Map<Integer, List<Hit>>> found = new LinkedHashMap<>();
    TreeSet<Integer> years = new TreeSet<>();
    for (Hit hit : figures) {
      String label = row.apply(hit);
      Integer year = year(hit);
      if (label != null && year != null && hit.amount() != null) {
        years.add(year);
        found
            .computeIfAbsent(label, k -> new HashMap<>())
            .computeIfAbsent(year, k -> new ArrayList<>())
            .add(hit);
      }
    }
    List<Row> rows =
        found.entrySet().stream()
            .limit(mostRows)
            .map(e -> new Row(e.getKey(), cells(e.getValue(), years, links)))
            .toList();
    return new FigureGrid(List.copyOf(years), rows);
  }

  private static List<@Nullable Cell> cells(
      Map<Integer, List<Hit>> found, TreeSet<Integer> years, Links links) {
    List<@Nullable Cell> cells = new ArrayList<>();
    for (Integer year : years) {
      cells.add(cell(found.getOrDefault(year, List.of()), links));
    }
    return cells;
  }

  /** The year a figure is about; its document's where it does not say. */
  static @Nullable Integer year(Hit hit) {
    String own = hit.values().getOrDefault("year", "");
    return own.matches("(19|20)\\d\\d") ? Integer.valueOf(own) : hit.year();
  }

  /** Only some of the years; all of them if none are named. */
  FigureGrid only(List<String> wanted) {
    if (wanted.isEmpty()) {
      return this;
    }
    List<Integer> kept = years.stream().filter(y -> wanted.contains(y.toString())).toList();
    List<Row> narrowed =
        rows.stream()
            .map(
                row -> {
                  List<@Nullable Cell> cells = new ArrayList<>();
                  kept.forEach(y -> cells.add(row.cells().get(years.indexOf(y))));
                  return new Row(row.label(), cells);
                })
            .toList();
    return new FigureGrid(kept, narrowed);
  }

  /**
   * The whole agency's amount comes before that of an item, that of the year's own document before
   * what a later one says of it.
   */
  private static @Nullable Cell cell(List<Hit> hits, Links links) {
    List<Hit> whole =
        hits.stream().filter(h -> h.values().getOrDefault("item", "").isEmpty()).toList();
    List<Hit> all = whole.isEmpty() ? hits : whole;
    List<Hit> own = all.stream().filter(h -> Objects.equals(h.year(), year(h))).toList();
    List<Hit> candidates = own.isEmpty() ? all : own;
    if (candidates.isEmpty()) {
      return null;
    }
    Hit first = candidates.getFirst();
    BigDecimal amount = first.amount();
    if (amount == null) {
      return null;
    }
    long different =
        candidates.stream()
            .filter(h -> h.amount() != null && h.amount().compareTo(amount) != 0)
            .count();
    return new Cell(amount, Amounts.tenThousands(amount), links.hit(first, ""), (int) different);
  }

  /** The rows for a chart, in 万元. */
  List<Charts.Series> series() {
    return rows.stream()
        .map(
            row -> {
              List<@Nullable BigDecimal> values = new ArrayList<>();
              List<String> shown = new ArrayList<>();
              for (Cell cell : row.cells()) {
                values.add(cell == null ? null : Amounts.inTenThousands(cell.yuan()));
                shown.add(cell == null ? "" : cell.shown());
              }
              return new Charts.Series(row.label(), values, shown);
            })
        .toList();
  }
}
