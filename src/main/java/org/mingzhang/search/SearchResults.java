package org.mingzhang.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.SearchRequest;

/**
 * The answer to a search request.
 *
 * @param request the request
 * @param total number of hits on all pages; a lower bound if {@code timedOut}
 * @param tookNanos duration of the search
 * @param hits hits of this page
 * @param facets values of each dimension of the scope with their counts, to which the filters on
 *     all other dimensions apply, but not those on the dimension itself
 * @param scopeTotals number of hits of the same words and filters in each scope
 * @param nextCursor cursor of the next page; null on the last page
 * @param notices how the query was changed or interpreted
 * @param didYouMean a corrected spelling, or null
 * @param timedOut whether the search stopped at the time limit, so that totals are lower bounds
 */
public record SearchResults(
    SearchRequest request,
    long total,
    long tookNanos,
    List<Hit> hits,
    Map<FacetDimension, List<FacetValue>> facets,
    Map<SearchScope, Long> scopeTotals,
    @Nullable String nextCursor,
    List<Notice> notices,
    @Nullable String didYouMean,
    boolean timedOut) {

  /** A copy with the time elapsed since {@code beginNanos}. */
  SearchResults withTimeSince(long beginNanos) {
    return new SearchResults(
        request,
        total,
        System.nanoTime() - beginNanos,
        hits,
        facets,
        scopeTotals,
        nextCursor,
        notices,
        didYouMean,
        timedOut);
  }

  /** A copy with another notice after the others. */
  public SearchResults withNotice(Notice notice) {
    List<Notice> all = new ArrayList<>(notices);
    all.add(notice);
    return new SearchResults(
        request,
        total,
        tookNanos,
        hits,
        facets,
        scopeTotals,
        nextCursor,
        all,
        didYouMean,
        timedOut);
  }

  /**
   * If the hits match only some of the words, a copy without hits, totals, facets, cursor and
   * without the notice about the missing words; otherwise this instance.
   */
  public SearchResults withoutPartialMatches() {
    return isPartialMatch()
        ? new SearchResults(
            request,
            0,
            tookNanos,
            List.of(),
            Map.of(),
            Map.of(),
            null,
            notices.stream().filter(n -> !n.code().equals(QueryNotice.SOME_WORDS)).toList(),
            didYouMean,
            timedOut)
        : this;
  }

  /** Whether the hits match only some of the words. */
  public boolean isPartialMatch() {
    return notices.stream().anyMatch(n -> n.code().equals(QueryNotice.SOME_WORDS));
  }

  /**
   * A value of a facet.
   *
   * @param value last component of the path, or {@link SearchRequest#NOT_STATED}
   * @param path the full value as used in requests
   * @param count number of hits with the value
   * @param selected whether the request includes it
   * @param excluded whether the request excludes it
   * @param children narrower values; empty if there are none or the dimension is flat
   */
  public record FacetValue(
      String value,
      String path,
      long count,
      boolean selected,
      boolean excluded,
      List<FacetValue> children) {}

  /**
   * A message on how a query was changed or interpreted, in both languages.
   *
   * @param code identifier, for example {@code taken-literally}
   * @param chinese one sentence in Chinese
   * @param english one sentence in English
   */
  public record Notice(String code, String chinese, String english) {}
}
