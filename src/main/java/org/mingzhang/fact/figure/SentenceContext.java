package org.mingzhang.fact.figure;

import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.text.CompactText;

/**
 * The words around a number: its sentence, up to the next full stop or semicolon, and its
 * paragraph. At most {@value #MAX_SEARCHED_LENGTH} characters on each side are searched, so that a
 * text without full stops does not take longer. Words are returned without white space, as {@link
 * CompactText} gives them.
 */
final class SentenceContext {
  /**
   * Maximum number of characters before and after a number that are searched for the ends of its
   * sentence.
   */
  private static final int MAX_SEARCHED_LENGTH = 600;

  /**
   * Maximum number of characters before and after a number that are quoted from a longer sentence.
   */
  private static final int MAX_QUOTED_DISTANCE = 300;

  private final String quote;
  private final String beforeInClause;
  private final String beforeInSentence;
  private final String beforeInParagraph;
  private final String textAfter;

  private SentenceContext(
      String quote,
      String beforeInClause,
      String beforeInSentence,
      String beforeInParagraph,
      String textAfter) {
    this.quote = quote;
    this.beforeInClause = beforeInClause;
    this.beforeInSentence = beforeInSentence;
    this.beforeInParagraph = beforeInParagraph;
    this.textAfter = textAfter;
  }

  /**
   * Reads the context of a location in a section, including a run-in heading. If the number is not
   * in the text of the section, the title is its context.
   *
   * @param text the text of the section, which {@link Section#text()} would compose anew on each
   *     call
   */
  static SentenceContext readAround(FactLocation location, Section section, String text) {
    if (location.end() <= location.start()) {
      String title = section.title();
      return new SentenceContext(location.quote(), title, title, title, "");
    }
    int stop = findSentenceStart(text, location.start(), true);
    int start = findSentenceStart(text, location.start(), false);
    int line =
        text.substring(Math.max(0, location.start() - MAX_SEARCHED_LENGTH), location.start())
                .lastIndexOf('\n')
            + 1;
    int end = findSentenceEnd(text, location.end());
    String heading =
        stop == 0 && (section.isRunIn() || section.isListItem()) ? section.title() : "";
    String quote =
        text.substring(
                Math.max(start, location.start() - MAX_QUOTED_DISTANCE),
                Math.min(end, location.end() + MAX_QUOTED_DISTANCE))
            .strip();
    return new SentenceContext(
        (start == 0 && section.isRunIn() ? section.title() : "") + quote,
        (start == 0 ? heading : "") + text.substring(start, location.start()),
        heading + text.substring(stop, location.start()),
        text.substring(
            Math.max(0, location.start() - MAX_SEARCHED_LENGTH) + line, location.start()),
        text.substring(location.end(), end));
  }

  /** The sentence as printed, shortened if it is long. */
  String quote() {
    return quote;
  }

  /**
   * The words before the number in its part of the sentence, from the last full stop or semicolon
   * on.
   */
  String textBeforeInClause() {
    return compact(beforeInClause);
  }

  /** The words before the number in its sentence, from the last full stop on. */
  String textBeforeInSentence() {
    return compact(beforeInSentence);
  }

  /** The words before the number in its paragraph. */
  String textBeforeInParagraph() {
    return compact(beforeInParagraph);
  }

  /** The words after the number, up to the next full stop or semicolon. */
  String textAfter() {
    return compact(textAfter);
  }

  /** The words directly before the number, since the last comma, colon or digit. */
  String label() {
    String words = textBeforeInClause();
    int first = words.length();
    while (first > 0 && "，,:：0123456789".indexOf(words.charAt(first - 1)) < 0) {
      first--;
    }
    return words.substring(first);
  }

  private static String compact(String text) {
    return CompactText.compact(text).text();
  }

  private static int findSentenceStart(String text, int from, boolean ignoreSemicolons) {
    int minimum = Math.max(0, from - MAX_SEARCHED_LENGTH);
    for (int i = from - 1; i >= minimum; i--) {
      char c = text.charAt(i);
      if (c == '。' || (!ignoreSemicolons && (c == '；' || c == ';')) || c == '\n') {
        return i + 1;
      }
    }
    return minimum;
  }

  private static int findSentenceEnd(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_SEARCHED_LENGTH);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '。' || c == '；' || c == ';') {
        return i + 1;
      }
      if (c == '\n') {
        return i;
      }
    }
    return limit;
  }
}
