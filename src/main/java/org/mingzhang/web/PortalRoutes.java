package org.mingzhang.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.HeadlineAccounts;
import org.mingzhang.agency.SuccessionTable;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.web.address.RegionLinks;
import org.mingzhang.web.agency.AgencyPage;
import org.mingzhang.web.alerts.AlertsPage;
import org.mingzhang.web.answer.AnswerFinder;
import org.mingzhang.web.answer.AnswerPage;
import org.mingzhang.web.answer.AnswerPanel;
import org.mingzhang.web.api.AnswerApi;
import org.mingzhang.web.api.BatchApi;
import org.mingzhang.web.api.CitationApi;
import org.mingzhang.web.api.ComparisonFileHandler;
import org.mingzhang.web.api.CoverageGapsFileHandler;
import org.mingzhang.web.api.DisclosureApi;
import org.mingzhang.web.api.DocumentRowsFileHandler;
import org.mingzhang.web.api.ExportApi;
import org.mingzhang.web.api.FacetApi;
import org.mingzhang.web.api.FactsApi;
import org.mingzhang.web.api.LeadsFileHandler;
import org.mingzhang.web.api.OriginalFileHandler;
import org.mingzhang.web.api.OverviewApi;
import org.mingzhang.web.api.SearchApi;
import org.mingzhang.web.api.SectionApi;
import org.mingzhang.web.api.SiteFileHandlers;
import org.mingzhang.web.api.SuggestApi;
import org.mingzhang.web.api.TableFileHandler;
import org.mingzhang.web.api.TransparencyFileHandlers;
import org.mingzhang.web.batch.BatchPage;
import org.mingzhang.web.changes.RecentChangesPage;
import org.mingzhang.web.changes.VersionDiffPage;
import org.mingzhang.web.cite.CitationBuilder;
import org.mingzhang.web.cite.QuoteRedirectHandler;
import org.mingzhang.web.compare.ComparePage;
import org.mingzhang.web.coverage.CoverageGrid;
import org.mingzhang.web.coverage.CoveragePage;
import org.mingzhang.web.dataset.DataPage;
import org.mingzhang.web.dataset.DatasetScheduler;
import org.mingzhang.web.document.DocumentPage;
import org.mingzhang.web.dossier.DossierPage;
import org.mingzhang.web.feed.FeedHandlers;
import org.mingzhang.web.finding.CrossDocumentFindingFinder;
import org.mingzhang.web.help.HelpPages;
import org.mingzhang.web.help.RulesPage;
import org.mingzhang.web.home.HomePage;
import org.mingzhang.web.http.PageCache;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.http.ProblemDetails;
import org.mingzhang.web.http.StaticHandler;
import org.mingzhang.web.indicators.IndicatorsPage;
import org.mingzhang.web.leads.LeadList;
import org.mingzhang.web.leads.LeadsPage;
import org.mingzhang.web.leads.PublicationLeadFinder;
import org.mingzhang.web.leads.PublicationLeadTab;
import org.mingzhang.web.leads.PublicationLeadsPage;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.parameter.ParameterValidator;
import org.mingzhang.web.regions.KeyFigureTables;
import org.mingzhang.web.regions.RegionsPage;
import org.mingzhang.web.render.StaticFiles;
import org.mingzhang.web.results.FacetPage;
import org.mingzhang.web.results.ResultsPage;
import org.mingzhang.web.section.EmbedPage;
import org.mingzhang.web.section.SectionComparePage;
import org.mingzhang.web.section.SectionPage;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.SearchPort;
import org.mingzhang.web.transparency.ChecklistPage;
import org.mingzhang.web.transparency.DisclosureScoresPage;
import org.mingzhang.web.viewer.QuoteImageRenderer;
import org.mingzhang.web.viewer.ViewerPage;
import org.mingzhang.web.wording.RowSentenceWriter;

/** The routes of the portal: the handlers of all its addresses. */
final class PortalRoutes {
  private final PageRenderer pages;
  private final PortalServices services;
  private final StaticFiles files;
  private final DocumentCatalog catalog;
  private final SiteFileHandlers siteFiles;
  private final DataPage dataPage;
  private final @Nullable RowSentenceWriter sentenceWriter;
  private final boolean sharingEnabled;
  private final RegionLinks regionLinks = RegionLinks.standard();

