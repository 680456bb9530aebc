package org.mingzhang.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults.FacetValue;

/**
 * Creates the value lists of facets from the counts of a search: most frequent first, years newest
 * first, "not stated" last. Included and excluded values are listed even if their count is 0,
 * values of a flat facet only if they occur in the index.
 */
final class FacetResultBuilder {
  private final Map<FacetDimension, GlobalOrdinals> ordinalsByFacet;
  private final Map<FacetDimension, int[]> counts;
  private final SearchRequest request;

  /**
   * Creates a builder.
   *
   * @param ordinalsByFacet all values of each facet
   * @param counts counts of all shards, by ordinal
   * @param request the search request
   */
  FacetResultBuilder(
      Map<FacetDimension, GlobalOrdinals> ordinalsByFacet,
      Map<FacetDimension, int[]> counts,
      SearchRequest request) {
    this.ordinalsByFacet = ordinalsByFacet;
    this.counts = counts;
    this.request = request;
  }

  /**
   * The lists of all counted facets.
   *
   * @param limit maximum number of values of a flat facet besides the included and excluded ones
   *     and "not stated"; a hierarchical facet is listed completely
   */
  Map<FacetDimension, List<FacetValue>> buildAll(int limit) {
    Map<FacetDimension, List<FacetValue>> report = new EnumMap<>(FacetDimension.class);
    for (FacetDimension dimension : counts.keySet()) {
      report.put(dimension, buildList(dimension, limit, ""));
    }
    return report;
  }

  /**
   * The values of one facet that contain a string, ignoring case.
   *
   * @param limit maximum number of values besides the included and excluded ones; ignored for the
   *     tree of a hierarchical facet
   * @param containing string that values must contain; if empty, "not stated" is listed as well,
   *     and a hierarchical facet is returned as a complete tree
   */
  List<FacetValue> buildList(FacetDimension dimension, int limit, String containing) {
    FacetChoice choice = FacetChoice.of(request, dimension);
    GlobalOrdinals dictionary = Objects.requireNonNull(ordinalsByFacet.get(dimension));
    int[] facetCounts = Objects.requireNonNull(counts.get(dimension));
    if (dimension.hierarchical() && containing.isEmpty()) {
      return buildTree(choice, dictionary, facetCounts);
    }
    String substring = containing.toLowerCase(Locale.ROOT);
    TopFacetOrdinals best = new TopFacetOrdinals(limit, dimension == FacetDimension.YEAR);
    boolean narrows = choice.isRestrictive();
    for (int i = 1; i < facetCounts.length; i++) {
      boolean named = narrows && choice.containsExactly(dictionary.value(i));
      if ((best.isCompetitive(i, facetCounts[i]) || named)
          && (substring.isEmpty()
              || dictionary.value(i).toLowerCase(Locale.ROOT).contains(substring))) {
        best.add(i, facetCounts[i], named);
      }
    }
    List<FacetValue> shown = new ArrayList<>();
    for (int ordinal : best.sortedOrdinals()) {
      shown.add(createValue(choice, dictionary.value(ordinal), facetCounts[ordinal], List.of()));
    }
    return withNotStated(choice, shown, facetCounts[0], substring.isEmpty());
  }

  private List<FacetValue> withNotStated(
      FacetChoice choice, List<FacetValue> values, long count, boolean areAllValuesListed) {
    FacetValue none = createValue(choice, SearchRequest.NOT_STATED, count, List.of());
    if (areAllValuesListed && (count > 0 || none.selected() || none.excluded())) {
      values.add(none);
    }
    return List.copyOf(values);
  }

  private static FacetValue createValue(
      FacetChoice choice, String path, long count, List<FacetValue> children) {
    return new FacetValue(
        path.substring(choice.dimension().hierarchical() ? path.lastIndexOf('/') + 1 : 0),
        path,
        count,
        choice.include().contains(path),
        choice.exclude().contains(path),
        children);
  }

  private List<FacetValue> buildTree(
      FacetChoice choice, GlobalOrdinals globalOrdinals, int[] counts) {
    List<String> named =
        Stream.concat(choice.include().stream(), choice.exclude().stream())
            .filter(path -> !path.equals(SearchRequest.NOT_STATED))
            .toList();
    List<FacetValue> values =
        treeIncluding(named, globalOrdinals)
            .values(
                counts,
                path -> named.stream().anyMatch(n -> n.equals(path) || n.startsWith(path + "/")),
                (path, count, below) -> createValue(choice, path, count, below));
    return withNotStated(choice, new ArrayList<>(values), counts[0], true);
  }

  /**
   * The value tree of the index, extended by those of the given paths that do not occur in the
   * index.
   */
  private static FacetValueTree treeIncluding(List<String> paths, GlobalOrdinals globalOrdinals) {
    FacetValueTree tree = globalOrdinals.tree();
    List<String> unknown = paths.stream().filter(path -> !tree.contains(path)).toList();
    if (unknown.isEmpty()) {
      return tree;
    }
    List<String> all = new ArrayList<>(globalOrdinals.values());
    all.addAll(unknown);
    return FacetValueTree.build(all);
  }
}
