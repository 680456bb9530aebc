package org.mingzhang.web.feed;

import org.mingzhang.query.QueryField;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.web.address.SearchAddress;

/** Searches in the order in which documents came. */
public final class ArrivalOrder {
  private ArrivalOrder() {}

  /** What a search finds, the latest first. */
  public static SearchAddress latest(SearchAddress address) {
    return ordered(address, address.request().query(), Sort.ARRIVAL);
  }

  /**
   * What a search finds of documents that came behind a place of that order and up to another, the
   * earliest first.
   */
  public static SearchAddress between(SearchAddress address, long after, long until) {
    String field = QueryField.ARRIVAL.id();
    String query = address.request().query();
    String bound = field + ":>" + after + " " + field + ":<=" + until;
    return ordered(address, query.isEmpty() ? bound : "(" + query + ") " + bound, Sort.ARRIVAL_ASC);
  }

  private static SearchAddress ordered(SearchAddress address, String query, Sort sort) {
    return new SearchAddress(
        address.request().withQuery(query).sortedBy(sort).ungrouped(), address.page(), true, true);
  }
}
