package org.mingzhang.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults.FacetValue;

/**
 * Makes the lists of values that a reader sees from the counts of a search: most frequent first,
 * years newest first, "not stated" last. Chosen and excluded values are always there.
 */
final class FacetReport {
  private final Map<Dimension, GlobalOrdinals> dictionaries;
  private final Map<Dimension, int[]> counts;
  private final SearchRequest request;

  /**
   * A report.
   *
   * @param dictionaries all values of a facet
   * @param counts of all shards, by number of the dictionary
   * @param request what was asked
   */
  FacetReport(
      Map<Dimension, GlobalOrdinals> dictionaries,
      Map<Dimension, int[]> counts,
      SearchRequest request) {
    this.dictionaries = dictionaries;
    this.counts = counts;
    this.request = request;
  }

  /** All facets that were counted, each with so many values at most beside the chosen ones. */
  Map<Dimension, List<FacetValue>> all(int most) {
    Map<Dimension, List<FacetValue>> report = new EnumMap<>(Dimension.class);
    for (Dimension dimension : counts.keySet()) {
      report.put(dimension, of(dimension, most, ""));
    }
    return report;
  }

  /** One facet's values that contain a string. */
  List<FacetValue> of(Dimension dimension, int most, String containing) {
    FacetChoice choice = FacetChoice.of(request, dimension);
    GlobalOrdinals dictionary = Objects.requireNonNull(dictionaries.get(dimension));
    int[] counted = Objects.requireNonNull(counts.get(dimension));
    if (dimension.hierarchical() && containing.isEmpty()) {
      return tree(choice, dictionary, counted);
    }
    String wanted = containing.toLowerCase(Locale.ROOT);
    BestNumbers best = new BestNumbers(most, dimension == Dimension.YEAR);
    for (int i = 1; i < counted.length; i++) {
      boolean named = choice.narrows() && choice.names(dictionary.value(i));
      if ((best.wants(i, counted[i]) || named)
          && (wanted.isEmpty() || dictionary.value(i).toLowerCase(Locale.ROOT).contains(wanted))) {
        best.offer(i, counted[i], named);
      }
    }
    List<FacetValue> shown = new ArrayList<>();
    for (int number : best.inOrder()) {
      shown.add(value(choice, dictionary.value(number), counted[number], List.of()));
    }
    return withNotStated(choice, shown, counted[0], wanted.isEmpty());
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

  private List<FacetValue> tree(FacetChoice choice, GlobalOrdinals dictionary, int[] counts) {
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
  private static ValueTree treeWith(List<String> named, GlobalOrdinals dictionary) {
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
