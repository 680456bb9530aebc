package org.mingzhang.text;

/**
 * A quantity with its context in the sentence.
 *
 * @param quantity the amount or percentage, with indices into the compact text
 * @param label words between the start of the clause (or the quantity before) and the quantity, for
 *     example {@code 其中:基本支出} without what precedes the colon
 * @param clause index at which the label begins
 * @param part index at which the part of the sentence begins: after the last 。 or ；
 * @param partEnd index after the part, including its 。 or ；
 * @param sentence index at which the sentence begins: after the last 。
 */
public record QuantityMention(
    TextQuantity quantity, String label, int clause, int part, int partEnd, int sentence) {

  /** Whether it is an amount of money. */
  public boolean isAmount() {
    return quantity instanceof Amount;
  }

  /** The unit of money as printed (元, 万元, 亿元); empty for a percentage. */
  public String unit() {
    return quantity instanceof Amount amount ? amount.unit() : "";
  }
}
