package org.mingzhang.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * Answers comparison requests: reads values from the index and arranges them by agency and year.
 */
final class ComparisonReader {
  private final SearchPort search;
  private final DocumentCatalog catalog;
  private final IndicatorAndTopicReader valueReader;
  private final AmountComparer amountComparer;

  ComparisonReader(SearchPort search, DocumentCatalog catalog) {
    this.search = search;
    this.catalog = catalog;
    this.valueReader = new IndicatorAndTopicReader(search);
    this.amountComparer = new AmountComparer(search, catalog);
  }

  ComparisonAnswer compare(ComparisonRequest request, Labels labels, PortalLinks links) {
    ComparisonRequest comparison = limitToLargestRegion(request);
    String started = comparison.equals(request) ? "" : comparison.regions().getFirst();
    if (comparison.subject() == ComparisonSubject.FIGURE) {
      AmountComparer.AmountComparison amountComparison = amountComparer.compare(comparison, links);
      return new ComparisonAnswer(
          amountComparison.question(),
          amountComparison.table().grid(),
          ComparisonAnswer.chooseUnit(comparison, "", labels),
          started,
          amountComparison);
    }
    IndicatorAndTopicReader.FoundValues foundValues =
        valueReader.read(comparison, comparison.searchUrl().request());
    List<ComparedValue> entries =
        foundValues.entries().stream()
            .sorted(
                Comparator.comparing((ComparedValue e) -> String.join("/", e.hit().region()))
                    .thenComparing(e -> e.hit().publisher()))
            .toList();
    Map<ComparisonGridBuilder.RowKey, Map<Integer, List<Hit>>> documents =
        groupDocuments(catalog, comparison);
    // without any value there is nothing to compare
    List<ComparisonGridBuilder.RowKey> rows =
        comparison.hasRegionOrAgencyFilter() && !entries.isEmpty()
            ? List.copyOf(documents.keySet())
            : List.of();
    ComparisonGridBuilder maker =
        new ComparisonGridBuilder(
            (row, year) -> documents.getOrDefault(row, Map.of()).containsKey(year), links);
    ComparisonGrid grid = maker.build(entries, rows, yearColumns(comparison));
    return new ComparisonAnswer(
        comparison,
        grid,
        ComparisonAnswer.chooseUnit(comparison, foundValues.unit(), labels),
        started,
        null);
  }

  /**
   * The documents that a comparison is about, by row and fiscal year; documents without a year are
   * omitted.
   */
  static Map<ComparisonGridBuilder.RowKey, Map<Integer, List<Hit>>> groupDocuments(
      DocumentCatalog catalog, ComparisonRequest comparison) {
    Map<ComparisonGridBuilder.RowKey, Map<Integer, List<Hit>>> documents = new LinkedHashMap<>();
    for (Hit document : catalog.currentSnapshot().readDocuments()) {
      Integer year = document.year();
      if (year != null && matches(document, comparison)) {
        documents
            .computeIfAbsent(ComparisonGridBuilder.RowKey.of(document), row -> new TreeMap<>())
            .computeIfAbsent(year, y -> new ArrayList<>())
            .add(document);
      }
    }
    return documents;
  }

  static List<Integer> yearColumns(ComparisonRequest comparison) {
    return comparison.years().stream().map(Integer::valueOf).toList();
  }

  private static boolean matches(Hit document, ComparisonRequest comparison) {
    String path = String.join("/", document.region());
    return (comparison.regions().isEmpty()
            || comparison.regions().stream().anyMatch(r -> (path + "/").startsWith(r + "/")))
        && containsAnyWord(document.publisher(), comparison.agencyWords())
        && (comparison.category().isEmpty() || comparison.category().equals(document.category()));
  }

  private static boolean containsAnyWord(String agency, List<String> words) {
    return words.isEmpty() || words.stream().anyMatch(agency::contains);
  }

  /**
   * Restricts a request without regions to the largest region if it has too many values to read,
   * and further to the largest region within it until they are few enough or there is none.
   */
  private ComparisonRequest limitToLargestRegion(ComparisonRequest comparison) {
    ComparisonRequest bounded = comparison;
    SearchResults results = search.search(comparison.searchUrl().withSize(1).request());
    List<FacetValue> regions =
        new ArrayList<>(results.facets().getOrDefault(FacetDimension.REGION, List.of()));
    while (results.total() > IndicatorAndTopicReader.MAX_VALUES
        && comparison.regions().isEmpty()
        && !regions.isEmpty()) {
      FacetValue largest =
          regions.stream().max(Comparator.comparingLong(FacetValue::count)).orElseThrow();
      bounded = comparison.withRegions(List.of(largest.path()));
      if (largest.count() <= IndicatorAndTopicReader.MAX_VALUES) {
        break;
      }
      regions = new ArrayList<>(largest.children());
    }
    return bounded;
  }
}
