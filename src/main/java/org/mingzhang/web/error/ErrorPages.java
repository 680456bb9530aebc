package org.mingzhang.web.error;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.jetty.io.EofException;
import org.mingzhang.archive.DamagedLedgerException;
import org.mingzhang.archive.DamagedRecordException;
import org.mingzhang.search.DamagedIndexException;
import org.mingzhang.search.Hit;
import org.mingzhang.search.ShardUnreachableException;
import org.mingzhang.search.StateGoneException;
import org.mingzhang.web.address.BadAddressException;
import org.mingzhang.web.address.RemovedException;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.http.ProblemDetails;
import org.mingzhang.web.http.RequestFault;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.HitView;
import org.mingzhang.web.source.DataHealth;
import org.mingzhang.web.source.PortalSources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What readers see when something is wrong: what it is and what to do; never how it broke. */
public final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  /** When readers are asked to come again; a small archive is whole again by then. */
  private static final long MENDING_SECONDS = 60;

  /**
   * Seconds after which readers are asked to come again where a part of the index is on a machine
   * that does not answer.
   */
  private static final long AWAY_SECONDS = 15;

  private final Pages pages;
  private final NearestMatches nearest;
  private final BusyPage busy;
  private final DataHealth health;

  /** Makes the pages; sources and catalogue tell what may have been meant. */
  public ErrorPages(Pages pages, PortalSources sources, Catalogue catalogue) {
    this.pages = pages;
    this.health = sources.health();
    this.nearest = new NearestMatches(sources.search(), catalogue);
    this.busy = new BusyPage(pages);
  }

  /** There is nothing under this address. */
  public void notFound(Context ctx, String words) {
    Labels labels = pages.labels(ctx);
    if (ProblemDetails.wantsJson(ctx)) {
      ProblemDetails.answer(ctx, 404, "Not Found", labels.text("error.404.do"));
      return;
    }
    show(ctx, 404, "404", labels.text("error.404.do"), nearest.of(ctx.path(), words));
  }

  /** There was a document under this address. */
  public void gone(Context ctx, RemovedException e) {
    String what = pages.labels(ctx).format("error.410.do", e.day().toString(), e.reason());
    if (ProblemDetails.wantsJson(ctx)) {
      ProblemDetails.answer(ctx, 410, "Gone", what);
      return;
    }
    show(ctx, 410, "410", what, List.of());
  }

  /** A parameter has a value it cannot have. */
  public void bad(Context ctx, BadAddressException e) {
    Labels labels = pages.labels(ctx);
    String what = labels.format("error.400.do", e.parameter(), clipped(e.value()), e.legal());
    if (ProblemDetails.wantsJson(ctx)) {
      ProblemDetails.answer(ctx, 400, "Bad Request", what);
      return;
    }
    show(ctx, 400, "400", what, List.of());
  }

  /** Too much was asked for at once. */
  public void busy(Context ctx, int status, long retrySeconds) {
    ctx.header("Retry-After", Long.toString(retrySeconds));
    if (ProblemDetails.wantsJson(ctx)) {
      String what = pages.labels(ctx).text("error." + status + ".do", retrySeconds);
      ProblemDetails.answer(ctx, status, status == 429 ? "Too Many Requests" : "Unavailable", what);
      return;
    }
    busy.show(ctx, status, retrySeconds);
  }

  /** Something broke; the log says what, the reader gets its number. */
  public void broken(Context ctx, Exception e) {
    if (leftByClient(e)) {
      ctx.status(400);
      return;
    }
    Optional<RequestFault> fault = RequestFault.of(e);
    if (fault.isPresent()) {
      faulty(ctx, fault.get(), e);
      return;
    }
    Optional<RuntimeException> damage = cause(e, ErrorPages::tellsDamage);
    if (damage.isPresent()) {
      damaged(ctx, damage.get());
      return;
    }
    Optional<RuntimeException> unreachable = cause(e, ErrorPages::tellsAbsence);
    if (unreachable.isPresent()) {
      unreachable(ctx, unreachable.get());
      return;
    }
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("request {} failed: {}", number, ctx.path().replaceAll("\\p{Cntrl}", "?"), e);
    String what = pages.labels(ctx).text("error.500.do", number);
    if (ProblemDetails.wantsJson(ctx)) {
      ProblemDetails.answer(ctx, 500, "Internal Server Error", what);
      return;
    }
    show(ctx, 500, "500", what, List.of());
  }

  private void faulty(Context ctx, RequestFault fault, Exception e) {
    if (fault.status() >= 500) {
      LOG.error("a request could not be served: {}", String.valueOf(e));
    }
    String what = pages.labels(ctx).text("error." + fault.key() + ".do");
    if (ProblemDetails.wantsJson(ctx)) {
      ProblemDetails.answer(ctx, fault.status(), fault.title(), what);
      return;
    }
    show(ctx, fault.status(), fault.key(), what, List.of());
  }

  /** What was asked for is damaged on the disk and is being made again. */
  private void damaged(Context ctx, RuntimeException damage) {
    LOG.warn("{}: {}", ctx.path().replaceAll("\\p{Cntrl}", "?"), damage.getMessage());
    health.report(damage);
    ctx.header("Retry-After", Long.toString(MENDING_SECONDS));
    String what = pages.labels(ctx).text("error.damaged.do", MENDING_SECONDS);
    if (ProblemDetails.wantsJson(ctx)) {
      ProblemDetails.answer(ctx, 503, "Unavailable", what);
      return;
    }
    show(ctx, 503, "damaged", what, List.of());
  }

  /** A part of the index cannot be asked: no answer rather than a smaller one. */
  private void unreachable(Context ctx, RuntimeException absence) {
    LOG.warn("{}: {}", ctx.path().replaceAll("\\p{Cntrl}", "?"), absence.getMessage());
    ctx.header("Retry-After", Long.toString(AWAY_SECONDS));
    String what = pages.labels(ctx).text("error.unreachable.do", AWAY_SECONDS);
    if (ProblemDetails.wantsJson(ctx)) {
      ProblemDetails.answer(ctx, 503, "Unavailable", what);
      return;
    }
    show(ctx, 503, "unreachable", what, List.of());
  }

  private static Optional<RuntimeException> cause(Throwable e, Predicate<RuntimeException> wanted) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RuntimeException runtime && wanted.test(runtime)) {
        return Optional.of(runtime);
      }
    }
    return Optional.empty();
  }

  private static boolean tellsDamage(RuntimeException e) {
    return e instanceof DamagedIndexException
        || e instanceof DamagedRecordException
        || e instanceof DamagedLedgerException;
  }

  private static boolean tellsAbsence(RuntimeException e) {
    return e instanceof ShardUnreachableException || e instanceof StateGoneException;
  }

  /** Whether nobody waits for the answer any more, or the request never came to its end. */
  private static boolean leftByClient(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EofException || cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static String clipped(String value) {
    return value.length() > 60 ? value.substring(0, 60) + "…" : value;
  }

  private void show(Context ctx, int status, String kind, String what, List<Hit> nearest) {
    ctx.status(status);
    Labels labels = pages.labels(ctx);
    String title = labels.text("error." + kind + ".title");
    Map<String, Object> model = new HashMap<>();
    model.put("heading", title);
    model.put("what", what);
    model.put("status", status);
    model.put("nearest", HitView.plain(nearest, pages.links(ctx)));
    model.put("query", "");
    pages.show(ctx, "error/error", PageHead.unlisted(title, "/"), model);
  }
}
