package org.mingzhang.audit.identity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.Quantity;
import org.mingzhang.text.TsvResource;

/**
 * A rate of two amounts, or their difference, identified by their labels: a line of {@code
 * labeled-rates.tsv}.
 *
 * @param rateLabel label of the rate or difference; the label of a multiple ends with its unit 倍
 * @param wholeLabel label of the whole, or of the value with which a difference is compared
 * @param partLabel label of the part, or of the other value
 */
record LabeledRate(
    Pattern rateLabel, Pattern wholeLabel, Pattern partLabel, OperandPosition operandPosition) {
  private static final int COLUMNS = 5;

  static final List<LabeledRate> ALL =
      TsvResource.parseRows(LabeledRate.class, "labeled-rates.tsv", COLUMNS, LabeledRate::parse);

  /** Where the whole and the part of a rate stand, in this order unless stated otherwise. */
  enum OperandPosition {
    /** The only two amounts of the sentence. */
    ONLY,
    /** The only two amounts of the sentence, in either order. */
    PAIR,
    /** The only two amounts of the sentence, the whole after the part and right before the rate. */
    ATTACHED,
    /** The only two amounts of the sentence with the given labels, in either order. */
    LABELED,
    /** The last two of at least three amounts of the sentence. */
    LAST,
    /**
     * The part is the only amount of the sentence before the rate, the whole the only amount of the
     * paragraph before the part that has the label of the whole.
     */
    EARLIER,
    /**
     * The part is the last amount before the rate, the whole the only amount of the paragraph
     * before the part that has the label of the whole.
     */
    NEAREST,
    /** The amounts of {@link #NEAREST}, if both are in the sentence of the rate. */
    WITHIN,
    /**
     * The last two amounts of the sentence; the number is the rate or amount of the change from the
     * first to the second.
     */
    DIFFERENCE,
    /**
     * The next two amounts of the sentence after the number, which is the rate or amount of their
     * change.
     */
    FOLLOWING;

    /** Whether the number is the rate or the amount of the change of the two amounts. */
    boolean isOfChange() {
      return this == DIFFERENCE || this == FOLLOWING;
    }
  }

  private static LabeledRate parse(List<String> cells) {
    return new LabeledRate(
        Pattern.compile(cells.get(0)),
        Pattern.compile(cells.get(1)),
        Pattern.compile(cells.get(2)),
        OperandPosition.valueOf(cells.get(3).toUpperCase(Locale.ROOT)));
  }

  /**
   * Finds whole and part of a rate or difference, in this order, among the amounts before or after
   * it in its paragraph; empty if there are no such amounts or they have other labels.
   */
  List<LabeledNumber> findOperands(
      LabeledNumber result, List<LabeledNumber> before, List<LabeledNumber> after) {
    if ((result.isMoney() && !operandPosition.isOfChange())
        || !rateLabel.matcher(labelWithUnitOfMultiple(result)).find()) {
      return List.of();
    }
    List<LabeledNumber> own =
        before.stream().filter(n -> n.sentenceNumber() == result.sentenceNumber()).toList();
    List<LabeledNumber> pair =
        switch (operandPosition) {
          case ONLY -> own.size() == 2 ? own : List.of();
          case PAIR -> own.size() == 2 && !isWhole(own.getFirst()) ? own.reversed() : own;
          case ATTACHED -> own.size() == 2 ? own.reversed() : List.of();
          case LABELED -> findByLabels(own);
          case LAST -> own.size() > 2 ? lastTwoNumbers(own) : List.of();
          case FOLLOWING ->
              after.stream()
                  .filter(n -> n.sentenceNumber() == result.sentenceNumber())
                  .limit(2)
                  .toList();
          case DIFFERENCE -> own.size() > 1 ? lastTwoNumbers(own) : List.of();
          case WITHIN -> own.isEmpty() ? List.of() : findEarlierWhole(own.getLast(), own);
          case NEAREST -> before.isEmpty() ? List.of() : findEarlierWhole(before.getLast(), before);
          case EARLIER -> own.size() == 1 ? findEarlierWhole(own.getFirst(), before) : List.of();
        };
    return pair.size() == 2
            && isWhole(pair.getFirst())
            && partLabel.matcher(pair.getLast().label()).find()
            // The last amount of 标准由700元提高到750元，增加200万元 is money spent and no difference.
            && (!result.isMoney()
                || result.quantity().unit().equals(pair.getLast().quantity().unit()))
        ? pair
        : List.of();
  }

  private static String labelWithUnitOfMultiple(LabeledNumber number) {
    return number.quantity().measure() == Quantity.Measure.TIMES
        ? number.label() + number.quantity().unit()
        : number.label();
  }

  private boolean isWhole(LabeledNumber number) {
    return wholeLabel.matcher(number.label()).find();
  }

  private static List<LabeledNumber> lastTwoNumbers(List<LabeledNumber> numbers) {
    return numbers.subList(numbers.size() - 2, numbers.size());
  }

  private List<LabeledNumber> findByLabels(List<LabeledNumber> numbers) {
    List<LabeledNumber> wholes = numbers.stream().filter(this::isWhole).toList();
    List<LabeledNumber> parts =
        numbers.stream().filter(n -> partLabel.matcher(n.label()).find()).toList();
    return wholes.size() == 1 && parts.size() == 1
        ? List.of(wholes.getFirst(), parts.getFirst())
        : List.of();
  }

  private List<LabeledNumber> findEarlierWhole(LabeledNumber part, List<LabeledNumber> before) {
    List<LabeledNumber> wholes =
        before.stream().filter(n -> !n.equals(part) && isWhole(n)).toList();
    return wholes.size() == 1 ? List.of(wholes.getFirst(), part) : List.of();
  }
}
