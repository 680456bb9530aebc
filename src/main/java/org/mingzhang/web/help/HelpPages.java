package org.mingzhang.web.help;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Finding;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.api.OpenApiOperationReader;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;

/** Static pages: help, about, and the description of the API. */
public final class HelpPages {
  private final PageRenderer pages;

  /** Creates an instance that shows the pages. */
  public HelpPages(PageRenderer pages) {
    this.pages = pages;
  }

  /** Shows {@code /help}. */
  public void showHelp(Context ctx) {
    Labels labels = pages.labels(ctx);
    Map<String, Object> model = new HashMap<>();
    model.put("scopes", SearchScope.offeredScopes());
    model.put("kinds", Arrays.stream(Finding.Kind.values()).map(k -> labels.kind(k.id())).toList());
    pages.show(ctx, "help/help", PageHead.of(labels.text("nav.help"), "/help"), model);
  }

  /** Shows {@code /about}. */
  public void showAbout(Context ctx) {
    pages.show(
        ctx, "help/about", PageHead.of(pages.labels(ctx).text("nav.about"), "/about"), Map.of());
  }

  /** Shows {@code /api}: the operations of {@code openapi.json} for readers. */
  public void showApi(Context ctx) {
    Map<String, Object> model = new HashMap<>();
    model.put("operations", List.copyOf(OpenApiOperationReader.read(pages.labels(ctx).language())));
    pages.show(ctx, "help/api", PageHead.of(pages.labels(ctx).text("nav.api"), "/api"), model);
  }
}
