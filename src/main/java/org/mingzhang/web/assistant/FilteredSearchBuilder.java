package org.mingzhang.web.assistant;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.address.SearchUrl;

/** Builds searches from the arguments of tools. */
final class FilteredSearchBuilder {
  private FilteredSearchBuilder() {}

  /**
   * A search in a scope with the filters of a call. The agency is added to the query.
   *
   * @param yearDimension dimension that is filtered by the years
   * @throws BadArgumentException if there is no such category
   */
  static SearchUrl build(
      String words, SearchScope scope, CoverageFilter coverage, FacetDimension yearDimension) {
    String agency = coverage.agency();
    String query =
        agency == null ? words : (words + " agency:\"" + agency.replace('"', ' ') + "\"").strip();
    SearchUrl searchUrl = SearchUrl.of(query, scope);
    for (String region : coverage.regions()) {
      searchUrl = searchUrl.withToggled(FacetDimension.REGION, region);
    }
    for (String year : coverage.years()) {
      searchUrl = searchUrl.withToggled(yearDimension, year);
    }
    coverage.requireKnownCategory();
    return withFilter(searchUrl, FacetDimension.CATEGORY, coverage.category());
  }

  /** Adds a filter, unless its value is null. */
  static SearchUrl withFilter(
      SearchUrl searchUrl, FacetDimension dimension, @Nullable String value) {
    return value == null ? searchUrl : searchUrl.withToggled(dimension, value);
  }
}
