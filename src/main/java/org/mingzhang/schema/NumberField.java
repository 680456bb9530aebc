package org.mingzhang.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The numeric fields, by which rows can be filtered and sorted. Values are indexed as long integers
 * in units of the last decimal of the field, see {@link #toLong}. A row without the value has no
 * field.
 */
public enum NumberField {
  /** Fiscal year. */
  YEAR("year", 0),
  /** Amount of a figure, or of a fact of the kind {@code amount}, in 分 (hundredths of 元). */
  AMOUNT("amount", 2),
  /** Points scored by an indicator, in ten-thousandths. */
  SCORE("score", 4),
  /** Points that can be scored by an indicator, in ten-thousandths. */
  WEIGHT("weight", 4),
  /** Points of an indicator that were not scored, in ten-thousandths. */
  POINTS_LOST("lost", 4),
  /** Gap between the numbers of a finding, or between target and result, in 分. */
  GAP("gap", 2),
  /**
   * The gap in percent of the computed value or of the target, or in percentage points for a rate;
   * in ten-thousandths of a percent.
   */
  GAP_PERCENT("gap_percent", 4),
  /** Completion rate that a fact states, in ten-thousandths of a percent, as the next two. */
  COMPLETION("completion", 4),
  /** Rate of change that a fact states; negative for a decrease. */
  GROWTH("growth", 4),
  /** Share that a fact states. */
  SHARE("share", 4),
  /** Ordinal of the document's version in the order of arrival in the archive. */
  ARRIVAL("arrival", 0),
  /** Day of publication, {@code 20240830}. */
  PUBLISHED("published", 0),
  /** Days from the legal deadline to a later publication. */
  DAYS_LATE("late", 0);

  private final String name;
  private final int decimals;

  NumberField(String name, int decimals) {
    this.name = name;
    this.decimals = decimals;
  }

  /** The name of the Lucene field that holds this number. */
  public String fieldName() {
    return name;
  }

  /**
   * The indexed value of a number, in units of the last decimal of the field: rounded half away
   * from zero, and clamped to the range of long without its two smallest and two largest values.
   */
  public long toLong(BigDecimal number) {
    return toLong(number, RoundingMode.HALF_UP);
  }

  /** The indexed value of a number, or of its neighbor if it has more decimals than the field. */
  public long toLong(BigDecimal number, RoundingMode rounding) {
    BigDecimal scaled = number.setScale(decimals, rounding).movePointRight(decimals);
    return scaled
        .max(BigDecimal.valueOf(Long.MIN_VALUE + 2))
        .min(BigDecimal.valueOf(Long.MAX_VALUE - 2))
        .longValueExact();
  }
}
