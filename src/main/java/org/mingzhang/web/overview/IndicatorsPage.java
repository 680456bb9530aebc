package org.mingzhang.web.overview;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.Map;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.page.FacetView;
import org.mingzhang.web.page.HitView;
import org.mingzhang.web.page.PageHead;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.render.Amounts;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** All indicator rows as a whole: {@code /indicators} with the filters of a search. */
public final class IndicatorsPage implements Handler {
  private final Pages pages;
  private final SearchPort search;

  /** Shows the indicators of an index. */
  public IndicatorsPage(Pages pages, SearchPort search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void handle(Context ctx) {
    SearchAddress address = SearchAddress.decode(Pages.parameters(ctx)).in(Scope.INDICATORS);
    Links links = pages.links(ctx);
    Labels labels = pages.labels(ctx);
    ScoreSummary summary = ScoreSummary.of(search, address);
    Map<String, Object> model = new HashMap<>();
    model.put("summary", summary);
    model.put("rowCount", Amounts.count(summary.rows()));
    model.put("all", links.search(address));
    model.put("metAddress", links.search(only(address, Indicator.Met.MET)));
    model.put("missedAddress", links.search(only(address, Indicator.Met.MISSED)));
    model.put("undecidedAddress", links.search(only(address, Indicator.Met.UNKNOWN)));
    model.put("worst", links.search(address.sorted(Sort.SCORE_ASC)));
    model.put("hits", HitView.plain(summary.examples(), links));
    model.put("chips", FacetView.chips(address, labels, links));
    pages.show(
        ctx, "indicators", PageHead.of(labels.text("indicators.title"), "/indicators"), model);
  }

  private static SearchAddress only(SearchAddress address, Indicator.Met met) {
    return address.without(Dimension.MET).toggled(Dimension.MET, Labels.id(met));
  }
}
