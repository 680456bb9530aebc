package org.mingzhang.extract.html;

import java.util.IdentityHashMap;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Measures the text lengths of many elements of a page in one pass, however deeply they are nested.
 */
public final class TextLengthMeter implements NodeVisitor {
  private final Predicate<Element> isMeasured;
  private final IdentityHashMap<Element, Integer> lengths = new IdentityHashMap<>();
  private int totalLength;

  private TextLengthMeter(Predicate<Element> isMeasured) {
    this.isMeasured = isMeasured;
  }

  /**
   * Measures the text below each wanted element.
   *
   * @param root element at which to start, counted itself if wanted
   * @param wanted the elements to measure
   * @return the number of characters below each wanted element, by identity, without white space
   *     around text nodes; never more than the length of {@link Element#text}
   */
  public static IdentityHashMap<Element, Integer> measure(Element root, Predicate<Element> wanted) {
    TextLengthMeter meter = new TextLengthMeter(wanted);
    Object unused = root.traverse(meter);
    return meter.lengths;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text && !text.isBlank()) {
      totalLength += text.text().strip().length();
    } else if (node instanceof Element element && isMeasured.test(element)) {
      lengths.put(element, -totalLength);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      Object unused = lengths.computeIfPresent(element, (e, before) -> before + totalLength);
    }
  }
}
