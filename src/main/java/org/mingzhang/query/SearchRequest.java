package org.mingzhang.query;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;

/**
 * A search request.
 *
 * @param query the query as typed; empty matches everything
 * @param scope the kind of rows to search
 * @param includedValues for each dimension, the values of which a result must have at least one; a
 *     region is a path separated by {@code /}
 * @param excludedValues values that a result must not have
 * @param sort sort order of the results
 * @param grouping how results are grouped
 * @param size results per page, 1 to 100; groups per page if results are grouped
 * @param after cursor of the previous page from {@code SearchResults.next}, or null for the first
 *     page
 * @param includesCopies whether to also search secondary editions, such as the same disclosure in
 *     another file format
 */
public record SearchRequest(
    String query,
    SearchScope scope,
    Map<FacetDimension, List<String>> includedValues,
    Map<FacetDimension, List<String>> excludedValues,
    Sort sort,
    Grouping grouping,
    int size,
    @Nullable String after,
    boolean includesCopies) {

  /** Facet value that stands for rows without a value. */
  public static final String NOT_STATED = "-";

  /**
   * Checks the size, copies the maps and normalizes paths.
   *
   * @throws IllegalArgumentException if the size is not within 1 to 100
   */
  public SearchRequest {
    includedValues = canonicalPaths(includedValues);
    excludedValues = canonicalPaths(excludedValues);
    if (size < 1 || size > 100) {
      throw new IllegalArgumentException("size " + size + " is not within 1 to 100");
    }
  }

  /** A copy in the order of the dimensions, with normalized paths. */
  private static Map<FacetDimension, List<String>> canonicalPaths(
      Map<FacetDimension, List<String>> values) {
    if (values.isEmpty()) {
      return Map.of();
    }
    Map<FacetDimension, List<String>> canonical = new EnumMap<>(FacetDimension.class);
    values.forEach((d, chosen) -> canonical.put(d, canonicalValues(d, chosen)));
    return Collections.unmodifiableMap(canonical);
  }

  private static List<String> canonicalValues(FacetDimension dimension, List<String> values) {
    return dimension.hierarchical()
        ? values.stream()
            .map(SearchRequest::canonicalPath)
            .filter(path -> !path.isEmpty())
            .distinct()
            .toList()
        : values;
  }

  /** Removes empty components: {@code 示例省//样本市/} becomes {@code 示例省/样本市}. */
  public static String canonicalPath(String path) {
    return Arrays.stream(path.split("/"))
        .filter(name -> !name.isBlank())
        .collect(Collectors.joining("/"));
  }

  /**
   * Creates a request that includes secondary editions; {@code after} is null for the first page.
   */
  public SearchRequest(
      String query,
      SearchScope scope,
      Map<FacetDimension, List<String>> includedValues,
      Map<FacetDimension, List<String>> excludedValues,
      Sort sort,
      Grouping grouping,
      int size,
      @Nullable String after) {
    this(query, scope, includedValues, excludedValues, sort, grouping, size, after, true);
  }

  /** A copy with or without secondary editions. */
  public SearchRequest withSecondaryEditions(boolean areIncluded) {
    return new SearchRequest(
        query, scope, includedValues, excludedValues, sort, grouping, size, after, areIncluded);
  }

  /**
   * A request for the first ten results by relevance, without filters and grouping and including
   * secondary editions.
   */
  public static SearchRequest of(String query, SearchScope scope) {
    return new SearchRequest(
        query, scope, Map.of(), Map.of(), Sort.RELEVANCE, Grouping.NONE, 10, null);
  }

  /** A copy with another page size. */
  public SearchRequest withSize(int newSize) {
    return new SearchRequest(
        query,
        scope,
        includedValues,
        excludedValues,
        sort,
        grouping,
        newSize,
        after,
        includesCopies);
  }

  /** A copy with another query. */
  public SearchRequest withQuery(String newQuery) {
    return new SearchRequest(
        newQuery,
        scope,
        includedValues,
        excludedValues,
        sort,
        grouping,
        size,
        after,
        includesCopies);
  }

  /** A copy with another scope. */
  public SearchRequest withScope(SearchScope newScope) {
    return new SearchRequest(
        query,
        newScope,
        includedValues,
        excludedValues,
        sort,
        grouping,
        size,
        after,
        includesCopies);
  }

  /** A copy with other facet filters. */
  public SearchRequest withFilters(
      Map<FacetDimension, List<String>> included, Map<FacetDimension, List<String>> excluded) {
    return new SearchRequest(
        query, scope, included, excluded, sort, grouping, size, after, includesCopies);
  }

  /** A copy with another sort order. */
  public SearchRequest withSort(Sort order) {
    return new SearchRequest(
        query, scope, includedValues, excludedValues, order, grouping, size, after, includesCopies);
  }

  /** A copy with another grouping. */
  public SearchRequest withGrouping(Grouping groups) {
    return new SearchRequest(
        query, scope, includedValues, excludedValues, sort, groups, size, after, includesCopies);
  }

  /** A copy for the page after a cursor; null for the first page. */
  public SearchRequest withCursor(@Nullable String cursor) {
    return new SearchRequest(
        query, scope, includedValues, excludedValues, sort, grouping, size, cursor, includesCopies);
  }

  /** A copy without grouping. */
  public SearchRequest withoutGrouping() {
    return withGrouping(Grouping.NONE);
  }

  /**
   * Sort order of results. Rows without a value to sort by come last; ties are broken by year,
   * newest first, then by document and reading order.
   */
  public enum Sort {
    /** Best match first. */
    RELEVANCE,

    /** Latest fiscal year first. */
    YEAR,

    /** Earliest fiscal year first. */
    YEAR_ASC,

    /** Smallest code of the region (GB/T 2260) first. */
    REGION,

    /** Figures and facts: largest amount first. */
    AMOUNT,

    /** Figures and facts: smallest amount first. */
    AMOUNT_ASC,

    /** Indicators: highest score first. */
    SCORE,

    /** Indicators: lowest score first. */
    SCORE_ASC,

    /** Findings: proven errors first, then probable errors, then wording. */
    SEVERITY,
    /** Findings and indicators: largest difference in 元 first. */
    GAP,
    /** Findings and indicators: largest difference in percent first. */
    GAP_PERCENT,
    /** Most recently added first. */
    ARRIVAL,
    /** Least recently added first. */
    ARRIVAL_ASC,
    /** Most recently published first. */
    PUBLISHED,
    /** Least recently published first. */
    PUBLISHED_ASC,
    /** Longest delay after the legal publication deadline first. */
    LATE;

    /** Whether rows of a scope have what they are sorted by. */
    public boolean appliesTo(SearchScope scope) {
      return switch (this) {
        case AMOUNT, AMOUNT_ASC -> scope == SearchScope.FIGURES || scope == SearchScope.FACTS;
        case SCORE, SCORE_ASC -> scope == SearchScope.INDICATORS;
        case SEVERITY -> scope == SearchScope.FINDINGS;
        case GAP, GAP_PERCENT -> scope == SearchScope.FINDINGS || scope == SearchScope.INDICATORS;
        default -> true;
      };
    }

    /** Lower-case name used in URLs, for example {@code amount_asc}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The facets that rows of a scope have. */
  public static Set<FacetDimension> facetsOf(SearchScope scope) {
    return FieldNames.dimensions(scope);
  }

  /** Grouping of results. */
  public enum Grouping {
    /** Each result by itself. */
    NONE,

    /**
     * Sections with nearly the same wording are moved up to follow the best section among them. The
     * page size counts groups.
     */
    SIMILAR,
    /** The results of a document are a group. */
    DOCUMENT,
    /** The results of an agency are a group. */
    AGENCY;

    /** Lower-case name used in URLs. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a page consists of the best rows rather than of the best groups. */
    public boolean isRankedByRow() {
      return this == NONE || this == SIMILAR;
    }
  }
}
