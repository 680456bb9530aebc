package org.mingzhang.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Names of divisions as a tree of characters: finds those that begin at a place of a text in one
 * walk. Never changed after it is built.
 */
final class NameTrie {
  private final Node root;

  /** A tree of these names, each with the divisions that bear it. */
  NameTrie(Map<String, List<Division>> names) {
    Growing growing = new Growing();
    names.forEach(growing::put);
    root = growing.freeze();
  }

  /** The names that begin at {@code from}, shortest first. */
  List<Match> at(CharSequence text, int from) {
    Node node = root.next(from < text.length() ? text.charAt(from) : 0);
    if (node == null) {
      return List.of();
    }
    List<Match> matches = new ArrayList<>(2);
    for (int i = from + 1; node != null; i++) {
      if (!node.divisions.isEmpty()) {
        matches.add(new Match(from, i, node.divisions));
      }
      node = i < text.length() ? node.next(text.charAt(i)) : null;
    }
    return matches;
  }

  /**
   * A name found.
   *
   * @param start its place in the text
   * @param end behind its last character
   * @param divisions those that bear the name
   */
  record Match(int start, int end, List<Division> divisions) {}

  private static final class Growing {
    private final TreeMap<Character, Growing> children = new TreeMap<>();
    private List<Division> divisions = List.of();

    void put(String name, List<Division> bearers) {
      Growing node = this;
      for (int i = 0; i < name.length(); i++) {
        node = node.children.computeIfAbsent(name.charAt(i), any -> new Growing());
      }
      node.divisions = List.copyOf(bearers);
    }

    Node freeze() {
      char[] keys = new char[children.size()];
      Node[] nodes = new Node[children.size()];
      int i = 0;
      for (Map.Entry<Character, Growing> child : children.entrySet()) {
        keys[i] = child.getKey();
        nodes[i++] = child.getValue().freeze();
      }
      return new Node(keys, nodes, divisions);
    }
  }

  private static final class Node {
    private final char[] keys;
    private final Node[] nodes;
    private final List<Division> divisions;

    Node(char[] keys, Node[] nodes, List<Division> divisions) {
      this.keys = keys;
      this.nodes = nodes;
      this.divisions = divisions;
    }

    @Nullable Node next(char c) {
      int i = Arrays.binarySearch(keys, c);
      return i < 0 ? null : nodes[i];
    }
  }
}
