package org.mingzhang.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The numeric fields: each can be searched by range and sorted by. All are kept as long. */
public enum NumberField {
  /** Fiscal year. */
  YEAR("year", 0),
  /** Amount of a figure, kept in 分. */
  AMOUNT("amount", 2),
  /** Points an indicator earned, kept in ten-thousandths. */
  SCORE("score", 4),
  /** Points an indicator can earn, kept in ten-thousandths. */
  WEIGHT("weight", 4),
  /** Points an indicator missed, kept in ten-thousandths. */
  LOST("lost", 4),
  /** Gap between the numbers of a finding, or between target and result, kept in 分. */
  GAP("gap", 2),
  /** The gap in percent of the right value or of the target, kept in ten-thousandths. */
  GAP_PERCENT("gap_percent", 4),
  /** Place of the document's version in the order in which versions came. */
  ARRIVAL("arrival", 0),
  /** Day of publication, {@code 20240830}. */
  PUBLISHED("published", 0),
  /** Days by which it was published after its legal date. */
  LATE("late", 0);

  private final String name;
  private final int decimals;

  NumberField(String name, int decimals) {
    this.name = name;
    this.decimals = decimals;
  }

  /** The field's name. */
  public String fieldName() {
    return name;
  }

  /**
   * The number as it is kept, rounded half up where it has more decimals than the field; numbers
   * too large for it become the largest.
   */
  public long toLong(BigDecimal number) {
    BigDecimal scaled = number.setScale(decimals, RoundingMode.HALF_UP).movePointRight(decimals);
    return scaled
        .max(BigDecimal.valueOf(Long.MIN_VALUE + 2))
        .min(BigDecimal.valueOf(Long.MAX_VALUE - 2))
        .longValueExact();
  }
}
