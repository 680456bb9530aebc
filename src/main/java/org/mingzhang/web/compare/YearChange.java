package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.AmountFormat;

/**
 * The change of a value against the year before.
 *
 * @param origin whether it was computed or is stated
 * @param yuan difference in 元, exact if computed; null if only a rate is stated
 * @param percent difference as a percentage of the value of the year before, to one decimal if
 *     computed from amounts; null if the year before is not positive, or no rate is stated
 * @param statedValues the change as the document states it, with places
 * @param rateRefuted whether a finding says that the stated change is wrong and its rate does not
 *     follow from the amounts; {@code percent} is then computed from the amounts
 * @param baseIsZero whether the year before was 0, as with a new body or a new expenditure, so that
 *     the change has no rate
 */
public record YearChange(
    Origin origin,
    @Nullable BigDecimal yuan,
    @Nullable BigDecimal percent,
    List<ComparisonGrid.StatedValue> statedValues,
    boolean rateRefuted,
    boolean baseIsZero) {
  private static final int DECIMALS = 1;

  /** Whether a change was computed from two values or is stated by the document. */
  public enum Origin {
    /** The change is computed from the values of the two years. */
    COMPUTED,
    /** Stated by the document of the year. Used if the value of the year before is unknown. */
    STATED
  }

  /** Makes an immutable copy of the list. */
  public YearChange {
    statedValues = List.copyOf(statedValues);
  }

  /** The change between two values. */
  public static YearChange compute(
      BigDecimal before, BigDecimal after, List<ComparisonGrid.StatedValue> statedValues) {
    BigDecimal difference = after.subtract(before);
    return new YearChange(
        Origin.COMPUTED,
        difference,
        computePercent(difference, before),
        statedValues,
        false,
        before.signum() == 0 && difference.signum() > 0);
  }

  /**
   * The change as the document states it; null if it states none. A stated rate that does not
   * follow from the value and the stated difference is replaced by the one that does if a finding
   * says that the change is wrong; otherwise the change has no rate, since any of the three numbers
   * may be the wrong one.
   *
   * @param after value of the year in 元
   */
  public static @Nullable YearChange ofStated(
      BigDecimal after, List<ComparisonGrid.StatedValue> statedValues) {
    if (statedValues.isEmpty()) {
      return null;
    }
    BigDecimal difference = findNumber(statedValues, Fact.Kind.CHANGE);
    BigDecimal rate = findNumber(statedValues, Fact.Kind.RATE);
    boolean fromZero =
        difference != null && difference.signum() > 0 && after.compareTo(difference) == 0;
    BigDecimal computed =
        difference == null || rate == null
            ? null
            : computePercent(difference, after.subtract(difference));
    boolean contradicted = computed != null && !isRateConsistent(after, statedValues);
    boolean refuted = contradicted && findAccusedFact(statedValues) != null;
    return new YearChange(
        Origin.STATED,
        difference,
        fromZero || (contradicted && !refuted) ? null : refuted ? computed : rate,
        statedValues,
        refuted,
        fromZero);
  }

  private static @Nullable BigDecimal computePercent(BigDecimal difference, BigDecimal before) {
    return before.signum() > 0
        ? difference.movePointRight(2).divide(before, DECIMALS, RoundingMode.HALF_UP)
        : null;
  }

  /**
   * Whether the stated rate may follow from the value and the stated difference, given that each of
   * the two may be off by one in its last printed place, and so may the rate.
   */
  private static boolean isRateConsistent(
      BigDecimal after, List<ComparisonGrid.StatedValue> statedValues) {
    FactHit difference = Objects.requireNonNull(findFact(statedValues, Fact.Kind.CHANGE));
    FactHit rate = Objects.requireNonNull(findFact(statedValues, Fact.Kind.RATE));
    BigDecimal before = after.subtract(difference.number());
    BigDecimal unit = difference.unitOfLastPlace();
    BigDecimal exact =
        difference.number().movePointRight(2).divide(before, 6, RoundingMode.HALF_UP);
    BigDecimal fraction = exact.movePointLeft(2).abs();
    BigDecimal tolerance =
        BigDecimal.ONE
            .add(fraction)
            .multiply(unit)
            .movePointRight(2)
            .divide(before, 6, RoundingMode.UP)
            .add(rate.unitOfLastPlace());
    return exact.subtract(rate.number()).abs().compareTo(tolerance) <= 0;
  }

  private static @Nullable FactHit findFact(
      List<ComparisonGrid.StatedValue> statedValues, Fact.Kind kind) {
    return statedValues.stream()
        .map(ComparisonGrid.StatedValue::fact)
        .filter(f -> f.kind() == kind)
        .findFirst()
        .orElse(null);
  }

  /** The stated amount or rate, if a finding says that it is wrong; null if none does. */
  public @Nullable FactHit accusedFact() {
    return findAccusedFact(statedValues);
  }

  private static @Nullable FactHit findAccusedFact(List<ComparisonGrid.StatedValue> statedValues) {
    return statedValues.stream()
        .map(ComparisonGrid.StatedValue::fact)
        .filter(fact -> !fact.findingAddress().isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable BigDecimal findNumber(
      List<ComparisonGrid.StatedValue> statedValues, Fact.Kind kind) {
    FactHit fact = findFact(statedValues, kind);
    return fact == null ? null : fact.number();
  }

  /** Whether the change is computed from both years. */
  public boolean isComputed() {
    return origin == Origin.COMPUTED;
  }

  /**
   * The change stated by the document: the amount in 元, or the rate in percent; null if it is not
   * stated.
   *
   * @param kind {@link Fact.Kind#CHANGE} or {@link Fact.Kind#RATE}
   */
  @Nullable BigDecimal statedNumber(Fact.Kind kind) {
    return findNumber(statedValues, kind);
  }

  /** The difference in 万元 with its sign; empty if only a rate is stated. */
  public String amount() {
    return yuan == null ? "" : formatSigned(yuan, AmountFormat.formatTenThousands(yuan.abs()));
  }

  /** The rate with its sign; empty if there is none. */
  public String rate() {
    return percent == null
        ? ""
        : formatSigned(percent, AmountFormat.formatPlain(percent.abs()) + "%");
  }

  /** Short name of the direction for style sheets. */
  public String direction() {
    return sign() > 0 ? "rose" : sign() < 0 ? "fell" : "same";
  }

  /** Positive for a rise, negative for a fall, 0 if the value did not change. */
  public int sign() {
    return yuan != null ? yuan.signum() : percent == null ? 0 : percent.signum();
  }

  /** Formats a number with a plus sign or a true minus sign (U+2212). */
  static String formatSigned(BigDecimal number, String absolute) {
    return (number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "") + absolute;
  }
}
