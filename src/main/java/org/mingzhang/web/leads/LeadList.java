package org.mingzhang.web.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.source.SearchPort;

/**
 * Findings and targets of all documents, merged by their gap. The index omits secondary editions,
 * so that a disclosure in several formats is listed once. Thread-safe.
 */
public final class LeadList {
  private final SearchPort search;

  /** Creates an instance that lists leads of an index. */
  public LeadList(SearchPort search) {
    this.search = search;
  }

  /**
   * One page of the merged list of findings and targets.
   *
   * @param hits findings and indicators, largest gap first
   * @param total number on all pages
   * @param facets facet counts of findings and targets, merged
   * @param next request for the next page, null on the last page
   */
  public record Page(
      List<Hit> hits,
      long total,
      Map<FacetDimension, List<FacetValue>> facets,
      @Nullable SearchUrl next) {}

  /** One of the two searches whose hits are merged; its results are null if it is not requested. */
  private record LeadSearch(@Nullable SearchRequest request, @Nullable SearchResults results) {
    List<Hit> hits() {
      return results == null ? List.of() : results.hits();
    }

    long total() {
      return results == null ? 0 : results.total();
    }

    Map<FacetDimension, List<FacetValue>> facets() {
      return results == null ? Map.of() : results.facets();
    }
  }

  /**
   * Finds the requested page: the findings and targets of the tab merged by their gap, starting
   * after the hits of both kinds that earlier pages have shown.
   */
  public Page findPage(LeadRequest request) {
    LeadSearch findings = runSearch(request.findingsRequest());
    LeadSearch targets = runSearch(request.targetsRequest());
    List<Hit> hits = new ArrayList<>();
    int first = 0;
    int second = 0;
    int size = request.searchUrl().request().size();
    while (hits.size() < size && first + second < findings.hits().size() + targets.hits().size()) {
      boolean finding =
          second == targets.hits().size()
              || (first < findings.hits().size()
                  && sortKey(findings.hits().get(first), request.order())
                      >= sortKey(targets.hits().get(second), request.order()));
      hits.add(finding ? findings.hits().get(first++) : targets.hits().get(second++));
    }
    String a = cursorAfter(findings, first);
    String b = cursorAfter(targets, second);
    boolean last = a.equals(LeadRequest.END_CURSOR) && b.equals(LeadRequest.END_CURSOR);
    return new Page(
        hits,
        findings.total() + targets.total(),
        FacetMerger.merge(findings.facets(), targets.facets()),
        last ? null : request.withCursors(a, b));
  }

  /** The number of leads of a tab under the filters of a request; its own tab is ignored. */
  public long count(LeadRequest request, LeadTab tab) {
    LeadRequest first =
        new LeadRequest(request.searchUrl().withSize(request.searchUrl().request().size()), tab);
    return first.findingsRequest().map(search::count).orElse(0L)
        + first.targetsRequest().map(search::count).orElse(0L);
  }

  /** Passes all leads of a request to a sink from the first one, searching page by page. */
  public void forEach(LeadRequest leadRequest, Consumer<Hit> sink) {
    LeadRequest request =
        new LeadRequest(leadRequest.searchUrl().withSize(100), leadRequest.part());
    while (request != null) {
      Page page = findPage(request);
      page.hits().forEach(sink);
      request = page.next() == null ? null : new LeadRequest(page.next(), leadRequest.part());
    }
  }

  private LeadSearch runSearch(Optional<SearchRequest> request) {
    return new LeadSearch(request.orElse(null), request.map(search::search).orElse(null));
  }

  private static double sortKey(Hit hit, Sort order) {
    String gap = hit.values().get(order == Sort.GAP ? "gapYuan" : "gapPercent");
    return gap == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(gap);
  }

  /**
   * The cursor after the first hits of a search: empty for its beginning, {@link
   * LeadRequest#END_CURSOR} if there are no further hits. Searches again if only a part of the hits
   * was taken.
   *
   * @param takenCount number of hits taken
   */
  private String cursorAfter(LeadSearch leadSearch, int takenCount) {
    SearchRequest request = leadSearch.request();
    SearchResults results = leadSearch.results();
    if (request == null || results == null) {
      return LeadRequest.END_CURSOR;
    }
    if (takenCount == 0 && !results.hits().isEmpty()) {
      return Objects.requireNonNullElse(request.after(), "");
    }
    String next =
        takenCount == results.hits().size()
            ? results.nextCursor()
            : search.search(request.withSize(takenCount)).nextCursor();
    return Objects.requireNonNullElse(next, LeadRequest.END_CURSOR);
  }
}
