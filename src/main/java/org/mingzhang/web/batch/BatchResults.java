package org.mingzhang.web.batch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.source.SearchPort;

/**
 * The results of a list of queries, one per line, all with the same filters. Hits must match all
 * words of a line. A line with a syntax error gets notices and does not end the list.
 *
 * @param rows results of the current portion, in order
 * @param runCount number of queries run, including earlier portions
 * @param queryCount number of queries of the list that are run
 * @param excessCount number of queries beyond {@link #MAX_QUERIES}, which are never run
 */
public record BatchResults(List<QueryResult> rows, int runCount, int queryCount, int excessCount) {
  /** Maximum number of queries of a list. */
  public static final int MAX_QUERIES = 1_000;

  /** A query and the 1-based number of its line. */
  record Query(int line, String text) {}

  /**
   * The number of hits and the best hit of one query.
   *
   * @param line 1-based number of its line
   * @param query the query without surrounding white space
   * @param search the search with all filters
   * @param wasRun whether it was run before the time limit
   * @param total number of hits; 0 if it was not run
   * @param documents number of documents with hits; 0 if it was not run
   * @param firstHit the best hit with its passage, or null if there is none
   * @param notices how the query was changed
   * @param countIsLowerBound whether there may be more hits, since the search was stopped at the
   *     time limit or was not run
   */
  public record QueryResult(
      int line,
      String query,
      SearchUrl search,
      boolean wasRun,
      long total,
      long documents,
      @Nullable Hit firstHit,
      List<SearchResults.Notice> notices,
      boolean countIsLowerBound) {}

  /**
   * Bounds of a portion of a list.
   *
   * @param skippedQueries number of queries to skip, run by earlier portions
   * @param maxQueries maximum number of queries to run
   * @param timeLimitNanos time, in nanoseconds, after which no further query is started
   */
  public record Portion(int skippedQueries, int maxQueries, long timeLimitNanos) {
    /** The whole list, within 30 seconds. */
    public static final Portion WHOLE_LIST = new Portion(0, MAX_QUERIES, 30_000_000_000L);

    /**
     * The portion of a page: at most 100 queries, of which the last starts within three seconds.
     *
     * @param skippedQueries number of queries to skip
     */
    static Portion ofPage(int skippedQueries) {
      return new Portion(skippedQueries, 100, 3_000_000_000L);
    }
  }

  /**
   * Runs the queries of a portion. If it allows any, at least one is run, whatever its time limit.
   *
   * @param afterEach called after each query
   */
  public static BatchResults run(
      BatchRequest request, Portion portion, SearchPort search, Runnable afterEach) {
    long begin = System.nanoTime();
    List<Query> queries = parseQueries(request.queryLines());
    int queryCount = Math.min(MAX_QUERIES, queries.size());
    int at = Math.min(queryCount, portion.skippedQueries());
    List<QueryResult> queryResults = new ArrayList<>();
    while (at < queryCount
        && queryResults.size() < portion.maxQueries()
        && (queryResults.isEmpty() || System.nanoTime() - begin < portion.timeLimitNanos())) {
      queryResults.add(runQuery(queries.get(at++), request.filters(), search));
      afterEach.run();
    }
    return new BatchResults(List.copyOf(queryResults), at, queryCount, queries.size() - queryCount);
  }

  /**
   * The queries that have not been run yet, as rows without counts. Queries beyond {@link
   * #MAX_QUERIES} are left out.
   *
   * @param request the request that was run
   */
  public List<QueryResult> resultsOfPendingQueries(BatchRequest request) {
    return buildUncounted(request, runCount, queryCount);
  }

  /** The queries beyond {@link #MAX_QUERIES}, as rows without counts. */
  public List<QueryResult> resultsOfExcessQueries(BatchRequest request) {
    return buildUncounted(request, queryCount, queryCount + excessCount);
  }

  private static List<QueryResult> buildUncounted(BatchRequest request, int from, int to) {
    return parseQueries(request.queryLines()).subList(from, to).stream()
        .map(
            query ->
                new QueryResult(
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

  private static List<Query> parseQueries(String queryLines) {
    List<Query> queries = new ArrayList<>();
    int number = 0;
    for (String line : queryLines.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        queries.add(new Query(number, line.strip()));
      }
    }
    return queries;
  }

  private static QueryResult runQuery(Query query, SearchUrl filters, SearchPort search) {
    SearchUrl searchUrl = filters.withQuery(query.text());
    SearchResults found = search.search(searchUrl.withSize(1).request()).withoutPartialMatches();
    return new QueryResult(
        query.line(),
        query.text(),
        searchUrl,
        true,
        found.total(),
        found.total() == 0 ? 0 : found.scopeTotals().getOrDefault(SearchScope.DOCUMENTS, 0L),
        found.hits().isEmpty() ? null : found.hits().getFirst(),
        found.notices(),
        found.timedOut());
  }
}
