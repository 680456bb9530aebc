package org.mingzhang.statement;

import java.math.BigDecimal;

/**
 * A number as printed, with its unit.
 *
 * <p>A printed number represents all values that round to it or are truncated to it. Use {@link
 * #unitInLastPlace()} for its interval, never another tolerance.
 *
 * @param span span of the number and its unit
 * @param printed digits as printed, with thousands separators and without white space. Amounts with
 *     several units, and Chinese numerals other than tenths (六成), are converted: 35000 for 3亿5000万
 * @param value 元 for money, percent for rates, also for 倍, otherwise the number of {@code unit}
 * @param unit unit in full, 万元 also where 万 is printed; empty for a bare number
 * @param measure what the unit measures
 * @param scale factor from the printed number to {@code value}
 * @param isUnitPrinted whether the unit is printed after the number and not elsewhere
 */
public record Quantity(
    Span span,
    String printed,
    BigDecimal value,
    String unit,
    Measure measure,
    BigDecimal scale,
    boolean isUnitPrinted) {

  /** Value of one unit of the last printed digit: 10 元 for 12.345 万元. */
  public BigDecimal unitInLastPlace() {
    int point = printed.lastIndexOf('.');
    int decimals = point < 0 ? 0 : printed.length() - point - 1;
    return scale.movePointLeft(decimals);
  }

  /** A copy with the opposite value. */
  public Quantity negate() {
    return new Quantity(span, printed, value.negate(), unit, measure, scale, isUnitPrinted);
  }

  /** What units measure. */
  public enum Measure {
    MONEY,
    PERCENT,
    /** Percentage points, for differences of rates. */
    POINTS,
    /** Multiples (倍). */
    TIMES,
    /** Things, people, occasions, or points of a score. */
    COUNT,
    /** A number without unit. */
    BARE
  }
}
