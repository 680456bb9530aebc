package org.mingzhang.web.compare;

import java.util.Locale;

/**
 * Orders of the rows of a comparison of amounts. Rows without the number that is sorted by come
 * last.
 */
public enum AmountOrder {
  /** By region, then by name. */
  REGION,
  /**
   * By the amount of the year whose change is requested, the largest first; if none is requested,
   * by the newest amount of each row.
   */
  VALUE,
  /** As {@link #VALUE}, the smallest first. */
  VALUE_ASC,
  /** By the amount of the change in 元, the largest first. */
  CHANGE,
  CHANGE_ASC,
  /** By the rate of the change in percent, the largest first. */
  RATE,
  RATE_ASC;

  /** Name used in addresses and for texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
