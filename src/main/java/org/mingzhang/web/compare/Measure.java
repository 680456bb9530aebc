package org.mingzhang.web.compare;

import java.util.Locale;

/** What is shown of a subject. */
public enum Measure {
  /** An amount of money in 万元. */
  AMOUNT,
  /** Points earned in per cent of those possible. */
  SCORE,
  /** The result as printed; its number is drawn where its unit is that of most. */
  ACTUAL,
  /** Characters of all sections on a topic in a document, white space not counted. */
  LENGTH;

  /** Name used in addresses and for texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
