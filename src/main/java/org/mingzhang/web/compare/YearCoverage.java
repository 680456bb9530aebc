package org.mingzhang.web.compare;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Chooses the year to begin with: the newest for which enough agencies have a value. The newest
 * year with any value often has the documents of a single agency only.
 */
public final class YearCoverage {
  /**
   * The number of agencies of a year, multiplied by this factor, must be at least the number of
   * agencies of the year with the most agencies.
   */
  private static final int MAX_COUNT_RATIO = 2;

  /** Number of agencies without which nothing is compared; fewer only if no year has as many. */
  private static final int MIN_AGENCIES = 2;

  private YearCoverage() {}

  /**
   * The newest year with at least half as many agencies as the year with the most, and with at
   * least two if any year has two; empty if no year is given.
   *
   * @param counts number of agencies with a value, by year
   */
  public static Optional<Integer> findLatestYear(NavigableMap<Integer, Integer> counts) {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int least = Math.min(MIN_AGENCIES, most);
    return counts.descendingMap().entrySet().stream()
        .filter(e -> e.getValue() * MAX_COUNT_RATIO >= most && e.getValue() >= least)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
