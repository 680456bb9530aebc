package org.mingzhang.web.indicators;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.indicators.IndicatorStatistics.RowSelection;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.FacetView;
import org.mingzhang.web.results.HitView;
import org.mingzhang.web.source.SearchPort;

/**
 * Statistics of indicator rows: {@code /indicators} with the filters of a search, and {@code show=}
 * for a selection of rows to list.
 */
public final class IndicatorsPage implements Handler {
  private static final int ROWS_PER_PAGE = 20;

  /**
   * Number of statistics kept for further pages and languages; each holds up to 6,000 rows, some 10
   * MiB.
   */
  private static final int KEPT_STATISTICS = 4;

  private final PageRenderer pages;
  private final SearchPort search;
  private final Cache<StatisticsKey, IndicatorStatistics> statistics =
      Caffeine.newBuilder()
          .maximumSize(KEPT_STATISTICS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();

  /** The rows of a request in one state of the index. */
  private record StatisticsKey(long generation, SearchRequest request) {}

  /** Creates an instance that shows the indicators of an index. */
  public IndicatorsPage(PageRenderer pages, SearchPort search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void handle(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    SearchUrl searchUrl = SearchUrl.decode(parameters).withScope(SearchScope.INDICATORS);
    RowSelection show = parameters.enumConstant("show", RowSelection.FULL_THOUGH_MISSED);
    PortalLinks links = pages.links(ctx);
    Labels labels = pages.labels(ctx);
    SearchResults results = search.search(searchUrl.withSize(1).request());
    IndicatorStatistics summary = statistics(searchUrl);
    Map<String, Object> model = new HashMap<>();
    model.put("summary", summary);
    model.put("rowCount", AmountFormat.formatCount(summary.rows()));
    model.put("all", links.search(searchUrl));
    model.put("metAddress", links.search(withResult(searchUrl, Indicator.TargetResult.MET)));
    model.put("missedAddress", links.search(withResult(searchUrl, Indicator.TargetResult.MISSED)));
    model.put(
        "undecidedAddress", links.search(withResult(searchUrl, Indicator.TargetResult.UNKNOWN)));
    model.put("worst", links.search(searchUrl.withSort(Sort.SCORE_ASC)));
    model.put("furthest", links.search(searchUrl.withSort(Sort.GAP_PERCENT)));
    model.put("facets", FacetView.build(results, searchUrl, labels, links, "/indicators"));
    model.put("chips", FacetView.buildChips(searchUrl, labels, links, "/indicators"));
    model.put("unfiltered", links.page("/indicators"));
    model.put("show", show.id());
    model.put("kinds", selectionChoices(summary, show, searchUrl, labels, links));
    int page = parameters.positiveInt("page", 1, 1_000_000);
    List<Hit> rows = summary.selectRows(show);
    int from = Math.min(rows.size(), (page - 1) * ROWS_PER_PAGE);
    int to = Math.min(rows.size(), from + ROWS_PER_PAGE);
    model.put("hits", HitView.withoutHighlights(rows.subList(from, to), links));
    model.put("next", to < rows.size() ? listAddress(searchUrl, show, page + 1, links) : "");
    model.put("back", page > 1 ? listAddress(searchUrl, show, page - 1, links) : "");
    pages.show(
        ctx,
        "indicators/indicators",
        PageHead.of(labels.text("indicators.title"), "/indicators"),
        model);
  }

  /**
   * The statistics of all rows of a search. Reads all rows unless the statistics for the state of
   * the index are in the cache.
   */
  private IndicatorStatistics statistics(SearchUrl searchUrl) {
    return statistics.get(
        new StatisticsKey(search.generation(), searchUrl.request()),
        key -> IndicatorStatistics.search(search, searchUrl));
  }

  private static List<ChoiceLink> selectionChoices(
      IndicatorStatistics summary,
      RowSelection current,
      SearchUrl searchUrl,
      Labels labels,
      PortalLinks links) {
    List<ChoiceLink> kinds = new ArrayList<>();
    for (RowSelection show : RowSelection.values()) {
      long count = summary.count(show);
      if (show == RowSelection.FULL_THOUGH_MISSED_SCANNED && count == 0 && show != current) {
        continue;
      }
      kinds.add(
          new ChoiceLink(
              labels.text("indicators." + show.id()),
              AmountFormat.formatCount(count),
              listAddress(searchUrl, show, 1, links),
              show == current));
    }
    return kinds;
  }

  private static String listAddress(
      SearchUrl searchUrl, RowSelection show, int page, PortalLinks links) {
    QueryString query =
        new QueryString()
            .add("show", show == RowSelection.FULL_THOUGH_MISSED ? null : show.id())
            .add("page", page == 1 ? null : page);
    return links.page(
        query.appendTo(PortalLinks.pathWithQuery("/indicators", searchUrl)) + "#rows");
  }

  private static SearchUrl withResult(SearchUrl searchUrl, Indicator.TargetResult targetResult) {
    return searchUrl
        .without(FacetDimension.TARGET_RESULT)
        .withToggled(FacetDimension.TARGET_RESULT, Labels.id(targetResult));
  }
}
