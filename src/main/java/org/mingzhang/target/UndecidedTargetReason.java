package org.mingzhang.target;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator;

/** The reason why it is unknown whether a target was met. */
public enum UndecidedTargetReason {
  /** No target was read. */
  NO_TARGET,
  /** No result was read. */
  NO_RESULT,
  /** The target is a date or period, the result is not. */
  DATE,
  /** The target is words that the result does not repeat. */
  WORDS,
  /** The target is a number; the result has no number with the same unit. */
  RESULT_IN_WORDS,
  /** Target and result are numbers that count different things. */
  OTHER_UNIT,
  /** The target cannot be met: a share above 100%, such as a satisfaction of 120%. */
  IMPOSSIBLE_TARGET,
  /** Target or result has several numbers. */
  SEVERAL,
  /** The result is itself only a bound, such as more than 85%. */
  BOUND,
  /** The target is to be met exactly, and the result is near it or above it. */
  EXACT,
  /** The text was recognized; the result equals a bound, whose sign &gt; may have been ≥. */
  MISREAD_SIGN,
  /** The result covers only a part of the year. */
  PART_OF_YEAR,
  /** For a target without a sign, of money or time, either more or less may be better. */
  NO_DIRECTION;

  /** Lower-case name with hyphens, for texts and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason why the outcome of an indicator is unknown; empty if it is known. */
  public static Optional<UndecidedTargetReason> findReason(Indicator indicator) {
    if (indicator.met() != Indicator.TargetResult.UNKNOWN) {
      return Optional.empty();
    }
    String target = indicator.target();
    String actual = indicator.actual();
    if (target == null || TargetJudge.isMissing(target)) {
      return Optional.of(NO_TARGET);
    }
    if (TargetJudge.isImpossible(indicator.level3(), target)) {
      return Optional.of(IMPOSSIBLE_TARGET);
    }
    if (actual == null || TargetJudge.isMissing(actual)) {
      return Optional.of(NO_RESULT);
    }
    String targetText = TargetQuantity.normalize(target);
    String resultText = TargetQuantity.normalize(actual);
    ComparedQuantities compared = ComparedQuantities.compare(targetText, resultText);
    boolean isCost = TargetJudge.isCostIndicator(indicator.level1(), indicator.level2());
    if (TargetJudge.judge(target, actual, isCost) == Indicator.TargetResult.UNKNOWN) {
      return Optional.of(reasonOf(targetText, compared));
    }
    // The row was not judged although its numbers or words decide it.
    return Optional.of(
        compared != null && isEqualToStrictBound(compared) ? MISREAD_SIGN : PART_OF_YEAR);
  }

  private static UndecidedTargetReason reasonOf(
      String targetText, @Nullable ComparedQuantities compared) {
    if (TargetJudge.isDated(targetText)) {
      return DATE;
    }
    if (compared == null) {
      return TargetQuantity.findAll(targetText).size() > 1 ? SEVERAL : WORDS;
    }
    if (compared.countsOtherThing()) {
      return OTHER_UNIT;
    }
    if (compared.results().isEmpty()) {
      return RESULT_IN_WORDS;
    }
    return compared.results().size() > 1 ? SEVERAL : reasonForOneResult(compared);
  }

  /**
   * The row of a text that was recognized from images, with an unknown outcome if its result misses
   * the target only because the sign was read as &gt; or &lt;, since recognition may have misread ≥
   * or ≤; otherwise the row unchanged.
   */
  public static Indicator withoutDoubtfulSign(Indicator indicator) {
    String target = indicator.target();
    String actual = indicator.actual();
    ComparedQuantities compared =
        indicator.met() != Indicator.TargetResult.MISSED || target == null || actual == null
            ? null
            : ComparedQuantities.compare(
                TargetQuantity.normalize(target), TargetQuantity.normalize(actual));
    return compared != null && isEqualToStrictBound(compared)
        ? indicator.withMet(Indicator.TargetResult.UNKNOWN)
        : indicator;
  }

  private static boolean isEqualToStrictBound(ComparedQuantities quantities) {
    return (quantities.target().comparisonSign() == '>'
            || quantities.target().comparisonSign() == '<')
        && quantities.results().size() == 1
        && quantities.results().getFirst().low().compareTo(quantities.target().low()) == 0;
  }

  private static UndecidedTargetReason reasonForOneResult(ComparedQuantities quantities) {
    if (" =".indexOf(quantities.results().getFirst().comparisonSign()) < 0) {
      return BOUND;
    }
    return quantities.target().comparisonSign() == ' ' ? NO_DIRECTION : EXACT;
  }
}
