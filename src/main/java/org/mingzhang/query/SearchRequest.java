package org.mingzhang.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;

/**
 * What a reader asks for.
 *
 * @param query the words as typed; empty finds everything
 * @param scope what is searched
 * @param include values a result must have: any one of a dimension's, in every dimension; a region
 *     is a path joined with {@code /}
 * @param exclude values a result must not have
 * @param sort order of the results
 * @param grouping whether hits of one document or agency stand together
 * @param size hits a page, 1 to 100
 * @param after cursor of the previous page, as given in {@code SearchResults.next}, or null for the
 *     first page
 * @param copies whether documents are searched that another one stands for, the same disclosure in
 *     another format for one
 */
public record SearchRequest(
    String query,
    Scope scope,
    Map<Dimension, List<String>> include,
    Map<Dimension, List<String>> exclude,
    Sort sort,
    Grouping grouping,
    int size,
    @Nullable String after,
    boolean copies) {

  /** The value of a dimension that a document does not state. */
  public static final String NOT_STATED = "-";

  /**
   * Checks the size and copies the maps; paths lose slashes that part no names, and those without
   * any name go.
   */
  public SearchRequest {
    include = plain(include);
    exclude = plain(exclude);
    if (size < 1 || size > 100) {
      throw new IllegalArgumentException("size " + size + " is not within 1 to 100");
    }
  }

  private static Map<Dimension, List<String>> plain(Map<Dimension, List<String>> values) {
    return values.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                e ->
                    e.getKey().hierarchical()
                        ? e.getValue().stream()
                            .map(SearchRequest::plainPath)
                            .filter(path -> !path.isEmpty())
                            .distinct()
                            .toList()
                        : e.getValue()));
  }

  /** {@code 示例省//样本市/} is {@code 示例省/样本市}; empty for a path without a name. */
  private static String plainPath(String path) {
    return Arrays.stream(path.split("/"))
        .filter(name -> !name.isBlank())
        .collect(Collectors.joining("/"));
  }

  /** A request for all documents. */
  public SearchRequest(
      String query,
      Scope scope,
      Map<Dimension, List<String>> include,
      Map<Dimension, List<String>> exclude,
      Sort sort,
      Grouping grouping,
      int size,
      @Nullable String after) {
    this(query, scope, include, exclude, sort, grouping, size, after, true);
  }

  /** A copy with or without documents that another one stands for. */
  public SearchRequest withCopies(boolean all) {
    return new SearchRequest(query, scope, include, exclude, sort, grouping, size, after, all);
  }

  /** The first ten by relevance. */
  public static SearchRequest of(String query, Scope scope) {
    return new SearchRequest(
        query, scope, Map.of(), Map.of(), Sort.RELEVANCE, Grouping.NONE, 10, null);
  }

  /** A copy with another number of hits a page. */
  public SearchRequest sized(int hits) {
    return new SearchRequest(query, scope, include, exclude, sort, grouping, hits, after, copies);
  }

  /** A copy for other words. */
  public SearchRequest withQuery(String words) {
    return new SearchRequest(words, scope, include, exclude, sort, grouping, size, after, copies);
  }

  /** A copy in another scope. */
  public SearchRequest within(Scope other) {
    return new SearchRequest(query, other, include, exclude, sort, grouping, size, after, copies);
  }

  /** A copy with other values wanted and shut out. */
  public SearchRequest filtered(
      Map<Dimension, List<String>> wanted, Map<Dimension, List<String>> unwanted) {
    return new SearchRequest(query, scope, wanted, unwanted, sort, grouping, size, after, copies);
  }

  /** A copy in another order. */
  public SearchRequest sortedBy(Sort order) {
    return new SearchRequest(query, scope, include, exclude, order, grouping, size, after, copies);
  }

  /** A copy with hits put together otherwise. */
  public SearchRequest groupedBy(Grouping groups) {
    return new SearchRequest(query, scope, include, exclude, sort, groups, size, after, copies);
  }

  /** The page that a cursor leads to; null for the first. */
  public SearchRequest after(@Nullable String cursor) {
    return new SearchRequest(query, scope, include, exclude, sort, grouping, size, cursor, copies);
  }

  /** A copy with every hit by itself. */
  public SearchRequest ungrouped() {
    return groupedBy(Grouping.NONE);
  }

  /** Order of results; ties fall to the newer year, then to the document and its reading order. */
  public enum Sort {
    RELEVANCE,
    YEAR,
    YEAR_ASC,
    REGION,
    AMOUNT,
    AMOUNT_ASC,
    SCORE,
    SCORE_ASC,
    /** Findings: proofs first, then probable slips, then wording. */
    SEVERITY,
    /** Findings and indicators: the greatest gap in 元 first. */
    GAP,
    /** Findings and indicators: the greatest gap in percent first. */
    GAP_PERCENT,
    /** What came last first. */
    ARRIVAL,
    /** What came first first. */
    ARRIVAL_ASC,
    /** What was published last first. */
    PUBLISHED,
    /** What was published first first. */
    PUBLISHED_ASC,
    /** What was published longest after its legal date first. */
    LATE;

    /** Lower-case name used in addresses, {@code amount_asc}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What stands together in the list. */
  public enum Grouping {
    NONE,
    /**
     * Sections of nearly the same words: of the best rows those that say the same as an earlier one
     * stand behind it. A page has so many that differ, and more rows.
     */
    SIMILAR,
    DOCUMENT,
    AGENCY;

    /** Lower-case name used in addresses. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a page is made of the best rows, and not of the best groups. */
    public boolean ofRows() {
      return this == NONE || this == SIMILAR;
    }
  }
}
