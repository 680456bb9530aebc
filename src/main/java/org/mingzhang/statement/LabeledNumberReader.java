package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;

/** Collects the amounts of money and percentages among the tokens of a section. */
final class LabeledNumberReader {
  /** Maximum number of numbers of a section; only pages made to exhaust memory have more. */
  private static final int MAX_NUMBERS = 20_000;

  /** Maximum number of characters of a label. */
  private static final int MAX_LABEL_LENGTH = 200;

  private static final String CLAUSE_STOPS = "。；，：";

  private final FoldedText folded;
  private final SectionText text;
  private final List<LabeledNumber> numbers = new ArrayList<>();
  private int endOfLastNumber;
  private int paragraph = -1;
  private int sentence;
  private int brackets;

  private LabeledNumberReader(FoldedText folded, SectionText text) {
    this.folded = folded;
    this.text = text;
  }

  static List<LabeledNumber> read(FoldedText folded, SectionText text, List<ProseToken> tokens) {
    LabeledNumberReader reader = new LabeledNumberReader(folded, text);
    for (ProseToken token : tokens) {
      if (token instanceof ProseToken.Numeral number && reader.numbers.size() < MAX_NUMBERS) {
        switch (number.measure()) {
          case MONEY, PERCENT -> reader.addNumber(number);
          default -> {}
        }
      }
    }
    return reader.numbers;
  }

  private void addNumber(ProseToken.Numeral number) {
    int part = text.partAt(folded.originalStart(number.start()));
    boolean begins = part != paragraph;
    sentence +=
        begins
                || folded.text(/* start= */ endOfLastNumber, /* end= */ number.start()).indexOf('。')
                    >= 0
            ? 1
            : 0;
    paragraph = part;
    updateBracketDepth(begins, number.start());
    int from = number.start();
    int minimum = Math.max(endOfLastNumber, number.start() - MAX_LABEL_LENGTH);
    while (from > minimum
        && CLAUSE_STOPS.indexOf(folded.text().charAt(from - 1)) < 0
        && text.partAt(folded.originalStart(from - 1)) == part) {
      from--;
    }
    from += from < number.start() && folded.text().charAt(from) == '、' ? 1 : 0;
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
            folded.text(from, number.start()),
            toSpan(from, number.end()),
            paragraph,
            sentence,
            brackets));
    endOfLastNumber = number.end();
  }

  /**
   * Updates the number of open brackets for a number, starting from that of the number before it.
   */
  private void updateBracketDepth(boolean beginsParagraph, int end) {
    brackets = beginsParagraph ? 0 : brackets;
    for (char c : folded.text(endOfLastNumber, end).toCharArray()) {
      brackets = c == '(' ? brackets + 1 : c == ')' ? Math.max(0, brackets - 1) : brackets;
    }
  }

  private Span toSpan(int start, int end) {
    return text.span(folded.originalStart(start), folded.originalEnd(end));
  }
}
