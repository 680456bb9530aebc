package org.mingzhang.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.source.SearchPort;

/**
 * The stages, funds and perimeters in which documents state an account, and which of them are
 * compared where the reader chose none, one after the other, so that what is chosen always has
 * values: final accounts and departments unless something else has several times as many, the fund
 * with most values. Of equals all funds come before some.
 *
 * @param slice what is compared
 * @param offered the values of each dimension with their counts, given those before it
 */
record SliceChoices(Slice slice, Map<Dimension, List<FacetValue>> offered) {
  private static final List<Dimension> DIMENSIONS =
      List.of(Dimension.STAGE, Dimension.FUND, Dimension.PERIMETER);

  /** What readers mean where they do not say it. */
  private static final Map<Dimension, String> USUAL =
      Map.of(
          Dimension.STAGE, Stage.RESULT.label(),
          Dimension.PERIMETER, Perimeter.DEPARTMENT.label());

  /** The usual value is left where another has more than so many times its values. */
  private static final int TIMES = 5;

  /** Labels in the order in which equals are preferred. */
  private static final List<String> PREFERRED = preferred();

  private static List<String> preferred() {
    List<String> labels = new ArrayList<>();
    labels.add(Stage.RESULT.label());
    for (Stage stage : Stage.values()) {
      labels.add(stage.label());
    }
    for (Fund fund : Fund.values()) {
      labels.add(fund.label());
    }
    for (Perimeter perimeter : Perimeter.values()) {
      labels.add(perimeter.label());
    }
    labels.add(SearchRequest.NOT_STATED);
    return labels;
  }

  private static final Comparator<FacetValue> MOST_FIRST =
      Comparator.comparingLong(FacetValue::count)
          .reversed()
          .thenComparingInt(v -> PREFERRED.indexOf(v.path()));

  static SliceChoices of(SearchPort search, ComparisonRequest question) {
    Slice slice = question.slice();
    Map<Dimension, List<FacetValue>> offered = new EnumMap<>(Dimension.class);
    for (Dimension dimension : DIMENSIONS) {
      SearchAddress address =
          question.amounts(slice.with(dimension, ""), List.of(Fact.Kind.AMOUNT));
      List<FacetValue> values =
          search.search(address.sized(1).request()).facets().getOrDefault(dimension, List.of());
      List<FacetValue> counted =
          values.stream().filter(v -> v.count() > 0).sorted(MOST_FIRST).toList();
      offered.put(dimension, counted);
      if (slice.of(dimension).isEmpty() && !counted.isEmpty()) {
        slice = slice.with(dimension, chosen(dimension, counted).path());
      }
    }
    return new SliceChoices(slice, offered);
  }

  private static FacetValue chosen(Dimension dimension, List<FacetValue> counted) {
    FacetValue most = counted.getFirst();
    return counted.stream()
        .filter(v -> v.path().equals(USUAL.get(dimension)) && v.count() * TIMES >= most.count())
        .findFirst()
        .orElse(most);
  }
}
