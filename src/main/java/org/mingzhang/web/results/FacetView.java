package org.mingzhang.web.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Finding;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/**
 * A facet as shown next to the results.
 *
 * @param id name of the dimension
 * @param label its name for readers
 * @param chosenCount number of its values that are required or excluded
 * @param hierarchical whether values are hierarchical
 * @param initialValues values shown at once
 * @param furtherValues values shown on demand
 * @param allValuesAddress address of the page with all values
 */
public record FacetView(
    String id,
    String label,
    int chosenCount,
    boolean hierarchical,
    List<ListedValue> initialValues,
    List<ListedValue> furtherValues,
    String allValuesAddress) {

  private static final int MAX_LISTED_VALUES = 8;

  /** The order of facets, the most frequently used first. */
  private static final List<FacetDimension> FACET_ORDER =
      List.of(
          FacetDimension.SEVERITY,
          FacetDimension.FINDING_KIND,
          FacetDimension.REGION,
          FacetDimension.YEAR,
          FacetDimension.TARGET_RESULT,
          FacetDimension.INDICATOR_LEVEL1,
          FacetDimension.INDICATOR_LEVEL2,
          FacetDimension.FIGURE_NAME,
          FacetDimension.ACCOUNT,
          FacetDimension.STAGE,
          FacetDimension.FUND,
          FacetDimension.PERIMETER,
          FacetDimension.FACT_YEAR,
          FacetDimension.FACT_KIND,
          FacetDimension.ITEM,
          FacetDimension.DISPUTED,
          FacetDimension.CATEGORY,
          FacetDimension.TOPIC,
          FacetDimension.AGENCY_TYPE,
          FacetDimension.AGENCY,
          FacetDimension.PUBLISHED,
          FacetDimension.SITE);

  /** The facets that only documents collected from websites have. */
  private static final Set<FacetDimension> COLLECTED_ONLY_FACETS =
      Set.of(FacetDimension.PUBLISHED, FacetDimension.SITE);

  private static final Comparator<String> MOST_SEVERE_FIRST =
      Comparator.comparingInt(
          List.of(Finding.Severity.values()).stream().map(Labels::id).toList()::indexOf);

  private static final Comparator<FacetValue> LATEST_FIRST =
      Comparator.comparing(FacetValue::path).reversed();

  /**
   * Maximum number of values of a facet next to the results; values that are filters are shown even
   * if there are more.
   */
  private static final int MAX_VALUES = 30;

  /**
   * Maximum number of values of a tree that is shown completely. Of a larger tree, only the
   * selected branches are shown.
   */
  private static final int MAX_WHOLE_TREE_VALUES = 120;

  /**
   * A value of the facet as listed next to the hits.
   *
   * @param label its name
   * @param count number of hits with the value, with thousands separators
   * @param percentOfLargest its count as a percentage of the largest count, at least 1; 0 if the
   *     largest count is 0
   * @param address the search with the value required, or no longer required
   * @param exclusionAddress the search with the value excluded, or no longer excluded
   * @param selected whether it is required
   * @param excluded whether it is excluded
   * @param isExpanded whether its narrower values are shown
   * @param children narrower values
   */
  public record ListedValue(
      String label,
      String count,
      long percentOfLargest,
      String address,
      String exclusionAddress,
      boolean selected,
      boolean excluded,
      boolean isExpanded,
      List<ListedValue> children) {}

  /** Builds the facets of the result page of a search, in a fixed order. */
  static List<FacetView> build(
      SearchResults results, SearchUrl searchUrl, Labels labels, PortalLinks links) {
    return build(results, searchUrl, labels, links, "/search");
  }

  /** Builds the facets of a page that has the filters of a search. */
  public static List<FacetView> build(
      SearchResults results, SearchUrl searchUrl, Labels labels, PortalLinks links, String path) {
    return build(results.facets(), searchUrl, labels, links, path);
  }

  /**
   * Builds facets from given counts, in a fixed order. Facets without values are left out, and so
   * are facets that only collected documents have if no document has a value.
   */
  public static List<FacetView> build(
      Map<FacetDimension, List<FacetValue>> facets,
      SearchUrl searchUrl,
      Labels labels,
      PortalLinks links,
      String path) {
    List<FacetView> views = new ArrayList<>();
    for (FacetDimension dimension : FACET_ORDER) {
      List<FacetValue> values = facets.getOrDefault(dimension, List.of());
      if (!values.isEmpty()
          && !(COLLECTED_ONLY_FACETS.contains(dimension) && hasOnlyNotStated(values))) {
        views.add(new Builder(dimension, searchUrl, labels, links, path).buildFacet(values));
      }
    }
    return views;
  }

  private static boolean hasOnlyNotStated(List<FacetValue> values) {
    FacetValue only = values.getFirst();
    return values.size() == 1
        && only.path().equals(SearchRequest.NOT_STATED)
        && !only.selected()
        && !only.excluded();
  }

  /** Builds one facet with all its values. */
  static FacetView buildWhole(
      FacetDimension dimension,
      List<FacetValue> values,
      SearchUrl searchUrl,
      Labels labels,
      PortalLinks links) {
    return new Builder(dimension, searchUrl, labels, links, "/search")
        .buildFacet(values, Integer.MAX_VALUE);
  }

  /** The values shown at once, as an HTML list. */
  public String initialValuesHtml(Labels labels) {
    return FacetListHtml.render(initialValues, hierarchical, labels);
  }

  /** The values shown on demand, as an HTML list. */
  public String furtherValuesHtml(Labels labels) {
    return FacetListHtml.render(furtherValues, hierarchical, labels);
  }

  /** Builds the view of one facet, with the links and labels that all its values need. */
  private record Builder(
      FacetDimension dimension,
      SearchUrl searchUrl,
      Labels labels,
      PortalLinks links,
      FacetLinks valueLinks) {
    Builder(
        FacetDimension dimension,
        SearchUrl searchUrl,
        Labels labels,
        PortalLinks links,
        String path) {
      this(dimension, searchUrl, labels, links, new FacetLinks(dimension, searchUrl, links, path));
    }

    FacetView buildFacet(List<FacetValue> values) {
      return buildFacet(values, MAX_LISTED_VALUES);
    }

    FacetView buildFacet(List<FacetValue> values, int limit) {
      long largest = values.stream().mapToLong(FacetValue::count).max().orElse(1);
      List<FacetValue> ordered = new ArrayList<>(values);
      if (dimension == FacetDimension.SEVERITY) {
        ordered.sort(Comparator.comparing(FacetValue::path, MOST_SEVERE_FIRST));
      } else if (dimension == FacetDimension.PUBLISHED) {
        ordered.sort(LATEST_FIRST);
      } else {
        ordered.sort(Comparator.comparing((FacetValue v) -> !isFiltered(v)));
      }
      boolean wholeTree = limit > MAX_VALUES || countRemaining(MAX_WHOLE_TREE_VALUES, values) >= 0;
      long kept =
          Math.max(Math.max(limit, MAX_VALUES), ordered.stream().filter(this::isFiltered).count());
      List<ListedValue> listedValues =
          ordered.stream()
              .limit(kept)
              .map(v -> buildListedValue(v, largest, values.size() <= 2, wholeTree))
              .toList();
      int shown = listedValues.size() - 2 <= limit ? listedValues.size() : limit;
      return new FacetView(
          dimension.id(),
          labels.nameOf(dimension),
          searchUrl.includedValues(dimension).size() + searchUrl.excludedValues(dimension).size(),
          dimension.hierarchical(),
          listedValues.subList(0, shown),
          listedValues.subList(shown, listedValues.size()),
          links.page(
              new QueryString()
                  .add("dimension", dimension.id())
                  .appendTo(PortalLinks.pathWithQuery("/search/facet", searchUrl))));
    }

    /**
     * Limit minus the number of values of a tree; negative if the tree is above the limit. The rest
     * of a tree above the limit is not visited, because the children of a value are built on
     * access.
     */
    private static int countRemaining(int limit, List<FacetValue> values) {
      int left = limit - values.size();
      for (int i = 0; i < values.size() && left >= 0; i++) {
        left = countRemaining(left, values.get(i).children());
      }
      return left;
    }

    private ListedValue buildListedValue(
        FacetValue value, long largestCount, boolean isOpen, boolean isWholeTreeListed) {
      List<FacetValue> below =
          isWholeTreeListed || isOpen || isFiltered(value) ? value.children() : List.of();
      List<FacetValue> children =
          dimension == FacetDimension.PUBLISHED
              ? below.stream().sorted(LATEST_FIRST).toList()
              : below;
      return new ListedValue(
          labels.nameOf(dimension, value.value()),
          AmountFormat.formatCount(value.count()),
          largestCount == 0 ? 0 : Math.max(1, 100 * value.count() / largestCount),
          valueLinks.addressRequiring(value.path()),
          valueLinks.addressExcluding(value.path()),
          value.selected(),
          value.excluded(),
          isOpen || isFiltered(value),
          children.stream()
              .map(c -> buildListedValue(c, largestCount, children.size() <= 1, isWholeTreeListed))
              .toList());
    }

    /** Whether a value or one of its narrower values is required or excluded. */
    private boolean isFiltered(FacetValue value) {
      return value.selected()
          || value.excluded()
          || (dimension.hierarchical()
              && (isAncestorOfAny(searchUrl.includedValues(dimension), value.path())
                  || isAncestorOfAny(searchUrl.excludedValues(dimension), value.path())));
    }

    private static boolean isAncestorOfAny(List<String> paths, String path) {
      return paths.stream().anyMatch(name -> name.startsWith(path + "/"));
    }
  }

  /** Builds the filters of a search, each with the address of the search without it. */
  static List<Chip> buildChips(SearchUrl searchUrl, Labels labels, PortalLinks links) {
    return buildChips(searchUrl, labels, links, "/search");
  }

  /** Builds the filters of a page that has the filters of a search. */
  public static List<Chip> buildChips(
      SearchUrl searchUrl, Labels labels, PortalLinks links, String path) {
    List<Chip> chips = new ArrayList<>();
    addChips(chips, searchUrl.request().includedValues(), false, searchUrl, labels, links, path);
    addChips(chips, searchUrl.request().excludedValues(), true, searchUrl, labels, links, path);
    return chips;
  }

  private static void addChips(
      List<Chip> chips,
      Map<FacetDimension, List<String>> filters,
      boolean areExcluded,
      SearchUrl searchUrl,
      Labels labels,
      PortalLinks links,
      String path) {
    for (FacetDimension dimension : FacetDimension.values()) {
      for (String value : filters.getOrDefault(dimension, List.of())) {
        SearchUrl without =
            areExcluded
                ? searchUrl.withToggledExclusion(dimension, value)
                : searchUrl.withToggled(dimension, value);
        chips.add(
            new Chip(
                labels.nameOf(dimension),
                labels.nameOf(dimension, value),
                areExcluded,
                links.page(PortalLinks.pathWithQuery(path, without)),
                without));
      }
    }
  }

  /**
   * A filter of a search.
   *
   * @param facet name of its dimension
   * @param label name of its value
   * @param excluded whether it excludes the value
   * @param address address of the search without it
   * @param searchWithout the search without it
   */
  public record Chip(
      String facet, String label, boolean excluded, String address, SearchUrl searchWithout) {}
}
