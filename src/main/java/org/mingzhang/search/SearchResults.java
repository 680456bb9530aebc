package org.mingzhang.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.SearchRequest;

/**
 * The answer to a search request.
 *
 * @param request what was asked
 * @param total how many hits there are
 * @param tookNanos time the search took
 * @param hits this page's hits
 * @param facets counts of each dimension that the scope has, right under multi-select (a
 *     dimension's own choices do not narrow its counts)
 * @param scopeTotals how many hits the same words and filters have in each scope
 * @param next cursor of the next page, or null on the last
 * @param notices what was changed or taken literally in the query, for the reader
 * @param didYouMean a better spelling, or null
 * @param timedOut whether the time bound ended the search before all was looked at
 */
public record SearchResults(
    SearchRequest request,
    long total,
    long tookNanos,
    List<Hit> hits,
    Map<Dimension, List<FacetValue>> facets,
    Map<Scope, Long> scopeTotals,
    @Nullable String next,
    List<Notice> notices,
    @Nullable String didYouMean,
    boolean timedOut) {

  /** The same answer with the time that giving it again took. */
  SearchResults tookSince(long beginNanos) {
    return new SearchResults(
        request,
        total,
        System.nanoTime() - beginNanos,
        hits,
        facets,
        scopeTotals,
        next,
        notices,
        didYouMean,
        timedOut);
  }

  /** A copy with a further notice. */
  SearchResults noticed(Notice notice) {
    List<Notice> all = new ArrayList<>(notices);
    all.add(notice);
    return new SearchResults(
        request, total, tookNanos, hits, facets, scopeTotals, next, all, didYouMean, timedOut);
  }

  /** The page without hits where they have only a part of the words. */
  public SearchResults whole() {
    return loosened()
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

  /** Whether rows were taken that have only a part of the words. */
  boolean loosened() {
    return notices.stream().anyMatch(n -> n.code().equals(QueryNotice.SOME_WORDS));
  }

  /**
   * A value of a facet.
   *
   * @param value last part of the path, or {@link SearchRequest#NOT_STATED}
   * @param path the whole value as used in a request
   * @param count hits that have it
   * @param selected whether the request includes it
   * @param excluded whether the request excludes it
   * @param children narrower values, empty where the dimension is flat
   */
  public record FacetValue(
      String value,
      String path,
      long count,
      boolean selected,
      boolean excluded,
      List<FacetValue> children) {}

  /**
   * What was done to the query, in both languages.
   *
   * @param code short name, for example {@code taken-literally}
   * @param chinese one sentence
   * @param english the same in English
   */
  public record Notice(String code, String chinese, String english) {}
}
