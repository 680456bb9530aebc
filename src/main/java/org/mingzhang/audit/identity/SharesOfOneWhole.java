package org.mingzhang.audit.identity;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement.Share;

/**
 * Shares that have the same whole. Each share implies an interval for the whole; an amount that
 * fits several of them is probably the whole that the text means. More than {@link #MAX_SHARES}
 * shares are not compared with each other.
 */
record SharesOfOneWhole(List<Share> shares, PrintedPrecision precision) {
  /** Maximum number of shares that are compared with each other. */
  private static final int MAX_SHARES = 60;

  /** Minimum number of shares that must imply the same whole. */
  private static final int MIN_SHARES = 2;

  /** Part and rate of a share, from which its whole follows. */
  record PartWithRate(IdentityTerm part, IdentityTerm rate) {
    /**
     * The part and rate of a share; null if the part is not printed or the rate is not in percent
     * or 倍.
     */
    static @Nullable PartWithRate of(Share share, PrintedPrecision precision) {
      IdentityTerm part = precision.toTerm(share.part().quantity());
      IdentityTerm rate = precision.toRateTerm(share.rate());
      return part == null || rate == null ? null : new PartWithRate(part, rate);
    }
  }

  boolean areTooManyToCompare() {
    return shares.size() > MAX_SHARES;
  }

  private Stream<PartWithRate> partsWithRates() {
    return shares.stream().flatMap(s -> Stream.ofNullable(PartWithRate.of(s, precision)));
  }

  /** The parts with rates above zero. */
  List<PartWithRate> partsWithPositiveRates() {
    return partsWithRates().filter(p -> p.rate().value().signum() > 0).toList();
  }

  /**
   * Whether at least as many shares agree with an amount as with any other whole. Also true if no
   * whole is implied by at least {@link #MIN_SHARES} shares, or if there are too many to compare.
   */
  boolean isBestSupportedWhole(Quantity whole) {
    List<ComputedInterval> wholes =
        partsWithRates()
            .filter(p -> p.part().interval().isPositive() && p.rate().interval().isPositive())
            .map(p -> p.part().interval().percentOf(p.rate().interval()))
            .toList();
    ComputedInterval best = null;
    int most = 0;
    for (ComputedInterval start : areTooManyToCompare() ? List.<ComputedInterval>of() : wholes) {
      ComputedInterval common = start;
      int count = 0;
      for (ComputedInterval other : wholes) {
        if (other.intersects(common)) {
          common = other.intersect(common);
          count++;
        }
      }
      if (count >= MIN_SHARES && count > most) {
        best = common;
        most = count;
      }
    }
    return best == null
        || precision.toInterval(whole).intersects(best)
        || shares.stream().filter(s -> agreesWithWhole(s, whole, precision)).count() >= most;
  }

  /**
   * Whether an amount, taken as the whole, agrees with a share or with another share of the same
   * whole.
   */
  boolean agreesWithSomeShare(Quantity whole, Share share) {
    return shares.stream()
        .anyMatch(
            s ->
                s.rate().value().signum() > 0
                    && !Objects.equals(s.part().quantity(), whole)
                    && agreesWithWhole(s, whole, precision)
                    && (s.equals(share)
                        || !Objects.equals(s.part().quantity(), share.part().quantity())));
  }

  /**
   * The only one of some amounts with which all other shares with a positive part and rate agree,
   * if there are at least {@link #MIN_SHARES} of them or if the parts of all shares add up to it;
   * null if there is none or if several differ.
   *
   * @param excludedShare the share for which the whole is looked for
   */
  @Nullable Quantity findCommonWhole(List<Quantity> amounts, Share excludedShare) {
    List<Share> others =
        shares.stream()
            .filter(s -> !s.span().equals(excludedShare.span()) && hasPositivePartAndRate(s))
            .toList();
    return others.isEmpty() || excludedShare.part().quantity() == null
        ? null
        : OperandValues.findUniqueQuantity(
            amounts.stream()
                .filter(q -> others.stream().allMatch(s -> agreesWithWhole(s, q, precision)))
                .filter(q -> others.size() >= MIN_SHARES || isSumOfParts(q))
                .toList());
  }

  private boolean isSumOfParts(Quantity whole) {
    List<ComputedInterval> parts =
        shares.stream()
            .flatMap(s -> Stream.ofNullable(s.part().quantity()))
            .distinct()
            .map(precision::toInterval)
            .toList();
    return parts.size() == shares.size()
        && ComputedInterval.sumOf(parts.stream()).intersects(precision.toInterval(whole));
  }

  /**
   * Whether part and rate of a share are both above zero; only then does the share determine its
   * whole.
   */
  private static boolean hasPositivePartAndRate(Share share) {
    Quantity part = share.part().quantity();
    return part != null && part.value().signum() > 0 && share.rate().value().signum() > 0;
  }

  /** Whether an amount agrees as the whole with part and rate of a share. */
  static boolean agreesWithWhole(Share share, Quantity amount, PrintedPrecision precision) {
    PartWithRate known = PartWithRate.of(share, precision);
    IdentityTerm whole = precision.toTerm(amount);
    return known != null
        && whole != null
        && known.part().printed().measure() == amount.measure()
        && whole.interval().isPositive()
        && NumberRelation.percent(known.rate(), known.part(), whole).holds();
  }
}
