package org.mingzhang.web.compare;

import java.util.Locale;

/**
 * Orders of the rows of a comparison of amounts. Rows without the number that is sorted by come
 * last.
 */
public enum AmountOrder {
  /** By region, then by name. */
  REGION,
  /** By the amount of the year whose change is shown; if none is shown, of the last year. */
  VALUE,
  VALUE_ASC,
  /** By the amount of the change. */
  CHANGE,
  CHANGE_ASC,
  /** By the rate of the change. */
  RATE,
  RATE_ASC;

  /** Name used in addresses and for texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
