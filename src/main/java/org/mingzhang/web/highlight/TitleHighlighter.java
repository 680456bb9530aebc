package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.search.Hit;
import org.mingzhang.web.source.SearchPort;

/**
 * Marks a query's words in short texts that have nothing to do with each other: titles, headings.
 */
public final class TitleHighlighter {
  /** A character that no query finds, so that nothing is marked across two texts. */
  private static final String BETWEEN = "\uFFFC";

  private TitleHighlighter() {}

  /** The fragments of each text, which joined give it again. */
  public static List<List<Hit.Fragment>> highlight(
      SearchPort search, String query, List<String> texts) {
    if (query.isBlank() || texts.isEmpty()) {
      return texts.stream().map(TitleHighlighter::plain).toList();
    }
    List<String> apart = new ArrayList<>();
    for (String text : texts) {
      apart.add(text);
      apart.add(BETWEEN);
    }
    List<List<Hit.Fragment>> marked = search.mark(query, apart);
    List<List<Hit.Fragment>> own = new ArrayList<>();
    for (int i = 0; i < marked.size(); i += 2) {
      own.add(marked.get(i));
    }
    return own;
  }

  /** A text without marks. */
  public static List<Hit.Fragment> plain(String text) {
    return List.of(new Hit.Fragment(text, false));
  }
}
