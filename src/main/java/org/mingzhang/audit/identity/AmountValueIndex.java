package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.Quantity;

/**
 * An index of the amounts of a section by value. It finds the amounts that can be the whole of a
 * part with a given share without trying all amounts. Amounts are grouped by the width of their
 * intervals, so that within a group the intervals have the same order as the values.
 */
final class AmountValueIndex {
  /** Relative error that covers the rounding of a quotient. */
  private static final BigDecimal QUOTIENT_TOLERANCE = new BigDecimal("0.000001");

  private final PrintedPrecision precision;
  private final List<Quantity> amounts = new ArrayList<>();
  private final Map<BigDecimal, NavigableMap<BigDecimal, List<Integer>>> indicesByWidthAndLowBound =
      new HashMap<>();

  AmountValueIndex(PrintedPrecision precision) {
    this.precision = precision;
  }

  void add(Quantity amount) {
    ComputedInterval interval = precision.toInterval(amount);
    indicesByWidthAndLowBound
        .computeIfAbsent(
            interval.high().subtract(interval.low()).stripTrailingZeros(), w -> new TreeMap<>())
        .computeIfAbsent(interval.low(), l -> new ArrayList<>())
        .add(amounts.size());
    amounts.add(amount);
  }

  /**
   * The amounts, in their order, that can be the whole of at least one of some parts according to
   * its share; some others close to them in value may be included. Null if there are more than
   * {@code limit}.
   */
  @Nullable List<Quantity> findWholes(List<SharesOfOneWhole.PartWithRate> parts, int limit) {
    Set<Integer> found = new TreeSet<>();
    for (SharesOfOneWhole.PartWithRate known : parts) {
      if (!addWholesOfPart(known.part().interval(), known.rate().interval(), limit, found)) {
        return null;
      }
    }
    return found.stream().map(amounts::get).toList();
  }

  /** Adds the indices of the possible wholes of a part; returns false if they exceed the limit. */
  private boolean addWholesOfPart(
      ComputedInterval part, ComputedInterval rate, int limit, Set<Integer> found) {
    BigDecimal minimum =
        part.low().signum() <= 0
            ? BigDecimal.ZERO
            : PrintedNumbers.computePercentage(part.low(), rate.high())
                .multiply(BigDecimal.ONE.subtract(QUOTIENT_TOLERANCE));
    BigDecimal greatest =
        rate.low().signum() <= 0
            ? null
            : PrintedNumbers.computePercentage(part.high(), rate.low())
                .multiply(BigDecimal.ONE.add(QUOTIENT_TOLERANCE));
    for (Map.Entry<BigDecimal, NavigableMap<BigDecimal, List<Integer>>> width :
        indicesByWidthAndLowBound.entrySet()) {
      BigDecimal from = minimum.subtract(width.getKey()).max(BigDecimal.ZERO);
      if (greatest != null && greatest.compareTo(from) < 0) {
        continue;
      }
      NavigableMap<BigDecimal, List<Integer>> within = width.getValue().tailMap(from, true);
      within = greatest == null ? within : within.headMap(greatest, true);
      for (List<Integer> equals : within.values()) {
        found.addAll(equals);
        if (found.size() > limit) {
          return false;
        }
      }
    }
    return true;
  }
}
