package org.mingzhang.fact.figure;

import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Section;
import org.mingzhang.text.CompactText;

/**
 * The part of a sentence that a number stands in, as far as the next full stop or semicolon. Texts
 * without stops, which some pages hold for megabytes, are looked at for {@value #FARTHEST}
 * characters on each side, so that a number costs the same wherever it stands. Words are given as
 * {@link CompactText} makes them, when they are asked for.
 */
final class SentencePart {
  /** Characters before and behind a number in which its sentence is looked for. */
  private static final int FARTHEST = 600;

  /** Characters before and behind a number that are quoted where its sentence does not end. */
  private static final int QUOTED = 300;

  private final String quote;
  private final String before;
  private final String sentence;
  private final String paragraph;
  private final String behind;

  private SentencePart(
      String quote, String before, String sentence, String paragraph, String behind) {
    this.quote = quote;
    this.before = before;
    this.sentence = sentence;
    this.paragraph = paragraph;
    this.behind = behind;
  }

  /**
   * The part around a place of a section; a heading in which it stands is its first words.
   *
   * @param text the text of the section, which a section makes anew each time it is asked
   */
  static SentencePart around(FactPlace place, Section section, String text) {
    if (place.end() <= place.start()) {
      String title = section.title();
      return new SentencePart(place.quote(), title, title, title, "");
    }
    int stop = back(text, place.start(), true);
    int start = back(text, place.start(), false);
    int line =
        text.substring(Math.max(0, place.start() - FARTHEST), place.start()).lastIndexOf('\n') + 1;
    int end = forth(text, place.end());
    String heading = stop == 0 && (section.runIn() || section.item()) ? section.title() : "";
    String quote =
        text.substring(Math.max(start, place.start() - QUOTED), Math.min(end, place.end() + QUOTED))
            .strip();
    return new SentencePart(
        (start == 0 && section.runIn() ? section.title() : "") + quote,
        (start == 0 ? heading : "") + text.substring(start, place.start()),
        heading + text.substring(stop, place.start()),
        text.substring(Math.max(0, place.start() - FARTHEST) + line, place.start()),
        text.substring(place.end(), end));
  }

  /** The part as printed. */
  String quote() {
    return quote;
  }

  /** The words of the part before the number. */
  String before() {
    return compact(before);
  }

  /** The words of the whole sentence before the number. */
  String sentence() {
    return compact(sentence);
  }

  /** The words of the paragraph before the number. */
  String paragraph() {
    return compact(paragraph);
  }

  /** The words of the part behind the number. */
  String behind() {
    return compact(behind);
  }

  /** The words since the last comma, colon or digit. */
  String label() {
    String words = before();
    int first = words.length();
    while (first > 0 && "，,:：0123456789".indexOf(words.charAt(first - 1)) < 0) {
      first--;
    }
    return words.substring(first);
  }

  private static String compact(String text) {
    return CompactText.of(text).text();
  }

  private static int back(String text, int from, boolean whole) {
    int least = Math.max(0, from - FARTHEST);
    for (int i = from - 1; i >= least; i--) {
      char c = text.charAt(i);
      if (c == '。' || (!whole && (c == '；' || c == ';')) || c == '\n') {
        return i + 1;
      }
    }
    return least;
  }

  private static int forth(String text, int from) {
    int most = Math.min(text.length(), from + FARTHEST);
    for (int i = from; i < most; i++) {
      char c = text.charAt(i);
      if (c == '。' || c == '；' || c == ';') {
        return i + 1;
      }
      if (c == '\n') {
        return i;
      }
    }
    return most;
  }
}