  /**
   * Creates the routes.
   *
   * @param datasetScheduler scheduler of the data sets; null if the portal offers none
   * @param sentenceWriter writes answers as sentences; null if no language model is configured
   * @param sharingEnabled whether administrators can share dossiers by a link
   */
  PortalRoutes(
      PageRenderer pages,
      PortalServices services,
      DocumentCatalog catalog,
      StaticFiles files,
      @Nullable DatasetScheduler datasetScheduler,
      @Nullable RowSentenceWriter sentenceWriter,
      boolean sharingEnabled) {
    this.sentenceWriter = sentenceWriter;
    this.sharingEnabled = sharingEnabled;
    this.dataPage = new DataPage(pages, datasetScheduler);
    this.pages = pages;
    this.services = services;
    this.files = files;
    this.catalog = catalog;
    this.siteFiles = new SiteFileHandlers(pages, services.archive());
  }

  void addTo(RoutesConfig config) {
    GetAndHeadRoutes routes = new GetAndHeadRoutes(config);
    addApiRoutes(routes);
    addDocumentRoutes(routes);
    addOverviewRoutes(routes);
    addFeedRoutes(routes);
    addDossierRoutes(routes);
    routes.get("/static/pdfjs/<name>", StaticHandler::sendPdfJs);
    routes.get("/static/{fingerprint}/<name>", new StaticHandler(files));
  }

  private void addApiRoutes(GetAndHeadRoutes routes) {
    routes.before("*", new ParameterValidator(catalog));
    SearchPort search = services.search();
    Handler found = new SearchApi(search);
    SuggestApi suggest = new SuggestApi(search);
    AnswerFinder answers = new AnswerFinder(search, catalog, services.clock());
    AnswerPage page = new AnswerPage(pages, answers, catalog, sentenceWriter);
    ResultsPage.Panel panel = new AnswerPanel(answers, catalog, page.hasModel());
    routes.get("/answer", page);
    routes.before("/api/*", PortalRoutes::allowCrossOriginReads);
    routes.get("/api/v1/search", found);
    routes.get("/search", negotiateFormat(withCache(new ResultsPage(pages, search, panel)), found));
    Handler facet = new FacetApi(search);
    routes.get("/search/facet", negotiateFormat(new FacetPage(pages, search), facet));
    routes.get("/api/v1/facet", facet);
    addBatchRoutes(routes, search);
    routes.get("/api/v1/suggest", suggest);
    routes.get("/suggest", suggest::sendOpenSearchSuggestions);
    routes.get("/api/v1/export", new ExportApi(pages, services));
    routes.get("/api/v1/answer", new AnswerApi(answers, page));
    routes.get("/api/v1/facts", new FactsApi(pages, services));
  }

  /** Allows pages of other sites to read the API, except for administration. */
  private static void allowCrossOriginReads(Context ctx) {
    if (!ctx.path().startsWith("/api/v1/admin")) {
      ctx.header("Access-Control-Allow-Origin", "*");
    }
  }

  /** Caches a page between requests, unless templates and messages are reloaded on change. */
  private Handler withCache(Handler page) {
    return pages.reloadsTemplates()
        ? page
        : new PageCache(
            page, services.search()::generation, services.indexing(), this::pageStateKey);
  }

  /**
   * A key of the state that a page depends on besides the index and its address. It contains the
   * day, because citations do.
   */
  private String pageStateKey() {
    return files.fingerprint()
        + " "
        + ChinaTime.today(services.clock())
        + " "
        + services.archive().frontier().changeCount()
        + " "
        + services.health().faults().hashCode();
  }

  private void addBatchRoutes(GetAndHeadRoutes routes, SearchPort search) {
    BatchPage page = new BatchPage(pages, search);
    BatchApi counts = new BatchApi(pages, search);
    routes.get("/batch", negotiateFormat(page, counts));
    routes.routes().post("/batch", page);
    routes.get("/api/v1/batch", counts);
    routes.routes().post("/api/v1/batch", counts);
  }

