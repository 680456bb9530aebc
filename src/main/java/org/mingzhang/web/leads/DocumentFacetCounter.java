package org.mingzhang.web.leads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.SearchUrl;

/** Filters and facets for a list of documents that is not the result of a search. */
final class DocumentFacetCounter {
  static final List<FacetDimension> DIMENSIONS =
      List.of(FacetDimension.REGION, FacetDimension.YEAR, FacetDimension.CATEGORY);

  private DocumentFacetCounter() {}

  private static String value(Hit row, FacetDimension dimension) {
    String value =
        switch (dimension) {
          case REGION -> String.join("/", row.region());
          case YEAR -> row.year() == null ? "" : row.year().toString();
          default -> Objects.requireNonNullElse(row.category(), "");
        };
    return value.isEmpty() ? SearchRequest.NOT_STATED : value;
  }

  private static boolean hasValue(Hit row, FacetDimension dimension, String wanted) {
    String value = value(row, dimension);
    return value.equals(wanted) || value.startsWith(wanted + "/");
  }

  /**
   * Whether a row passes the filters of an address by region, year and category; other filters are
   * ignored.
   *
   * @param ignoredDimension dimension whose filters are ignored as well, or null
   */
  static boolean matches(Hit row, SearchUrl searchUrl, @Nullable FacetDimension ignoredDimension) {
    return DIMENSIONS.stream()
        .filter(dimension -> dimension != ignoredDimension)
        .allMatch(
            dimension ->
                (searchUrl.includedValues(dimension).isEmpty()
                        || searchUrl.includedValues(dimension).stream()
                            .anyMatch(v -> hasValue(row, dimension, v)))
                    && searchUrl.excludedValues(dimension).stream()
                        .noneMatch(v -> hasValue(row, dimension, v)));
  }

  /**
   * Counts the values of a dimension in the rows that pass the filters of the other dimensions,
   * sorted by frequency, or, for years, newest first.
   */
  static List<FacetValue> countDimension(
      List<Hit> rows, FacetDimension dimension, SearchUrl searchUrl) {
    List<String> values =
        rows.stream()
            .filter(row -> matches(row, searchUrl, dimension))
            .map(row -> value(row, dimension))
            .toList();
    return countValues(values, "", dimension, searchUrl);
  }

  private static List<FacetValue> countValues(
      List<String> all, String parentPrefix, FacetDimension dimension, SearchUrl searchUrl) {
    Map<String, Long> counts = new TreeMap<>();
    for (String value : all) {
      if (value.startsWith(parentPrefix) && value.length() > parentPrefix.length()) {
        int slash = dimension.hierarchical() ? value.indexOf('/', parentPrefix.length()) : -1;
        counts.merge(slash < 0 ? value : value.substring(0, slash), 1L, Long::sum);
      }
    }
    List<FacetValue> found = new ArrayList<>();
    counts.forEach(
        (path, count) ->
            found.add(
                new FacetValue(
                    path.substring(parentPrefix.length()),
                    path,
                    count,
                    searchUrl.includedValues(dimension).contains(path),
                    searchUrl.excludedValues(dimension).contains(path),
                    dimension.hierarchical()
                        ? countValues(all, path + "/", dimension, searchUrl)
                        : List.of())));
    found.sort(
        dimension == FacetDimension.YEAR
            ? Comparator.comparing(FacetValue::path).reversed()
            : Comparator.comparingLong(FacetValue::count).reversed());
    return found;
  }
}
