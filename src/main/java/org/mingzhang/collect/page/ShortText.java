package org.mingzhang.collect.page;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text of an element that is short, such as a row of a list; reads no further into one that is
 * not, so that a page of links without rows is not read again for each of them.
 */
final class ShortText implements NodeFilter {
  /** Elements and texts in a row; more is no row, even where nothing of it is text. */
  private static final int MOST_NODES = 600;

  private final StringBuilder text = new StringBuilder();
  private final int longest;
  private int nodes;

  private ShortText(int longest) {
    this.longest = longest;
  }

  /**
   * The text of an element, with spaces between its parts; empty where it is longer.
   *
   * @param longest most characters
   */
  static Optional<String> of(Element element, int longest) {
    ShortText reading = new ShortText(longest);
    Object unused = element.filter(reading);
    return reading.state() == FilterResult.STOP
        ? Optional.empty()
        : Optional.of(reading.text.toString());
  }

  private FilterResult state() {
    return nodes > MOST_NODES || text.length() > longest
        ? FilterResult.STOP
        : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    nodes++;
    if (node instanceof TextNode words && !words.isBlank()) {
      text.append(words.text()).append(' ');
    }
    return state();
  }
}