  private void addDocumentRoutes(GetAndHeadRoutes routes) {
    Handler disclosure = new DisclosureApi(pages, services.archive());
    Handler section = new SectionApi(pages);
    Handler citation = new CitationApi(new CitationBuilder(pages, services)::citeRequested);
    EmbedPage embed = new EmbedPage(pages, services);
    routes.get("/api/v1/disclosures/{document}", disclosure);
    routes.get("/api/v1/sections/{document}/{section}", section);
    routes.get(
        "/d/{document}",
        negotiateFormat(withCache(new DocumentPage(pages, services, catalog)), disclosure));
    routes.get("/d/{document}/record.json", disclosure);
    routes.get("/d/{document}/original", new OriginalFileHandler(pages, services.archive()));
    routes.get("/d/{document}/pages", new ViewerPage(pages, services.search()));
    routes.get("/d/{document}/changes", new VersionDiffPage(pages, services.archive()));
    routes.get("/d/{document}/cite", citation);
    routes.get("/d/{document}/quote", new QuoteRedirectHandler(pages));
    routes.get("/d/{document}/place.png", new QuoteImageRenderer(pages, services)::sendImage);
    routes.get("/d/{document}/tables/{name}", new TableFileHandler(pages));
    DocumentRowsFileHandler file =
        new DocumentRowsFileHandler(
            pages, new CrossDocumentFindingFinder(catalog, pages.documents()));
    routes.get("/d/{document}/indicators.{format}", file::sendIndicators);
    routes.get("/d/{document}/figures.{format}", file::sendFigures);
    routes.get("/d/{document}/facts.{format}", file::sendFacts);
    routes.get("/d/{document}/findings.{format}", file::sendFindings);
    routes.get(
        "/d/{document}/{section}",
        negotiateFormat(withCache(new SectionPage(pages, services, catalog)), section));
    routes.get("/d/{document}/{section}/cite", citation);
    routes.get("/embed/d/{document}/{section}", embed);
    routes.get("/oembed", embed::sendOembed);
  }

  private void addDossierRoutes(GetAndHeadRoutes routes) {
    DossierPage dossier = new DossierPage(pages, services, sharingEnabled);
    routes.get("/dossier", dossier);
    routes.routes().post("/dossier", dossier);
    routes.get("/dossier/shared/{id}", dossier::showShared);
    routes.routes().post("/dossier/file", dossier::sendFile);
  }

  private void addOverviewRoutes(GetAndHeadRoutes routes) {
    SearchPort search = services.search();
    RegionsPage places =
        new RegionsPage(
            pages,
            catalog,
            regionLinks,
            new KeyFigureTables(search),
            new CoverageGrid(services.archive()));
    ComparePage compare =
        new ComparePage(pages, search, catalog, HeadlineAccounts.standard().accounts());
    ComparisonFileHandler compareFile = new ComparisonFileHandler(compare, pages);
    HelpPages fixed = new HelpPages(pages);
    OverviewApi overview = new OverviewApi(pages, catalog, compare, services.archive());
    routes.get("/api/v1/coverage", overview::sendCoverage);
    routes.get("/api/v1/changes", overview::sendChanges);
    routes.get("/api/v1/rules", overview::sendRules);
    routes.get("/api/v1/compare", overview::sendComparison);
    routes.get(
        "/", negotiateFormat(new HomePage(pages, services, catalog), siteFiles::sendOpenApi));
    routes.get("/regions", negotiateFormat(places::showRegions, overview::sendCoverage));
    routes.get("/regions/<place>", places::showRegion);
    routes.get("/agencies", ctx -> ctx.redirect(pages.links(ctx).page("/coverage")));
    routes.get(
        "/agencies/<place>",
        withCache(new AgencyPage(pages, services, catalog, SuccessionTable.standard())));
    routes.get("/compare", negotiateFormat(withCache(compare), overview::sendComparison));
    routes.get("/compare/sections", new SectionComparePage(pages, search));
    routes.get(
        "/changes",
        negotiateFormat(new RecentChangesPage(pages, services.archive()), overview::sendChanges));
    routes.get("/compare.svg", compare::sendChart);
    routes.get("/compare.csv", compareFile::sendCsv);
    routes.get("/compare.xlsx", compareFile::sendXlsx);
    routes.get(
        "/indicators",
        negotiateFormat(
            withCache(new IndicatorsPage(pages, search)), new SearchApi(search)::sendIndicators));
    CoveragePage coverage =
        new CoveragePage(
            pages, catalog, new CoverageGrid(services.archive()), services.siteSections());
    routes.get("/coverage", negotiateFormat(coverage, overview::sendCoverage));
    routes.get("/coverage.csv", new CoverageGapsFileHandler(pages, coverage));
    ChecklistPage checklist = new ChecklistPage(pages);
    DisclosureScoresPage scores = new DisclosureScoresPage(pages, catalog, checklist);
    routes.get("/transparency", scores);
    TransparencyFileHandlers transparencyFiles =
        new TransparencyFileHandlers(pages, scores, checklist);
    routes.get("/transparency.csv", transparencyFiles::sendAll);
    routes.get("/transparency/places.csv", transparencyFiles::sendPlaces);
    routes.get("/transparency/{document}", checklist);
    routes.get("/transparency/{document}/items.csv", transparencyFiles::sendDocument);
    addLeadRoutes(routes);
    routes.get("/data", negotiateFormat(dataPage, dataPage::sendJson));
    routes.get("/data/catalog.jsonld", dataPage::sendCatalogue);
    routes.get("/data/<path>", dataPage::sendFile);
    routes.get("/help", fixed::showHelp);
    routes.get("/rules", negotiateFormat(new RulesPage(pages), overview::sendRules));
    routes.get("/about", fixed::showAbout);
    routes.get("/api", negotiateFormat(fixed::showApi, siteFiles::sendOpenApi));
  }

