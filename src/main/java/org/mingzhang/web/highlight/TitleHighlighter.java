package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.search.Hit;
import org.mingzhang.web.source.SearchPort;

/**
 * Highlights the words of a query in titles and headings. Many texts are highlighted in one
 * request. They are separated so that no match spans two of them.
 */
public final class TitleHighlighter {
  /** A character between titles that no query can match. */
  private static final String SEPARATOR = "\uFFFC";

  private TitleHighlighter() {}

  /** Splits each text into marked and unmarked fragments. Joined, the fragments give the text. */
  public static List<List<Hit.Fragment>> highlight(
      SearchPort search, String query, List<String> texts) {
    if (query.isBlank() || texts.isEmpty()) {
      return texts.stream().map(TitleHighlighter::toUnmarkedFragments).toList();
    }
    List<String> separated = new ArrayList<>();
    for (String text : texts) {
      separated.add(text);
      separated.add(SEPARATOR);
    }
    List<List<Hit.Fragment>> marked = search.highlightWords(query, separated);
    List<List<Hit.Fragment>> own = new ArrayList<>();
    for (int i = 0; i < marked.size(); i += 2) {
      own.add(marked.get(i));
    }
    return own;
  }

  /** The fragments of a text without matches. */
  public static List<Hit.Fragment> toUnmarkedFragments(String text) {
    return List.of(new Hit.Fragment(text, false));
  }
}
