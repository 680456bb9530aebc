package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.Span;

/**
 * The numbers of a stated sum.
 *
 * @param span location of the statement
 * @param ofChanges whether the numbers are changes rather than amounts
 * @param whole the stated total
 * @param parts the parts, at least two
 * @param known whether the parts are known to exclude each other
 */
record ListedSum(Span span, boolean ofChanges, Term whole, List<Term> parts, boolean known) {
  /** Parts of which every combination is tried; longer lists are undecided. */
  private static final int MOST_TRIED = 12;

  /**
   * Fewest digits of a whole for which a swap of digits that makes the sum exact is not accidental.
   */
  private static final int DIGITS = 3;

  Relation toRelation() {
    List<Term> terms = new ArrayList<>(parts);
    terms.addFirst(whole);
    return new Relation(Relation.Kind.SUM, terms);
  }

  private ComputedInterval sum() {
    return parts.stream()
        .map(Term::interval)
        .reduce(ComputedInterval.exactly(BigDecimal.ZERO), ComputedInterval::plus);
  }

  /**
   * Whether parts of this coverage must add up to the whole, or must not exceed it, and fail to.
   */
  boolean isDecided(PartCoverage.Coverage coverage) {
    return switch (coverage) {
      case COMPLETE -> true;
      // an account that is zero now can only have fallen
      case ALL_BUT_ZERO -> !ofChanges || whole.interval().isAbove(sum());
      case DISJOINT -> !ofChanges && sum().isAbove(whole.interval());
      case UNKNOWN -> false;
    };
  }

  /** Whether the list can be read so that some parts are parts of others or stated twice. */
  boolean mayBeNested() {
    return !known && (agreesWithSome() || (!ofChanges && hasPartOfWholeSize()));
  }

  private boolean agreesWithSome() {
    int most = Math.min(parts.size(), MOST_TRIED);
    for (int chosen = 1; chosen < 1 << most; chosen++) {
      ComputedInterval sum = ComputedInterval.exactly(BigDecimal.ZERO);
      for (int i = 0; i < most; i++) {
        sum = (chosen & (1 << i)) == 0 ? sum : sum.plus(parts.get(i).interval());
      }
      if (sum.intersects(whole.interval())) {
        return true;
      }
    }
    return parts.size() > MOST_TRIED;
  }

  /** Whether one part equals or exceeds the whole, which shows that the list was misread. */
  private boolean hasPartOfWholeSize() {
    return parts.stream()
        .anyMatch(
            p ->
                p.interval().isAbove(whole.interval())
                    || p.interval().intersects(whole.interval()));
  }

  /** Whether swapping two neighbouring digits of exactly one number makes the sum exact. */
  boolean isSwapped() {
    Relation relation = toRelation();
    long slips =
        IntStream.rangeClosed(0, parts.size())
            .filter(i -> isSwapped(relation.terms().get(i), relation.solveFor(i)))
            .count();
    return whole.printed().printed().replaceAll("[^\\d]", "").length() >= DIGITS && slips == 1;
  }

  private static boolean isSwapped(Term printed, @Nullable ComputedInterval right) {
    if (right == null) {
      return false;
    }
    BigDecimal scale = printed.printed().scale();
    BigDecimal digits = printed.value().abs().divide(scale);
    BigDecimal wanted = right.middle().abs().divide(scale, digits.scale(), RoundingMode.HALF_UP);
    BigDecimal other = wanted.multiply(scale);
    return PrintedNumbers.areSwapped(digits, wanted)
        && right.intersects(
            ComputedInterval.exactly(right.middle().signum() < 0 ? other.negate() : other));
  }
}
