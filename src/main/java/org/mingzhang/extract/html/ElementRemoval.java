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
 * Takes elements out of a page in time that grows with their number. Each {@link Element#remove}
 * moves all siblings behind it, so that a page of a million empty elements would keep a reader busy
 * for hours.
 */
public final class ElementRemoval {
  /** So many are taken out one by one. */
  private static final int FEW = 8;

  private ElementRemoval() {}

  /** Takes elements out, whichever their parents; those without a parent are left. */
  public static void removeAll(Collection<? extends Element> elements) {
    IdentityHashMap<Element, List<Node>> parents = new IdentityHashMap<>();
    for (Element element : elements) {
      Element parent = element.parent();
      if (parent != null) {
        parents.computeIfAbsent(parent, p -> new ArrayList<>()).add(element);
      }
    }
    parents.forEach(ElementRemoval::removeChildren);
  }

  private static void removeChildren(Element parent, List<Node> children) {
    if (children.size() <= FEW) {
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
