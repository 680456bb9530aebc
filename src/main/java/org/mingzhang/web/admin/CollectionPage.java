package org.mingzhang.web.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.mingzhang.web.page.PageHead;
import org.mingzhang.web.page.Pages;

/** The page {@code /admin/collect}: what was visited, found and refused, for who has logged in. */
final class CollectionPage {
  private static final String PATH = "/admin/collect";

  private final AdminAccess access;
  private final AdminActions actions;
  private final Pages pages;

  CollectionPage(AdminAccess access, AdminActions actions, Pages pages) {
    this.access = access;
    this.actions = actions;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.head(PATH, this::show);
  }

  private void show(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    if (access.session(ctx).isEmpty()) {
      ctx.header("Location", "/admin/login").status(303);
      return;
    }
    Map<String, Object> model = new HashMap<>();
    model.put("state", actions.collecting());
    pages.show(
        ctx,
        "admin-collect",
        PageHead.unlisted(pages.labels(ctx).text("admin.collect"), PATH),
        model);
  }
}
