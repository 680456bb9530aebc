package org.mingzhang.text;

/**
 * A quantity in its sentence.
 *
 * @param quantity the amount or percentage; places in the compact text
 * @param label words between the clause's beginning (or the quantity before) and the quantity, for
 *     example {@code 其中:基本支出} without what stands before the colon
 * @param clause place at which the label begins
 * @param part place at which the part of the sentence begins: behind the last 。 or ；
 * @param partEnd place behind the part, its 。 or ； included
 * @param sentence place at which the sentence begins: behind the last 。
 */
public record QuantityMention(
    TextQuantity quantity, String label, int clause, int part, int partEnd, int sentence) {

  /** Whether it is an amount of money. */
  public boolean isAmount() {
    return quantity instanceof Amount;
  }

  /** The unit of money as printed (元, 万元, 亿元); empty for what is no amount. */
  public String unit() {
    return quantity instanceof Amount amount ? amount.unit() : "";
  }
}
