package org.mingzhang.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    ComparisonRequest question = limitToLargestRegion(request);
    String started = question.equals(request) ? "" : question.regions().getFirst();
    if (question.subject() == ComparisonSubject.FIGURE) {
      AmountComparer.AmountComparison amountComparison = amountComparer.compare(question, links);
      return new ComparisonAnswer(
          amountComparison.question(),
          amountComparison.table().grid(),
          ComparisonAnswer.unit(question, "", labels),
          started,
          amountComparison);
    }
    IndicatorAndTopicReader.FoundValues foundValues =
        valueReader.read(question, question.searchUrl().request());
    List<ComparedValue> entries =
        foundValues.entries().stream()
            .sorted(
                Comparator.comparing((ComparedValue e) -> String.join("/", e.hit().region()))
                    .thenComparing(e -> DocumentCatalog.agencyOrTitle(e.hit())))
            .toList();
    Set<ComparisonGridBuilder.RowKey> rows = new LinkedHashSet<>();
    Set<List<Object>> collected = new HashSet<>();
    for (Hit document : catalog.currentSnapshot().readDocuments()) {
      Integer year = document.year();
      if (year != null && matches(document, question)) {
        rows.add(rowKey(document));
        collected.add(List.of(rowKey(document), year));
      }
    }
    if (!question.hasRegionOrAgencyFilter() || entries.isEmpty()) {
      // without any value there is nothing to compare
      rows.clear();
    }
    ComparisonGridBuilder maker =
        new ComparisonGridBuilder(
            e -> rowKey(e.hit()),
            (rowKey, year) -> collected.contains(List.of(rowKey, year)),
            links);
    ComparisonGrid grid = maker.build(entries, List.copyOf(rows), yearColumns(question));
    return new ComparisonAnswer(
        question, grid, ComparisonAnswer.unit(question, foundValues.unit(), labels), started, null);
  }

  static List<Integer> yearColumns(ComparisonRequest question) {
    return question.years().stream().map(Integer::valueOf).toList();
  }

  static ComparisonGridBuilder.RowKey rowKey(Hit hit) {
    return new ComparisonGridBuilder.RowKey(hit.region(), DocumentCatalog.agencyOrTitle(hit));
  }

  static boolean matches(Hit document, ComparisonRequest question) {
    String path = String.join("/", document.region());
    return (question.regions().isEmpty()
            || question.regions().stream().anyMatch(r -> (path + "/").startsWith(r + "/")))
        && DocumentCatalog.agencyOrTitle(document).contains(question.agency())
        && (question.category().isEmpty() || question.category().equals(document.category()));
  }

  /**
   * Restricts a request without regions to the largest region if it has too many values to read,
   * and further to the largest region within it until they are few enough or there is none.
   */
  private ComparisonRequest limitToLargestRegion(ComparisonRequest question) {
    ComparisonRequest bounded = question;
    SearchResults results = search.search(question.searchUrl().withSize(1).request());
    List<FacetValue> regions =
        new ArrayList<>(results.facets().getOrDefault(FacetDimension.REGION, List.of()));
    while (results.total() > IndicatorAndTopicReader.MAX_VALUES
        && question.regions().isEmpty()
        && !regions.isEmpty()) {
      FacetValue largest =
          regions.stream().max(Comparator.comparingLong(FacetValue::count)).orElseThrow();
      bounded = question.withRegions(List.of(largest.path()));
      if (largest.count() <= IndicatorAndTopicReader.MAX_VALUES) {
        break;
      }
      regions = new ArrayList<>(largest.children());
    }
    return bounded;
  }
}
