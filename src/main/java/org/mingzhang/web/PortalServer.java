package org.mingzhang.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinException;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.BadAddressException;
import org.mingzhang.web.admin.AdminRoutes;
import org.mingzhang.web.admin.AdminSettings;
import org.mingzhang.web.guard.Gate;
import org.mingzhang.web.guard.OverloadedException;
import org.mingzhang.web.page.ErrorPages;
import org.mingzhang.web.page.NotFoundException;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.page.RemovedException;
import org.mingzhang.web.privacy.MaskedSearch;
import org.mingzhang.web.privacy.PersonalData;
import org.mingzhang.web.render.Messages;
import org.mingzhang.web.render.StaticFiles;
import org.mingzhang.web.render.Templates;
import org.mingzhang.web.security.SecurityHeaders;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.source.PortalSources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portal: pages and JSON API on one port.
 *
 * <p>Make it with its sources, {@link #start} it, {@link #close} it: requests under way are
 * finished.
 */
public final class PortalServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PortalServer.class);

  /** Requests under way when the portal is told to end have so long to be answered. */
  private static final long STOP_MILLIS = 15_000;

  /** More wait outside until one of them ends. */
  private static final int MOST_CONNECTIONS = 1_000;

  /** A client that says nothing for so long is cut. */
  private static final long IDLE_MILLIS = 20_000;

  private static final long LARGEST_UPLOAD = 200;

  /**
   * A third of the usual level's time for a sixth more bytes; style sheets are packed in advance.
   */
  private static final int GZIP_LEVEL = 3;

  private final Javalin javalin;
  private final PortalSettings settings;

  /** Prepares the portal without listening yet. */
  public PortalServer(PortalSources raw, PortalSettings settings) {
    this(raw, settings, null);
  }

  /**
   * The same with administration over HTTP.
   *
   * @param admin null where there is none
   */
  public PortalServer(PortalSources raw, PortalSettings settings, @Nullable AdminSettings admin) {
    this.settings = settings;
    PersonalData personal = new PersonalData(settings.maskPhones());
    PortalSources sources = raw.with(new MaskedSearch(raw.search(), personal));
    Messages messages = new Messages();
    StaticFiles files = StaticFiles.packed();
    Templates templates = new Templates(messages, raw.search()::traditional, settings.templates());
    Pages pages = new Pages(templates, messages, files, sources, settings);
    ErrorPages errors = new ErrorPages(pages, sources.search());
    PortalRoutes routes = new PortalRoutes(pages, sources, files);
    this.javalin =
        Javalin.create(
            config -> {
              configure(config);
              config.routes.before(new SecurityHeaders());
              new Gate().addTo(config.routes);
              health(config.routes, sources);
              routes.addTo(config.routes);
              if (admin != null) {
                new AdminRoutes(admin, pages).addTo(config.routes);
              }
              errors(config.routes, errors);
            });
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.generateEtags = true;
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
    config.http.maxRequestSize = 1_000_000;
    config.jetty.multipartConfig.maxFileSize(LARGEST_UPLOAD, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(LARGEST_UPLOAD + 1, SizeUnit.MB);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.router.ignoreTrailingSlashes = true;
    config.jsonMapper(new JavalinJackson());
    config.jetty.modifyServer(
        server -> {
          server.setHandler(new GracefulHandler());
          server.setStopTimeout(STOP_MILLIS);
          server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        });
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(16 * 1024);
          http.setIdleTimeout(IDLE_MILLIS);
        });
  }

  /** Alive while it answers; ready once the index can be searched. */
  private static void health(RoutesConfig routes, PortalSources sources) {
    routes.get("/health/live", ctx -> ctx.result("live\n"));
    routes.get(
        "/health/ready",
        ctx -> {
          sources.search().generation();
          ctx.result(sources.indexing().get().running() ? "ready, indexing\n" : "ready\n");
        });
  }

  private static void errors(RoutesConfig routes, ErrorPages pages) {
    routes.exception(BadAddressException.class, (e, ctx) -> pages.bad(ctx, e));
    routes.exception(
        OverloadedException.class, (e, ctx) -> pages.busy(ctx, e.status(), e.retryAfterSeconds()));
    routes.exception(RemovedException.class, (e, ctx) -> pages.gone(ctx, e));
    routes.exception(NotFoundException.class, (e, ctx) -> pages.notFound(ctx, e.words()));
    routes.exception(io.javalin.http.NotFoundResponse.class, (e, ctx) -> pages.notFound(ctx, ""));
    routes.exception(Exception.class, (e, ctx) -> pages.broken(ctx, e));
  }

  /** Begins to listen. */
  public PortalServer start() {
    javalin.start(settings.host(), settings.port());
    return this;
  }

  /** Port it listens on. */
  public int port() {
    return javalin.port();
  }

  /**
   * Finishes the requests under way and stops listening. What is not finished within the time that
   * Jetty is given for it is cut off, and logged.
   */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      LOG.warn("requests that were under way were cut off: {}", String.valueOf(e.getCause()));
    }
  }
}
