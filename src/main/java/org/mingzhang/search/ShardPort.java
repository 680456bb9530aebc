package org.mingzhang.search;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;

/**
 * A point-in-time state of one shard: the operations that a shard executes independently of the
 * others. Document numbers and ordinals of facet values are local to the shard and valid while its
 * state is acquired (see {@link Shards}). Arguments and results are plain data that can be sent
 * over the network. Thread safe.
 *
 * <p>Methods that declare it throw {@link IOException} if the shard cannot be read. Methods of a
 * remote shard throw {@link ExpiredStateException} if its state no longer exists.
 */
public interface ShardPort extends StoredDocumentReader {
  /** Generation of the state; increases with each change of the shard. */
  long generation();

  /** Whether some of its documents are hidden because they are secondary editions of others. */
  boolean hasSecondaryEditions();

  /**
   * All values of a facet in {@link String#compareTo} order; value {@code n} has ordinal {@code n +
   * 1}.
   */
  List<String> facetValues(FacetDimension dimension) throws IOException;

  /** The statistics of the shard for the terms of a query. */
  IndexStatistics statistics(ShardQuery query) throws IOException;

  /**
   * Finds the best rows of a query, and counts rows and facets. At the time limit, returns what was
   * found so far, marked as such.
   */
  ShardSearchResult search(ShardSearchRequest search) throws IOException;

  /**
   * Counts the rows that match a query and its filters.
   *
   * @param timeoutMillis time limit in milliseconds, 0 for none
   */
  ShardHitCount count(ShardQuery query, long timeoutMillis) throws IOException;

  /**
   * Whether any row matches a query and its filters; faster than counting. Also false if the time
   * limit is reached before a row is found.
   *
   * @param timeoutMillis time limit in milliseconds, 0 for none
   */
  boolean hasMatch(ShardQuery query, long timeoutMillis) throws IOException;

  /**
   * Loads the hits of rows, in their order, with snippets.
   *
   * @param rows document numbers
   */
  List<Hit> hits(ShardQuery query, List<Integer> rows) throws IOException;

  /**
   * Loads the hits of rows, in their order, with their full text and without highlighting.
   *
   * @param rows document numbers
   */
  List<ExportRow> exportRows(ShardQuery query, List<Integer> rows) throws IOException;

  /**
   * A slice of a list of all rows of a query, in its sort order. The shard sorts the list once per
   * list name and keeps it until its end was read or it has not been used for some minutes.
   *
   * @param cursor the row after which the list begins
   * @param listName unique name of the list, chosen by the caller
   * @param from offset of the slice in the list
   * @param limit maximum number of rows; fewer rows indicate the end of the list
   */
  List<RankedRow> sortedRows(
      ShardQuery query, SearchCursor cursor, String listName, int from, int limit)
      throws IOException;

  /**
   * Maximum number of words for which {@link #absentWords} looks; longer queries are sentences
   * rather than keywords.
   */
  int MAX_WORDS_FOR_ABSENCE = 12;

  /**
   * The words of a query that occur in none of the rows, in the order typed. Empty for a query of
   * more than {@value #MAX_WORDS_FOR_ABSENCE} words.
   */
  List<String> absentWords(ShardQuery query, List<Integer> rows) throws IOException;

  /** The number of documents, including secondary editions. */
  long documentCount() throws IOException;

  /** A section with its text; null if it is not in this shard. */
  @Nullable StoredSection section(String sectionId) throws IOException;

  /**
   * Finds the sections that contain passages, including those of secondary editions. Returns one
   * element per key, in the order of the keys.
   *
   * @param keys hashes of the passages
   * @param limit if a passage is in more sections than this, they are only counted
   */
  List<PassageMatches> findPassages(List<String> keys, int limit) throws IOException;

  /**
   * Completion terms as encoded in the index, in code point order.
   *
   * @param afterTerm term after which to start; empty to start from the first
   * @param limit maximum number of terms; fewer terms indicate the end
   */
  List<TermCount> completionTerms(String afterTerm, int limit) throws IOException;

  /**
   * For each word, the number of sections that contain it, counting deleted ones until their
   * segment is merged.
   */
  List<Long> sectionCounts(List<String> words) throws IOException;

  /**
   * Checks the files of the shard against their checksums; to be called after a failure. Returns
   * the error, or null if the files are intact or not managed by this process.
   */
  @Nullable Throwable findCorruption();
}
