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
      String words,
      SearchScope scope,
      CoverageFilter coverageFilter,
      FacetDimension yearDimension) {
    String agency = coverageFilter.agency();
    String query =
        agency == null ? words : (words + " agency:\"" + agency.replace('"', ' ') + "\"").strip();
    SearchUrl searchUrl = SearchUrl.of(query, scope);
    for (String region : coverageFilter.regions()) {
      searchUrl = searchUrl.withToggled(FacetDimension.REGION, region);
    }
    for (String year : coverageFilter.years()) {
      searchUrl = searchUrl.withToggled(yearDimension, year);
    }
    coverageFilter.requireKnownCategory();
    return withFilter(searchUrl, FacetDimension.CATEGORY, coverageFilter.category());
  }

  /** Adds a filter, unless its value is null. */
  static SearchUrl withFilter(
      SearchUrl searchUrl, FacetDimension dimension, @Nullable String value) {
    return value == null ? searchUrl : searchUrl.withToggled(dimension, value);
  }
}
