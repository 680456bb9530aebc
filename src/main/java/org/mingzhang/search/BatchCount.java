package org.mingzhang.search;

import java.util.List;

/**
 * The count of one query of a list.
 *
 * @param query the query as given
 * @param total how many hits it has
 * @param notices what was changed or taken literally; empty where all is well
 * @param timedOut whether the count is only a lower bound
 */
public record BatchCount(
    String query, long total, List<SearchResults.Notice> notices, boolean timedOut) {
  /** Copies the list. */
  public BatchCount {
    notices = List.copyOf(notices);
  }
}
