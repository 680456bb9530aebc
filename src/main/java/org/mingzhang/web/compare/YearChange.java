package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.AmountFormat;

/**
 * A value against that of the year before.
 *
 * @param origin where the change comes from
 * @param yuan difference in 元, exact where it was computed; null where only a rate is stated
 * @param percent difference in per cent of the year before, to one decimal where it was computed;
 *     null where the year before was nought or less, or no rate is stated
 * @param stated what the document itself says of the change, as printed, each with its place
 */
public record YearChange(
    Origin origin,
    @Nullable BigDecimal yuan,
    @Nullable BigDecimal percent,
    List<ComparisonGrid.StatedValue> stated) {
  private static final int DECIMALS = 1;

  /** Where a change comes from. */
  public enum Origin {
    /** The values of both years. */
    COMPUTED,
    /** Only the document of the year, which says how much it was: the year before is not known. */
    STATED
  }

  /** Copies the list. */
  public YearChange {
    stated = List.copyOf(stated);
  }

  /** The change between two values. */
  public static YearChange between(
      BigDecimal before, BigDecimal after, List<ComparisonGrid.StatedValue> stated) {
    BigDecimal difference = after.subtract(before);
    BigDecimal percent =
        before.signum() > 0
            ? difference.movePointRight(2).divide(before, DECIMALS, RoundingMode.HALF_UP)
            : null;
    return new YearChange(Origin.COMPUTED, difference, percent, stated);
  }

  /** The change as the document states it, null where it states none. */
  public static @Nullable YearChange stated(List<ComparisonGrid.StatedValue> stated) {
    return stated.isEmpty()
        ? null
        : new YearChange(
            Origin.STATED,
            number(stated, Fact.Kind.CHANGE),
            number(stated, Fact.Kind.RATE),
            stated);
  }

  private static @Nullable BigDecimal number(
      List<ComparisonGrid.StatedValue> stated, Fact.Kind kind) {
    return stated.stream()
        .map(ComparisonGrid.StatedValue::fact)
        .filter(f -> f.kind() == kind)
        .map(FactHit::number)
        .findFirst()
        .orElse(null);
  }

  /** Whether both years have a value. */
  public boolean computed() {
    return origin == Origin.COMPUTED;
  }

  /** What the document says of the change: the amount in 元, or the rate in per cent. */
  @Nullable BigDecimal statedNumber(Fact.Kind kind) {
    return number(stated, kind);
  }

  /** The difference in 万元 with its sign, empty where only a rate is stated. */
  public String amount() {
    return yuan == null ? "" : signed(yuan, AmountFormat.tenThousands(yuan.abs()));
  }

  /** The rate with its sign, empty where there is none. */
  public String rate() {
    return percent == null ? "" : signed(percent, AmountFormat.plain(percent.abs()) + "%");
  }

  /** Short name of the direction for style sheets. */
  public String direction() {
    return sign() > 0 ? "rose" : sign() < 0 ? "fell" : "same";
  }

  /** Positive for a rise, negative for a fall. */
  public int sign() {
    return yuan != null ? yuan.signum() : percent == null ? 0 : percent.signum();
  }

  /** A number with a sign that is as wide as a plus. */
  static String signed(BigDecimal number, String absolute) {
    return (number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "") + absolute;
  }
}
