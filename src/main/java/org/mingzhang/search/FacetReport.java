package org.mingzhang.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults.FacetValue;

/**
 * Makes the lists of values that a reader sees from the counts of a search: most frequent first,
 * years newest first, "not stated" last. Chosen and excluded values are always there.
 */
final class FacetReport {
  private static final Comparator<FacetValue> MOST_FIRST =
      Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::path);

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
    List<FacetValue> values = new ArrayList<>();
    for (int i = 1; i < counts.length; i++) {
      FacetValue value = value(choice, dictionary.value(i), counts[i], List.of());
      if ((value.count() > 0 || value.selected() || value.excluded())
          && value.path().toLowerCase(Locale.ROOT).contains(wanted)) {
        values.add(value);
      }
    }
    values.sort(
        dimension == Dimension.YEAR
            ? Comparator.comparing(FacetValue::path).reversed()
            : MOST_FIRST);
    List<FacetValue> shown = new ArrayList<>();
    for (FacetValue value : values) {
      if (shown.size() < most || value.selected() || value.excluded()) {
        shown.add(value);
      }
    }
    return withNotStated(choice, shown, counts[0], wanted.isEmpty());
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
    Node root = new Node("");
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > 0) {
        root.add(dictionary.value(i), counts[i]);
      }
    }
    choice.include().forEach(path -> root.add(path, 0));
    choice.exclude().forEach(path -> root.add(path, 0));
    root.children.remove(SearchRequest.NOT_STATED);
    return withNotStated(choice, new ArrayList<>(root.values(choice)), counts[0], true);
  }

  /** A division with all below it. */
  private static final class Node {
    private final String path;
    private final Map<String, Node> children = new TreeMap<>();
    private long count;

    private Node(String path) {
      this.path = path;
    }

    private void add(String below, long rows) {
      count += rows;
      if (!below.isEmpty()) {
        int slash = below.indexOf('/');
        String name = slash < 0 ? below : below.substring(0, slash);
        String full = path.isEmpty() ? name : path + "/" + name;
        children
            .computeIfAbsent(name, n -> new Node(full))
            .add(slash < 0 ? "" : below.substring(slash + 1), rows);
      }
    }

    private List<FacetValue> values(FacetChoice choice) {
      return children.values().stream()
          .map(child -> value(choice, child.path, child.count, child.values(choice)))
          .sorted(MOST_FIRST)
          .toList();
    }
  }
}
