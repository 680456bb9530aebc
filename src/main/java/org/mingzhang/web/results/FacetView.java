package org.mingzhang.web.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Finding;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/**
 * A facet of the result page.
 *
 * @param id name of the dimension
 * @param label its name for readers
 * @param chosen how many of its values are chosen or shut out
 * @param tree whether values have narrower ones
 * @param first values shown at once
 * @param more values shown on demand
 * @param all address of the page with all values
 */
public record FacetView(
    String id,
    String label,
    int chosen,
    boolean tree,
    List<Line> first,
    List<Line> more,
    String all) {

  private static final int SHOWN = 8;

  /** What a list is narrowed by first stands first: findings by how grave they are. */
  private static final List<Dimension> ORDER =
      List.of(
          Dimension.SEVERITY,
          Dimension.KIND,
          Dimension.REGION,
          Dimension.YEAR,
          Dimension.MET,
          Dimension.LEVEL1,
          Dimension.LEVEL2,
          Dimension.FIGURE_NAME,
          Dimension.ACCOUNT,
          Dimension.STAGE,
          Dimension.FUND,
          Dimension.PERIMETER,
          Dimension.FACT_YEAR,
          Dimension.FACT_KIND,
          Dimension.ITEM,
          Dimension.DISPUTED,
          Dimension.CATEGORY,
          Dimension.TOPIC,
          Dimension.AGENCY_TYPE,
          Dimension.AGENCY,
          Dimension.PUBLISHED,
          Dimension.SITE);

  /** Facets of which documents that were not collected state nothing. */
  private static final Set<Dimension> COLLECTED = Set.of(Dimension.PUBLISHED, Dimension.SITE);

  private static final Comparator<String> GRAVEST_FIRST =
      Comparator.comparingInt(
          List.of(Finding.Severity.values()).stream().map(Labels::id).toList()::indexOf);

  private static final Comparator<FacetValue> LATEST_FIRST =
      Comparator.comparing(FacetValue::path).reversed();

  /** Values offered on demand; with more, a page would be mostly facets. */
  private static final int MOST = 30;

  /** Values in a tree that is shown whole; of a larger one only the branches that were chosen. */
  private static final int WHOLE_TREE = 120;

  /**
   * A value.
   *
   * @param label its name
   * @param count hits that have it, with thousands separators
   * @param share its part of the largest count, 0 to 100
   * @param address the search with it chosen, or no longer
   * @param exclusion the search with it shut out, or no longer
   * @param selected whether it is chosen
   * @param excluded whether it is shut out
   * @param open whether its narrower values are shown
   * @param children narrower values
   */
  public record Line(
      String label,
      String count,
      long share,
      String address,
      String exclusion,
      boolean selected,
      boolean excluded,
      boolean open,
      List<Line> children) {}

  /** The facets of a result, the most telling first. */
  static List<FacetView> of(
      SearchResults results, SearchAddress address, Labels labels, Links links) {
    return of(results, address, labels, links, "/search");
  }

  /** The facets of a page that takes the filters of a search. */
  public static List<FacetView> of(
      SearchResults results, SearchAddress address, Labels labels, Links links, String path) {
    return of(results.facets(), address, labels, links, path);
  }

  /** Facets of counts that come of no search. */
  public static List<FacetView> of(
      Map<Dimension, List<FacetValue>> facets,
      SearchAddress address,
      Labels labels,
      Links links,
      String path) {
    List<FacetView> views = new ArrayList<>();
    for (Dimension dimension : ORDER) {
      List<FacetValue> values = facets.getOrDefault(dimension, List.of());
      if (!values.isEmpty() && !(COLLECTED.contains(dimension) && nowhereStated(values))) {
        views.add(new Builder(dimension, address, labels, links, path).facet(values));
      }
    }
    return views;
  }

  private static boolean nowhereStated(List<FacetValue> values) {
    FacetValue only = values.getFirst();
    return values.size() == 1
        && only.path().equals(SearchRequest.NOT_STATED)
        && !only.selected()
        && !only.excluded();
  }

  /** One facet with all its values shown. */
  static FacetView whole(
      Dimension dimension,
      List<FacetValue> values,
      SearchAddress address,
      Labels labels,
      Links links) {
    return new Builder(dimension, address, labels, links, "/search")
        .facet(values, Integer.MAX_VALUE);
  }

  private record Builder(
      Dimension dimension, SearchAddress address, Labels labels, Links links, String path) {
    FacetView facet(List<FacetValue> values) {
      return facet(values, SHOWN);
    }

    FacetView facet(List<FacetValue> values, int most) {
      long largest = values.stream().mapToLong(FacetValue::count).max().orElse(1);
      List<FacetValue> ordered = new ArrayList<>(values);
      if (dimension == Dimension.SEVERITY) {
        ordered.sort(Comparator.comparing(FacetValue::path, GRAVEST_FIRST));
      } else if (dimension == Dimension.PUBLISHED) {
        ordered.sort(LATEST_FIRST);
      } else {
        ordered.sort(Comparator.comparing((FacetValue v) -> !touched(v)));
      }
      boolean wholeTree = most > MOST || left(WHOLE_TREE, values) >= 0;
      long kept = Math.max(Math.max(most, MOST), ordered.stream().filter(this::touched).count());
      List<Line> lines =
          ordered.stream()
              .limit(kept)
              .map(v -> line(v, largest, values.size() <= 2, wholeTree))
              .toList();
      int shown = lines.size() - 2 <= most ? lines.size() : most;
      return new FacetView(
          dimension.id(),
          labels.of(dimension),
          address.included(dimension).size() + address.excluded(dimension).size(),
          dimension.hierarchical(),
          lines.subList(0, shown),
          lines.subList(shown, lines.size()),
          links.page(
              new QueryString()
                  .add("dimension", dimension.id())
                  .on(Links.path("/search/facet", address))));
    }

    /**
     * How many more values there could be, negative where there are too many already: then the rest
     * of a tree is not looked at, which is made when it is.
     */
    private static int left(int most, List<FacetValue> values) {
      int left = most - values.size();
      for (int i = 0; i < values.size() && left >= 0; i++) {
        left = left(left, values.get(i).children());
      }
      return left;
    }

    private Line line(FacetValue value, long most, boolean open, boolean whole) {
      List<FacetValue> below = whole || open || touched(value) ? value.children() : List.of();
      List<FacetValue> children =
          dimension == Dimension.PUBLISHED ? below.stream().sorted(LATEST_FIRST).toList() : below;
      return new Line(
          labels.of(dimension, value.value()),
          AmountFormat.count(value.count()),
          most == 0 ? 0 : Math.max(1, 100 * value.count() / most),
          at(address.toggled(dimension, value.path())),
          at(address.toggledExclusion(dimension, value.path())),
          value.selected(),
          value.excluded(),
          open || touched(value),
          children.stream().map(c -> line(c, most, children.size() <= 1, whole)).toList());
    }

    private String at(SearchAddress other) {
      return links.page(Links.path(path, other));
    }

    /** Whether a value or one below it was chosen or shut out. */
    private boolean touched(FacetValue value) {
      return value.selected()
          || value.excluded()
          || (dimension.hierarchical()
              && (above(address.included(dimension), value.path())
                  || above(address.excluded(dimension), value.path())));
    }

    private static boolean above(List<String> named, String path) {
      return named.stream().anyMatch(name -> name.startsWith(path + "/"));
    }
  }

  /** The filters that are set, each with the search without it. */
  static List<Chip> chips(SearchAddress address, Labels labels, Links links) {
    return chips(address, labels, links, "/search");
  }

  /** The filters of a page that takes those of a search. */
  public static List<Chip> chips(SearchAddress address, Labels labels, Links links, String path) {
    List<Chip> chips = new ArrayList<>();
    chips(chips, address.request().include(), false, address, labels, links, path);
    chips(chips, address.request().exclude(), true, address, labels, links, path);
    return chips;
  }

  private static void chips(
      List<Chip> chips,
      Map<Dimension, List<String>> filters,
      boolean excluded,
      SearchAddress address,
      Labels labels,
      Links links,
      String path) {
    for (Dimension dimension : Dimension.values()) {
      for (String value : filters.getOrDefault(dimension, List.of())) {
        SearchAddress without =
            excluded
                ? address.toggledExclusion(dimension, value)
                : address.toggled(dimension, value);
        chips.add(
            new Chip(
                labels.of(dimension),
                labels.of(dimension, value),
                excluded,
                links.page(Links.path(path, without)),
                without));
      }
    }
  }

  /**
   * A filter that is set.
   *
   * @param facet name of its dimension
   * @param label its name
   * @param excluded whether it shuts out
   * @param address the search without it
   * @param without the same as an address record
   */
  public record Chip(
      String facet, String label, boolean excluded, String address, SearchAddress without) {}
}
