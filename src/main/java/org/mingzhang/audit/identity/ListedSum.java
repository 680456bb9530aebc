package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.statement.Span;

/**
 * A whole with its parts as numbers.
 *
 * @param span place of the list
 * @param ofChanges whether they are changes
 * @param whole the whole
 * @param parts its parts, at least two
 * @param known whether the parts are known to exclude each other
 */
record ListedSum(Span span, boolean ofChanges, Term whole, List<Term> parts, boolean known) {
  /** Parts of which every choice is tried; longer lists are not told. */
  private static final int MOST_TRIED = 12;

  /** Digits of a whole from which a slip in one number is no accident. */
  private static final int DIGITS = 3;

  /** The whole is the sum of its parts. */
  Relation relation() {
    List<Term> terms = new ArrayList<>(parts);
    terms.addFirst(whole);
    return new Relation(Relation.Kind.SUM, terms);
  }

  private ComputedInterval sum() {
    return parts.stream()
        .map(Term::interval)
        .reduce(ComputedInterval.exactly(BigDecimal.ZERO), ComputedInterval::plus);
  }

  /** Whether parts of this coverage must make what they do not make. */
  boolean isDecided(PartFamilies.Coverage coverage) {
    return switch (coverage) {
      case COMPLETE -> true;
      // what is nought now can only have fallen
      case BUT_NOUGHT -> !ofChanges || whole.interval().isAbove(sum());
      case DISJOINT -> !ofChanges && sum().isAbove(whole.interval());
      case UNKNOWN -> false;
    };
  }

  /** Whether the list can be read so that some parts are parts of others, or said twice. */
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
      if (sum.meets(whole.interval())) {
        return true;
      }
    }
    return parts.size() > MOST_TRIED;
  }

  /** Whether a part by itself is its whole or above it, which shows that the list was misread. */
  private boolean hasPartOfWholeSize() {
    return parts.stream()
        .anyMatch(
            p -> p.interval().isAbove(whole.interval()) || p.interval().meets(whole.interval()));
  }

  /** The slip in exactly one of the numbers that makes the sum exact. */
  Optional<String> swapped() {
    Relation relation = relation();
    List<String> slips = new ArrayList<>();
    for (int i = 0; i <= parts.size(); i++) {
      ComputedInterval required = relation.required(i);
      if (required != null) {
        DigitErrors.swapped(relation.terms().get(i), required).ifPresent(slips::add);
      }
    }
    boolean exact = whole.printed().printed().replaceAll("[^\\d]", "").length() >= DIGITS;
    return exact && slips.size() == 1 ? Optional.of(slips.getFirst()) : Optional.empty();
  }
}
