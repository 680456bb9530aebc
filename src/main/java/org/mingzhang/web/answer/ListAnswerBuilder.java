package org.mingzhang.web.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.question.AmountLimit;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.question.QuestionOperator;
import org.mingzhang.search.Hit;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.StageDisclosureDuty;
import org.mingzhang.web.compare.YearChange;
import org.mingzhang.web.compare.YearCoverage;

/**
 * Builds an answer of many agencies, all in one year and one slice, so that a list never mixes
 * stages, funds or perimeters.
 *
 * @param question the question
 * @param agencies the facts of each agency
 */
record ListAnswerBuilder(NumericQuestion question, List<AgencyFacts> agencies) {
  /** Maximum number of named bodies of which values of other years are shown beside the list. */
  private static final int MAX_NAMED_BODIES = 5;

  /** The reason why a list of agencies omits one of them. */
  private enum Omission {
    UNSTATED,
    UNCOLLECTED,
    OTHER_SLICE,
    INCOMPARABLE,
    /** The value did not change in the direction asked for, or is outside the limit asked for. */
    NOT_MOVED
  }

  DirectAnswer buildAnswer() {
    SliceOrder order = new SliceOrder(question.account());
    int year = chooseYear();
    List<Integer> years = question.years();
    int base = years.size() > 1 ? years.getFirst() : year - 1;
    AccountSlice slice = chooseSlice(year).orElse(null);
    List<DirectAnswer.AgencyValue> agencyValues = new ArrayList<>();
    List<DirectAnswer.AgencyValue> others = new ArrayList<>();
    List<Hit> silent = new ArrayList<>();
    Map<Omission, Integer> omitted = new EnumMap<>(Omission.class);
    for (AgencyFacts agency : agencies) {
      DirectAnswer.AgencyValue agencyValue =
          slice == null
              ? agency.buildAbsentValue(year, order.stageLabel(), base)
              : agency.buildAgencyValue(year, slice, base);
      Omission reason = findOmission(agency, agencyValue);
      if (reason == Omission.OTHER_SLICE) {
        DirectAnswer.AgencyValue other = findOtherValue(agency, year, base, order);
        if (isWithinLimit(other)) {
          others.add(other);
        } else {
          reason = Omission.NOT_MOVED;
        }
      } else if (reason == Omission.UNCOLLECTED && namesFewBodiesAndNoYear()) {
        agency.yearsWithValue().descendingSet().stream()
            .limit(1)
            .map(other -> findOtherValue(agency, other, other - 1, order))
            .filter(this::isWithinLimit)
            .forEach(others::add);
      } else if (reason == Omission.UNSTATED) {
        silent.addAll(
            StageDisclosureDuty.findDueDocuments(agency.documents(), year, stageOf(slice)));
      }
      if (reason == null) {
        agencyValues.add(agencyValue);
      } else {
        omitted.merge(reason, 1, Integer::sum);
      }
    }
    if (agencies.size() == 1 && agencyValues.size() == 1) {
      DirectAnswer.AgencyValue shown = agencyValues.getFirst();
      agencies.getFirst().valuesBySlice(year).keySet().stream()
          .filter(other -> !other.equals(shown.slice()))
          .map(other -> agencies.getFirst().buildAgencyValue(year, other, base))
          .forEach(others::add);
    }
    others.sort(
        Comparator.comparing((DirectAnswer.AgencyValue v) -> !hasRequestedDirection(v.change()))
            .thenComparing(lineOrder()));
    agencyValues.sort(lineOrder());
    return new DirectAnswer(
        question,
        DirectAnswer.Form.LIST,
        agencyValues,
        others,
        new DirectAnswer.Basis(year, base, slice == null ? AccountSlice.UNSPECIFIED : slice),
        new DirectAnswer.OmittedAgencies(
            omitted.getOrDefault(Omission.UNSTATED, 0),
            omitted.getOrDefault(Omission.UNCOLLECTED, 0),
            omitted.getOrDefault(Omission.OTHER_SLICE, 0),
            omitted.getOrDefault(Omission.INCOMPARABLE, 0),
            omitted.getOrDefault(Omission.NOT_MOVED, 0)),
        silent,
        List.of(),
        List.of(),
        new OtherYearFinder(
                question, agencies, (agency, value) -> findOmission(agency, value) == null)
            .find(year, stageOf(slice), slice != null),
        List.of());
  }

