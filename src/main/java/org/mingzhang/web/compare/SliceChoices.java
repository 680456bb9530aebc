package org.mingzhang.web.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.source.SearchPort;

/**
 * The stages, funds and perimeters in which documents state an account, and the defaults for those
 * that the reader has not chosen. Defaults are chosen one dimension after the other, so that the
 * slice always has values: the stage of final accounts and the perimeter of departments, unless
 * another one has more than {@link #MAX_COUNT_RATIO} times as many values; and the fund with the
 * most values or, if several have equally many, the widest of them. A dimension remains empty if
 * there are no values.
 *
 * @param slice the completed slice
 * @param offeredValues the values of each dimension with their counts, the most frequent first,
 *     given the dimensions before it and those that the reader has chosen
 */
record SliceChoices(AccountSlice slice, Map<FacetDimension, List<FacetValue>> offeredValues) {
  private static final List<FacetDimension> DIMENSIONS =
      List.of(FacetDimension.STAGE, FacetDimension.FUND, FacetDimension.PERIMETER);

  /** The default label of a dimension, used if the request does not choose one. */
  private static final Map<FacetDimension, String> DEFAULT_LABELS =
      Map.of(
          FacetDimension.STAGE, Stage.RESULT.label(),
          FacetDimension.PERIMETER, Perimeter.DEPARTMENT.label());

  /**
   * A default label is not used if another label has more than this number of times as many facts.
   */
  private static final int MAX_COUNT_RATIO = 5;

  /** The labels that are preferred if several have equal counts, in this order. */
  private static final List<String> PREFERRED_LABELS =
      Stream.of(
              Stream.of(Stage.RESULT.label()),
              Arrays.stream(Stage.values()).map(Stage::label),
              Arrays.stream(Fund.values()).map(Fund::label),
              Arrays.stream(Perimeter.values()).map(Perimeter::label),
              Stream.of(SearchRequest.NOT_STATED))
          .flatMap(labels -> labels)
          .toList();

  private static final Comparator<FacetValue> MOST_FIRST =
      Comparator.comparingLong(FacetValue::count)
          .reversed()
          .thenComparingInt(v -> PREFERRED_LABELS.indexOf(v.path()));

  static SliceChoices find(SearchPort search, ComparisonRequest request) {
    AccountSlice slice = request.slice();
    Map<FacetDimension, List<FacetValue>> offered = new EnumMap<>(FacetDimension.class);
    for (FacetDimension dimension : DIMENSIONS) {
      SearchUrl searchUrl =
          request.amountSearch(slice.withDimension(dimension, ""), List.of(Fact.Kind.AMOUNT));
      List<FacetValue> values =
          search
              .search(searchUrl.withSize(1).request())
              .facets()
              .getOrDefault(dimension, List.of());
      List<FacetValue> counted =
          values.stream().filter(v -> v.count() > 0).sorted(MOST_FIRST).toList();
      offered.put(dimension, counted);
      if (slice.labelOf(dimension).isEmpty() && !counted.isEmpty()) {
        slice = slice.withDimension(dimension, chooseValue(dimension, counted).path());
      }
    }
    return new SliceChoices(slice, offered);
  }

  private static FacetValue chooseValue(FacetDimension dimension, List<FacetValue> facetValues) {
    FacetValue mostFrequent = facetValues.getFirst();
    return facetValues.stream()
        .filter(
            v ->
                v.path().equals(DEFAULT_LABELS.get(dimension))
                    && v.count() * MAX_COUNT_RATIO >= mostFrequent.count())
        .findFirst()
        .orElse(mostFrequent);
  }
}
