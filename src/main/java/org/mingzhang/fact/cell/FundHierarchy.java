package org.mingzhang.fact.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;

/**
 * Operations on the tree of funds: the narrower of two funds, the common fund of several, and
 * whether two are incompatible.
 */
final class FundHierarchy {
  private FundHierarchy() {}

  /**
   * The narrower of two funds, that is, the one that the other contains. If only one is not null,
   * that one; null if both are null or neither contains the other.
   */
  static @Nullable Fund narrowerFund(@Nullable Fund one, @Nullable Fund other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    if (one.isWithin(other)) {
      return one;
    }
    return other.isWithin(one) ? other : null;
  }

  /** Whether neither of two funds contains the other; false if one of them is null. */
  static boolean areIncompatible(@Nullable Fund one, @Nullable Fund other) {
    return one != null && other != null && !one.isWithin(other) && !other.isWithin(one);
  }

  /** The narrowest fund that contains all of several; null if there are none. */
  static @Nullable Fund narrowestCommonFund(List<Fund> funds) {
    Fund all = null;
    for (Fund fund : funds) {
      while (all != null && !fund.isWithin(all)) {
        all = all.parentFund().orElse(Fund.ALL);
      }
      all = all == null ? fund : all;
    }
    return all;
  }
}
