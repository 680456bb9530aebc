package org.mingzhang.web.compare;

import java.util.Locale;

/** What a comparison measures of its subject. */
public enum Measure {
  /** An amount of money in 万元. */
  AMOUNT,
  /** Points earned in per cent of those possible. */
  SCORE,
  /** The result as printed; its number is drawn if it has the most frequent unit. */
  ACTUAL,
  /** Number of characters of all sections on a topic in a document, without white space. */
  LENGTH;

  /** Name used in addresses and for texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
