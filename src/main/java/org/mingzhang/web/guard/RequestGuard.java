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
 * Static files, health checks and {@code /metrics} are exempt; requests from this machine have no
 * rate limit, since a local proxy may forward the requests of all clients.
 *
 * <p>Pages are bound by processor time, so hardly more of them run at the same time than there are
 * processors. Requests whose time depends on the client's connection (exports, originals, all
 * requests other than GET and HEAD) have separate permits, so that slow readers do not block pages,
 * and are throttled while pages are being served ({@link BackgroundThrottle}). Pages with very long
 * queries get at most half the processors, or one.
 */
public final class RequestGuard {
  private static final String PERMIT_ATTRIBUTE = "gate.entered";
  private static final String START_ATTRIBUTE = "gate.begun";

  /**
   * Scheduling delay above which requests are rejected. Accepted requests would then take more than
   * a second.
   */
  private static final long MAX_DELAY_NANOS = 250_000_000L;

  /**
   * Length of the query string above which a query is very long; 50 Chinese characters take 450
   * bytes.
   */
  private static final int LONG_QUERY_LENGTH = 640;

  /** Time for which downloads and exports may transfer no byte. */
  private static final Duration STREAM_SILENCE_LIMIT = Duration.ofMinutes(2);

  /**
   * A permit that is released only once: by its thread, or by {@link RequestWatchdog} when it ends
   * the request.
   */
  private record Permit(AdmissionControl admission, long startNanos, AtomicBoolean released) {
    Permit(AdmissionControl admission, long startNanos) {
      this(admission, startNanos, new AtomicBoolean());
    }

    void release() {
      if (released.compareAndSet(false, true)) {
        admission.leave(startNanos);
      }
    }
  }

  private static final int MAX_ASSISTANT_MESSAGES = 128;

  /** Path of the endpoint for assistants. */
  public static final String ASSISTANTS_PATH = "/mcp";

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private static final Set<HandlerType> READ_METHODS = Set.of(HandlerType.GET, HandlerType.HEAD);

  private final ClientLimiter clientLimiter = new ClientLimiter(240, 1200);
  private final AdmissionControl pageAdmission =
      new AdmissionControl(PROCESSORS + 1, 64, Duration.ofMillis(400), Duration.ofMillis(100));
  private final AdmissionControl longQueryAdmission =
      AdmissionControl.withFixedLimit(
          Math.max(1, PROCESSORS / 2), 16, Duration.ofMillis(400), Duration.ofMillis(100));
  private final AdmissionControl streamAdmission =
      AdmissionControl.withFixedLimit(
          4 * PROCESSORS + 8, 32, Duration.ofMillis(500), Duration.ofMillis(100));

  /**
   * Limits messages of assistants, including the time to read them. Answering them has a separate
   * limit.
   */
  private final AdmissionControl assistantAdmission =
      AdmissionControl.withFixedLimit(
          MAX_ASSISTANT_MESSAGES, 64, Duration.ofSeconds(5), Duration.ofSeconds(1));

  private final SchedulingDelayMeter schedulingDelay = new SchedulingDelayMeter();
  private final ServerMetrics metrics = new ServerMetrics();

  private final BooleanSupplier startupCheck;
  private final RequestWatchdog watchdog;
  private final boolean metricsArePublic;

  /**
   * Creates a guard.
   *
   * @param startupCheck whether the program is still starting
   * @param watchdog ends requests that take too long
   * @param publicMetrics whether {@code /metrics} is open to other machines
   */
  public RequestGuard(
      BooleanSupplier startupCheck, RequestWatchdog watchdog, boolean publicMetrics) {
    this.startupCheck = startupCheck;
    this.metricsArePublic = publicMetrics;
    this.watchdog = watchdog;
  }

  /**
   * Adds the guard before and after every handler, and {@code /metrics}. May be called once, since
   * it registers the metrics.
   */
  public void addTo(RoutesConfig routes) {
    metrics.addGauge(
        "waiting_requests", "Requests waiting for a place", pageAdmission::waitingCount);
    metrics.addGauge("working_requests", "Pages being made", pageAdmission::runningCount);
    metrics.addGauge(
        "long_queries", "Pages of very long queries being made", longQueryAdmission::runningCount);
    metrics.addGauge(
        "places", "Pages that may be made at once, fewer when slow", pageAdmission::permitCount);
    metrics.addGauge(
        "assistants", "Messages of assistants being answered", assistantAdmission::runningCount);
    metrics.addGauge(
        "streams", "Exports, originals and what is being sent", streamAdmission::runningCount);
    metrics.addGauge(
        "waiting_seconds",
        "Time a request waits for a processor",
        () -> schedulingDelay.measureDelayNanos() / 1e9);
    metrics.addGauge(
        "lost_threads", "Requests that could not be ended", watchdog::stuckThreadCount);
    routes.before(this::admitRequest);
    routes.after(this::releaseRequest);
    routes.get("/metrics", this::sendMetrics);
  }

