package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.search.Hit;
import org.mingzhang.web.source.SearchPort;

/** Numbers the places of a text where a search's words occur, for one page. Not thread-safe. */
public final class MatchHighlighter {
  /**
   * A run of text.
   *
   * @param text the text
   * @param matched whether it is the search's hit
   * @param id name of the place, {@code h3} for a hit, or that of a fact; empty where it has none
   */
  public record Run(String text, boolean matched, String id) {}

  private final SearchPort search;
  private final String query;
  private int count;

  /** Marks a query's words; an empty query marks nothing. */
  public MatchHighlighter(SearchPort search, String query) {
    this.search = search;
    this.query = query;
  }

  /** Each text as runs. */
  public List<List<Run>> highlight(List<String> texts) {
    if (query.isBlank()) {
      return texts.stream().map(t -> List.of(new Run(t, false, ""))).toList();
    }
    List<List<Run>> marked = new ArrayList<>();
    for (List<Hit.Fragment> fragments : search.mark(query, texts)) {
      List<Run> runs = new ArrayList<>();
      for (Hit.Fragment fragment : fragments) {
        runs.add(
            new Run(fragment.text(), fragment.matched(), fragment.matched() ? "h" + ++count : ""));
      }
      marked.add(runs);
    }
    return marked;
  }

  /** How many hits there were so far. */
  public int count() {
    return count;
  }
}
