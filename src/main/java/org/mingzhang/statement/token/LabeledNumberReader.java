package org.mingzhang.statement.token;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;

/** Collects the amounts of money, percentages and multiples among the tokens of a section. */
public final class LabeledNumberReader {
  /** Maximum number of numbers of a section; only pages made to exhaust memory have more. */
  private static final int MAX_NUMBERS = 20_000;

  /** Maximum number of characters of a label. */
  private static final int MAX_LABEL_LENGTH = 200;

  private static final String CLAUSE_STOPS = "。；，：";

  private final FoldedText foldedText;
  private final SectionText sectionText;
  private final List<LabeledNumber> numbers = new ArrayList<>();
  private int endOfLastNumber;
  private int paragraphIndex = -1;
  private int sentenceNumber;
  private int bracketDepth;

  private LabeledNumberReader(FoldedText foldedText, SectionText sectionText) {
    this.foldedText = foldedText;
    this.sectionText = sectionText;
  }

  /**
   * The first {@link #MAX_NUMBERS} amounts of money, percentages and multiples among the tokens.
   */
  public static List<LabeledNumber> read(
      FoldedText foldedText, SectionText sectionText, List<ProseToken> tokens) {
    LabeledNumberReader reader = new LabeledNumberReader(foldedText, sectionText);
    for (ProseToken token : tokens) {
      if (token instanceof ProseToken.Numeral number && reader.numbers.size() < MAX_NUMBERS) {
        switch (number.measure()) {
          case MONEY, PERCENT, TIMES -> reader.addNumber(number);
          default -> {}
        }
      }
    }
    return reader.numbers;
  }

  private void addNumber(ProseToken.Numeral number) {
    int part = sectionText.partIndexAt(foldedText.originalStart(number.start()));
    boolean begins = part != paragraphIndex;
    sentenceNumber +=
        begins
                || foldedText
                        .text(/* start= */ endOfLastNumber, /* end= */ number.start())
                        .indexOf('。')
                    >= 0
            ? 1
            : 0;
    paragraphIndex = part;
    updateBracketDepth(begins, number.start());
    int from = number.start();
    int minimum = Math.max(endOfLastNumber, number.start() - MAX_LABEL_LENGTH);
    while (from > minimum
        && CLAUSE_STOPS.indexOf(foldedText.text().charAt(from - 1)) < 0
        && sectionText.partIndexAt(foldedText.originalStart(from - 1)) == part) {
      from--;
    }
    from += from < number.start() && foldedText.text().charAt(from) == '、' ? 1 : 0;
    Quantity quantity =
        new Quantity(
            toSpan(number.start(), number.end()),
            number.printed(),
            number.value(),
            number.unit(),
            number.measure(),
            number.scale(),
            true);
    numbers.add(
        new LabeledNumber(
            quantity,
            foldedText.text(from, number.start()),
            toSpan(from, number.end()),
            paragraphIndex,
            sentenceNumber,
            bracketDepth));
    endOfLastNumber = number.end();
  }

  /**
   * Updates the number of open brackets for a number, starting from the depth at the number before
   * it.
   */
  private void updateBracketDepth(boolean beginsParagraph, int end) {
    bracketDepth = beginsParagraph ? 0 : bracketDepth;
    for (char c : foldedText.text(endOfLastNumber, end).toCharArray()) {
      bracketDepth =
          c == '(' ? bracketDepth + 1 : c == ')' ? Math.max(0, bracketDepth - 1) : bracketDepth;
    }
  }

  private Span toSpan(int start, int end) {
    return sectionText.span(foldedText.originalStart(start), foldedText.originalEnd(end));
  }
}