  /** Whether the question names a few bodies and no year, so that each has its latest value. */
  private boolean namesFewBodiesAndNoYear() {
    return question.years().isEmpty()
        && !question.subject().askedName().isEmpty()
        && agencies.size() <= MAX_NAMED_BODIES;
  }

  /** The reason why the list has no line for an agency; null if it has one. */
  private @Nullable Omission findOmission(
      AgencyFacts agency, DirectAnswer.AgencyValue agencyValue) {
    if (!agencyValue.hasValue()) {
      return !agency.valuesBySlice(agencyValue.year()).isEmpty()
          ? Omission.OTHER_SLICE
          : agencyValue.cell().state() == ComparisonGrid.CellState.UNSTATED
              ? Omission.UNSTATED
              : Omission.UNCOLLECTED;
    }
    if (question.operator().comparesYears() && agencyValue.change() == null) {
      return Omission.INCOMPARABLE;
    }
    return hasRequestedDirection(agencyValue.change()) && isWithinLimit(agencyValue)
        ? null
        : Omission.NOT_MOVED;
  }

  /** The value of an agency in the most likely of its slices that is within the limit. */
  private DirectAnswer.AgencyValue findOtherValue(
      AgencyFacts agency, int year, int base, SliceOrder order) {
    List<DirectAnswer.AgencyValue> all =
        agency.valuesBySlice(year).keySet().stream()
            .sorted(order.createComparator())
            .map(other -> agency.buildAgencyValue(year, other, base))
            .toList();
    return all.stream().filter(this::isWithinLimit).findFirst().orElseGet(all::getFirst);
  }

  /**
   * Whether the value, or the rate of its change, is within the limit that is asked for, if any.
   */
  private boolean isWithinLimit(DirectAnswer.AgencyValue agencyValue) {
    AmountLimit limit = question.limit();
    if (limit == null) {
      return true;
    }
    if (limit.isRate()) {
      BigDecimal percent = percentOf(agencyValue.change());
      return percent != null
          && limit.accepts(percent.abs())
          && hasRequestedDirection(agencyValue.change());
    }
    BigDecimal yuan = agencyValue.cell().exactNumber();
    return yuan != null && limit.accepts(yuan);
  }

  private static @Nullable BigDecimal percentOf(@Nullable YearChange change) {
    return change == null ? null : change.percent();
  }

  private boolean isLimitedByRate() {
    return question.limit() != null && question.limit().isRate();
  }

  /** The stage of a slice; without a slice, that asked for. */
  private String stageOf(@Nullable AccountSlice slice) {
    return slice == null ? new SliceOrder(question.account()).stageLabel() : slice.stage();
  }

  /** Whether a change has the direction that the question asks for. */
  private boolean hasRequestedDirection(@Nullable YearChange change) {
    return switch (question.operator()) {
      case RISE -> change != null && change.sign() > 0;
      case FALL -> change != null && change.sign() < 0;
      case NONE, CHANGE, MOST, LEAST -> true;
    };
  }

  private int chooseYear() {
    if (!question.years().isEmpty()) {
      return question.years().getLast();
    }
    return findLatestYear(question.operator().comparesYears())
        .or(() -> findLatestYear(false))
        .orElseGet(this::latestDocumentYear);
  }

