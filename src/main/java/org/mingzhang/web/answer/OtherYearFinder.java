package org.mingzhang.web.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.web.compare.AmountTableBuilder;
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
  /** Maximum number of years and stages that are named. */
  private static final int MAX_OTHERS = 8;

  /**
   * The other years and stages, newest first. If the question names no year, those in which
   * agencies have values, with their number; otherwise the years with documents that should state
   * the value.
   *
   * @param year year of the list
   * @param stage label of its stage; that asked for if the list is empty
   * @param counted whether the list has a slice
   */
  List<DirectAnswer.OtherYear> find(int year, String stage, boolean counted) {
    return counted && question.years().isEmpty()
        ? countValues(year, stage)
        : findYearsWithDocuments(year, stage);
  }

  private List<DirectAnswer.OtherYear> findYearsWithDocuments(int year, String stage) {
    TreeSet<Integer> years = new TreeSet<>();
    for (AgencyFacts agency : agencies) {
      agency.documents().stream()
          .filter(d -> d.year() != null && StageDisclosureDuty.isDueToState(d, stage))
          .forEach(d -> years.add(d.year()));
    }
    years.remove(year);
    return years.descendingSet().stream()
        .map(other -> new DirectAnswer.OtherYear(other, null, null, null))
        .limit(MAX_OTHERS)
        .toList();
  }

  private List<DirectAnswer.OtherYear> countValues(int year, String stage) {
    SliceOrder order = new SliceOrder(question.account());
    Map<Integer, Map<String, List<DirectAnswer.AgencyValue>>> values =
        new TreeMap<>(Comparator.reverseOrder());
    for (AgencyFacts agency : agencies) {
      for (int other : agency.yearsWithValue()) {
        findValueOfEachStage(agency, other, order)
            .forEach(
                (label, value) ->
                    values
                        .computeIfAbsent(other, k -> new TreeMap<>(SliceOrder.byStage()))
                        .computeIfAbsent(label, k -> new ArrayList<>())
                        .add(value));
      }
    }
    List<DirectAnswer.OtherYear> found = new ArrayList<>();
    values.forEach(
        (other, stages) ->
            stages.forEach(
                (label, listed) -> {
                  if (other != year || !label.equals(stage)) {
                    found.add(
                        new DirectAnswer.OtherYear(
                            other, label, listed.size(), findFirstAmount(listed)));
                  }
                }));
    return found.stream().limit(MAX_OTHERS).toList();
  }

  /** The most likely value of each stage that the question asks for. */
  private Map<String, DirectAnswer.AgencyValue> findValueOfEachStage(
      AgencyFacts agency, int year, SliceOrder order) {
    Map<String, DirectAnswer.AgencyValue> values = new HashMap<>();
    agency.valuesBySlice(year).keySet().stream()
        .filter(order::matches)
        .sorted(order.createComparator())
        .forEach(
            slice -> {
              DirectAnswer.AgencyValue value = agency.buildAgencyValue(year, slice, year - 1);
              if (isListed.test(agency, value)) {
                values.putIfAbsent(slice.stage(), value);
              }
            });
    return values;
  }

  /** The amount that would be first if the list is ordered by amounts; null if it is not. */
  private @Nullable BigDecimal findFirstAmount(List<DirectAnswer.AgencyValue> values) {
    Comparator<BigDecimal> ascending = Comparator.naturalOrder();
    Optional<Comparator<BigDecimal>> order =
        switch (question.operator()) {
          case MOST -> Optional.of(ascending.reversed());
          case LEAST -> Optional.of(ascending);
          case NONE, RISE, FALL, CHANGE -> Optional.empty();
        };
    return order
        .flatMap(
            first ->
                values.stream()
                    .map(value -> AmountTableBuilder.amountInYuan(value.cell()))
                    .filter(Objects::nonNull)
                    .min(first))
        .orElse(null);
  }
}
