package org.mingzhang.collect.page;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Extracts the text of short elements such as rows of a list. It stops when the text is too long,
 * so that a large element is not read completely for each link in it.
 */
final class ShortTextExtractor implements NodeFilter {
  /** Maximum number of DOM nodes in a short element. */
  private static final int MAX_NODES = 600;

  private final StringBuilder text = new StringBuilder();
  private final int maxLength;
  private int nodeCount;

  private ShortTextExtractor(int maxLength) {
    this.maxLength = maxLength;
  }

  /**
   * The text of an element, with a space after each text node; empty if it is too long or the
   * element has more than {@link #MAX_NODES} nodes.
   *
   * @param maxLength maximum number of characters
   */
  static Optional<String> extract(Element element, int maxLength) {
    ShortTextExtractor reading = new ShortTextExtractor(maxLength);
    Object unused = element.filter(reading);
    return reading.filterState() == FilterResult.STOP
        ? Optional.empty()
        : Optional.of(reading.text.toString());
  }

  private FilterResult filterState() {
    return nodeCount > MAX_NODES || text.length() > maxLength
        ? FilterResult.STOP
        : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    nodeCount++;
    if (node instanceof TextNode words && !words.isBlank()) {
      text.append(words.text()).append(' ');
    }
    return filterState();
  }
}
