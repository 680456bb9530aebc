package org.mingzhang.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.mingzhang.search.SearchResults.FacetValue;

/**
 * The values of a hierarchical facet as a tree. Built once per index state; a search only adds up
 * counts and creates the values to be shown. Immutable.
 */
final class FacetValueTree {
  /**
   * Highest count first. The sort is stable, so values with equal counts keep the order of their
   * paths.
   */
  private static final Comparator<FacetValue> MOST_FIRST =
      (a, b) -> Long.compare(b.count(), a.count());

  /**
   * A path that is a value or an ancestor of values.
   *
   * @param path the full path
   * @param ordinal ordinal of the value; 0 if the path is only an ancestor
   * @param index preorder index of the node
   * @param children child nodes
   */
  private record Node(String path, int ordinal, int index, List<Node> children) {}

  private final List<Node> roots;
  private final Set<String> paths = new HashSet<>();

  private FacetValueTree(List<Node> roots) {
    this.roots = roots;
    roots.forEach(this::addPaths);
  }

  private void addPaths(Node node) {
    paths.add(node.path);
    node.children.forEach(this::addPaths);
  }

  /**
   * The tree of paths separated by {@code /}; ordinals are assigned in iteration order, starting
   * from 1.
   */
  static FacetValueTree build(Collection<String> paths) {
    NodeBuilder root = new NodeBuilder("");
    int ordinal = 1;
    for (String path : paths) {
      root.findOrCreate(path).ordinal = ordinal++;
    }
    int[] nextIndex = {0};
    List<Node> top = root.children.values().stream().map(b -> b.build(nextIndex)).toList();
    return new FacetValueTree(top);
  }

  /** A node under construction. */
  private static final class NodeBuilder {
    private final String path;
    private final Map<String, NodeBuilder> children = new TreeMap<>();
    private int ordinal;

    private NodeBuilder(String path) {
      this.path = path;
    }

    /**
     * Finds or creates the node of a path and its ancestors; components may be empty, as in {@code
     * //}.
     */
    private NodeBuilder findOrCreate(String path) {
      NodeBuilder node = this;
      for (int end = -1; end < path.length(); ) {
        int slash = path.indexOf('/', end + 1);
        int start = end + 1;
        end = slash < 0 ? path.length() : slash;
        String above = path.substring(0, end);
        node =
            node.children.computeIfAbsent(path.substring(start, end), n -> new NodeBuilder(above));
      }
      return node;
    }

    private Node build(int[] nextIndex) {
      int index = nextIndex[0]++;
      return new Node(
          path, ordinal, index, children.values().stream().map(c -> c.build(nextIndex)).toList());
    }
  }

  /** Creates the value displayed for a path. */
  @FunctionalInterface
  interface ValueFactory {
    FacetValue create(String path, long count, List<FacetValue> children);
  }

  /** Whether a path is a value or an ancestor of values. */
  boolean contains(String path) {
    return paths.contains(path);
  }

  /**
   * The values that are pinned or have a count above 0, most frequent first at each level. The
   * count of a value includes those of its descendants. Child values are created on first access:
   * there may be thousands, and most readers need only the top level.
   *
   * @param counts counts by ordinal; ordinals beyond its end have no count
   * @param pinned paths to include even if their count is 0
   * @param factory creates the values
   */
  List<FacetValue> values(int[] counts, Predicate<String> pinned, ValueFactory factory) {
    long[] sums = new long[paths.size()];
    roots.forEach(node -> sumSubtree(node, counts, sums));
    return values(roots, sums, pinned, factory);
  }

  private static long sumSubtree(Node node, int[] counts, long[] sums) {
    long sum = node.ordinal > 0 && node.ordinal < counts.length ? counts[node.ordinal] : 0;
    for (Node child : node.children) {
      sum += sumSubtree(child, counts, sums);
    }
    sums[node.index] = sum;
    return sum;
  }

  private static List<FacetValue> values(
      List<Node> nodes, long[] sums, Predicate<String> pinned, ValueFactory factory) {
    List<FacetValue> values = new ArrayList<>();
    for (Node node : nodes) {
      long count = sums[node.index];
      if (count > 0 || pinned.test(node.path)) {
        List<FacetValue> below =
            node.children.isEmpty()
                ? List.of()
                : new LazyList<>(() -> values(node.children, sums, pinned, factory));
        values.add(factory.create(node.path, count, below));
      }
    }
    values.sort(MOST_FIRST);
    return List.copyOf(values);
  }
}
