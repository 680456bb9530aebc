package org.mingzhang.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trie of division names that finds all names starting at an index of a text. Immutable. */
final class NameTrie {
  private final Node root;

  /** Builds the trie of these names, each with its divisions. */
  NameTrie(Map<String, List<Division>> divisionsByName) {
    String[] sorted = divisionsByName.keySet().toArray(String[]::new);
    Arrays.sort(sorted);
    root = buildNode(sorted, 0, sorted.length, 0, divisionsByName);
  }

  /**
   * Builds the node of sorted names with a common prefix.
   *
   * @param from index of the first name
   * @param to index after the last name
   * @param depth length of the common prefix
   */
  private static Node buildNode(
      String[] sorted, int from, int to, int depth, Map<String, List<Division>> divisionsByName) {
    boolean ends = from < to && sorted[from].length() == depth;
    List<Division> divisions = ends ? List.copyOf(divisionsByName.get(sorted[from])) : List.of();
    StringBuilder keys = new StringBuilder();
    List<Node> nodes = new ArrayList<>();
    for (int i = ends ? from + 1 : from; i < to; ) {
      char key = sorted[i].charAt(depth);
      int end = i + 1;
      while (end < to && sorted[end].charAt(depth) == key) {
        end++;
      }
      keys.append(key);
      nodes.add(buildNode(sorted, i, end, depth + 1, divisionsByName));
      i = end;
    }
    return new Node(keys.toString().toCharArray(), nodes.toArray(Node[]::new), divisions);
  }

  /** The names that start at an index of a text, shortest first; empty if there are none. */
  List<Match> matchesAt(CharSequence text, int from) {
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
   * A name in a text.
   *
   * @param start index of its first character
   * @param end index after its last character
   * @param divisions the divisions with this name
   */
  record Match(int start, int end, List<Division> divisions) {}

  /** A node: the characters that may follow and the divisions whose name ends here. */
  private static final class Node {
    private final char[] nextCharacters;
    private final Node[] nextNodes;
    private final List<Division> divisions;

    Node(char[] nextCharacters, Node[] nextNodes, List<Division> divisions) {
      this.nextCharacters = nextCharacters;
      this.nextNodes = nextNodes;
      this.divisions = divisions;
    }

    /** The node after a character; null if no name goes on with it. */
    @Nullable Node next(char c) {
      int i = Arrays.binarySearch(nextCharacters, c);
      return i < 0 ? null : nextNodes[i];
    }
  }
}
