package org.mingzhang.collect.page;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The blocks that a site puts beside every page: menus, heads, feet, other columns. */
final class Surroundings {
  private static final Set<String> TAGS = Set.of("nav", "footer", "header", "aside");

  private Surroundings() {}

  /** Largest share of a page's text that a block beside it has. */
  private static final double LARGEST = 0.3;

  /** Whether a link stands in one. */
  static boolean hold(Element link) {
    for (Element e : link.parents()) {
      if (e.normalName().equals("body")) {
        return false;
      }
      if (is(e)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Element e) {
    if (TAGS.contains(e.normalName())) {
      return true;
    }
    PageWords words = PageWords.standard();
    for (String name : (e.className() + " " + e.id()).split("[^A-Za-z]+", -1)) {
      if (words.zone(name.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Removes them from a page; what holds much of its text is none, whatever it is called. */
  static void remove(Element body) {
    int whole = body.text().length();
    for (Element e : body.select("*")) {
      if (!e.equals(body) && is(e) && e.text().length() <= whole * LARGEST) {
        e.remove();
      }
    }
  }
}
