package org.mingzhang.question;

import java.util.Locale;

/** What a question wants to know of values beside the values themselves. */
public enum AskedChange {
  /** Nothing. */
  NONE,
  /** Which rose against the year before. */
  RISE,
  /** Which fell against the year before. */
  FALL,
  /** How they changed against the year before. */
  CHANGE,
  /** The largest first. */
  MOST,
  /** The smallest first. */
  LEAST;

  /** Whether the year before is needed. */
  public boolean movement() {
    return this == RISE || this == FALL || this == CHANGE;
  }

  /** Lower-case name. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
