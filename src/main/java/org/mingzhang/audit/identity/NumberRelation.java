package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Span;

/**
 * An equation or inequality between printed numbers. An equation can be solved for any one of its
 * terms.
 *
 * @param kind the kind of relation
 * @param terms the numbers, in the order that {@link Kind} documents
 */
public record NumberRelation(Kind kind, List<IdentityTerm> terms) {
  private static final ComputedInterval HUNDRED = ComputedInterval.exactly(BigDecimal.valueOf(100));

  public NumberRelation {
    terms = List.copyOf(terms);
    if (terms.size() < kind.minTermCount) {
      throw new IllegalArgumentException(kind + " of " + terms.size() + " terms");
    }
  }

  /** The equation or inequality that the numbers must satisfy. */
  public enum Kind {
    /** The first term is the sum of the others, each with its sign. */
    SUM(2),
    /** The first is at most the second. */
    AT_MOST(2),
    /**
     * The terms do not have opposite signs: both are increases or both are decreases, or one is 0.
     */
    SAME_SIGN(2),
    /** The first is the percentage that the second is of the third. */
    PERCENT(3),
    /** The first is the percentage by which the second exceeds the third. */
    GROWTH(3),
    /**
     * The first is the rate of a change, in percent, given the change (second) and the value after
     * it (third): the second divided by the difference of the third and the second.
     */
    GROWTH_OF_CHANGE(3),
    /**
     * The first term is the third as a percentage of the value before a change; that value is the
     * third term minus the change (second).
     */
    COMPLETION_OF_CHANGE(3);

    private final int minTermCount;

    Kind(int minTermCount) {
      this.minTermCount = minTermCount;
    }
  }

  /** The relation that a whole is the sum of its parts, each with its sign. */
  static NumberRelation sum(IdentityTerm whole, List<IdentityTerm> parts) {
    return new NumberRelation(Kind.SUM, Stream.concat(Stream.of(whole), parts.stream()).toList());
  }

  /** The relation that a rate is the percentage that a part is of a whole. */
  static NumberRelation percent(IdentityTerm rate, IdentityTerm part, IdentityTerm whole) {
    return new NumberRelation(Kind.PERCENT, List.of(rate, part, whole));
  }

  /**
   * Whether the relation is satisfied by some values within the intervals of its terms. Also true
   * for an equation whose other terms do not determine the first, such as a percentage of zero.
   */
  public boolean holds() {
    ComputedInterval first = terms.getFirst().interval();
    return switch (kind) {
      case AT_MOST -> !first.isAbove(intervalAt(1));
      case SAME_SIGN -> terms.getFirst().value().signum() * terms.get(1).value().signum() >= 0;
      default -> {
        ComputedInterval required = solveFor(0);
        yield required == null || first.intersects(required);
      }
    };
  }

  /**
   * Whether the relation is satisfied if each term with one value is replaced by another. False if
   * no term has this value.
   */
  public boolean holdsWithReplacement(BigDecimal value, BigDecimal replacement) {
    List<IdentityTerm> replaced =
        terms.stream()
            .map(t -> t.value().compareTo(value) == 0 ? t.shiftTo(replacement) : t)
            .toList();
    return !replaced.equals(terms) && new NumberRelation(kind, replaced).holds();
  }

  /**
   * The interval that the other terms require of one term; null if they do not determine it, and
   * for inequalities.
   */
  public @Nullable ComputedInterval solveFor(int index) {
    return switch (kind) {
      case SUM -> solveSum(index);
      case AT_MOST, SAME_SIGN -> null;
      case PERCENT -> solvePercent(index, intervalAt(0), intervalAt(1), intervalAt(2));
      case GROWTH -> solveGrowth(index);
      case GROWTH_OF_CHANGE -> solveGrowthOfChange(index);
      case COMPLETION_OF_CHANGE -> solveCompletionOfChange(index);
    };
  }

  /** Index of the number at a location; negative if there is none. */
  public int indexOf(Span place) {
    for (int i = 0; i < terms.size(); i++) {
      Span span = terms.get(i).printed().span();
      if (span.sectionPath().equals(place.sectionPath())
          && span.start() == place.start()
          && span.end() == place.end()) {
        return i;
      }
    }
    return -1;
  }

  private ComputedInterval intervalAt(int index) {
    return terms.get(index).interval();
  }

  private ComputedInterval solveSum(int index) {
    ComputedInterval others =
        index == 0 ? ComputedInterval.exactly(BigDecimal.ZERO) : intervalAt(0);
    for (int i = 1; i < terms.size(); i++) {
      if (i != index) {
        others = index == 0 ? others.plus(intervalAt(i)) : others.minus(intervalAt(i));
      }
    }
    return others;
  }

  private static @Nullable ComputedInterval solvePercent(
      int index, ComputedInterval rate, ComputedInterval part, ComputedInterval whole) {
    return switch (index) {
      case 0 -> whole.isPositive() ? part.percentOf(whole) : null;
      case 1 -> rate.applyAsPercentTo(whole);
      default -> rate.isPositive() ? part.percentOf(rate) : null;
    };
  }

  private @Nullable ComputedInterval solveGrowth(int index) {
    ComputedInterval factor = intervalAt(0).plus(HUNDRED);
    return switch (index) {
      case 0 ->
          intervalAt(2).isPositive()
              ? intervalAt(1).minus(intervalAt(2)).percentOf(intervalAt(2))
              : null;
      case 1 -> factor.applyAsPercentTo(intervalAt(2));
      default -> factor.isPositive() ? intervalAt(1).percentOf(factor) : null;
    };
  }

  private @Nullable ComputedInterval solveGrowthOfChange(int index) {
    ComputedInterval rate = intervalAt(0);
    ComputedInterval factor = rate.plus(HUNDRED);
    return switch (index) {
      case 0 ->
          intervalAt(2).minus(intervalAt(1)).isPositive()
              ? intervalAt(1).percentOf(intervalAt(2).minus(intervalAt(1)))
              : null;
      case 1 -> factor.isPositive() ? rate.applyAsPercentTo(intervalAt(2).percentOf(factor)) : null;
      default -> rate.isPositive() ? intervalAt(1).plus(intervalAt(1).percentOf(rate)) : null;
    };
  }

  private @Nullable ComputedInterval solveCompletionOfChange(int index) {
    ComputedInterval rate = intervalAt(0);
    ComputedInterval growth = rate.minus(HUNDRED);
    ComputedInterval before = intervalAt(2).minus(intervalAt(1));
    return switch (index) {
      case 0 -> before.isPositive() ? intervalAt(2).percentOf(before) : null;
      case 1 -> rate.isPositive() ? intervalAt(2).minus(intervalAt(2).percentOf(rate)) : null;
      default -> growth.isPositive() ? intervalAt(1).plus(intervalAt(1).percentOf(growth)) : null;
    };
  }
}
