package org.mingzhang.collect.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The ways from the top of a page to its elements: links with the same way, by names of elements
 * and their classes without numbers, belong together. A way is a number, so that neither deep pages
 * nor long names cost more than once.
 */
final class ElementPaths {
  /** Characters of the classes of an element that are looked at. */
  private static final int LONGEST = 100;

  /** A step: the way to the parent and what the element is called. */
  private record Step(int before, String name) {}

  private final Map<Step, Integer> steps = new HashMap<>();
  private final IdentityHashMap<Element, Integer> known = new IdentityHashMap<>();

  /** The way to the place where an element stands; its own name is no part of it. */
  int of(Element element) {
    List<Element> above = new ArrayList<>();
    Element at = element.parent();
    while (at != null && !known.containsKey(at)) {
      above.add(at);
      at = at.parent();
    }
    int way = at == null ? 0 : known.getOrDefault(at, 0);
    for (Element each : above.reversed()) {
      Step step = new Step(way, name(each));
      way = steps.computeIfAbsent(step, s -> steps.size() + 1);
      known.put(each, way);
    }
    return way;
  }

  private static String name(Element element) {
    String name = element.normalName();
    if (name.equals("li") || name.equals("tr") || name.equals("td")) {
      return name;
    }
    String classes = element.className();
    String start = classes.length() > LONGEST ? classes.substring(0, LONGEST) : classes;
    return name + "." + start.replaceAll("\\d+", "").strip();
  }
}
