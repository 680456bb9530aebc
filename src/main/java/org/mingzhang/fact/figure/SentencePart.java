package org.mingzhang.fact.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Section;
import org.mingzhang.text.CompactText;

/**
 * The part of a sentence that a number stands in, as far as the next full stop or semicolon.
 *
 * @param quote the part as printed
 * @param before its words before the number, as {@link CompactText} makes them
 * @param sentence the words of the whole sentence before the number
 * @param paragraph the words of the paragraph before the number
 * @param behind the words of the part behind the number
 */
record SentencePart(String quote, String before, String sentence, String paragraph, String behind) {
  private static final Pattern LABEL = Pattern.compile("[^，,:：\\d]*$");

  private static final int FARTHEST = 600;

  /** The part around a place of a section; a heading in which it stands is its first words. */
  static SentencePart of(Section section, FactPlace place) {
    String text = section.text();
    if (place.end() <= place.start()) {
      String title = CompactText.of(section.title()).text();
      return new SentencePart(place.quote(), title, title, title, "");
    }
    int stop = back(text, place.start(), true);
    int start = back(text, place.start(), false);
    int line = Math.max(text.lastIndexOf('\n', place.start() - 1) + 1, place.start() - FARTHEST);
    int end = forth(text, place.end());
    String heading = stop == 0 && (section.runIn() || section.item()) ? section.title() : "";
    String quote = text.substring(start, end).strip();
    return new SentencePart(
        (start == 0 && section.runIn() ? section.title() : "") + quote,
        compact((start == 0 ? heading : "") + text.substring(start, place.start())),
        compact(heading + text.substring(stop, place.start())),
        compact(text.substring(line, place.start())),
        compact(text.substring(place.end(), end)));
  }

  /** The words since the last comma, colon or number. */
  String label() {
    Matcher label = LABEL.matcher(before);
    return label.find() ? label.group() : "";
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
