package org.mingzhang.web.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults.FacetValue;

final class FacetMergerTest {
  private static List<FacetValue> values(Object... pathsAndCounts) {
    FacetValue[] values = new FacetValue[pathsAndCounts.length / 2];
    Arrays.setAll(
        values,
        i ->
            new FacetValue(
                (String) pathsAndCounts[2 * i],
                (String) pathsAndCounts[2 * i],
                (int) pathsAndCounts[2 * i + 1],
                false,
                false,
                List.of()));
    return List.of(values);
  }

  private static List<FacetValue> merge(
      FacetDimension dimension, List<FacetValue> one, List<FacetValue> other) {
    return FacetMerger.merge(Map.of(dimension, one), Map.of(dimension, other))
        .getOrDefault(dimension, List.of());
  }

  @Test
  void years_are_sorted_from_the_latest_and_not_stated_is_last() {
    assertThat(
            merge(
                FacetDimension.YEAR,
                values("2024", 1, "2022", 9, SearchRequest.NOT_STATED, 50),
                values("2023", 4, "2022", 1)))
        .containsExactlyElementsOf(
            values("2024", 1, "2023", 4, "2022", 10, SearchRequest.NOT_STATED, 50));
  }

  @Test
  void other_values_are_sorted_by_their_sum_and_not_stated_is_last() {
    assertThat(
            merge(
                FacetDimension.CATEGORY,
                values("决算", 2, "预算", 3),
                values("决算", 7, SearchRequest.NOT_STATED, 20)))
        .containsExactlyElementsOf(values("决算", 9, "预算", 3, SearchRequest.NOT_STATED, 20));
  }
}
