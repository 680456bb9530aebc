package org.mingzhang.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the amounts and percentages of a paragraph with the words that label them. */
public final class QuantityMentions {
  /**
   * The largest distance before or after a quantity that is searched for the ends of its sentence,
   * in UTF-16 units. Sentences of real documents are shorter.
   */
  private static final int LONGEST_SENTENCE = 1_500;

  private QuantityMentions() {}

  /** The quantities of a paragraph in reading order. */
  public static List<QuantityMention> find(CompactText paragraph) {
    return find(paragraph, List.of());
  }

  /**
   * The quantities of a paragraph in reading order.
   *
   * @param more amounts that the paragraph expresses without a number and unit
   */
  public static List<QuantityMention> find(CompactText paragraph, List<Amount> more) {
    List<TextQuantity> quantities = new ArrayList<>(Amounts.find(paragraph));
    quantities.addAll(more);
    quantities.addAll(Rates.find(paragraph));
    quantities.sort(Comparator.comparingInt(TextQuantity::start));
    List<QuantityMention> mentions = new ArrayList<>();
    String text = paragraph.text();
    int previous = 0;
    for (TextQuantity quantity : quantities) {
      if (quantity.start() < previous) {
        continue;
      }
      int clause = clauseStart(text, previous, quantity.start());
      mentions.add(
          new QuantityMention(
              quantity,
              text.substring(clause, quantity.start()),
              clause,
              findBackward(text, quantity.start(), "。；;"),
              findForward(text, quantity.end()),
              findBackward(text, quantity.start(), "。")));
      previous = quantity.end();
    }
    return List.copyOf(mentions);
  }

  private static int clauseStart(String text, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if ("。；;，,:".indexOf(text.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return from < to && text.charAt(from) == '、' ? from + 1 : from;
  }

  private static int findBackward(String text, int from, String stops) {
    int least = Math.max(0, from - LONGEST_SENTENCE);
    for (int i = from - 1; i >= least; i--) {
      if (stops.indexOf(text.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return least;
  }

  private static int findForward(String text, int from) {
    int most = Math.min(text.length(), from + LONGEST_SENTENCE);
    for (int i = from; i < most; i++) {
      if ("。；;".indexOf(text.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return most;
  }
}
