package org.mingzhang.extract.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Removes many elements of a page in linear time. {@link Element#remove} shifts all following
 * siblings, so that removing a million empty elements one by one would take hours.
 */
public final class ElementRemover {
  /** Maximum number of elements of one parent that are removed one by one. */
  private static final int MAX_SINGLE_REMOVALS = 8;

  private ElementRemover() {}

  /**
   * Removes elements, which may have different parents, from the page; elements without a parent
   * are ignored.
   */
  public static void removeAll(Collection<? extends Element> elements) {
    IdentityHashMap<Element, List<Node>> parents = new IdentityHashMap<>();
    for (Element element : elements) {
      Element parent = element.parent();
      if (parent != null) {
        parents.computeIfAbsent(parent, p -> new ArrayList<>()).add(element);
      }
    }
    parents.forEach(ElementRemover::removeChildren);
  }

  private static void removeChildren(Element parent, List<Node> children) {
    if (children.size() <= MAX_SINGLE_REMOVALS) {
      children.forEach(Node::remove);
      return;
    }
    Set<Node> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    gone.addAll(children);
    List<Node> rest = parent.childNodes().stream().filter(node -> !gone.contains(node)).toList();
    List<Node> kept = new ArrayList<>(rest);
    parent.empty();
    parent.appendChildren(kept);
  }
}
