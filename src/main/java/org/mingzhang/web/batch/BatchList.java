package org.mingzhang.web.batch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Scope;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.source.SearchPort;

/**
 * A list of queries, one a line, each with what it finds under the same filters. A line that could
 * not be taken as it stands says so and does not end the list. Hits must have all words of a line.
 *
 * @param rows the queries that were looked at now, in order
 * @param done queries that were looked at, with those before
 * @param all queries that are looked at in all
 * @param left queries behind those, because there were too many
 */
public record BatchList(List<Row> rows, int done, int all, int left) {
  /** Queries of a list at most. */
  public static final int MOST = 1_000;

  /** A query and the 1-based number of its line. */
  record Query(int line, String text) {}

  /**
   * A query and what it finds.
   *
   * @param line its 1-based number in the list
   * @param query the query, white space at its ends left out
   * @param search the search for it
   * @param counted whether it was looked at before the time was up
   * @param total its hits
   * @param documents documents that have them
   * @param first the best of them with its passage, null where there is none
   * @param notices what was changed in it
   * @param lowerBound whether there may be more
   */
  public record Row(
      int line,
      String query,
      SearchAddress search,
      boolean counted,
      long total,
      long documents,
      @Nullable Hit first,
      List<SearchResults.Notice> notices,
      boolean lowerBound) {}

  /**
   * How much is looked at.
   *
   * @param from queries to pass over, looked at before
   * @param most queries at most
   * @param nanos time after which no more is begun
   */
  public record Portion(int from, int most, long nanos) {
    /** All of a list, as long as half a minute suffices. */
    public static final Portion WHOLE = new Portion(0, MOST, 30_000_000_000L);

    /** What a page waits for. */
    static Portion from(int from) {
      return new Portion(from, 100, 3_000_000_000L);
    }
  }

  /**
   * Looks at the queries of a list.
   *
   * @param looked told after each
   */
  public static BatchList of(
      BatchRequest request, Portion portion, SearchPort search, Runnable looked) {
    long begin = System.nanoTime();
    List<Query> queries = queries(request.list());
    int all = Math.min(MOST, queries.size());
    int at = Math.min(all, portion.from());
    List<Row> rows = new ArrayList<>();
    while (at < all
        && rows.size() < portion.most()
        && (rows.isEmpty() || System.nanoTime() - begin < portion.nanos())) {
      rows.add(row(queries.get(at++), request.filters(), search));
      looked.run();
    }
    return new BatchList(List.copyOf(rows), at, all, queries.size() - all);
  }

  /** The queries that were not looked at, each as a row that says so. */
  public List<Row> rest(BatchRequest request) {
    return queries(request.list()).subList(done, all).stream()
        .map(
            query ->
                new Row(
                    query.line(),
                    query.text(),
                    request.filters().withQuery(query.text()),
                    false,
                    0,
                    0,
                    null,
                    List.of(),
                    true))
        .toList();
  }

  private static List<Query> queries(String list) {
    List<Query> queries = new ArrayList<>();
    int number = 0;
    for (String line : list.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        queries.add(new Query(number, line.strip()));
      }
    }
    return queries;
  }

  private static Row row(Query query, SearchAddress filters, SearchPort search) {
    SearchAddress asked = filters.withQuery(query.text());
    SearchResults found = search.search(asked.sized(1).request()).whole();
    return new Row(
        query.line(),
        query.text(),
        asked,
        true,
        found.total(),
        found.total() == 0 ? 0 : found.scopeTotals().getOrDefault(Scope.DOCUMENTS, 0L),
        found.hits().isEmpty() ? null : found.hits().getFirst(),
        found.notices(),
        found.timedOut());
  }
}
