package org.mingzhang.audit.identity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.text.TsvResource;

/**
 * A rate of two amounts that are known by their labels: a line of {@code labeled-rates.tsv}.
 *
 * @param rate label of the rate
 * @param whole label of the whole, or of the value that a difference is compared with
 * @param part label of the part, or of the other value
 */
record LabeledRate(Pattern rate, Pattern whole, Pattern part, OperandPosition operands) {
  private static final int COLUMNS = 5;

  static final List<LabeledRate> ALL =
      TsvResource.parseRows(LabeledRate.class, "labeled-rates.tsv", COLUMNS, LabeledRate::parse);

  /** Which of the amounts before a rate are its two amounts. */
  enum OperandPosition {
    /** The only two of the sentence. */
    ONLY,
    /** The last two of at least three in the sentence. */
    LAST,
    /** The only one of the sentence, and the only one with the label of the whole before it. */
    EARLIER,
    /** The last one before it, and the only one with the label of the whole before that. */
    NEAREST,
    /** The only two of the sentence, between which the rate is that of a change. */
    DIFFERENCE
  }

  private static LabeledRate parse(List<String> cells) {
    return new LabeledRate(
        Pattern.compile(cells.get(0)),
        Pattern.compile(cells.get(1)),
        Pattern.compile(cells.get(2)),
        OperandPosition.valueOf(cells.get(3).toUpperCase(Locale.ROOT)));
  }

  /**
   * Finds whole and part of a rate, in this order, among the amounts before it in its paragraph;
   * empty if they are not there or have other labels.
   */
  List<LabeledNumber> findOperands(LabeledNumber printedRate, List<LabeledNumber> before) {
    List<LabeledNumber> own =
        before.stream().filter(n -> n.sentence() == printedRate.sentence()).toList();
    List<LabeledNumber> pair =
        switch (operands) {
          case ONLY, DIFFERENCE -> own.size() == 2 ? own : List.of();
          case LAST -> own.size() > 2 ? own.subList(own.size() - 2, own.size()) : List.of();
          case NEAREST -> before.isEmpty() ? List.of() : findEarlierWhole(before.getLast(), before);
          case EARLIER -> own.size() == 1 ? findEarlierWhole(own.getFirst(), before) : List.of();
        };
    return !pair.isEmpty()
            && rate.matcher(printedRate.label()).find()
            && whole.matcher(pair.getFirst().label()).find()
            && part.matcher(pair.getLast().label()).find()
        ? pair
        : List.of();
  }

  private List<LabeledNumber> findEarlierWhole(LabeledNumber part, List<LabeledNumber> before) {
    List<LabeledNumber> wholes =
        before.stream().filter(n -> !n.equals(part) && whole.matcher(n.label()).find()).toList();
    return wholes.size() == 1 ? List.of(wholes.getFirst(), part) : List.of();
  }
}