  private void addLeadRoutes(GetAndHeadRoutes routes) {
    LeadList leads = new LeadList(services.search());
    PublicationLeadFinder watched =
        new PublicationLeadFinder(services.archive(), pages.documents(), catalog);
    Handler page = withCache(new LeadsPage(pages, leads, watched));
    LeadsFileHandler file = new LeadsFileHandler(pages, leads, watched);
    routes.get("/leads", page);
    for (PublicationLeadTab part : PublicationLeadTab.values()) {
      routes.get(part.path(), withCache(new PublicationLeadsPage(part, pages, leads, watched)));
    }
    routes.get("/leads/{part}", page);
    routes.get("/leads.csv", file::sendCsv);
    routes.get("/leads.xlsx", file::sendXlsx);
  }

  /** Adds the routes of mail alerts, for a portal that can send mail. */
  void addAlerts(RoutesConfig config) {
    AlertsPage alerts = new AlertsPage(pages, services);
    GetAndHeadRoutes routes = new GetAndHeadRoutes(config);
    routes.get("/alerts", alerts::showForm);
    config.post("/alerts", alerts::requestAlert);
    routes.get("/alerts/confirm/{token}", alerts::showConfirmationForm);
    config.post("/alerts/confirm/{token}", alerts::confirm);
    routes.get("/alerts/end/{token}", alerts::showCancellationForm);
    config.post("/alerts/end/{token}", alerts::endAlert);
  }

  private void addFeedRoutes(GetAndHeadRoutes routes) {
    FeedHandlers feeds = new FeedHandlers(pages, services);
    routes.get("/search.atom", feeds::sendSearchAsAtom);
    routes.get("/search.json-feed", feeds::sendSearchAsJson);
    routes.get("/changes.atom", feeds::sendChanges);
    routes.get("/feeds/{name}", feeds::sendNamedFeed);
    routes.get("/opensearch.xml", siteFiles::sendOpenSearchDescription);
    routes.get("/sitemap.xml", siteFiles::sendSitemap);
    routes.get("/sitemap-{part}.xml", siteFiles::sendSitemapPart);
    routes.get("/robots.txt", siteFiles::sendRobots);
    routes.get("/api/v1/openapi.json", siteFiles::sendOpenApi);
  }

  /**
   * Returns a handler that answers with JSON if the request prefers it, and otherwise with the
   * page. Its responses have {@code Vary: Accept}.
   */
  private static Handler negotiateFormat(Handler page, Handler json) {
    return ctx -> {
      ctx.header("Vary", "Accept");
      (ProblemDetails.wantsJson(ctx) ? json : page).handle(ctx);
    };
  }
}
