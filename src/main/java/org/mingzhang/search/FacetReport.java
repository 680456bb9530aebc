package org.mingzhang.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults.FacetValue;

/**
 * Makes the lists of values that a reader sees from the counts of a search: most frequent first,
 * years newest first, "not stated" last. Chosen and excluded values are always there.
 */
final class FacetReport {
  private final Snapshot snapshot;
  private final FacetTally tally;
  private final SearchRequest request;

  FacetReport(Snapshot snapshot, FacetTally tally, SearchRequest request) {
    this.snapshot = snapshot;
    this.tally = tally;
    this.request = request;
  }

  /** All facets of the tally, each with so many values at most beside the chosen ones. */
  Map<Dimension, List<FacetValue>> all(int most) {
    Map<Dimension, List<FacetValue>> report = new EnumMap<>(Dimension.class);
    for (Dimension dimension : tally.dimensions()) {
      report.put(dimension, of(dimension, most, ""));
    }
    return report;
  }

  /** One facet's values that contain a string. */
  List<FacetValue> of(Dimension dimension, int most, String containing) {
    FacetChoice choice = FacetChoice.of(request, dimension);
    Dictionary dictionary = snapshot.dictionary(dimension);
    int[] counts = tally.counts(dimension);
    if (dimension.hierarchical() && containing.isEmpty()) {
      return tree(choice, dictionary, counts);
    }
    String wanted = containing.toLowerCase(Locale.ROOT);
    BestValues best = new BestValues(order(dimension), most, dimension != Dimension.YEAR);
    for (int i = 1; i < counts.length; i++) {
      boolean named = choice.narrows() && choice.names(dictionary.value(i));
      if ((best.wants(counts[i]) || named)
          && (wanted.isEmpty() || dictionary.value(i).toLowerCase(Locale.ROOT).contains(wanted))) {
        best.offer(new Counted(i, counts[i]), named);
      }
    }
    List<FacetValue> shown = new ArrayList<>();
    for (Counted each : best.inOrder()) {
      shown.add(value(choice, dictionary.value(each.number()), each.count(), List.of()));
    }
    return withNotStated(choice, shown, counts[0], wanted.isEmpty());
  }

  /**
   * A value that was counted.
   *
   * @param number its number in the dictionary, by which equal counts are ordered
   * @param count rows that have it
   */
  private record Counted(int number, int count) {}

  /** Dictionaries are in the order of their values, so numbers stand for paths. */
  private static Comparator<Counted> order(Dimension dimension) {
    return dimension == Dimension.YEAR
        ? Comparator.comparingInt(Counted::number).reversed()
        : Comparator.comparingInt(Counted::count).reversed().thenComparingInt(Counted::number);
  }

  /** The first values in an order, and all that were chosen or shut out. */
  private static final class BestValues {
    private final Comparator<Counted> order;
    private final int most;
    private final PriorityQueue<Counted> lastFirst;
    private final Set<Counted> named = new HashSet<>();
    private final boolean byCount;

    /**
     * No values yet.
     *
     * @param byCount whether the most frequent come first and, of equals, those offered first
     */
    private BestValues(Comparator<Counted> order, int most, boolean byCount) {
      this.order = order;
      this.most = most;
      this.byCount = byCount;
      this.lastFirst = new PriorityQueue<>(order.reversed());
    }

    /** Whether a value of this count could be among the first. */
    private boolean wants(int count) {
      Counted last = byCount && lastFirst.size() == most ? lastFirst.peek() : null;
      return count > (last == null ? 0 : last.count());
    }

    private void offer(Counted value, boolean isNamed) {
      if (isNamed) {
        named.add(value);
      }
      if (lastFirst.size() < most) {
        lastFirst.add(value);
        return;
      }
      Counted last = lastFirst.peek();
      if (last != null && order.compare(value, last) < 0) {
        lastFirst.poll();
        lastFirst.add(value);
      }
    }

    private List<Counted> inOrder() {
      Set<Counted> all = new HashSet<>(lastFirst);
      all.addAll(named);
      return all.stream().sorted(order).toList();
    }
  }

  private List<FacetValue> withNotStated(
      FacetChoice choice, List<FacetValue> values, long count, boolean wanted) {
    FacetValue none = value(choice, SearchRequest.NOT_STATED, count, List.of());
    if (wanted && (count > 0 || none.selected() || none.excluded())) {
      values.add(none);
    }
    return List.copyOf(values);
  }

  private static FacetValue value(
      FacetChoice choice, String path, long count, List<FacetValue> children) {
    return new FacetValue(
        path.substring(choice.dimension().hierarchical() ? path.lastIndexOf('/') + 1 : 0),
        path,
        count,
        choice.include().contains(path),
        choice.exclude().contains(path),
        children);
  }

  private List<FacetValue> tree(FacetChoice choice, Dictionary dictionary, int[] counts) {
    List<String> named =
        Stream.concat(choice.include().stream(), choice.exclude().stream())
            .filter(path -> !path.equals(SearchRequest.NOT_STATED))
            .toList();
    List<FacetValue> values =
        treeWith(named, dictionary)
            .values(
                counts,
                path -> named.stream().anyMatch(n -> n.equals(path) || n.startsWith(path + "/")),
                (path, count, below) -> value(choice, path, count, below));
    return withNotStated(choice, new ArrayList<>(values), counts[0], true);
  }

  /** The tree of the index, or one with the paths that were chosen though nothing has them. */
  private static ValueTree treeWith(List<String> named, Dictionary dictionary) {
    ValueTree tree = dictionary.tree();
    List<String> unknown = named.stream().filter(path -> !tree.has(path)).toList();
    if (unknown.isEmpty()) {
      return tree;
    }
    List<String> all = new ArrayList<>(dictionary.values());
    all.addAll(unknown);
    return ValueTree.of(all);
  }
}
