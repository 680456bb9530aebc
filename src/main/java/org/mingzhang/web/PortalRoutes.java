package org.mingzhang.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.mingzhang.web.api.Problem;
import org.mingzhang.web.api.SearchApi;
import org.mingzhang.web.page.Catalogue;
import org.mingzhang.web.page.DocumentPage;
import org.mingzhang.web.page.HomePage;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.page.ResultsPage;
import org.mingzhang.web.page.SectionPage;
import org.mingzhang.web.page.StaticHandler;
import org.mingzhang.web.render.PersonalData;
import org.mingzhang.web.render.StaticFiles;
import org.mingzhang.web.source.PortalSources;

/** Which handler answers which address. */
final class PortalRoutes {
  private final Pages pages;
  private final PortalSources sources;
  private final StaticFiles files;
  private final PersonalData personal;
  private final Catalogue catalogue;

  PortalRoutes(Pages pages, PortalSources sources, StaticFiles files, PersonalData personal) {
    this.pages = pages;
    this.sources = sources;
    this.files = files;
    this.personal = personal;
    this.catalogue = new Catalogue(sources.search());
  }

  void addTo(RoutesConfig routes) {
    Handler searchApi = new SearchApi(sources.search(), personal);
    routes.get("/", new HomePage(pages, sources, catalogue, personal));
    routes.get("/search", either(new ResultsPage(pages, sources.search(), personal), searchApi));
    routes.get("/static/{fingerprint}/<name>", new StaticHandler(files));
    routes.get("/api/v1/search", searchApi);
    routes.get("/d/{document}", new DocumentPage(pages, sources, personal));
    routes.get("/d/{document}/{section}", new SectionPage(pages, sources, personal));
  }

  /** A page for people and the same as JSON for programs that ask for it. */
  private static Handler either(Handler page, Handler json) {
    return (Context ctx) -> {
      ctx.header("Vary", "Accept");
      (Problem.wantsJson(ctx) ? json : page).handle(ctx);
    };
  }
}
