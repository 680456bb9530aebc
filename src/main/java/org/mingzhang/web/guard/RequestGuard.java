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
 * What every request passes: the limit of its client, the limit of all, the count of answers. Style
 * sheets and health checks are let through; requests from this machine have no limit of their own,
 * since behind a proxy they are everybody's.
 *
 * <p>Pages are work of the processors alone: hardly more are made at once than there are
 * processors, which is when each is made soonest. What lasts as long as its reader's line is slow
 * (exports, originals, whatever is sent to us) has places of its own, so that nobody who reads
 * slowly keeps others from their pages, and gives way to pages while it works ({@link
 * BackgroundThrottle}). Pages with a query much longer than people type have half the processors at
 * most, so that those who ask for many of them keep nobody from a page either.
 */
public final class RequestGuard {
  private static final String ENTERED = "gate.entered";
  private static final String BEGUN = "gate.begun";

  /** What has waited so long for a processor may not be answered within a second. */
  private static final long LONGEST_WAIT_NANOS = 250_000_000L;

  /**
   * Bytes of an address behind its question mark beyond which it is no query as people type it: 50
   * Chinese characters are 450 of them.
   */
  private static final int LONG_QUERY = 640;

  /** What is read from a disk or made row by row may be silent for longer than a page. */
  private static final Duration STREAM_SILENCE = Duration.ofMinutes(2);

  /** A place, given back once: by its thread, or for a thread that is cut. */
  private record Entered(Admission through, long when, AtomicBoolean left) {
    Entered(Admission through, long when) {
      this(through, when, new AtomicBoolean());
    }

    void leave() {
      if (left.compareAndSet(false, true)) {
        through.leave(when);
      }
    }
  }

  private static final int MOST_ASSISTANTS = 128;

  /** Where messages of assistants are sent. */
  public static final String ASSISTANTS = "/mcp";

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  private final ClientLimiter clients = new ClientLimiter(240, 1200);
  private final Admission pages =
      new Admission(PROCESSORS + 1, 64, Duration.ofMillis(400), Duration.ofMillis(100));
  private final Admission longQueries =
      Admission.steady(
          Math.max(1, PROCESSORS / 2), 16, Duration.ofMillis(400), Duration.ofMillis(100));
  private final Admission streams =
      Admission.steady(4 * PROCESSORS + 8, 32, Duration.ofMillis(500), Duration.ofMillis(100));

  /** Messages of assistants that are read and answered: what works on them is bounded elsewhere. */
  private final Admission assistants =
      Admission.steady(MOST_ASSISTANTS, 64, Duration.ofSeconds(5), Duration.ofSeconds(1));

  private final Congestion congestion = new Congestion();
  private final ServerMetrics metrics = new ServerMetrics();

  private final BooleanSupplier starting;
  private final RequestWatch watch;
  private final boolean publicMetrics;

  /**
   * A gate.
   *
   * @param starting whether the program is not warm yet
   * @param watch what ends requests that take too long
   * @param publicMetrics whether {@code /metrics} answers more than this machine
   */
  public RequestGuard(BooleanSupplier starting, RequestWatch watch, boolean publicMetrics) {
    this.starting = starting;
    this.publicMetrics = publicMetrics;
    this.watch = watch;
  }

  /** Puts the gate before and behind every handler. */
  public void addTo(RoutesConfig routes) {
    metrics.gauge("waiting_requests", "Requests waiting for a place", pages::waiting);
    metrics.gauge("working_requests", "Pages being made", pages::working);
    metrics.gauge("long_queries", "Pages of very long queries being made", longQueries::working);
    metrics.gauge("places", "Pages that may be made at once, fewer when slow", pages::places);
    metrics.gauge("assistants", "Messages of assistants being answered", assistants::working);
    metrics.gauge("streams", "Exports, originals and what is being sent", streams::working);
    metrics.gauge(
        "waiting_seconds", "Time a request waits for a processor", () -> congestion.nanos() / 1e9);
    metrics.gauge("lost_threads", "Requests that could not be ended", watch::lost);
    routes.before(this::enter);
    routes.after(this::leave);
    routes.get("/metrics", this::write);
  }

  private void enter(Context ctx) {
    ctx.attribute(BEGUN, System.nanoTime());
    if (free(ctx.path())) {
      return;
    }
    try {
      if (!local(ctx.ip())) {
        clients.admit(ctx.ip());
      }
      boolean cold = starting.getAsBoolean();
      if (!cold && pages.working() > 0 && congestion.nanos() > LONGEST_WAIT_NANOS) {
        throw new OverloadedException(503, Duration.ofSeconds(1), "requests wait too long");
      }
      Admission admission = admission(ctx);
      if (admission == streams) {
        watch.allow(STREAM_SILENCE);
        new BackgroundThrottle(streams::working, this::makesPages).set(ctx);
      } else if (admission == assistants) {
        new BackgroundThrottle(() -> Math.min(PROCESSORS, assistants.working()), this::makesPages)
            .set(ctx);
      }
      Entered entered = new Entered(admission, admission.enter(cold));
      watch.whenCut(entered::leave);
      ctx.attribute(ENTERED, entered);
    } catch (OverloadedException e) {
      metrics.shed(e.status());
      throw e;
    }
  }

  private Admission admission(Context ctx) {
    if (ctx.path().equals(ASSISTANTS)) {
      return assistants;
    }
    if (stream(ctx)) {
      return streams;
    }
    String query = ctx.queryString();
    return query != null && query.length() > LONG_QUERY ? longQueries : pages;
  }

  /** The pacing of work that nobody waits for. */
  public BackgroundThrottle background() {
    return new BackgroundThrottle(() -> 1, this::makesPages);
  }

  private boolean makesPages() {
    return pages.working() + pages.waiting() > 0;
  }

  private static boolean free(String path) {
    return path.startsWith("/static/") || path.startsWith("/health") || path.equals("/metrics");
  }

  private static boolean stream(Context ctx) {
    String path = ctx.path();
    return !READING.contains(ctx.method())
        || path.equals("/api/v1/export")
        || path.equals("/transparency.csv")
        || ((path.equals("/batch") || path.equals("/api/v1/batch")) && ctx.queryString() != null)
        || path.startsWith("/sitemap")
        || (path.startsWith("/data/") && (path.endsWith(".csv") || path.endsWith(".gz")))
        || (path.startsWith("/d/") && (path.endsWith("/original") || path.endsWith("/place.png")));
  }

  private static boolean local(String address) {
    return address.startsWith("127.")
        || address.equals("::1")
        || address.equals("[::1]")
        || address.equals("0:0:0:0:0:0:0:1")
        || address.equals("[0:0:0:0:0:0:0:1]");
  }

  private void leave(Context ctx) {
    Entered entered = ctx.attribute(ENTERED);
    if (entered != null) {
      ctx.attribute(ENTERED, null);
      entered.leave();
    }
    @Nullable Long begun = ctx.attribute(BEGUN);
    if (begun != null) {
      Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
      String route = endpoint == null ? "none" : endpoint.path;
      metrics.answered(route, ctx.statusCode(), System.nanoTime() - begun);
    }
  }

  /** The figures of the portal are for who runs it, not for strangers. */
  private void write(Context ctx) throws IOException {
    if (!publicMetrics && (!local(ctx.ip()) || ctx.header(ForwardedClients.HEADER) != null)) {
      throw new ForbiddenResponse(
          "/metrics answers this machine alone; serve --public-metrics opens it");
    }
    ctx.contentType(ServerMetrics.MEDIA_TYPE);
    metrics.write(ctx.outputStream());
  }
}
