package org.mingzhang.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mingzhang.mail.MailSender;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.RemovedDocumentException;
import org.mingzhang.web.admin.AdminRoutes;
import org.mingzhang.web.admin.AdminSettings;
import org.mingzhang.web.alerts.AlertScheduler;
import org.mingzhang.web.api.HealthApi;
import org.mingzhang.web.assistant.McpEndpoint;
import org.mingzhang.web.assistant.PortalMcpServer;
import org.mingzhang.web.dataset.DatasetScheduler;
import org.mingzhang.web.error.ErrorPages;
import org.mingzhang.web.guard.AccessLog;
import org.mingzhang.web.guard.AdmissionControl;
import org.mingzhang.web.guard.ListenerConfigurer;
import org.mingzhang.web.guard.OverloadedException;
import org.mingzhang.web.guard.RequestGuard;
import org.mingzhang.web.guard.RequestWatchdog;
import org.mingzhang.web.guard.UnreadBodyReader;
import org.mingzhang.web.http.EntityTagHandler;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.privacy.MaskedSearch;
import org.mingzhang.web.privacy.PersonalDataMasker;
import org.mingzhang.web.render.Messages;
import org.mingzhang.web.render.StaticFiles;
import org.mingzhang.web.render.Templates;
import org.mingzhang.web.security.SecurityHeaderHandler;
import org.mingzhang.web.security.TextCharsetHandler;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.wording.LanguageModel;
import org.mingzhang.web.wording.RowSentenceWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portal: pages and JSON API on one port.
 *
 * <p>Construct it with its sources, then {@link #start} it. {@link #close} finishes running
 * requests.
 */
public final class PortalServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PortalServer.class);

  private static final long MAX_UPLOAD_MEGABYTES = 200;

  /**
   * Compression level of responses. Compressing takes a third of the time of the default level and
   * gives a sixth more bytes; style sheets are compressed in advance.
   */
  private static final int GZIP_LEVEL = 3;

  /** Maximum number of messages from assistants that may wait for an answer. */
  private static final int MAX_ASSISTANT_MESSAGES = 128;

  private final Javalin javalin;
  private final RequestWatchdog watchdog;
  private final @Nullable DatasetScheduler datasetScheduler;
  private final @Nullable AlertScheduler alertScheduler;
  private volatile boolean warmingUp;
  private volatile boolean stopping;

  /**
   * Creates a portal without administration over HTTP and without a log of requests. It listens
   * once {@link #start} is called.
   *
   * @param unmaskedServices services whose search does not mask personal data; the portal masks it
   */
  public PortalServer(PortalServices unmaskedServices, PortalSettings settings) {
    this(unmaskedServices, settings, null, null);
  }

  /**
   * Creates a portal with administration over HTTP and a log of requests.
   *
   * @param unmaskedServices services whose search does not mask personal data; the portal masks it
   * @param admin settings of the administration, null for none
   * @param log log of requests, null for none
   */
  public PortalServer(
      PortalServices unmaskedServices,
      PortalSettings settings,
      @Nullable AdminSettings admin,
      @Nullable AccessLog log) {
    this(unmaskedServices, settings, admin, log, RequestWatchdog.Limits.DEFAULT);
  }

  /** Creates a portal with given limits for the duration of a request. */
  PortalServer(
      PortalServices unmaskedServices,
      PortalSettings settings,
      @Nullable AdminSettings admin,
      @Nullable AccessLog log,
      RequestWatchdog.Limits limits) {
    this.watchdog = new RequestWatchdog(limits);
    PersonalDataMasker personal = new PersonalDataMasker(settings.masksPhones());
    PortalServices services =
        unmaskedServices.withSearch(new MaskedSearch(unmaskedServices.search(), personal));
    Path checkout = settings.checkout();
    Messages messages =
        checkout == null
            ? new Messages()
            : Messages.reloading(checkout.resolve("src/main/resources/messages"));
    StaticFiles files =
        checkout == null
            ? StaticFiles.packaged()
            : StaticFiles.reloading(checkout.resolve("static"));
    Templates templates =
        new Templates(
            messages,
            unmaskedServices.search()::toTraditional,
            checkout == null ? null : checkout.resolve("templates"));
    PageRenderer pages = new PageRenderer(templates, messages, files, services, settings);
    DocumentCatalog catalog = new DocumentCatalog(services.search(), pages.documents()::findLatest);
    ErrorPages errors = new ErrorPages(pages, services, catalog);
    RequestGuard gate = new RequestGuard(() -> warmingUp, watchdog, settings.metricsArePublic());
    this.datasetScheduler = createDatasetScheduler(services, settings, gate);
    this.alertScheduler = createAlertScheduler(services, settings, pages);
    LanguageModel languageModel = settings.languageModel();
    PortalRoutes routes =
        new PortalRoutes(
            pages,
            services,
            catalog,
            files,
            datasetScheduler,
            languageModel == null ? null : new RowSentenceWriter(languageModel),
            admin != null);
    SecurityHeaderHandler security = new SecurityHeaderHandler(settings.usesTls());
    this.javalin =
        Javalin.create(
            config -> {
              configure(config);
              new ListenerConfigurer(
                      settings.host(), settings.port(), log, watchdog, security, settings.proxies())
                  .configure(config);
              config.routes.before(security);
              gate.addTo(config.routes);
              addHealthRoute(config.routes, services);
              routes.addTo(config.routes);
              if (settings.mailSender() != null) {
                routes.addAlerts(config.routes);
              }
              addAssistantRoutes(config.routes, unmaskedServices, personal, messages, pages);
              config.routes.after(this::closeConnectionWhenStopping);
              config.routes.after(new UnreadBodyReader());
              config.routes.after(new TextCharsetHandler());
              config.routes.after(new EntityTagHandler());
              if (admin != null) {
                new AdminRoutes(admin, pages, settings.usesTls()).addTo(config.routes);
              }
              addErrorHandlers(config.routes, errors);
            });
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
    config.http.maxRequestSize = 1_000_000;
    config.jetty.multipartConfig.maxFileSize(MAX_UPLOAD_MEGABYTES, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(MAX_UPLOAD_MEGABYTES + 1, SizeUnit.MB);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.http.prefer405over404 = true;
    config.router.ignoreTrailingSlashes = true;
    config.jsonMapper(new JavalinJackson());
  }

  private static @Nullable DatasetScheduler createDatasetScheduler(
      PortalServices maskedServices, PortalSettings settings, RequestGuard guard) {
    Path folder = settings.datasets();
    return folder == null
        ? null
        : new DatasetScheduler(
            maskedServices,
            folder,
            settings.linkOriginForFiles(),
            guard::createBackgroundThrottle,
            DatasetScheduler.Schedule.DEFAULT);
  }

  private static @Nullable AlertScheduler createAlertScheduler(
      PortalServices maskedServices, PortalSettings settings, PageRenderer pages) {
    MailSender sender = settings.mailSender();
    String url = settings.publicUrl();
    return sender == null || url == null
        ? null
        : new AlertScheduler(maskedServices, pages, sender, url);
  }

  private static void addAssistantRoutes(
      RoutesConfig routes,
      PortalServices unmaskedServices,
      PersonalDataMasker masker,
      Messages messages,
      PageRenderer pages) {
    int atOnce = Runtime.getRuntime().availableProcessors();
    AdmissionControl work =
        new AdmissionControl(
            atOnce, MAX_ASSISTANT_MESSAGES, Duration.ofSeconds(10), Duration.ofSeconds(2));
    McpEndpoint endpoint =
        new McpEndpoint(
            new PortalMcpServer(unmaskedServices, masker, messages), pages.baseUrl(), work);
    routes.post(McpEndpoint.PATH, endpoint);
    routes.get(McpEndpoint.PATH, endpoint::refuseMethod);
    routes.head(McpEndpoint.PATH, endpoint::refuseMethod);
    routes.delete(McpEndpoint.PATH, endpoint::refuseMethod);
  }

  /** Closes kept-alive connections while the portal stops, because stopping waits for them. */
  private void closeConnectionWhenStopping(Context ctx) {
    if (stopping) {
      ctx.header("Connection", "close");
    }
  }

  /**
   * Adds {@code /health} and two probes. {@code /health/live} answers 503 if too many requests
   * cannot be ended. {@code /health/ready} answers 503 during the warm-up, and with an error if the
   * index cannot be searched.
   */
  private void addHealthRoute(RoutesConfig routes, PortalServices services) {
    routes.get("/health", new HealthApi(services.health()));
    routes.get(
        "/health/live",
        ctx -> {
          if (watchdog.hasTooManyStuckThreads()) {
            ctx.status(503).result(watchdog.stuckThreadCount() + " requests cannot be ended\n");
            return;
          }
          ctx.result("live\n");
        });
    routes.get(
        "/health/ready",
        ctx -> {
          if (warmingUp) {
            ctx.status(503).result("warming\n");
            return;
          }
          services.search().generation();
          ctx.result(services.indexing().get().isRunning() ? "ready, indexing\n" : "ready\n");
        });
  }

  private void addErrorHandlers(RoutesConfig routes, ErrorPages pages) {
    routes.exception(BadParameterException.class, (e, ctx) -> pages.sendBadRequest(ctx, e));
    routes.exception(
        OverloadedException.class,
        (e, ctx) -> pages.sendBusy(ctx, e.status(), e.retryAfterSeconds()));
    routes.exception(RemovedDocumentException.class, (e, ctx) -> pages.sendGone(ctx, e));
    routes.exception(
        NotFoundException.class, (e, ctx) -> pages.sendNotFound(ctx, e.suggestionQuery()));
    routes.exception(
        io.javalin.http.NotFoundResponse.class, (e, ctx) -> pages.sendNotFound(ctx, ""));
    routes.exception(
        MethodNotAllowedResponse.class, (e, ctx) -> pages.sendMethodNotAllowed(ctx, e));
    // otherwise the framework would send its own answer, which is neither a page of the portal nor
    // a problem document
    routes.exception(HttpResponseException.class, (e, ctx) -> pages.sendFailure(ctx, e));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          if (watchdog.clearInterruptIfEnded()) {
            pages.sendBusy(ctx, 503, 1);
          } else {
            pages.sendFailure(ctx, e);
          }
        });
  }

  /**
   * Starts to listen for requests, and starts the schedulers of data sets and mail alerts that are
   * configured. Returns this.
   */
  public PortalServer start() {
    javalin.start();
    if (datasetScheduler != null) {
      datasetScheduler.start();
    }
    if (alertScheduler != null) {
      alertScheduler.start();
    }
    return this;
  }

  /**
   * Sets the action to run if so many requests cannot be ended that the program must be restarted.
   */
  public void onStuckRequests(Runnable action) {
    watchdog.onStuckRequests(action);
  }

  /**
   * Sets whether the portal is warming up. It then answers requests but is not yet reported as
   * ready.
   */
  public void setWarmingUp(boolean stillWarmingUp) {
    warmingUp = stillWarmingUp;
  }

  /** The port that the portal listens on. */
  public int port() {
    return javalin.port();
  }

  /**
   * Closes the schedulers, stops listening and waits for running requests. Those that do not finish
   * within Jetty's stop timeout are aborted, which is logged.
   */
  @Override
  public void close() {
    stopping = true;
    if (datasetScheduler != null) {
      datasetScheduler.close();
    }
    if (alertScheduler != null) {
      alertScheduler.close();
    }
    try {
      javalin.stop();
    } catch (JavalinException e) {
      LOG.warn("requests that were under way were cut off: {}", String.valueOf(e.getCause()));
    }
  }
}
