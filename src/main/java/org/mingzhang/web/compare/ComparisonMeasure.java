package org.mingzhang.web.compare;

import java.util.Locale;

/** What is compared: amounts, points, results or text lengths, depending on the subject. */
public enum ComparisonMeasure {
  /** An amount of money in 万元. */
  AMOUNT,
  /** Points scored as a percentage of the possible points. */
  SCORE,
  /** The result as printed. Its number is drawn if it has the most frequent unit. */
  ACTUAL,
  /** Number of characters of all sections on a topic in a document, without white space. */
  LENGTH;

  /** Name used in addresses and for texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
