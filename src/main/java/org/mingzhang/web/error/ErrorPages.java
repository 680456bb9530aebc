package org.mingzhang.web.error;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
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
import org.mingzhang.search.ExpiredStateException;
import org.mingzhang.search.Hit;
import org.mingzhang.search.ShardUnreachableException;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.RemovedDocumentException;
import org.mingzhang.web.http.ExternalFault;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.http.ProblemDetails;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.HitView;
import org.mingzhang.web.source.DataHealth;
import org.mingzhang.web.source.PortalServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers to requests that fail: pages for readers, problem details for programs. The answers say
 * what is wrong and what to do; stack traces and messages of exceptions go to the log only.
 */
public final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  /**
   * Number of seconds after which to retry while data is being repaired. Repairing a small archive
   * takes less.
   */
  private static final long REPAIR_RETRY_SECONDS = 60;

  /** Number of seconds after which to retry if a shard of the index cannot be reached. */
  private static final long UNREACHABLE_RETRY_SECONDS = 15;

  private final PageRenderer pages;
  private final NearestMatchFinder nearestMatches;
  private final OverloadPage overloadPage;
  private final DataHealth health;

  /**
   * Creates the answers. The search of the services and the catalog are used to suggest documents.
   */
  public ErrorPages(PageRenderer pages, PortalServices services, DocumentCatalog catalog) {
    this.pages = pages;
    this.health = services.health();
    this.nearestMatches = new NearestMatchFinder(services.search(), catalog);
    this.overloadPage = new OverloadPage(pages);
  }

  /**
   * Answers with 404: there is nothing at the address. The page suggests documents.
   *
   * @param suggestionQuery query for suggestions; empty to use the words of the address
   */
  public void sendNotFound(Context ctx, String suggestionQuery) {
    String subject = pages.labels(ctx).text("error.404.do");
    if (ProblemDetails.isWanted(ctx)) {
      ProblemDetails.answer(ctx, 404, "Not Found", subject);
      return;
    }
    show(ctx, 404, "404", subject, nearestMatches.find(ctx.path(), suggestionQuery));
  }

  /** Answers with 410: the document was removed. */
  public void sendGone(Context ctx, RemovedDocumentException e) {
    String subject = pages.labels(ctx).format("error.410.do", e.day().toString(), e.reason());
    sendError(ctx, 410, "Gone", "410", subject);
  }

  /** Answers with 400: a parameter is wrong. */
  public void sendBadRequest(Context ctx, BadParameterException e) {
    sendError(ctx, 400, "Bad Request", "400", pages.labels(ctx).describe(e.fault()));
  }

  /**
   * Answers a method that the address does not have: OPTIONS, which browsers send before pages of
   * other sites read the API, with the methods that the address has; other methods with 405.
   */
  public void sendMethodNotAllowed(Context ctx, HttpResponseException e) {
    String methods = e.getDetails().getOrDefault("availableMethods", "") + ", OPTIONS";
    ctx.header("Allow", methods);
    if (ctx.method().equals(HandlerType.OPTIONS)) {
      if (ctx.res().containsHeader("Access-Control-Allow-Origin")) {
        ctx.header("Access-Control-Allow-Methods", methods);
        ctx.header("Access-Control-Allow-Headers", "*");
      }
      ctx.status(HttpStatus.NO_CONTENT).result("");
      return;
    }
    String subject = pages.labels(ctx).text("error.405.do", ctx.method().name(), methods);
    sendError(ctx, 405, "Method Not Allowed", "405", subject);
  }

  /** Answers with 429 if the client, or 503 if the portal, has too many requests at once. */
  public void sendBusy(Context ctx, int status, long retrySeconds) {
    ctx.header("Retry-After", Long.toString(retrySeconds));
    if (ProblemDetails.isWanted(ctx)) {
      String subject = pages.labels(ctx).text("error." + status + ".do", retrySeconds);
      ProblemDetails.answer(
          ctx, status, status == 429 ? "Too Many Requests" : "Unavailable", subject);
      return;
    }
    overloadPage.show(ctx, status, retrySeconds);
  }

  /**
   * Answers a request whose handler threw an exception, by the exception's cause. Damaged data is
   * reported to {@link DataHealth}. An error of the program is logged under a number, which is
   * shown to the reader. If the client has closed the connection, only the status 400 is set.
   */
  public void sendFailure(Context ctx, Exception e) {
    if (isClientDisconnect(e)) {
      ctx.status(400);
      return;
    }
    Optional<ExternalFault> fault = ExternalFault.find(e);
    if (fault.isPresent()) {
      sendFault(ctx, fault.get(), e);
      return;
    }
    Optional<RuntimeException> damage = findCause(e, ErrorPages::isDataDamage);
    if (damage.isPresent()) {
      health.report(damage.get());
      sendUnavailable(ctx, damage.get(), "damaged", REPAIR_RETRY_SECONDS);
      return;
    }
    Optional<RuntimeException> unreachable = findCause(e, ErrorPages::isShardUnreachable);
    if (unreachable.isPresent()) {
      sendUnavailable(ctx, unreachable.get(), "unreachable", UNREACHABLE_RETRY_SECONDS);
      return;
    }
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("request {} failed: {}", number, ctx.path().replaceAll("\\p{Cntrl}", "?"), e);
    String subject = pages.labels(ctx).text("error.500.do", number);
    sendError(ctx, 500, "Internal Server Error", "500", subject);
  }

  private void sendFault(Context ctx, ExternalFault fault, Exception e) {
    if (fault.status() >= 500) {
      LOG.error("a request could not be served: {}", String.valueOf(e));
    }
    String subject = pages.labels(ctx).text("error." + fault.key() + ".do");
    sendError(ctx, fault.status(), fault.title(), fault.key(), subject);
  }

  /**
   * Answers with 503: data is damaged and being repaired, or a shard of the index cannot be
   * reached.
   */
  private void sendUnavailable(
      Context ctx, RuntimeException e, String messageKey, long retrySeconds) {
    LOG.warn("{}: {}", ctx.path().replaceAll("\\p{Cntrl}", "?"), e.getMessage());
    ctx.header("Retry-After", Long.toString(retrySeconds));
    String subject = pages.labels(ctx).text("error." + messageKey + ".do", retrySeconds);
    sendError(ctx, 503, "Unavailable", messageKey, subject);
  }

  /** Answers with problem details for programs, with a page for readers. */
  private void sendError(Context ctx, int status, String title, String messageKey, String detail) {
    if (ProblemDetails.isWanted(ctx)) {
      ProblemDetails.answer(ctx, status, title, detail);
      return;
    }
    show(ctx, status, messageKey, detail, List.of());
  }

  private static Optional<RuntimeException> findCause(
      Throwable e, Predicate<RuntimeException> condition) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RuntimeException runtime && condition.test(runtime)) {
        return Optional.of(runtime);
      }
    }
    return Optional.empty();
  }

  private static boolean isDataDamage(RuntimeException e) {
    return e instanceof DamagedIndexException
        || e instanceof DamagedRecordException
        || e instanceof DamagedLedgerException;
  }

  private static boolean isShardUnreachable(RuntimeException e) {
    return e instanceof ShardUnreachableException || e instanceof ExpiredStateException;
  }

  /** Whether the client closed the connection or did not send its request completely. */
  private static boolean isClientDisconnect(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EofException || cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private void show(Context ctx, int status, String messageKey, String subject, List<Hit> nearest) {
    ctx.status(status);
    Labels labels = pages.labels(ctx);
    String title = labels.text("error." + messageKey + ".title");
    Map<String, Object> model = new HashMap<>();
    model.put("heading", title);
    model.put("what", subject);
    model.put("status", status);
    model.put("nearest", HitView.withoutHighlights(nearest, pages.links(ctx)));
    model.put("query", "");
    pages.show(ctx, "error/error", PageHead.withoutIndexing(title, "/"), model);
  }
}
