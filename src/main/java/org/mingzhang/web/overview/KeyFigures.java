package org.mingzhang.web.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Headlines;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Scope;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.chart.Sparkline;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.FactCells;
import org.mingzhang.web.compare.Question;
import org.mingzhang.web.compare.Slice;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * The headline amounts of a region's agencies over the years. A table is of one agency at one
 * perimeter, a line of one account, fund and stage: what is not the same is never in one line.
 */
public final class KeyFigures {
  private static final int TABLES = 8;

  /** Stages that most documents state; those between are on the pages of the documents. */
  private static final List<String> STAGES =
      List.of(Stage.RESULT.label(), Stage.BUDGET.label(), Stage.INITIAL_BUDGET.label());

  /** Agencies by name, a department before its own office. */
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::entity)
          .thenComparing(
              k -> Perimeter.ofLabel(k.perimeter()).orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder()));

  /**
   * An agency's amounts.
   *
   * @param agency its name
   * @param perimeter how much of its accounts, in words
   * @param years columns
   * @param lines one for each account, fund and stage
   */
  public record Table(String agency, String perimeter, List<Integer> years, List<Line> lines) {}

  /**
   * An account over the years.
   *
   * @param name its name
   * @param slice its stage and fund, in words
   * @param compare the account for all agencies of the region
   * @param cells its amounts
   * @param spark the same drawn, or empty
   */
  public record Line(
      String name, String slice, String compare, List<ComparisonGrid.Cell> cells, String spark) {}

  private record Key(String entity, String perimeter) {}

  private record LineKey(String account, String fund, String stage) {}

  private final SearchPort search;

  /** Reads from an index. */
  public KeyFigures(SearchPort search) {
    this.search = search;
  }

  /** A table for each of the first agencies of a region itself. */
  List<Table> of(List<String> path, Labels labels, Links links) {
    NavigableMap<Key, List<FactHit>> agencies = new TreeMap<>(ORDER);
    search.each(
        facts(path).request(),
        hit -> {
          FactHit fact = new FactHit(hit);
          Key key = new Key(fact.entity(), stated(fact.value("perimeter")));
          boolean wanted = hit.region().equals(path) && fact.year() != null && fact.ofWholeYear();
          if (wanted && STAGES.contains(stated(fact.value("stage")))) {
            keep(agencies, key, fact);
          }
        });
    List<Table> tables = new ArrayList<>();
    agencies.forEach((key, found) -> tables.add(table(key, found, path, labels, links)));
    return tables;
  }

  /** Keeps the first agencies only, whatever the order in which they come. */
  private static void keep(NavigableMap<Key, List<FactHit>> sorted, Key key, FactHit fact) {
    if (sorted.size() < TABLES
        || sorted.containsKey(key)
        || ORDER.compare(key, sorted.lastKey()) < 0) {
      sorted.computeIfAbsent(key, k -> new ArrayList<>()).add(fact);
    }
    if (sorted.size() > TABLES) {
      sorted.pollLastEntry();
    }
  }

  private static SearchAddress facts(List<String> path) {
    SearchAddress address =
        SearchAddress.of("", Scope.FACTS)
            .toggled(Dimension.REGION, String.join("/", path))
            .toggled(Dimension.ITEM, SearchRequest.NOT_STATED)
            .toggled(Dimension.FACT_KIND, Fact.Kind.AMOUNT.id());
    for (String account : Headlines.standard().accounts()) {
      address = address.toggled(Dimension.ACCOUNT, account);
    }
    return address;
  }

  private static String stated(@Nullable String label) {
    return label == null ? SearchRequest.NOT_STATED : label;
  }

  private static Table table(
      Key key, List<FactHit> facts, List<String> path, Labels labels, Links links) {
    Map<LineKey, List<FactHit>> lines = lines(facts);
    TreeSet<Integer> years = new TreeSet<>();
    lines.values().forEach(of -> of.forEach(f -> years.add(Objects.requireNonNull(f.year()))));
    List<Line> shown = new ArrayList<>();
    lines.forEach(
        (line, of) -> {
          Slice slice = new Slice("", line.stage(), line.fund(), key.perimeter());
          shown.add(line(line, of, List.copyOf(years), labels, links, slice, path));
        });
    String perimeter =
        key.perimeter().equals(SearchRequest.NOT_STATED)
            ? labels.text("compare.unknown.perimeter")
            : labels.perimeter(key.perimeter());
    return new Table(key.entity(), perimeter, List.copyOf(years), shown);
  }

  /** The facts of each account in the fund in which it is stated most often, by stage. */
  private static Map<LineKey, List<FactHit>> lines(List<FactHit> facts) {
    Map<String, Map<String, Integer>> funds = new TreeMap<>();
    for (FactHit fact : facts) {
      funds
          .computeIfAbsent(fact.account(), k -> new TreeMap<>())
          .merge(stated(fact.value("fund")), 1, Integer::sum);
    }
    Map<String, String> usual = new TreeMap<>();
    funds.forEach((account, counts) -> usual.put(account, usual(counts)));
    Comparator<LineKey> order =
        Comparator.comparingInt((LineKey k) -> Headlines.standard().place(k.account()))
            .thenComparingInt(k -> STAGES.indexOf(k.stage()));
    Map<LineKey, List<FactHit>> lines = new TreeMap<>(order);
    for (FactHit fact : facts) {
      LineKey key =
          new LineKey(fact.account(), stated(fact.value("fund")), stated(fact.value("stage")));
      if (key.fund().equals(usual.get(key.account()))) {
        lines.computeIfAbsent(key, k -> new ArrayList<>()).add(fact);
      }
    }
    return lines;
  }

  private static String usual(Map<String, Integer> counts) {
    List<String> order = List.of(Fund.values()).stream().map(Fund::label).toList();
    return counts.entrySet().stream()
        .min(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparingInt(e -> Math.floorMod(order.indexOf(e.getKey()), order.size() + 1)))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private static Line line(
      LineKey key,
      List<FactHit> facts,
      List<Integer> years,
      Labels labels,
      Links links,
      Slice slice,
      List<String> path) {
    FactCells maker = new FactCells(links);
    List<ComparisonGrid.Cell> cells =
        years.stream()
            .map(
                y ->
                    maker.of(
                        facts.stream().filter(f -> Objects.equals(f.year(), y)).toList(), true))
            .toList();
    List<@Nullable BigDecimal> values = new ArrayList<>();
    cells.forEach(c -> values.add(c.value()));
    String fund =
        key.fund().equals(SearchRequest.NOT_STATED)
            ? labels.text("compare.unknown.fund")
            : labels.fund(key.fund());
    return new Line(
        labels.account(key.account()),
        labels.filled2("fact.slice.short", labels.stage(key.stage()), fund),
        links.page(Question.address(key.account(), slice, path)),
        cells,
        Sparkline.draw(key.account(), values));
  }

  /** The comparison that starts with a region. */
  static String compareAddress(List<String> path, Links links) {
    return links.page(Question.address("", Slice.OPEN, path));
  }
}
