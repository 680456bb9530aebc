package org.mingzhang.web.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.search.Hit;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.StageDisclosureDuty;

/**
 * Finds the years and stages, other than those of a list, for which the same list can be asked for.
 *
 * @param question the question
 * @param agencies the facts of each agency
 * @param isListed whether a value of an agency is one that the question asks for
 */
record OtherYearFinder(
    NumericQuestion question,
    List<AgencyFacts> agencies,
    BiPredicate<AgencyFacts, DirectAnswer.AgencyValue> isListed) {
  /** Maximum number of other years and stages that an answer names. */
  private static final int MAX_OTHER_YEARS = 8;

  /**
   * The other years and stages, newest first. If the question names no year, these are the years in
   * which agencies have values, with the number of agencies; otherwise the years with documents
   * that should state the value.
   *
   * @param year year of the list
   * @param stage label of its stage; the stage asked for if the list is empty
   * @param listHasSlice whether the list has a slice
   */
  List<DirectAnswer.OtherYear> find(int year, String stage, boolean listHasSlice) {
    return listHasSlice && question.years().isEmpty()
        ? countValues(year, stage)
        : findYearsWithDocuments(year, stage);
  }

  private List<DirectAnswer.OtherYear> findYearsWithDocuments(int year, String stage) {
    return agencies.stream()
        .flatMap(agency -> agency.documents().stream())
        .filter(
            d -> d.year() != null && d.year() != year && StageDisclosureDuty.isDueToState(d, stage))
        .map(Hit::year)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(other -> new DirectAnswer.OtherYear(other, null, null, null))
        .limit(MAX_OTHER_YEARS)
        .toList();
  }

  /** Counts for each year and stage the values of the slice that a list of them would have. */
  private List<DirectAnswer.OtherYear> countValues(int year, String stage) {
    SliceOrder order = new SliceOrder(question.account());
    Map<Integer, Map<String, Map<AccountSlice, List<DirectAnswer.AgencyValue>>>> values =
        new TreeMap<>(Comparator.reverseOrder());
    for (AgencyFacts agency : agencies) {
      for (int other : agency.yearsWithValue()) {
        for (AccountSlice slice : agency.valuesBySlice(other).keySet()) {
          DirectAnswer.AgencyValue value = agency.buildAgencyValue(other, slice, other - 1);
          if (isListed.test(agency, value)) {
            values
                .computeIfAbsent(other, k -> new TreeMap<>(SliceOrder.byStage()))
                .computeIfAbsent(slice.stage(), k -> new HashMap<>())
                .computeIfAbsent(slice, k -> new ArrayList<>())
                .add(value);
          }
        }
      }
    }
    List<DirectAnswer.OtherYear> found = new ArrayList<>();
    values.forEach(
        (other, stages) -> {
          stages.remove(other == year ? stage : "");
          stages.forEach(
              (label, slices) -> {
                Map<AccountSlice, Integer> counts = new HashMap<>();
                slices.forEach((slice, listed) -> counts.put(slice, listed.size()));
                order
                    .chooseSlice(counts)
                    .map(slices::get)
                    .ifPresent(
                        listed ->
                            found.add(
                                new DirectAnswer.OtherYear(
                                    other, label, listed.size(), findFirstAmount(listed))));
              });
        });
    return found.stream().limit(MAX_OTHER_YEARS).toList();
  }

  /** The amount that would be first if the list is ordered by amounts; null if it is not. */
  private @Nullable BigDecimal findFirstAmount(List<DirectAnswer.AgencyValue> values) {
    Stream<BigDecimal> amounts =
        values.stream()
            .map(DirectAnswer.AgencyValue::cell)
            .filter(ComparisonGrid.Cell::hasMoney)
            .map(ComparisonGrid.Cell::exactNumber)
            .filter(Objects::nonNull);
    return switch (question.operator()) {
      case MOST -> amounts.max(Comparator.naturalOrder()).orElse(null);
      case LEAST -> amounts.min(Comparator.naturalOrder()).orElse(null);
      case NONE, RISE, FALL, CHANGE -> null;
    };
  }
}
