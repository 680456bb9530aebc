package org.mingzhang.web.regions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingzhang.account.Headlines;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Scope;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.compare.ComparisonRequest;
import org.mingzhang.web.compare.Slice;
import org.mingzhang.web.compare.YearLines;
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
  public record Table(
      String agency, String perimeter, List<Integer> years, List<YearLines.Line> lines) {}

  private record Key(String entity, String perimeter) {}

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
          Key key = new Key(fact.entity(), YearLines.orNotStated(fact.value("perimeter")));
          boolean wanted = hit.region().equals(path) && fact.year() != null && fact.ofWholeYear();
          if (wanted && STAGES.contains(YearLines.orNotStated(fact.value("stage")))) {
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

  private static Table table(
      Key key, List<FactHit> facts, List<String> path, Labels labels, Links links) {
    List<FactHit> usual = YearLines.inMostFrequentFund(facts);
    TreeSet<Integer> years = new TreeSet<>();
    usual.forEach(f -> years.add(Objects.requireNonNull(f.year())));
    YearLines lines =
        new YearLines(path, key.perimeter(), List.copyOf(years), y -> true, labels, links);
    return new Table(
        key.entity(),
        perimeter(key.perimeter(), labels),
        lines.years(),
        lines.accounts(usual, STAGES));
  }

  /** A perimeter in words. */
  public static String perimeter(String label, Labels labels) {
    return label.equals(SearchRequest.NOT_STATED)
        ? labels.text("compare.unknown.perimeter")
        : labels.perimeter(label);
  }

  /** The comparison that starts with a region. */
  static String compareAddress(List<String> path, Links links) {
    return links.page(ComparisonRequest.address("", Slice.UNSPECIFIED, path));
  }
}
