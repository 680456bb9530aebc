package org.mingzhang.collect.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.mingzhang.extract.html.ElementRemoval;
import org.mingzhang.extract.html.TextLengths;

/**
 * The blocks that a site puts beside every page: menus, heads, feet, other columns. Looks at each
 * element of a page once, however many links stand in it.
 */
final class SiteBoilerplate {
  private static final Set<String> TAGS = Set.of("nav", "footer", "header", "aside");

  /** Largest share of a page's text that a block beside it has. */
  private static final double LARGEST = 0.3;

  /** Characters of a class or an id that are looked at. */
  private static final int LONGEST_NAME = 300;

  private final IdentityHashMap<Element, Boolean> known = new IdentityHashMap<>();

  /** Whether a link stands in one. */
  boolean hold(Element link) {
    List<Element> asked = new ArrayList<>();
    Element at = link.parent();
    Boolean holds = null;
    while (holds == null && at != null && !at.normalName().equals("body")) {
      holds = known.get(at);
      if (holds == null) {
        asked.add(at);
        holds = is(at) ? Boolean.TRUE : null;
        at = at.parent();
      }
    }
    boolean result = Boolean.TRUE.equals(holds);
    asked.forEach(element -> known.put(element, result));
    return result;
  }

  private static boolean is(Element e) {
    if (TAGS.contains(e.normalName())) {
      return true;
    }
    PageWords words = PageWords.standard();
    for (String name : (start(e.className()) + " " + start(e.id())).split("[^A-Za-z]+", -1)) {
      if (words.zone(name.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static String start(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /** Removes them from a page; what holds much of its text is none, whatever it is called. */
  static void remove(Element body) {
    IdentityHashMap<Element, Integer> lengths = TextLengths.of(body, e -> e.equals(body) || is(e));
    int whole = lengths.getOrDefault(body, 0);
    ElementRemoval.removeAll(
        lengths.entrySet().stream()
            .filter(e -> !e.getKey().equals(body) && e.getValue() <= whole * LARGEST)
            .map(Map.Entry::getKey)
            .toList());
  }
}