  /**
   * The newest year for which enough agencies have a value at the stage that was chosen over all
   * years. Choosing the stage first prevents the budget of the next year from being preferred to
   * the final accounts of this year.
   *
   * @param needsKnownChange whether only values with a known change count
   */
  private Optional<Integer> findLatestYear(boolean needsKnownChange) {
    Map<AccountSlice, Integer> perSlice = new HashMap<>();
    Map<Integer, Map<AccountSlice, Integer>> perYear = new TreeMap<>();
    for (AgencyFacts agency : agencies) {
      Set<AccountSlice> counted = new HashSet<>();
      for (int year : agency.yearsWithValue()) {
        for (AccountSlice slice : agency.valuesBySlice(year).keySet()) {
          if (hasValue(agency, year, slice, needsKnownChange)) {
            counted.add(slice);
            perYear.computeIfAbsent(year, k -> new HashMap<>()).merge(slice, 1, Integer::sum);
          }
        }
      }
      counted.forEach(slice -> perSlice.merge(slice, 1, Integer::sum));
    }
    Optional<AccountSlice> meant = new SliceOrder(question.account()).chooseSlice(perSlice);
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    perYear.forEach(
        (year, slices) ->
            slices.entrySet().stream()
                .filter(of -> meant.filter(like -> isComparable(of.getKey(), like)).isPresent())
                .mapToInt(Map.Entry::getValue)
                .max()
                .ifPresent(most -> counts.put(year, most)));
    return YearCoverage.findLatestYear(counts);
  }

  private static boolean isComparable(AccountSlice slice, AccountSlice meant) {
    return slice.stage().equals(meant.stage()) && slice.item().isEmpty() == meant.item().isEmpty();
  }

  private static boolean hasValue(
      AgencyFacts agency, int year, AccountSlice slice, boolean needsKnownChange) {
    return needsKnownChange
        ? agency.buildAgencyValue(year, slice, year - 1).change() != null
        : agency.valuesBySlice(year).containsKey(slice);
  }

  private int latestDocumentYear() {
    return agencies.stream()
        .flatMap(a -> a.documents().stream())
        .mapToInt(d -> d.year() == null ? 0 : d.year())
        .max()
        .orElse(0);
  }

  /** The slice of the list; for a question on changes one with a known change, if there is any. */
  private Optional<AccountSlice> chooseSlice(int year) {
    return chooseSlice(year, question.operator().comparesYears())
        .or(() -> chooseSlice(year, false));
  }

  private Optional<AccountSlice> chooseSlice(int year, boolean needsKnownChange) {
    Map<AccountSlice, Integer> counts = new HashMap<>();
    for (AgencyFacts agency : agencies) {
      agency.valuesBySlice(year).keySet().stream()
          .filter(slice -> hasValue(agency, year, slice, needsKnownChange))
          .forEach(slice -> counts.merge(slice, 1, Integer::sum));
    }
    return new SliceOrder(question.account()).chooseSlice(counts);
  }

  /**
   * Order of the lines of the list. Equal values keep the order of the agencies. Lines without an
   * amount come last: disputed values, and changes of which only the rate is stated; and after them
   * changes from 0, as of a new body.
   */
  private Comparator<DirectAnswer.AgencyValue> lineOrder() {
    QuestionOperator operator = question.operator();
    Function<DirectAnswer.AgencyValue, @Nullable BigDecimal> number =
        isLimitedByRate()
            ? agencyValue -> percentOf(agencyValue.change())
            : operator.comparesYears()
                ? agencyValue -> agencyValue.change() == null ? null : agencyValue.change().yuan()
                : agencyValue -> agencyValue.cell().exactNumber();
    boolean smallest = operator == QuestionOperator.FALL || operator == QuestionOperator.LEAST;
    Comparator<BigDecimal> natural = Comparator.naturalOrder();
    Comparator<DirectAnswer.AgencyValue> zeroLast =
        Comparator.comparing(v -> operator.comparesYears() && isFromZero(v));
    return zeroLast.thenComparing(
        number, Comparator.nullsLast(smallest ? natural : natural.reversed()));
  }

  /**
   * Whether the base value of a change is 0. The rate of such a change is undefined, so it is not
   * ranked.
   */
  private static boolean isFromZero(DirectAnswer.AgencyValue agencyValue) {
    return agencyValue.change() != null && agencyValue.change().baseIsZero();
  }
}
