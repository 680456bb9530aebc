package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
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
 *     computed; null if the year before is not positive, or no rate is stated
 * @param stated the change as the document states it, with places
 */
public record YearChange(
    Origin origin,
    @Nullable BigDecimal yuan,
    @Nullable BigDecimal percent,
    List<ComparisonGrid.StatedValue> stated) {
  private static final int DECIMALS = 1;

  /** Whether a change was computed from two values or is stated by the document. */
  public enum Origin {
    /** Computed from the values of both years. */
    COMPUTED,
    /** Stated by the document of the year. Used if the value of the year before is unknown. */
    STATED
  }

  /** Makes an immutable copy of the list. */
  public YearChange {
    stated = List.copyOf(stated);
  }

  /** The change between two values. */
  public static YearChange compute(
      BigDecimal before, BigDecimal after, List<ComparisonGrid.StatedValue> statedValues) {
    BigDecimal difference = after.subtract(before);
    BigDecimal percent =
        before.signum() > 0
            ? difference.movePointRight(2).divide(before, DECIMALS, RoundingMode.HALF_UP)
            : null;
    return new YearChange(Origin.COMPUTED, difference, percent, statedValues);
  }

  /** The change as the document states it; null if it states none. */
  public static @Nullable YearChange ofStated(List<ComparisonGrid.StatedValue> statedValues) {
    return statedValues.isEmpty()
        ? null
        : new YearChange(
            Origin.STATED,
            findNumber(statedValues, Fact.Kind.CHANGE),
            findNumber(statedValues, Fact.Kind.RATE),
            statedValues);
  }

  private static @Nullable BigDecimal findNumber(
      List<ComparisonGrid.StatedValue> statedValues, Fact.Kind kind) {
    return statedValues.stream()
        .map(ComparisonGrid.StatedValue::fact)
        .filter(f -> f.kind() == kind)
        .map(FactHit::number)
        .findFirst()
        .orElse(null);
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
    return findNumber(stated, kind);
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
