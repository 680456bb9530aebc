package org.mingzhang.collect.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.mingzhang.extract.html.ElementRemover;
import org.mingzhang.extract.html.TextLengthMeter;

/**
 * Recognizes the boilerplate of a site: menus, headers, footers and links to other sections of the
 * site. Each element of a page is classified once, however many links it contains.
 */
final class SiteBoilerplateDetector {
  private static final Set<String> BOILERPLATE_TAGS = Set.of("nav", "footer", "header", "aside");

  /** Maximum share of a page's text that an element of boilerplate can have. */
  private static final double MAX_TEXT_SHARE = 0.3;

  /** Maximum number of characters of a class or id that are compared. */
  private static final int MAX_NAME_LENGTH = 300;

  private final IdentityHashMap<Element, Boolean> isBoilerplateByElement = new IdentityHashMap<>();

  /** Whether an ancestor of an element, below the body, is boilerplate. */
  boolean isInBoilerplate(Element link) {
    List<Element> visited = new ArrayList<>();
    Element at = link.parent();
    Boolean holds = null;
    while (holds == null && at != null && !at.normalName().equals("body")) {
      holds = isBoilerplateByElement.get(at);
      if (holds == null) {
        visited.add(at);
        holds = isBoilerplate(at) ? Boolean.TRUE : null;
        at = at.parent();
      }
    }
    boolean result = Boolean.TRUE.equals(holds);
    visited.forEach(element -> isBoilerplateByElement.put(element, result));
    return result;
  }

  private static boolean isBoilerplate(Element e) {
    if (BOILERPLATE_TAGS.contains(e.normalName())) {
      return true;
    }
    PageClassificationWords words = PageClassificationWords.standard();
    for (String name :
        (beginningOf(e.className()) + " " + beginningOf(e.id())).split("[^A-Za-z]+", -1)) {
      if (words.isBoilerplate(name.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static String beginningOf(String name) {
    return name.length() > MAX_NAME_LENGTH ? name.substring(0, MAX_NAME_LENGTH) : name;
  }

  /**
   * Removes boilerplate from a page, except elements that hold more than {@link #MAX_TEXT_SHARE} of
   * its text.
   */
  static void remove(Element body) {
    IdentityHashMap<Element, Integer> lengths =
        TextLengthMeter.measure(body, e -> e.equals(body) || isBoilerplate(e));
    int whole = lengths.getOrDefault(body, 0);
    ElementRemover.removeAll(
        lengths.entrySet().stream()
            .filter(e -> !e.getKey().equals(body) && e.getValue() <= whole * MAX_TEXT_SHARE)
            .map(Map.Entry::getKey)
            .toList());
  }
}
