package org.mingzhang.web.guard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Guards every request by a rate limit of its client and by admission control, and records metrics.
 * Static files and health checks are exempt; requests from this machine have no rate limit, since a
 * proxy on it may forward the requests of all clients.
 *
 * <p>Pages are bound by processor time, so hardly more of them run at the same time than there are
 * processors. Requests whose time depends on the client's connection (exports, originals, uploads)
 * have separate permits, so that slow readers do not block pages, and are throttled while pages are
 * being served ({@link BackgroundThrottle}). Pages with very long queries get at most half the
 * processors.
 */
public final class RequestGuard {
  private static final String PERMIT = "gate.entered";
  private static final String BEGUN = "gate.begun";

  /**
   * Scheduling delay above which requests are rejected. Accepted requests would then take more than
   * a second.
   */
  private static final long MAX_DELAY_NANOS = 250_000_000L;

  /**
   * Length of the query string above which a query is very long; 50 Chinese characters take 450
   * bytes.
   */
  private static final int LONG_QUERY = 640;

  /** Time for which downloads and exports may transfer no byte. */
  private static final Duration STREAM_SILENCE = Duration.ofMinutes(2);

  /**
   * A permit that is released only once: by its thread, or by {@link RequestWatchdog} if the thread
   * is stuck.
   */
  private record Permit(AdmissionControl admission, long when, AtomicBoolean released) {
    Permit(AdmissionControl admission, long when) {
      this(admission, when, new AtomicBoolean());
    }

    void release() {
      if (released.compareAndSet(false, true)) {
        admission.leave(when);
      }
    }
  }

  private static final int MAX_ASSISTANTS = 128;

  /** Path of the endpoint for assistants. */
  public static final String ASSISTANTS_PATH = "/mcp";

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  private final ClientLimiter clients = new ClientLimiter(240, 1200);
  private final AdmissionControl pages =
      new AdmissionControl(PROCESSORS + 1, 64, Duration.ofMillis(400), Duration.ofMillis(100));
  private final AdmissionControl longQueries =
      AdmissionControl.withFixedLimit(
          Math.max(1, PROCESSORS / 2), 16, Duration.ofMillis(400), Duration.ofMillis(100));
  private final AdmissionControl streams =
      AdmissionControl.withFixedLimit(
          4 * PROCESSORS + 8, 32, Duration.ofMillis(500), Duration.ofMillis(100));

  /**
   * Limits messages of assistants, including the time to read them. Answering them has a separate
   * limit.
   */
  private final AdmissionControl assistants =
      AdmissionControl.withFixedLimit(
          MAX_ASSISTANTS, 64, Duration.ofSeconds(5), Duration.ofSeconds(1));

  private final SchedulingDelayMeter schedulingDelay = new SchedulingDelayMeter();
  private final ServerMetrics metrics = new ServerMetrics();

  private final BooleanSupplier starting;
  private final RequestWatchdog watch;
  private final boolean publicMetrics;

  /**
   * Creates a guard.
   *
   * @param starting whether the program is still starting
   * @param watch ends requests that take too long
   * @param publicMetrics whether {@code /metrics} is open to other machines
   */
  public RequestGuard(BooleanSupplier starting, RequestWatchdog watch, boolean publicMetrics) {
    this.starting = starting;
    this.publicMetrics = publicMetrics;
    this.watch = watch;
  }

  /** Adds the guard before and after every handler, and {@code /metrics}. */
  public void addTo(RoutesConfig routes) {
    metrics.addGauge("waiting_requests", "Requests waiting for a place", pages::waitingCount);
    metrics.addGauge("working_requests", "Pages being made", pages::runningCount);
    metrics.addGauge(
        "long_queries", "Pages of very long queries being made", longQueries::runningCount);
    metrics.addGauge(
        "places", "Pages that may be made at once, fewer when slow", pages::permitCount);
    metrics.addGauge(
        "assistants", "Messages of assistants being answered", assistants::runningCount);
    metrics.addGauge("streams", "Exports, originals and what is being sent", streams::runningCount);
    metrics.addGauge(
        "waiting_seconds",
        "Time a request waits for a processor",
        () -> schedulingDelay.measureDelayNanos() / 1e9);
    metrics.addGauge("lost_threads", "Requests that could not be ended", watch::stuckThreadCount);
    routes.before(this::enter);
    routes.after(this::leave);
    routes.get("/metrics", this::sendMetrics);
  }

