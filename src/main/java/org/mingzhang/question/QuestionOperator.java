package org.mingzhang.question;

import java.util.Locale;

/**
 * The operation that a question asks for: the values, their change against the previous year, or
 * their order.
 */
public enum QuestionOperator {
  /** The values themselves. */
  NONE,
  /** Values that rose against the previous year. */
  RISE,
  /** Values that fell against the previous year. */
  FALL,
  /** The change against the previous year. */
  CHANGE,
  /** Values in descending order. */
  MOST,
  /** Values in ascending order. */
  LEAST;

  /** Whether the previous year's values are needed. */
  public boolean comparesYears() {
    return this == RISE || this == FALL || this == CHANGE;
  }

  /** Lower-case name, for addresses and messages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
