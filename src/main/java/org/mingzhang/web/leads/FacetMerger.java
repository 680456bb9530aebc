package org.mingzhang.web.leads;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.search.SearchResults.FacetValue;

/**
 * Merges the facets of two searches by adding the counts of equal values. The most frequent values
 * come first.
 */
final class FacetMerger {
  private FacetMerger() {}

  static Map<FacetDimension, List<FacetValue>> merge(
      Map<FacetDimension, List<FacetValue>> one, Map<FacetDimension, List<FacetValue>> other) {
    Map<FacetDimension, List<FacetValue>> all = new EnumMap<>(FacetDimension.class);
    all.putAll(one);
    other.forEach((dimension, values) -> all.merge(dimension, values, FacetMerger::merge));
    return all;
  }

  private static List<FacetValue> merge(List<FacetValue> one, List<FacetValue> other) {
    Map<String, FacetValue> values = new LinkedHashMap<>();
    one.forEach(value -> values.put(value.path(), value));
    other.forEach(value -> values.merge(value.path(), value, FacetMerger::sum));
    return values.values().stream()
        .sorted(Comparator.comparingLong(FacetValue::count).reversed())
        .toList();
  }

  private static FacetValue sum(FacetValue one, FacetValue other) {
    return new FacetValue(
        one.value(),
        one.path(),
        one.count() + other.count(),
        one.selected() || other.selected(),
        one.excluded() || other.excluded(),
        merge(one.children(), other.children()));
  }
}
