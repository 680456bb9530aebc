package org.mingzhang.web.leads;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults.FacetValue;

/**
 * Merges the facets of two searches by adding the counts of equal values. Years are sorted from the
 * latest to the earliest, other values by descending count; "not stated" is the last value.
 */
final class FacetMerger {
  private FacetMerger() {}

  static Map<FacetDimension, List<FacetValue>> merge(
      Map<FacetDimension, List<FacetValue>> one, Map<FacetDimension, List<FacetValue>> other) {
    Map<FacetDimension, List<FacetValue>> all = new EnumMap<>(FacetDimension.class);
    all.putAll(one);
    other.forEach(
        (dimension, values) -> all.merge(dimension, values, (a, b) -> merge(dimension, a, b)));
    return all;
  }

  private static List<FacetValue> merge(
      FacetDimension dimension, List<FacetValue> one, List<FacetValue> other) {
    Map<String, FacetValue> values = new LinkedHashMap<>();
    one.forEach(value -> values.put(value.path(), value));
    other.forEach(value -> values.merge(value.path(), value, (a, b) -> sum(dimension, a, b)));
    return values.values().stream().sorted(valueComparator(dimension)).toList();
  }

  private static Comparator<FacetValue> valueComparator(FacetDimension dimension) {
    return Comparator.comparing((FacetValue value) -> value.path().equals(SearchRequest.NOT_STATED))
        .thenComparing(
            dimension == FacetDimension.YEAR
                ? Comparator.comparing(FacetValue::path).reversed()
                : Comparator.comparingLong(FacetValue::count).reversed());
  }

  private static FacetValue sum(FacetDimension dimension, FacetValue one, FacetValue other) {
    return new FacetValue(
        one.value(),
        one.path(),
        one.count() + other.count(),
        one.selected() || other.selected(),
        one.excluded() || other.excluded(),
        merge(dimension, one.children(), other.children()));
  }
}
