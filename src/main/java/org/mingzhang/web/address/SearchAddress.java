package org.mingzhang.web.address;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;

/**
 * A search that is encoded in the parameters of an address. Defaults are left out, so that each
 * search has exactly one address.
 *
 * @param request the search
 * @param page 1-based number of the page, for display only: the cursor of the request decides what
 *     is shown
 * @param typed whether the query is searched as typed, without correction
 * @param separateSimilar whether near-duplicate sections are listed one by one
 */
public record SearchAddress(
    SearchRequest request, int page, boolean typed, boolean separateSimilar) {
  /** Number of hits on a page if the address names no size. */
  public static final int DEFAULT_SIZE = 20;

  private static final String NOT = "not.";

  /** Filters that exist in one scope only. */
  private static final Map<Scope, Set<Dimension>> FILTERS_OF_ONE_SCOPE =
      Map.of(
          Scope.INDICATORS, EnumSet.of(Dimension.LEVEL1, Dimension.LEVEL2, Dimension.MET),
          Scope.FIGURES, EnumSet.of(Dimension.FIGURE_NAME),
          Scope.FACTS, EnumSet.range(Dimension.ACCOUNT, Dimension.DISPUTED),
          Scope.FINDINGS, EnumSet.of(Dimension.KIND, Dimension.SEVERITY));

  /** A search whose query may be corrected. */
  public SearchAddress(SearchRequest request, int page) {
    this(request, page, false, false);
  }

  /** The first page of a search in one scope. */
  public static SearchAddress of(String query, Scope scope) {
    return new SearchAddress(
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
   * Reads the parameters of an address; unknown ones are ignored.
   *
   * @throws BadAddressException if a known parameter has a value it cannot have
   */
  public static SearchAddress decode(Parameters parameters) {
    SearchRequest request =
        new SearchRequest(
            parameters.text("q", "").strip(),
            parameters.enumConstant("scope", Scope.SECTIONS),
            filters(parameters, ""),
            filters(parameters, NOT),
            parameters.enumConstant("sort", Sort.RELEVANCE),
            parameters.enumConstant("group", Grouping.NONE),
            parameters.number("size", DEFAULT_SIZE, 100),
            parameters.text("after"),
            parameters.text("collapse", "").equals("off"));
    return new SearchAddress(
        request,
        parameters.number("page", 1, 1_000_000),
        parameters.text("typed") != null,
        parameters.text("similar", "").equals("off"));
  }

  private static Map<Dimension, List<String>> filters(Parameters parameters, String prefix) {
    Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      List<String> given = parameters.all(prefix + dimension.id());
      if (!given.isEmpty()) {
        values.put(dimension, given);
      }
    }
    return values;
  }

  /** The parameters, percent-encoded, in a fixed order. */
  public String encode() {
    QueryString query = new QueryString().add("q", request.query());
    query.add("scope", nullIfDefault(request.scope(), Scope.SECTIONS));
    for (Dimension dimension : Dimension.values()) {
      included(dimension).forEach(v -> query.add(dimension.id(), v));
    }
    for (Dimension dimension : Dimension.values()) {
      excluded(dimension).forEach(v -> query.add(NOT + dimension.id(), v));
    }
    query.add("sort", nullIfDefault(request.sort(), Sort.RELEVANCE));
    query.add("group", nullIfDefault(request.grouping(), Grouping.NONE));
    query.add("size", request.size() == DEFAULT_SIZE ? null : request.size());
    query.add("collapse", request.copies() ? "off" : null);
    query.add("similar", separateSimilar ? "off" : null);
    query.add("after", request.after());
    query.add("page", page == 1 ? null : page);
    return query.add("typed", typed ? 1 : null).toString();
  }

  /**
   * Null for the default, which addresses leave out; otherwise the constant's name in addresses.
   */
  private static @Nullable String nullIfDefault(Enum<?> value, Enum<?> usual) {
    return value == usual ? null : Parameters.name(value);
  }

  /** Values a result must have in a dimension. */
  public List<String> included(Dimension dimension) {
    return request.include().getOrDefault(dimension, List.of());
  }

  /** Values a result must not have in a dimension. */
  public List<String> excluded(Dimension dimension) {
    return request.exclude().getOrDefault(dimension, List.of());
  }

  /** Number of values that are required or excluded. */
  public int filterCount() {
    return request.include().values().stream().mapToInt(List::size).sum()
        + request.exclude().values().stream().mapToInt(List::size).sum();
  }

  /** A copy in another scope. */
  public SearchAddress withScope(Scope scope) {
    return new SearchAddress(
        request
            .withScope(scope)
            .withFilters(
                dropMeaninglessFilters(request.include(), scope),
                dropMeaninglessFilters(request.exclude(), scope))
            .withSort(scope == request.scope() ? request.sort() : Sort.RELEVANCE)
            .withCursor(null),
        1,
        typed,
        separateSimilar);
  }

  private static Map<Dimension, List<String>> dropMeaninglessFilters(
      Map<Dimension, List<String>> filters, Scope scope) {
    Map<Dimension, List<String>> kept = copy(filters);
    FILTERS_OF_ONE_SCOPE.forEach(
        (owner, dimensions) -> {
          if (owner != scope) {
            kept.keySet().removeAll(dimensions);
          }
        });
    return kept;
  }

  /** The first page for another query. */
  public SearchAddress withQuery(String query) {
    return withFilters(query, request.include(), request.exclude());
  }

  /** The first page of the query as typed. */
  public SearchAddress asTyped() {
    return new SearchAddress(withoutPage().request(), 1, true, separateSimilar);
  }

  /** The first page without filters. */
  public SearchAddress withoutFilters() {
    return withFilters(request.query(), Map.of(), Map.of());
  }

  /** The first page with a value required, or no longer required if it was. */
  public SearchAddress withToggled(Dimension dimension, String value) {
    return withFilters(
        request.query(),
        withToggled(request.include(), dimension, value),
        without(request.exclude(), dimension, value));
  }

  /** The first page with a value excluded, or no longer excluded if it was. */
  public SearchAddress withToggledExclusion(Dimension dimension, String value) {
    return withFilters(
        request.query(),
        without(request.include(), dimension, value),
        withToggled(request.exclude(), dimension, value));
  }

  /** The first page without any filter of a dimension. */
  public SearchAddress without(Dimension dimension) {
    Map<Dimension, List<String>> include = copy(request.include());
    Map<Dimension, List<String>> exclude = copy(request.exclude());
    include.remove(dimension);
    exclude.remove(dimension);
    return withFilters(request.query(), include, exclude);
  }

  /** The first page in another order. */
  public SearchAddress withSort(Sort sort) {
    return withDisplay(sort, request.grouping(), request.size(), null, 1);
  }

  /** The same search with hits grouped as given, from its first page. */
  public SearchAddress withGrouping(Grouping grouping) {
    return withDisplay(request.sort(), grouping, request.size(), null, 1);
  }

  /** The first page with another number of hits. */
  public SearchAddress withSize(int size) {
    return withDisplay(request.sort(), request.grouping(), size, null, 1);
  }

  /** The first page with all editions of a disclosure, or with the primary one only. */
  public SearchAddress withCopies(boolean all) {
    return new SearchAddress(withoutPage().request().withCopies(all), 1, typed, separateSimilar);
  }

  /** The first page with near-duplicate sections listed one by one or grouped. */
  public SearchAddress withNearDuplicatesSeparate(boolean separate) {
    return new SearchAddress(withoutPage().request(), 1, typed, separate);
  }

  /**
   * The request behind the list of a page: near-duplicate sections are grouped unless the address
   * separates them.
   */
  public SearchRequest toListRequest() {
    boolean together =
        !separateSimilar
            && request.scope() == Scope.SECTIONS
            && request.grouping() == Grouping.NONE;
    return together ? request.withGrouping(Grouping.SIMILAR) : request;
  }

  /** The same search from its first page. */
  public SearchAddress withoutPage() {
    return withDisplay(request.sort(), request.grouping(), request.size(), null, 1);
  }

  /** The page that a cursor leads to. */
  public SearchAddress withCursor(String cursor) {
    return withDisplay(request.sort(), request.grouping(), request.size(), cursor, page + 1);
  }

  private SearchAddress withDisplay(
      Sort sort, Grouping grouping, int size, @Nullable String after, int number) {
    return new SearchAddress(
        request.withSort(sort).withGrouping(grouping).withSize(size).withCursor(after),
        number,
        typed,
        separateSimilar);
  }

  private SearchAddress withFilters(
      String query, Map<Dimension, List<String>> include, Map<Dimension, List<String>> exclude) {
    return new SearchAddress(
        request.withQuery(query).withFilters(include, exclude).withCursor(null),
        1,
        typed && query.equals(request.query()),
        separateSimilar);
  }

  private static Map<Dimension, List<String>> withToggled(
      Map<Dimension, List<String>> values, Dimension dimension, String value) {
    if (values.getOrDefault(dimension, List.of()).contains(value)) {
      return without(values, dimension, value);
    }
    Map<Dimension, List<String>> copy = copy(values);
    List<String> more = new ArrayList<>(copy.getOrDefault(dimension, List.of()));
    more.add(value);
    copy.put(dimension, more);
    return copy;
  }

  private static Map<Dimension, List<String>> without(
      Map<Dimension, List<String>> values, Dimension dimension, String value) {
    Map<Dimension, List<String>> copy = copy(values);
    copy.computeIfPresent(
        dimension, (d, old) -> old.stream().filter(v -> !v.equals(value)).toList());
    copy.values().removeIf(List::isEmpty);
    return copy;
  }

  private static Map<Dimension, List<String>> copy(Map<Dimension, List<String>> values) {
    Map<Dimension, List<String>> copy = new EnumMap<>(Dimension.class);
    copy.putAll(values);
    return copy;
  }
}
