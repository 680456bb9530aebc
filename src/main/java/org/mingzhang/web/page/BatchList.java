package org.mingzhang.web.page;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Scope;
import org.mingzhang.search.BatchCount;
import org.mingzhang.web.source.SearchPort;

/**
 * A list of queries, one a line, each with its count. A line that could not be taken as it stands
 * says so and does not end the list; a list that takes too long is counted in part.
 *
 * @param rows the lines that hold a query, in order
 * @param left how many lines were not looked at, because there were too many
 */
public record BatchList(List<Row> rows, int left) {
  /** Queries of a list that are counted at most. */
  public static final int MOST = 1_000;

  private static final long MOST_NANOS = 30_000_000_000L;

  /**
   * A line.
   *
   * @param line its 1-based number in the list
   * @param query the query, white space at its ends left out
   * @param counted whether it was counted before the time was up
   * @param count its count; 0 where it was not counted
   */
  public record Row(int line, String query, boolean counted, BatchCount count) {}

  /**
   * Counts the queries of a list.
   *
   * @param counted told after each
   */
  public static BatchList of(String list, Scope scope, SearchPort search, Runnable counted) {
    long begin = System.nanoTime();
    List<Row> rows = new ArrayList<>();
    int left = 0;
    int number = 0;
    for (String line : list.lines().toList()) {
      number++;
      String query = line.strip();
      if (query.isEmpty()) {
        continue;
      }
      if (rows.size() == MOST) {
        left++;
      } else if (System.nanoTime() - begin > MOST_NANOS) {
        rows.add(new Row(number, query, false, new BatchCount(query, 0, List.of(), true)));
      } else {
        rows.add(new Row(number, query, true, search.count(query, scope)));
        counted.run();
      }
    }
    return new BatchList(List.copyOf(rows), left);
  }
}
