package org.mingzhang.collect.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Assigns a number to the DOM path of an element, made of the names and classes (without digits) of
 * its ancestors. Links with the same path belong to the same list. Each ancestor is visited once.
 */
final class ElementPathNumbering {
  /** Maximum number of characters of a class attribute that are compared. */
  private static final int MAX_CLASS_LENGTH = 100;

  private record Step(int parent, String name) {}

  private final Map<Step, Integer> numbersByStep = new HashMap<>();
  private final IdentityHashMap<Element, Integer> numbersByElement = new IdentityHashMap<>();

  /**
   * The number of the path of an element's parent, from 1 in the order of first use; 0 if the
   * element has no parent.
   */
  int parentPathNumber(Element element) {
    List<Element> above = new ArrayList<>();
    Element at = element.parent();
    while (at != null && !numbersByElement.containsKey(at)) {
      above.add(at);
      at = at.parent();
    }
    int path = at == null ? 0 : numbersByElement.getOrDefault(at, 0);
    for (Element ancestor : above.reversed()) {
      Step step = new Step(path, pathStep(ancestor));
      path = numbersByStep.computeIfAbsent(step, s -> numbersByStep.size() + 1);
      numbersByElement.put(ancestor, path);
    }
    return path;
  }

  private static String pathStep(Element element) {
    String name = element.normalName();
    if (name.equals("li") || name.equals("tr") || name.equals("td")) {
      return name;
    }
    String classes = element.className();
    String start =
        classes.length() > MAX_CLASS_LENGTH ? classes.substring(0, MAX_CLASS_LENGTH) : classes;
    return name + "." + start.replaceAll("\\d+", "").strip();
  }
}
