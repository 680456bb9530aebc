package org.mingzhang.web.leads;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Finding;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.render.Labels;

/**
 * A request for leads: {@code /leads?region=&year=&kind=&sort=gap_percent&after=}. Findings and
 * targets are two searches whose hits are merged by their gap; the cursor contains the cursors of
 * both searches.
 *
 * @param searchUrl query and filters, as in a search for findings; the order is the gap in 元 unless
 *     the address asks for the gap in percent
 * @param part the tab of the list
 */
public record LeadRequest(SearchUrl searchUrl, LeadTab part) {
  /** Cursor value of a search without further hits. */
  static final String END_CURSOR = ".";

  private static final String SEPARATOR = "~";

  /** Reads the parameters of an address. */
  public static LeadRequest decode(RequestParameters parameters, LeadTab tab) {
    SearchUrl given = SearchUrl.decode(parameters);
    SearchUrl searchUrl = given.withScope(SearchScope.FINDINGS);
    Sort sort = given.request().sort() == Sort.GAP_PERCENT ? Sort.GAP_PERCENT : Sort.RELEVANCE;
    String after = given.request().after();
    SearchUrl sorted = searchUrl.withSort(sort);
    return new LeadRequest(
        after == null ? sorted : withCursor(sorted, after, given.page() - 1), tab);
  }

  private static SearchUrl withCursor(SearchUrl searchUrl, String after, int page) {
    return new SearchUrl(searchUrl.request(), Math.max(1, page)).withCursor(after);
  }

  /** The sort order of hits. */
  Sort order() {
    return searchUrl.request().sort() == Sort.GAP_PERCENT ? Sort.GAP_PERCENT : Sort.GAP;
  }

  /** The address of the next page, which begins at the given cursors of the two searches. */
  SearchUrl withCursors(String findings, String targets) {
    return searchUrl.withCursor(findings + SEPARATOR + targets);
  }

  /**
   * The request for findings; empty if this tab shows only targets or all findings have already
   * been shown.
   */
  Optional<SearchRequest> findingsRequest() {
    return part.includesFindings()
        ? continueIfNotEnded(requestForAllFindings(), 0)
        : Optional.empty();
  }

  /**
   * The request for targets; empty if this tab shows only findings, a kind of finding is required,
   * or all targets have already been shown.
   */
  Optional<SearchRequest> targetsRequest() {
    return searchUrl.includedValues(FacetDimension.FINDING_KIND).isEmpty()
        ? part.targetTab().flatMap(targets -> continueIfNotEnded(requestForAll(targets), 1))
        : Optional.empty();
  }

  /**
   * The request for all findings, or for all targets of a tab with a target result, from the first
   * one. For {@link LeadTab#ALL} it finds findings only.
   */
  SearchRequest requestForAll(LeadTab targetTab) {
    return targetTab.targetResult().isEmpty()
        ? requestForAllFindings()
        : requestForAllTargets(targetTab);
  }

  private SearchRequest requestForAllFindings() {
    SearchUrl all = searchUrl.withSort(order());
    if (!all.includedValues(FacetDimension.SEVERITY).isEmpty()) {
      return all.request();
    }
    return all.withToggled(FacetDimension.SEVERITY, Labels.id(Finding.Severity.PROOF))
        .withToggled(FacetDimension.SEVERITY, Labels.id(Finding.Severity.PROBABLE))
        .request();
  }

  private SearchRequest requestForAllTargets(LeadTab targetTab) {
    SearchUrl all =
        searchUrl.withScope(SearchScope.INDICATORS).without(FacetDimension.TARGET_RESULT);
    return all.withToggled(
            FacetDimension.TARGET_RESULT, targetTab.targetResult().map(Labels::id).orElseThrow())
        .withQuery((searchUrl.request().query() + " " + targetTab.deviationClause()).strip())
        .withSort(order())
        .request();
  }

  private Optional<SearchRequest> continueIfNotEnded(SearchRequest fullRequest, int cursorIndex) {
    String after = searchUrl.request().after();
    if (after == null) {
      return Optional.of(fullRequest);
    }
    List<String> cursors = List.of(after.split(SEPARATOR, -1));
    String own = cursorIndex < cursors.size() ? cursors.get(cursorIndex) : END_CURSOR;
    return own.equals(END_CURSOR) ? Optional.empty() : Optional.of(continueAfter(fullRequest, own));
  }

  /**
   * The request for a search that continues after a cursor. An empty cursor means the beginning.
   */
  private static SearchRequest continueAfter(SearchRequest fullRequest, @Nullable String cursor) {
    return cursor == null || cursor.isEmpty()
        ? fullRequest
        : new SearchUrl(fullRequest, 1).withCursor(cursor).request();
  }
}
