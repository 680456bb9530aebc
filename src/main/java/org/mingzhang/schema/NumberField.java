package org.mingzhang.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The numeric fields. Rows can be filtered by a range of each field and sorted by it. All values
 * are stored as long.
 */
public enum NumberField {
  /** Fiscal year. */
  YEAR("year", 0),
  /** Amount of a figure or fact, in 分. */
  AMOUNT("amount", 2),
  /** Points scored by an indicator, in ten-thousandths. */
  SCORE("score", 4),
  /** Points that can be scored by an indicator, in ten-thousandths. */
  WEIGHT("weight", 4),
  /** Points missed by an indicator, in ten-thousandths. */
  POINTS_LOST("lost", 4),
  /** Gap between the numbers of a finding, or between target and result, in 分. */
  GAP("gap", 2),
  /** The gap as a percentage of the computed value or of the target, in ten-thousandths. */
  GAP_PERCENT("gap_percent", 4),
  /** Ordinal of the document's version in the order of arrival. */
  ARRIVAL("arrival", 0),
  /** Day of publication, {@code 20240830}. */
  PUBLISHED("published", 0),
  /** Days between legal deadline and publication. */
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
   * The indexed value of a number: rounded half up to the decimals of the field, and clamped to the
   * range of long.
   */
  public long toLong(BigDecimal number) {
    BigDecimal scaled = number.setScale(decimals, RoundingMode.HALF_UP).movePointRight(decimals);
    return scaled
        .max(BigDecimal.valueOf(Long.MIN_VALUE + 2))
        .min(BigDecimal.valueOf(Long.MAX_VALUE - 2))
        .longValueExact();
  }
}
