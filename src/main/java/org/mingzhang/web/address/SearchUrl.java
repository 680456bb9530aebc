package org.mingzhang.web.address;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.FormerAccountNames;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;

/**
 * A search that is encoded in the parameters of a URL. Defaults are left out, so that each search
 * has exactly one URL.
 *
 * @param request the search
 * @param page 1-based number of the page, for display only; the cursor of the request determines
 *     the hits
 * @param searchesAsTyped whether to search the query as typed, without correction
 * @param listsSimilarSeparately whether near-duplicate sections are listed one by one
 */
public record SearchUrl(
    SearchRequest request, int page, boolean searchesAsTyped, boolean listsSimilarSeparately) {
  /** Number of hits on a page if the URL names no size. */
  public static final int DEFAULT_SIZE = 20;

  private static final String EXCLUSION_PREFIX = "not.";

  /**
   * Creates a search whose query may be corrected and whose near-duplicate sections are grouped.
   */
  public SearchUrl(SearchRequest request, int page) {
    this(request, page, false, false);
  }

  /** The first page of a search in one scope. */
  public static SearchUrl of(String query, SearchScope scope) {
    return new SearchUrl(
        new SearchRequest(
            query,
            scope,
            Map.of(),
            Map.of(),
            Sort.RELEVANCE,
            Grouping.NONE,
            DEFAULT_SIZE,
            null,
            false),
        1);
  }

  /**
   * Reads the parameters of an address; unknown ones are ignored. Former names of accounts in
   * filters are replaced by the current ones.
   *
   * @throws BadParameterException if a known parameter has an invalid value
   */
  public static SearchUrl decode(RequestParameters parameters) {
    SearchRequest request =
        new SearchRequest(
            parameters.text("q", "").strip(),
            parameters.enumConstant("scope", SearchScope.SECTIONS),
            decodeFilters(parameters, ""),
            decodeFilters(parameters, EXCLUSION_PREFIX),
            parameters.enumConstant("sort", Sort.RELEVANCE),
            parameters.enumConstant("group", Grouping.NONE),
            parameters.positiveInt("size", DEFAULT_SIZE, 100),
            parameters.text("after"),
            parameters.text("collapse", "").equals("off"));
    return new SearchUrl(
        request,
        parameters.positiveInt("page", 1, 1_000_000),
        parameters.text("typed") != null,
        parameters.text("similar", "").equals("off"));
  }

  private static Map<FacetDimension, List<String>> decodeFilters(
      RequestParameters parameters, String prefix) {
    Map<FacetDimension, List<String>> values = new EnumMap<>(FacetDimension.class);
    for (FacetDimension dimension : FacetDimension.values()) {
      List<String> given = parameters.allValues(prefix + dimension.id());
      if (!given.isEmpty()) {
        values.put(
            dimension,
            dimension == FacetDimension.ACCOUNT
                ? given.stream().map(FormerAccountNames::toCurrent).toList()
                : given);
      }
    }
    return values;
  }

  /** The parameters, percent-encoded, in a fixed order; empty if all have their default values. */
  public String encode() {
    QueryString query = new QueryString().add("q", request.query());
    query.add("scope", nullIfDefault(request.scope(), SearchScope.SECTIONS));
    for (FacetDimension dimension : FacetDimension.values()) {
      includedValues(dimension).forEach(v -> query.add(dimension.id(), v));
    }
    for (FacetDimension dimension : FacetDimension.values()) {
      excludedValues(dimension).forEach(v -> query.add(EXCLUSION_PREFIX + dimension.id(), v));
    }
    query.add("sort", nullIfDefault(request.sort(), Sort.RELEVANCE));
    query.add("group", nullIfDefault(request.grouping(), Grouping.NONE));
    query.add("size", request.size() == DEFAULT_SIZE ? null : request.size());
    query.add("collapse", request.includesCopies() ? "off" : null);
    query.add("similar", listsSimilarSeparately ? "off" : null);
    query.add("after", request.after());
    query.add("page", page == 1 ? null : page);
    return query.add("typed", searchesAsTyped ? 1 : null).toString();
  }

  /** The name of a constant in addresses; null for the default, which is left out of addresses. */
  private static @Nullable String nullIfDefault(Enum<?> value, Enum<?> defaultValue) {
    return value == defaultValue ? null : RequestParameters.lowerCaseName(value);
  }

  /** The values of a dimension of which a result must have at least one. */
  public List<String> includedValues(FacetDimension dimension) {
    return request.includedValues().getOrDefault(dimension, List.of());
  }

  /** The values of a dimension that a result must not have. */
  public List<String> excludedValues(FacetDimension dimension) {
    return request.excludedValues().getOrDefault(dimension, List.of());
  }

  /** Number of values that are required or excluded. */
  public int filterCount() {
    return request.includedValues().values().stream().mapToInt(List::size).sum()
        + request.excludedValues().values().stream().mapToInt(List::size).sum();
  }

  /**
   * The first page of the search in another scope. Filters that only apply to a different scope are
   * dropped; if the scope changes, hits are sorted by relevance.
   */
  public SearchUrl withScope(SearchScope scope) {
    return new SearchUrl(
        request
            .withScope(scope)
            .withFilters(
                dropInapplicableFilters(request.includedValues(), scope),
                dropInapplicableFilters(request.excludedValues(), scope))
            .withSort(scope == request.scope() ? request.sort() : Sort.RELEVANCE)
            .withCursor(null),
        1,
        searchesAsTyped,
        listsSimilarSeparately);
  }

  private static Map<FacetDimension, List<String>> dropInapplicableFilters(
      Map<FacetDimension, List<String>> filters, SearchScope scope) {
    Map<FacetDimension, List<String>> kept = copy(filters);
    kept.keySet().retainAll(SearchRequest.facetsOf(scope));
    return kept;
  }

  /** The first page for another query, which may be corrected even if this search is not. */
  public SearchUrl withQuery(String query) {
    return withFilters(query, request.includedValues(), request.excludedValues());
  }

  /** The first page of the query as typed. */
  public SearchUrl withoutCorrection() {
    return new SearchUrl(withoutPage().request(), 1, true, listsSimilarSeparately);
  }

  /** The first page without filters. */
  public SearchUrl withoutFilters() {
    return withFilters(request.query(), Map.of(), Map.of());
  }

  /**
   * The first page with a value added to the required ones, or removed if it was required. The
   * value is no longer excluded.
   */
  public SearchUrl withToggled(FacetDimension dimension, String value) {
    return withFilters(
        request.query(),
        withToggled(request.includedValues(), dimension, value),
        without(request.excludedValues(), dimension, value));
  }

  /**
   * The first page with a value added to the excluded ones, or removed if it was excluded. The
   * value is no longer required.
   */
  public SearchUrl withToggledExclusion(FacetDimension dimension, String value) {
    return withFilters(
        request.query(),
        without(request.includedValues(), dimension, value),
        withToggled(request.excludedValues(), dimension, value));
  }

  /** The first page without any filter of a dimension. */
  public SearchUrl without(FacetDimension dimension) {
    Map<FacetDimension, List<String>> include = copy(request.includedValues());
    Map<FacetDimension, List<String>> exclude = copy(request.excludedValues());
    include.remove(dimension);
    exclude.remove(dimension);
    return withFilters(request.query(), include, exclude);
  }

  /** The first page in another order. */
  public SearchUrl withSort(Sort sort) {
    return withDisplay(sort, request.grouping(), request.size(), null, 1);
  }

  /** The same search with hits grouped as given, from its first page. */
  public SearchUrl withGrouping(Grouping grouping) {
    return withDisplay(request.sort(), grouping, request.size(), null, 1);
  }

  /** The first page with another number of hits. */
  public SearchUrl withSize(int size) {
    return withDisplay(request.sort(), request.grouping(), size, null, 1);
  }

  /** The first page with all editions of a disclosure, or with the primary one only. */
  public SearchUrl withCopies(boolean areIncluded) {
    return new SearchUrl(
        withoutPage().request().withSecondaryEditions(areIncluded),
        1,
        searchesAsTyped,
        listsSimilarSeparately);
  }

  /** The first page with near-duplicate sections listed one by one or grouped. */
  public SearchUrl withNearDuplicatesSeparate(boolean areListedSeparately) {
    return new SearchUrl(withoutPage().request(), 1, searchesAsTyped, areListedSeparately);
  }

  /**
   * The request for the hits of a result page. In the scope of sections, near-duplicates are
   * grouped unless the address separates them or groups hits otherwise.
   */
  public SearchRequest toListRequest() {
    boolean together =
        !listsSimilarSeparately
            && request.scope() == SearchScope.SECTIONS
            && request.grouping() == Grouping.NONE;
    return together ? request.withGrouping(Grouping.SIMILAR) : request;
  }

  /** The same search from its first page. */
  public SearchUrl withoutPage() {
    return withDisplay(request.sort(), request.grouping(), request.size(), null, 1);
  }

  /** The page that begins at a cursor, with a page number one higher than this. */
  public SearchUrl withCursor(String cursor) {
    return withDisplay(request.sort(), request.grouping(), request.size(), cursor, page + 1);
  }

  private SearchUrl withDisplay(
      Sort sort, Grouping grouping, int size, @Nullable String after, int pageNumber) {
    return new SearchUrl(
        request.withSort(sort).withGrouping(grouping).withSize(size).withCursor(after),
        pageNumber,
        searchesAsTyped,
        listsSimilarSeparately);
  }

  private SearchUrl withFilters(
      String query,
      Map<FacetDimension, List<String>> include,
      Map<FacetDimension, List<String>> exclude) {
    return new SearchUrl(
        request.withQuery(query).withFilters(include, exclude).withCursor(null),
        1,
        searchesAsTyped && query.equals(request.query()),
        listsSimilarSeparately);
  }

  private static Map<FacetDimension, List<String>> withToggled(
      Map<FacetDimension, List<String>> values, FacetDimension dimension, String value) {
    if (values.getOrDefault(dimension, List.of()).contains(value)) {
      return without(values, dimension, value);
    }
    Map<FacetDimension, List<String>> copy = copy(values);
    List<String> more = new ArrayList<>(copy.getOrDefault(dimension, List.of()));
    more.add(value);
    copy.put(dimension, more);
    return copy;
  }

  private static Map<FacetDimension, List<String>> without(
      Map<FacetDimension, List<String>> values, FacetDimension dimension, String value) {
    Map<FacetDimension, List<String>> copy = copy(values);
    copy.computeIfPresent(
        dimension, (d, old) -> old.stream().filter(v -> !v.equals(value)).toList());
    copy.values().removeIf(List::isEmpty);
    return copy;
  }

  private static Map<FacetDimension, List<String>> copy(Map<FacetDimension, List<String>> values) {
    Map<FacetDimension, List<String>> copy = new EnumMap<>(FacetDimension.class);
    copy.putAll(values);
    return copy;
  }
}