  private void enter(Context ctx) {
    ctx.attribute(BEGUN, System.nanoTime());
    if (isExemptFromLimits(ctx.path())) {
      return;
    }
    try {
      if (!isLoopback(ctx.ip())) {
        clients.admit(ctx.ip());
      }
      boolean isStarting = starting.getAsBoolean();
      if (!isStarting
          && pages.runningCount() > 0
          && schedulingDelay.measureDelayNanos() > MAX_DELAY_NANOS) {
        throw new OverloadedException(503, Duration.ofSeconds(1), "the server is overloaded");
      }
      AdmissionControl admission = admissionFor(ctx);
      if (admission == streams) {
        watch.setSilenceLimit(STREAM_SILENCE);
        new BackgroundThrottle(streams::runningCount, this::isServingPages).attachTo(ctx);
      } else if (admission == assistants) {
        new BackgroundThrottle(
                () -> Math.min(PROCESSORS, assistants.runningCount()), this::isServingPages)
            .attachTo(ctx);
      }
      Permit permit = new Permit(admission, admission.enter(isStarting));
      watch.addEndAction(permit::release);
      ctx.attribute(PERMIT, permit);
    } catch (OverloadedException e) {
      metrics.recordRejection(e.status());
      throw e;
    }
  }

  private AdmissionControl admissionFor(Context ctx) {
    if (ctx.path().equals(ASSISTANTS_PATH)) {
      return assistants;
    }
    if (isStreaming(ctx)) {
      return streams;
    }
    String query = ctx.queryString();
    return query != null && query.length() > LONG_QUERY ? longQueries : pages;
  }

  /** A throttle for background work. */
  public BackgroundThrottle createBackgroundThrottle() {
    return new BackgroundThrottle(() -> 1, this::isServingPages);
  }

  private boolean isServingPages() {
    return pages.runningCount() + pages.waitingCount() > 0;
  }

  /** Whether a path is served without limits: static files, health and metrics. */
  private static boolean isExemptFromLimits(String path) {
    return path.startsWith("/static/") || path.startsWith("/health") || path.equals("/metrics");
  }

  private static boolean isStreaming(Context ctx) {
    String path = ctx.path();
    return !READING.contains(ctx.method())
        || path.equals("/api/v1/export")
        || path.equals("/transparency.csv")
        || ((path.equals("/batch") || path.equals("/api/v1/batch")) && ctx.queryString() != null)
        || path.startsWith("/sitemap")
        || (path.startsWith("/data/") && (path.endsWith(".csv") || path.endsWith(".gz")))
        || (path.startsWith("/d/") && (path.endsWith("/original") || path.endsWith("/place.png")));
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("127.")
        || address.equals("::1")
        || address.equals("[::1]")
        || address.equals("0:0:0:0:0:0:0:1")
        || address.equals("[0:0:0:0:0:0:0:1]");
  }

  private void leave(Context ctx) {
    Permit permit = ctx.attribute(PERMIT);
    if (permit != null) {
      ctx.attribute(PERMIT, null);
      permit.release();
    }
    @Nullable Long begun = ctx.attribute(BEGUN);
    if (begun != null) {
      Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
      String route = endpoint == null ? "none" : endpoint.path;
      metrics.recordResponse(route, ctx.statusCode(), System.nanoTime() - begun);
    }
  }

  /** Sends the metrics. Requests from other machines are refused unless the metrics are public. */
  private void sendMetrics(Context ctx) throws IOException {
    if (!publicMetrics
        && (!isLoopback(ctx.ip()) || ctx.header(ForwardedClientCustomizer.HEADER) != null)) {
      throw new ForbiddenResponse(
          "/metrics answers only this machine unless serve --public-metrics is given");
    }
    ctx.contentType(ServerMetrics.MEDIA_TYPE);
    metrics.write(ctx.outputStream());
  }
}
