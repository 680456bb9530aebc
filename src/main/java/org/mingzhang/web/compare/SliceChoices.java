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
 * The stages, funds and perimeters in which documents state an account, and the defaults for those
 * that the reader has not chosen. Defaults are chosen one dimension after the other, so that the
 * slice always has values: the stage of final accounts and the perimeter of departments, unless
 * another has several times as many values, and the fund with most values, the widest of equal
 * ones.
 *
 * @param slice the completed slice
 * @param offered the values of each dimension with their counts, given the dimensions before it
 */
record SliceChoices(Slice slice, Map<Dimension, List<FacetValue>> offered) {
  private static final List<Dimension> DIMENSIONS =
      List.of(Dimension.STAGE, Dimension.FUND, Dimension.PERIMETER);

  /** The label that is chosen in a dimension if the request names none. */
  private static final Map<Dimension, String> DEFAULTS =
      Map.of(
          Dimension.STAGE, Stage.RESULT.label(),
          Dimension.PERIMETER, Perimeter.DEPARTMENT.label());

  /** The default is not used if another value has more than so many times its count. */
  private static final int MAX_RATIO = 5;

  /** Labels in order of preference for equal counts. */
  private static final List<String> PREFERRED = preferredLabels();

  private static List<String> preferredLabels() {
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

  static SliceChoices find(SearchPort search, ComparisonRequest question) {
    Slice slice = question.slice();
    Map<Dimension, List<FacetValue>> offered = new EnumMap<>(Dimension.class);
    for (Dimension dimension : DIMENSIONS) {
      SearchAddress address =
          question.amountSearch(slice.with(dimension, ""), List.of(Fact.Kind.AMOUNT));
      List<FacetValue> values =
          search.search(address.withSize(1).request()).facets().getOrDefault(dimension, List.of());
      List<FacetValue> counted =
          values.stream().filter(v -> v.count() > 0).sorted(MOST_FIRST).toList();
      offered.put(dimension, counted);
      if (slice.labelOf(dimension).isEmpty() && !counted.isEmpty()) {
        slice = slice.with(dimension, chooseValue(dimension, counted).path());
      }
    }
    return new SliceChoices(slice, offered);
  }

  private static FacetValue chooseValue(Dimension dimension, List<FacetValue> counted) {
    FacetValue most = counted.getFirst();
    return counted.stream()
        .filter(
            v -> v.path().equals(DEFAULTS.get(dimension)) && v.count() * MAX_RATIO >= most.count())
        .findFirst()
        .orElse(most);
  }
}
