package org.mingzhang.extract.html;

import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.word.NumberFormatter;

/**
 * Determines the numbers that a browser shows before the items of ordered lists. Not thread-safe.
 */
final class HtmlListNumbering {
  private static final String CHINESE_NUMBER_FORMAT = "chineseCounting";

  private final IdentityHashMap<Element, Integer> nextNumbers = new IdentityHashMap<>();
  private @Nullable HtmlListStyles styles;

  /**
   * Counts an item in its list and returns its number with its punctuation, for example {@code 3. }
   * or {@code 三、}; empty for an item that shows none. To be called once for each item, in document
   * order.
   */
  String nextLabel(Element item) {
    Element list = item.parent();
    if (list == null || !list.normalName().equals("ol")) {
      return "";
    }
    int number = itemNumber(item, list);
    nextNumbers.put(list, number + 1);
    String format = numberFormat(item, list);
    if (format.isEmpty() || isHeading(item)) {
      return "";
    }
    String label = NumberFormatter.format(format, number);
    return label + (format.equals(CHINESE_NUMBER_FORMAT) ? "、" : ". ");
  }

  /** The number format of an item by style or attribute; empty if it shows no number. */
  private String numberFormat(Element item, Element list) {
    if (styles == null) {
      styles = HtmlListStyles.parse(item.ownerDocument());
    }
    String own = styles.markerType(item);
    String type = own.isEmpty() ? styles.markerType(list) : own;
    return type.isEmpty() ? formatOfTypeAttribute(list.attr("type")) : formatOfMarkerType(type);
  }

  private static String formatOfMarkerType(String type) {
    return switch (type) {
      case "none", "disc", "circle", "square" -> "";
      case "lower-alpha", "lower-latin" -> "lowerLetter";
      case "upper-alpha", "upper-latin" -> "upperLetter";
      case "lower-roman" -> "lowerRoman";
      case "upper-roman" -> "upperRoman";
      case "cjk-ideographic",
          "simp-chinese-informal",
          "simp-chinese-formal",
          "trad-chinese-informal",
          "trad-chinese-formal" ->
          CHINESE_NUMBER_FORMAT;
      default -> "decimal";
    };
  }

  /**
   * Whether a list item is a heading. Its number is not shown: word processors export numbered
   * headings as list items in which all levels are counted alike, so the original numbers 一、 and
   * （一） are lost, and 1. was never printed.
   */
  private static boolean isHeading(Element item) {
    Element first = item.firstElementChild();
    return first != null && first.normalName().matches("h[1-6]");
  }

  private int itemNumber(Element item, Element list) {
    String value = item.attr("value");
    if (value.matches("\\d{1,6}")) {
      return Integer.parseInt(value);
    }
    String start = list.attr("start");
    return nextNumbers.getOrDefault(list, start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1);
  }

  private static String formatOfTypeAttribute(String type) {
    return switch (type) {
      case "a" -> "lowerLetter";
      case "A" -> "upperLetter";
      case "i" -> "lowerRoman";
      case "I" -> "upperRoman";
      default -> "decimal";
    };
  }
}
