package org.mingzhang.web.regions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingzhang.account.HeadlineAccounts;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.ComparisonRequest;
import org.mingzhang.web.compare.RowByYearBuilder;
import org.mingzhang.web.compare.StageDisclosureDuty;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * The headline amounts of a region's agencies over the years. A table is for one agency and
 * perimeter, a line for one account, fund and stage, so that a line never mixes incomparable
 * amounts.
 */
public final class KeyFigureTables {
  private static final int MAX_TABLES = 8;

  /** The stages that are shown. Intermediate stages are shown on the pages of documents. */
  private static final List<String> STAGES =
      List.of(Stage.RESULT.label(), Stage.BUDGET.label(), Stage.INITIAL_BUDGET.label());

  /**
   * Sorts tables by the agency's name, then in the order of {@link Perimeter}; an unknown perimeter
   * comes last.
   */
  private static final Comparator<TableKey> TABLE_ORDER =
      Comparator.comparing(TableKey::entity)
          .thenComparing(
              k -> Perimeter.ofLabel(k.perimeter()).orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder()));

  /**
   * The amounts of an agency at one perimeter.
   *
   * @param agency its name
   * @param perimeter perimeter of its accounts as text
   * @param years columns
   * @param lines one for each account, fund and stage
   */
  public record Table(
      String agency,
      String perimeter,
      List<Integer> years,
      List<RowByYearBuilder.YearLine> lines) {}

  /** The key of a table: the entity and perimeter of its accounts. */
  private record TableKey(String entity, String perimeter) {}

  private final SearchPort search;

  /** Creates an instance that reads from an index. */
  public KeyFigureTables(SearchPort search) {
    this.search = search;
  }

  /**
   * Builds the first tables of a region by agency and perimeter, at most {@link #MAX_TABLES}, not
   * including agencies of subordinate regions. A table has the amounts of the fund that is most
   * frequent in it.
   */
  List<Table> buildTables(
      List<String> path, DocumentCatalog.Snapshot catalog, Labels labels, PortalLinks links) {
    List<Hit> documents =
        catalog.readDocuments().stream().filter(d -> d.region().equals(path)).toList();
    NavigableMap<TableKey, List<FactHit>> agencies = new TreeMap<>(TABLE_ORDER);
    search.forEach(
        factSearch(path).request(),
        hit -> {
          FactHit fact = new FactHit(hit);
          TableKey tableKey = new TableKey(fact.entity(), fact.label("perimeter"));
          boolean wanted = hit.region().equals(path) && fact.year() != null && fact.isOfWholeYear();
          if (wanted && STAGES.contains(fact.label("stage"))) {
            addAndTrim(agencies, tableKey, fact);
          }
        });
    List<Table> tables = new ArrayList<>();
    agencies.forEach(
        (tableKey, found) ->
            tables.add(buildTable(tableKey, found, documents, path, labels, links)));
    return tables;
  }

  /**
   * Adds a fact to its table, unless {@link #MAX_TABLES} other tables come before it in {@link
   * #TABLE_ORDER}. If the table is new and one too many, the last table is removed.
   */
  private static void addAndTrim(
      NavigableMap<TableKey, List<FactHit>> sorted, TableKey tableKey, FactHit fact) {
    if (sorted.size() < MAX_TABLES
        || sorted.containsKey(tableKey)
        || TABLE_ORDER.compare(tableKey, sorted.lastKey()) < 0) {
      sorted.computeIfAbsent(tableKey, k -> new ArrayList<>()).add(fact);
    }
    if (sorted.size() > MAX_TABLES) {
      sorted.pollLastEntry();
    }
  }

  private static SearchUrl factSearch(List<String> path) {
    SearchUrl searchUrl =
        SearchUrl.of("", SearchScope.FACTS)
            .withToggled(FacetDimension.REGION, String.join("/", path))
            .withToggled(FacetDimension.ITEM, SearchRequest.NOT_STATED)
            .withToggled(FacetDimension.FACT_KIND, Fact.Kind.AMOUNT.id());
    for (String account : HeadlineAccounts.standard().accounts()) {
      searchUrl = searchUrl.withToggled(FacetDimension.ACCOUNT, account);
    }
    return searchUrl;
  }

  private static Table buildTable(
      TableKey tableKey,
      List<FactHit> facts,
      List<Hit> documents,
      List<String> path,
      Labels labels,
      PortalLinks links) {
    List<FactHit> usual = RowByYearBuilder.selectMostFrequentFund(facts);
    TreeSet<Integer> years = new TreeSet<>();
    usual.forEach(f -> years.add(Objects.requireNonNull(f.year())));
    RowByYearBuilder lines =
        new RowByYearBuilder(
            path,
            tableKey.perimeter(),
            List.copyOf(years),
            (year, stage) -> hasDocument(documents, tableKey.entity(), year, stage),
            labels,
            links);
    return new Table(
        tableKey.entity(),
        AccountSlice.nameOf(FacetDimension.PERIMETER, tableKey.perimeter(), labels),
        lines.years(),
        lines.buildAccountLines(usual, STAGES));
  }

  private static boolean hasDocument(List<Hit> documents, String entity, int year, String stage) {
    return documents.stream()
        .anyMatch(
            d ->
                Objects.equals(d.year(), year)
                    && d.publisher().equals(entity)
                    && StageDisclosureDuty.isDueToState(d, stage));
  }

  /** Address of the comparison of a region. */
  static String compareAddress(List<String> path, PortalLinks links) {
    return links.page(ComparisonRequest.address("", AccountSlice.UNSPECIFIED, path));
  }
}
