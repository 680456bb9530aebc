package org.mingzhang.statement;

/**
 * An amount of money, a percentage or a multiple (倍) of prose with the words that label it, whether
 * or not it could be read as a statement.
 *
 * @param quantity the number
 * @param label words between the stop or number before it and the number, without white space and
 *     quotation marks: 其中基本支出; at most 200 characters
 * @param span from the beginning of the label to the end of the number
 * @param paragraphIndex index of its paragraph among the parts of the section
 * @param sentenceNumber number of its sentence, counted from 1 among the sentences of the section
 *     that contain such numbers
 * @param bracketDepth number of brackets of its paragraph that are open at the number
 */
public record LabeledNumber(
    Quantity quantity,
    String label,
    Span span,
    int paragraphIndex,
    int sentenceNumber,
    int bracketDepth) {

  /** Whether the number is an amount of money; otherwise it is a percentage or a multiple. */
  public boolean isMoney() {
    return quantity.measure() == Quantity.Measure.MONEY;
  }
}
