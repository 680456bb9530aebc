package org.mingzhang.web.feed;

import org.mingzhang.query.QueryField;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.web.address.SearchUrl;

/** Searches sorted by arrival, the order in which documents came into the archive. */
public final class ArrivalOrder {
  private ArrivalOrder() {}

  /** The search with results sorted by arrival, latest first, and not grouped. */
  public static SearchUrl withLatestFirst(SearchUrl searchUrl) {
    return withSort(searchUrl, searchUrl.request().query(), Sort.ARRIVAL);
  }

  /**
   * The search restricted to documents that arrived after one position, up to and including
   * another, sorted with the earliest first and not grouped.
   */
  public static SearchUrl withArrivalsBetween(
      SearchUrl searchUrl, long afterPosition, long endPosition) {
    String field = QueryField.ARRIVAL.id();
    String query = searchUrl.request().query();
    String bound = field + ":>" + afterPosition + " " + field + ":<=" + endPosition;
    return withSort(
        searchUrl, query.isEmpty() ? bound : "(" + query + ") " + bound, Sort.ARRIVAL_ASC);
  }

  private static SearchUrl withSort(SearchUrl searchUrl, String query, Sort sort) {
    return new SearchUrl(
        searchUrl.request().withQuery(query).withSort(sort).withoutGrouping(),
        searchUrl.page(),
        true,
        true);
  }
}
