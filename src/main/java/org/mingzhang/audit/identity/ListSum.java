package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;

/**
 * The numbers of a list whose parts should add up to a whole.
 *
 * @param span location of the statement
 * @param hasChangesAsTerms whether the numbers are changes rather than amounts
 * @param whole the stated total
 * @param parts the parts, at least two
 * @param partsAreDisjoint whether the parts are known to exclude each other
 */
record ListSum(
    Span span,
    boolean hasChangesAsTerms,
    IdentityTerm whole,
    List<IdentityTerm> parts,
    boolean partsAreDisjoint) {
  /**
   * Maximum number of parts of which every combination is tried; longer lists are left undecided.
   */
  private static final int MAX_COMBINED_PARTS = 12;

  /**
   * Minimum number of digits of a whole; for a shorter number, two swapped digits that make the sum
   * exact may be a coincidence.
   */
  private static final int MIN_DIGITS_OF_WHOLE = 3;

  /** Maximum excess of the parts that counts as slight, as a fraction of the whole. */
  private static final BigDecimal MAX_SLIGHT_EXCESS = new BigDecimal("0.05");

  NumberRelation toRelation() {
    return NumberRelation.sum(whole, parts);
  }

  /** Whether the numbers are percentages, the shares of a whole. */
  boolean hasRatesAsTerms() {
    return whole.printed().measure() == Quantity.Measure.PERCENT;
  }

  /** The sum of the parts. */
  ComputedInterval sum() {
    return ComputedInterval.sumOf(parts.stream().map(IdentityTerm::interval));
  }

  /**
   * Whether parts that do not add up to the whole thereby violate what their coverage requires: to
   * add up to it if they are complete, or not to exceed it if they only exclude each other. To be
   * called only if {@link #toRelation} does not hold.
   */
  boolean violatesCoverage(PartCoverageDetector.Coverage coverage) {
    return switch (coverage) {
      case COMPLETE -> true;
      // An omitted part is zero now, so its own change can only be a decrease.
      case ALL_BUT_ZERO -> !hasChangesAsTerms || whole.interval().isAbove(sum());
      case DISJOINT -> !hasChangesAsTerms && sum().isAbove(whole.interval());
      case UNKNOWN -> false;
    };
  }

  /**
   * Whether the parts exceed the whole by at most {@link #MAX_SLIGHT_EXCESS} of it, so that a wrong
   * number is a more likely cause than parts that overlap; false for changes.
   */
  boolean exceedsWholeSlightly() {
    ComputedInterval sum = sum();
    return !hasChangesAsTerms
        && sum.isAbove(whole.interval())
        && sum.low()
                .subtract(whole.value())
                .compareTo(whole.value().abs().multiply(MAX_SLIGHT_EXCESS))
            <= 0;
  }

  /** Whether some parts of the list may be parts of others or stated twice. */
  boolean mayBeNested() {
    return !partsAreDisjoint
        && (someSubsetAddsUp() || (!hasChangesAsTerms && hasPartNotBelowWhole()));
  }

  /**
   * Whether some of the parts add up to the whole without the others. Also true for more than
   * {@link #MAX_COMBINED_PARTS} parts, whose combinations are too many to try.
   */
  boolean someSubsetAddsUp() {
    int limit = Math.min(parts.size(), MAX_COMBINED_PARTS);
    for (int chosen = 1; chosen < 1 << limit; chosen++) {
      int choice = chosen;
      IntStream indices = IntStream.range(0, limit).filter(i -> (choice & (1 << i)) != 0);
      if (ComputedInterval.sumOf(indices.mapToObj(i -> parts.get(i).interval()))
          .intersects(whole.interval())) {
        return true;
      }
    }
    return parts.size() > MAX_COMBINED_PARTS;
  }

  /**
   * Whether one part equals or exceeds the whole, so that the parts cannot be separate parts of it.
   */
  private boolean hasPartNotBelowWhole() {
    return parts.stream()
        .anyMatch(
            p ->
                p.interval().isAbove(whole.interval())
                    || p.interval().intersects(whole.interval()));
  }

  /**
   * Whether some number makes the sum exact if two of its neighboring digits are swapped, and the
   * whole has at least {@link #MIN_DIGITS_OF_WHOLE} digits.
   */
  boolean isOffBySwappedDigits() {
    NumberRelation relation = toRelation();
    return whole.printed().printed().replaceAll("[^\\d]", "").length() >= MIN_DIGITS_OF_WHOLE
        && IntStream.rangeClosed(0, parts.size())
            .anyMatch(i -> isOffBySwappedDigits(relation.terms().get(i), relation.solveFor(i)));
  }

  /**
   * Whether exactly one part exceeds the whole, and the sum is exact if one digit of that part is
   * left out, added or replaced, or its point is moved: 支付1,386万元，其中A612万元，B1,690万元，C84万元. False
   * for changes.
   */
  boolean isPartAboveWholeOffByOneDigit() {
    List<IdentityTerm> above =
        parts.stream().filter(p -> p.interval().isAbove(whole.interval())).toList();
    if (above.size() != 1 || hasChangesAsTerms) {
      return false;
    }
    IdentityTerm part = above.getFirst();
    BigDecimal others =
        parts.stream()
            .map(IdentityTerm::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .subtract(part.value());
    BigDecimal right = whole.value().subtract(others);
    BigDecimal scale = part.printed().scale();
    return right.signum() > 0
        && (PrintedNumbers.differInOneDigit(part.value().divide(scale), right.divide(scale))
            || PrintedNumbers.differByPowerOfTen(part.value(), right));
  }

  private static boolean isOffBySwappedDigits(
      IdentityTerm printed, @Nullable ComputedInterval expected) {
    if (expected == null) {
      return false;
    }
    BigDecimal scale = printed.printed().scale();
    BigDecimal digits = printed.value().abs().divide(scale);
    BigDecimal wanted =
        expected.midpoint().abs().divide(scale, digits.scale(), RoundingMode.HALF_UP);
    BigDecimal other = wanted.multiply(scale);
    return PrintedNumbers.differBySwappedDigits(digits, wanted)
        && expected.intersects(
            ComputedInterval.exactly(expected.midpoint().signum() < 0 ? other.negate() : other));
  }
}
