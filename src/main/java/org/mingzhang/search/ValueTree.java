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
 * Values that are paths, as a tree. It is put together once for an index; a search only adds up its
 * counts and makes the values that it found. Immutable.
 */
final class ValueTree {
  /**
   * Highest count first. The sort is stable, so values with equal counts keep the order of their
   * paths.
   */
  private static final Comparator<FacetValue> MOST_FIRST =
      (a, b) -> Long.compare(b.count(), a.count());

  /**
   * A value or one above some.
   *
   * @param path the whole path
   * @param number place of the value in the list from 1 on, 0 for a path that only stands above
   *     values
   * @param place place among all nodes, parents before children
   * @param children those below
   */
  private record Node(String path, int number, int place, List<Node> children) {}

  private final List<Node> top;
  private final Set<String> paths = new HashSet<>();

  private ValueTree(List<Node> top) {
    this.top = top;
    top.forEach(this::note);
  }

  private void note(Node node) {
    paths.add(node.path);
    node.children.forEach(this::note);
  }

  /** The tree of paths joined with {@code /}; a path's number is its place, from 1 on. */
  static ValueTree of(Collection<String> paths) {
    Builder root = new Builder("");
    int number = 1;
    for (String path : paths) {
      root.at(path).number = number++;
    }
    int[] places = {0};
    List<Node> top = root.children.values().stream().map(b -> b.node(places)).toList();
    return new ValueTree(top);
  }

  private static final class Builder {
    private final String path;
    private final Map<String, Builder> children = new TreeMap<>();
    private int number;

    private Builder(String path) {
      this.path = path;
    }

    /** The node of a path, made with those above it; a name may be empty, as in {@code //}. */
    private Builder at(String path) {
      Builder node = this;
      for (int end = -1; end < path.length(); ) {
        int slash = path.indexOf('/', end + 1);
        int start = end + 1;
        end = slash < 0 ? path.length() : slash;
        String above = path.substring(0, end);
        node = node.children.computeIfAbsent(path.substring(start, end), n -> new Builder(above));
      }
      return node;
    }

    private Node node(int[] places) {
      int place = places[0]++;
      return new Node(
          path, number, place, children.values().stream().map(c -> c.node(places)).toList());
    }
  }

  /** Makes what is shown of a path. */
  @FunctionalInterface
  interface Maker {
    /** The value of a path with its count and what is below it. */
    FacetValue value(String path, long count, List<FacetValue> children);
  }

  /** Whether a path is in the tree. */
  boolean has(String path) {
    return paths.contains(path);
  }

  /**
   * The values that were counted, most frequent first at every level. Those below others are made
   * when they are first looked at: there are thousands, and most answers are read at the top alone.
   *
   * @param counts by number of the value, as far as it goes; what lies behind was not counted
   * @param named whether a path is shown although nothing has it
   * @param maker makes a value
   */
  List<FacetValue> values(int[] counts, Predicate<String> named, Maker maker) {
    long[] sums = new long[paths.size()];
    top.forEach(node -> sum(node, counts, sums));
    return values(top, sums, named, maker);
  }

  private static long sum(Node node, int[] counts, long[] sums) {
    long sum = node.number > 0 && node.number < counts.length ? counts[node.number] : 0;
    for (Node child : node.children) {
      sum += sum(child, counts, sums);
    }
    sums[node.place] = sum;
    return sum;
  }

  private static List<FacetValue> values(
      List<Node> of, long[] sums, Predicate<String> named, Maker maker) {
    List<FacetValue> values = new ArrayList<>();
    for (Node node : of) {
      long count = sums[node.place];
      if (count > 0 || named.test(node.path)) {
        List<FacetValue> below =
            node.children.isEmpty()
                ? List.of()
                : new LazyList<>(() -> values(node.children, sums, named, maker));
        values.add(maker.value(node.path, count, below));
      }
    }
    values.sort(MOST_FIRST);
    return List.copyOf(values);
  }
}