  /**
   * Admits a request: counts it for the rate limit of its client, waits for a permit, and attaches
   * the permit and, if the request may be long, a throttle to it.
   *
   * @throws OverloadedException if the request is rejected
   */
  private void admitRequest(Context ctx) {
    ctx.attribute(START_ATTRIBUTE, System.nanoTime());
    if (isExemptFromLimits(ctx.path())) {
      return;
    }
    try {
      if (!isLoopback(ctx.ip())) {
        clientLimiter.admit(ctx.ip());
      }
      boolean isStarting = startupCheck.getAsBoolean();
      if (!isStarting
          && pageAdmission.runningCount() > 0
          && schedulingDelay.measureDelayNanos() > MAX_DELAY_NANOS) {
        throw new OverloadedException(503, Duration.ofSeconds(1), "the server is overloaded");
      }
      AdmissionControl admission = admissionFor(ctx);
      if (admission == streamAdmission) {
        watchdog.setSilenceLimit(STREAM_SILENCE_LIMIT);
        new BackgroundThrottle(streamAdmission::runningCount, this::isServingPages).attachTo(ctx);
      } else if (admission == assistantAdmission) {
        new BackgroundThrottle(
                () -> Math.min(PROCESSORS, assistantAdmission.runningCount()), this::isServingPages)
            .attachTo(ctx);
      }
      Permit permit = new Permit(admission, admission.enter(isStarting));
      watchdog.addEndAction(permit::release);
      ctx.attribute(PERMIT_ATTRIBUTE, permit);
    } catch (OverloadedException e) {
      metrics.recordRejection(e.status());
      throw e;
    }
  }

  private AdmissionControl admissionFor(Context ctx) {
    if (ctx.path().equals(ASSISTANTS_PATH)) {
      return assistantAdmission;
    }
    if (isStreaming(ctx)) {
      return streamAdmission;
    }
    String query = ctx.queryString();
    return query != null && query.length() > LONG_QUERY_LENGTH ? longQueryAdmission : pageAdmission;
  }

  /** A throttle for background work, which is counted as the only long request. */
  public BackgroundThrottle createBackgroundThrottle() {
    return new BackgroundThrottle(() -> 1, this::isServingPages);
  }

  private boolean isServingPages() {
    return pageAdmission.runningCount() + pageAdmission.waitingCount() > 0;
  }

  /** Whether a path is served without limits: static files, health and metrics. */
  private static boolean isExemptFromLimits(String path) {
    return path.startsWith("/static/") || path.startsWith("/health") || path.equals("/metrics");
  }

  private static boolean isStreaming(Context ctx) {
    String path = ctx.path();
    return !READ_METHODS.contains(ctx.method())
        || path.equals("/api/v1/export")
        || path.equals("/api/v1/coverage")
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

  /** Releases the permit of a request, if it has one, and records its response in the metrics. */
  private void releaseRequest(Context ctx) {
    Permit permit = ctx.attribute(PERMIT_ATTRIBUTE);
    if (permit != null) {
      ctx.attribute(PERMIT_ATTRIBUTE, null);
      permit.release();
    }
    @Nullable Long begun = ctx.attribute(START_ATTRIBUTE);
    if (begun != null) {
      Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
      String route = endpoint == null ? "none" : endpoint.path;
      metrics.recordResponse(route, ctx.statusCode(), System.nanoTime() - begun);
    }
  }

  /**
   * Sends the metrics. Unless they are public, requests from other machines and requests that a
   * proxy has forwarded are refused.
   */
  private void sendMetrics(Context ctx) throws IOException {
    if (!metricsArePublic
        && (!isLoopback(ctx.ip()) || ctx.header(ForwardedClientCustomizer.HEADER) != null)) {
      throw new ForbiddenResponse(
          "/metrics answers only this machine unless serve --public-metrics is given");
    }
    ctx.contentType(ServerMetrics.MEDIA_TYPE);
    metrics.write(ctx.outputStream());
  }
}
