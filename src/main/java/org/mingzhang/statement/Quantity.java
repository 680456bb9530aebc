package org.mingzhang.statement;

import java.math.BigDecimal;

/**
 * A number as printed, with what it measures.
 *
 * <p>A printed number stands for all that round or cut to it: use {@link #step()} for its interval,
 * never a tolerance of one's own.
 *
 * @param span place of the number and its unit
 * @param printed digits as printed, with thousands separators, without white space
 * @param value 元 for money, percent for rates, otherwise the number of {@code unit}
 * @param unit unit as it is written in full, 万元 also where 万 is printed; empty for a bare number
 * @param measure what kind of thing the unit measures
 * @param scale factor from the printed number to {@code value}
 * @param unitPrinted whether the unit stands at the number, and not elsewhere in its sentence
 */
public record Quantity(
    Span span,
    String printed,
    BigDecimal value,
    String unit,
    Measure measure,
    BigDecimal scale,
    boolean unitPrinted) {

  /** Value of one in the last printed digit: 10 元 for 12.345 万元. */
  public BigDecimal step() {
    int point = printed.indexOf('.');
    int decimals = point < 0 ? 0 : printed.length() - point - 1;
    return scale.movePointLeft(decimals);
  }

  /** The same number with another value, for example with its sign turned round. */
  public Quantity withValue(BigDecimal other) {
    return new Quantity(span, printed, other, unit, measure, scale, unitPrinted);
  }

  /** What units measure. */
  public enum Measure {
    MONEY,
    PERCENT,
    /** Percentage points: a difference of rates, never a rate. */
    POINTS,
    /** 倍. */
    TIMES,
    /** Things, people, occasions, scores. */
    COUNT,
    /** A number without unit. */
    BARE
  }
}
