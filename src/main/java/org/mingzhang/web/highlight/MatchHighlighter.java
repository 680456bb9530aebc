package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.search.Hit;
import org.mingzhang.web.source.SearchPort;

/**
 * Highlights the matches of a query in the texts of one page and numbers them consecutively. Not
 * thread-safe.
 */
public final class MatchHighlighter {
  /**
   * A run of text.
   *
   * @param text the text
   * @param matched whether it matches the query
   * @param id anchor: {@code h3} for a match, the anchor of a fact for a fact; otherwise empty
   */
  public record Run(String text, boolean matched, String id) {}

  private final SearchPort search;
  private final String query;
  private int matchCount;

  /** Creates a highlighter for the words of a query; an empty query has no matches. */
  public MatchHighlighter(SearchPort search, String query) {
    this.search = search;
    this.query = query;
  }

  /** Splits each text into runs. */
  public List<List<Run>> highlight(List<String> texts) {
    if (query.isBlank()) {
      return texts.stream().map(t -> List.of(new Run(t, false, ""))).toList();
    }
    List<List<Run>> marked = new ArrayList<>();
    for (List<Hit.Fragment> fragments : search.highlightWords(query, texts)) {
      List<Run> runs = new ArrayList<>();
      for (Hit.Fragment fragment : fragments) {
        runs.add(
            new Run(
                fragment.text(), fragment.matched(), fragment.matched() ? "h" + ++matchCount : ""));
      }
      marked.add(runs);
    }
    return marked;
  }

  /** Number of matches so far. */
  public int count() {
    return matchCount;
  }
}
