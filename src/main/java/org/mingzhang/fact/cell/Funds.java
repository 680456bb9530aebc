package org.mingzhang.fact.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;

/** Funds that titles, heads and labels say together. */
final class Funds {
  private Funds() {}

  /** The narrower of two funds; null where neither holds the other, or both are null. */
  static @Nullable Fund narrower(@Nullable Fund one, @Nullable Fund other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    if (one.isWithin(other)) {
      return one;
    }
    return other.isWithin(one) ? other : null;
  }

  /** Whether two funds exclude each other. */
  static boolean conflict(@Nullable Fund one, @Nullable Fund other) {
    return one != null && other != null && !one.isWithin(other) && !other.isWithin(one);
  }

  /** The fund that holds all of several; null where there are none. */
  static @Nullable Fund holding(List<Fund> funds) {
    Fund all = null;
    for (Fund fund : funds) {
      while (all != null && !fund.isWithin(all)) {
        all = all.whole().orElse(Fund.ALL);
      }
      all = all == null ? fund : all;
    }
    return all;
  }

  /** The funds that a title names, and the title without them. */
  static Titled in(String normalized) {
    return Titled.of(Chart.fundsIn(normalized));
  }

  /**
   * A title parted into the fund it names and the rest.
   *
   * @param fund the fund that holds all it names, or null
   * @param rest the rest
   */
  record Titled(@Nullable Fund fund, String rest) {
    private static Titled of(Chart.FundsInTitle named) {
      return new Titled(holding(named.funds()), named.rest());
    }
  }
}
