package org.mingzhang.web.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.question.AskedChange;
import org.mingzhang.question.Inquiry;
import org.mingzhang.web.compare.AmountTable;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.Slice;
import org.mingzhang.web.compare.YearChange;

/**
 * The values of many agencies in one year and one slice: numbers of two stages, funds or perimeters
 * never stand in one list.
 *
 * @param inquiry the question
 * @param agencies what is stated by each
 */
record ListAnswer(Inquiry inquiry, List<AgencyFacts> agencies) {
  /** A year is the latest only if at least one in so many of the best year have a value of it. */
  private static final int TIMES = 2;

  DirectAnswer answer() {
    int year = year();
    List<Integer> years = inquiry.years();
    int base = years.size() > 1 ? years.getFirst() : year - 1;
    Slice slice = slice(year).orElse(null);
    List<DirectAnswer.Line> lines = new ArrayList<>();
    int[] missing = new int[5];
    for (AgencyFacts agency : agencies) {
      DirectAnswer.Line line = agency.line(year, slice, base);
      if (!line.valued()) {
        missing[agency.values(year).isEmpty() ? (agency.collected(year) ? 0 : 1) : 2]++;
      } else if (inquiry.direction().movement() && line.change() == null) {
        missing[3]++;
      } else if (!passes(line.change())) {
        missing[4]++;
      } else {
        lines.add(line);
      }
    }
    lines.sort(order());
    return new DirectAnswer(
        inquiry,
        DirectAnswer.Form.LIST,
        lines,
        List.of(),
        new DirectAnswer.Basis(year, base, slice == null ? Slice.UNSPECIFIED : slice),
        new DirectAnswer.Missing(missing[0], missing[1], missing[2], missing[3], missing[4]),
        List.of(),
        List.of());
  }

  private boolean passes(@Nullable YearChange change) {
    return switch (inquiry.direction()) {
      case RISE -> change != null && change.sign() > 0;
      case FALL -> change != null && change.sign() < 0;
      case NONE, CHANGE, MOST, LEAST -> true;
    };
  }

  private int year() {
    if (!inquiry.years().isEmpty()) {
      return inquiry.years().getLast();
    }
    return latest(inquiry.direction().movement())
        .or(() -> latest(false))
        .orElseGet(this::latestDocument);
  }

  /**
   * The newest year of which enough agencies have a value at the stage that is meant over all
   * years: the budget of the next year is not preferred to the final accounts of this one.
   *
   * @param change whether it must have changed against the year before
   */
  private Optional<Integer> latest(boolean change) {
    Map<Slice, Integer> held = new HashMap<>();
    for (AgencyFacts agency : agencies) {
      agency.slices().stream()
          .filter(slice -> agency.years().stream().anyMatch(y -> has(agency, y, slice, change)))
          .forEach(slice -> held.merge(slice, 1, Integer::sum));
    }
    Optional<Slice> meant = new SliceOrder(inquiry.account()).common(held);
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (AgencyFacts agency : agencies) {
      for (int year : agency.years()) {
        boolean counted =
            held.keySet().stream()
                .filter(slice -> slice.stage().equals(meant.get().stage()))
                .anyMatch(slice -> has(agency, year, slice, change));
        if (counted) {
          counts.merge(year, 1, Integer::sum);
        }
      }
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return counts.descendingMap().entrySet().stream()
        .filter(e -> e.getValue() * TIMES >= most)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean has(AgencyFacts agency, int year, Slice slice, boolean change) {
    return change
        ? agency.line(year, slice, year - 1).change() != null
        : agency.values(year).containsKey(slice);
  }

  private int latestDocument() {
    return agencies.stream()
        .flatMap(a -> a.documents().stream())
        .mapToInt(d -> d.year() == null ? 0 : d.year())
        .max()
        .orElse(0);
  }

  private Optional<Slice> slice(int year) {
    Map<Slice, Integer> counts = new HashMap<>();
    for (AgencyFacts agency : agencies) {
      agency.values(year).keySet().forEach(slice -> counts.merge(slice, 1, Integer::sum));
    }
    return new SliceOrder(inquiry.account()).common(counts);
  }

  /** Equals stay in the order of regions; a value that contradicts itself comes last. */
  private Comparator<DirectAnswer.Line> order() {
    AskedChange direction = inquiry.direction();
    Function<DirectAnswer.Line, @Nullable BigDecimal> number =
        direction.movement()
            ? line -> line.change() == null ? null : line.change().yuan()
            : line -> drawn(line.cell());
    boolean smallest = direction == AskedChange.FALL || direction == AskedChange.LEAST;
    Comparator<BigDecimal> natural = Comparator.naturalOrder();
    return Comparator.comparing(
        number, Comparator.nullsLast(smallest ? natural : natural.reversed()));
  }

  private static @Nullable BigDecimal drawn(ComparisonGrid.Cell cell) {
    return AmountTable.yuan(cell);
  }
}
