package org.mingzhang.search;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;

/**
 * One shard of the index at one moment: what it finds and counts by itself. Numbers of rows and of
 * facet values are the shard's own and hold for as long as it is held (see {@link Shards}). All
 * that goes in and comes out is plain data. Safe on many threads.
 *
 * <p>Every method throws {@link IOException} where the shard cannot be read.
 */
public interface ShardPort extends WholeDocuments {
  /** Which state of the shard this is; grows with each change. */
  long generation();

  /** Whether some of its documents are passed over because others stand for them. */
  boolean hasCopies();

  /** All values of a facet in the order of Java; value {@code n} is number {@code n + 1}. */
  List<String> dictionary(Dimension dimension) throws IOException;

  /** What the shard adds to what only the whole index tells of a query. */
  IndexStatistics statistics(ShardQuery query) throws IOException;

  /** Counts what a query finds, by facets if wished, and gives the best rows. */
  ShardAnswer search(ShardSearch search) throws IOException;

  /**
   * Counts the rows of a query that pass.
   *
   * @param millis longest time, 0 for no bound
   */
  ShardCount count(ShardQuery query, long millis) throws IOException;

  /** Whether any row of a query passes, which is found out sooner than how many. */
  boolean findsAny(ShardQuery query, long millis) throws IOException;

  /** The hits of rows with the passages that show why they were found. */
  List<Hit> hits(ShardQuery query, List<Integer> rows) throws IOException;

  /** The hits of rows with all their text and no marks. */
  List<ExportRow> exports(ShardQuery query, List<Integer> rows) throws IOException;

  /**
   * Rows of a long list, in the order of its request. Whoever takes all of them names the list, and
   * the shard looks at all rows once for the name, not once for each part.
   *
   * @param after the row behind which the list begins
   * @param list name of the list, told by nobody else
   * @param from how many rows of the list to pass over
   * @param most how many at most; fewer are the last
   */
  List<RankedRow> rows(ShardQuery query, Cursor after, String list, int from, int most)
      throws IOException;

  /** The words of a query that none of the rows has, in the order in which they were typed. */
  List<String> absentWords(ShardQuery query, List<Integer> rows) throws IOException;

  /** How many documents there are. */
  long documents() throws IOException;

  /** A section with its text; null where it is in another shard or in none. */
  @Nullable StoredSection section(String sectionId) throws IOException;

  /**
   * Where passages stand.
   *
   * @param keys fingerprints of passages
   * @param most rows of a passage that has more are counted and not named
   */
  List<PassageRows> passages(List<String> keys, int most) throws IOException;

  /**
   * The texts offered while typing, as they are encoded in the index, in the order of code points.
   *
   * @param after the text that the first one follows; empty from the beginning
   * @param most how many at most; fewer are the last
   */
  List<TermCount> suggestions(String after, int most) throws IOException;

  /** How many sections have each of some words. */
  List<Long> sectionsWith(List<String> words) throws IOException;

  /**
   * What is wrong with the shard's files, after it has failed; null where they are whole or
   * somebody else looks after them.
   */
  @Nullable Throwable fault();
}
