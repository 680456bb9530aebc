package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Statement.Share;

/**
 * Computes the whole that several shares have in common from their parts and rates. It shows
 * whether an amount is the whole that a text means, also where the text does not print the whole.
 *
 * @param values the values that the whole can have
 * @param shares number of shares that agree on it
 */
record WholeImpliedByShares(ComputedInterval values, int shares) {
  /** Minimum number of shares that must imply the same whole. */
  private static final int MIN_SHARES = 2;

  /** The whole that the most shares agree on; null if no two shares imply the same whole. */
  static @Nullable WholeImpliedByShares findMostAgreedWhole(
      List<Share> shares, PrintedPrecision precision) {
    List<ComputedInterval> wholes = new ArrayList<>();
    for (Share share : shares) {
      IdentityTerm part = IdentityTerm.ofNumber(share.part().quantity(), precision);
      IdentityTerm rate = IdentityTerm.ofRate(share.rate(), precision);
      if (part != null
          && rate != null
          && part.interval().isPositive()
          && rate.interval().isPositive()) {
        wholes.add(part.interval().percentOf(rate.interval()));
      }
    }
    WholeImpliedByShares best = null;
    for (ComputedInterval start : wholes) {
      ComputedInterval common = start;
      int count = 0;
      for (ComputedInterval whole : wholes) {
        if (whole.intersects(common)) {
          common = whole.intersect(common);
          count++;
        }
      }
      if (count >= MIN_SHARES && (best == null || count > best.shares)) {
        best = new WholeImpliedByShares(common, count);
      }
    }
    return best;
  }
}
