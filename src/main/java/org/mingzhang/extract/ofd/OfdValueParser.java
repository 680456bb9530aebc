package org.mingzhang.extract.ofd;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads the basic types of OFD from XML (GB/T 33190, 7.3): boxes, arrays, matrices and references.
 */
final class OfdValueParser {
  private OfdValueParser() {}

  /** Child elements in document order. */
  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** Child elements with a local name. */
  static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(e -> name.equals(e.getLocalName())).toList();
  }

  /**
   * The element at the end of a path of local names, of which each is the first child with its
   * name; null if there is none.
   */
  static @Nullable Element child(Element parent, String... names) {
    Element at = parent;
    for (String name : names) {
      List<Element> found = children(at, name);
      if (found.isEmpty()) {
        return null;
      }
      at = found.get(0);
    }
    return at;
  }

  /** An attribute without white space around it, or a default if it is absent. */
  static String attribute(Element element, String name, String defaultValue) {
    return element.hasAttribute(name) ? element.getAttribute(name).strip() : defaultValue;
  }

  /** The number in an attribute, or a default if it is absent or not exactly one number. */
  static double numberAttribute(Element element, String name, double defaultValue) {
    double[] numbers = parseNumbers(element.getAttribute(name));
    return numbers.length == 1 ? numbers[0] : defaultValue;
  }

  /** Numbers separated by white space, up to the first unreadable one; empty if there are none. */
  static double[] parseNumbers(String text) {
    String[] parts = text.strip().split("\\s+", -1);
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        numbers[i] = Double.parseDouble(parts[i]);
      } catch (NumberFormatException e) {
        return java.util.Arrays.copyOf(numbers, i);
      }
    }
    return numbers;
  }

  /**
   * A box (ST_Box), in the unit of the text, normally millimeters; null if the text is not four
   * numbers.
   */
  static @Nullable Rectangle2D parseBox(String text) {
    double[] n = parseNumbers(text);
    return n.length == 4 ? new Rectangle2D.Double(n[0], n[1], n[2], n[3]) : null;
  }

  /** The matrix in the attribute {@code CTM}; the identity if it is absent or not six numbers. */
  static AffineTransform parseMatrix(Element element) {
    double[] n = parseNumbers(element.getAttribute("CTM"));
    return n.length == 6 ? new AffineTransform(n) : new AffineTransform();
  }

  /**
   * The advances between characters (11.3), up to the first unreadable one: numbers, where {@code g
   * n d} means n times d, at most 100,000 times.
   */
  static List<Double> parseDeltas(String text) {
    List<Double> deltas = new ArrayList<>();
    String[] parts = text.strip().split("\\s+", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean group = "g".equals(parts[i]) && i + 2 < parts.length;
      double[] value = parseNumbers(parts[group ? i + 2 : i]);
      double[] times = group ? parseNumbers(parts[i + 1]) : new double[] {1};
      if (value.length == 0 || times.length == 0) {
        return deltas;
      }
      for (int n = 0; n < Math.min(times[0], 100_000); n++) {
        deltas.add(value[0]);
      }
      i += group ? 2 : 0;
    }
    return deltas;
  }
}
