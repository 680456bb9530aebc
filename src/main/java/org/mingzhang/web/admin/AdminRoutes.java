package org.mingzhang.web.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.http.ProblemDetails;

/**
 * The routes of administration: {@code /admin} for people, {@code /api/v1/admin/} for programs.
 * Requests are authenticated before their body is read, except for the login form and the forms of
 * {@code /admin/dossier}.
 */
public final class AdminRoutes {
  private final AdminAuthenticator authenticator;
  private final AdminActionExecutor actionExecutor;
  private final AdminPages adminPages;
  private final CrawlAdminPage crawlPage;
  private final DossierSharingRoutes dossiers;

  /**
   * Creates the routes of an administration.
   *
   * @param usesTls whether the portal is reached over TLS only
   */
  public AdminRoutes(AdminSettings settings, PageRenderer pages, boolean usesTls) {
    this.authenticator =
        new AdminAuthenticator(settings.tokenSource(), settings.clock(), usesTls, pages.baseUrl());
    this.actionExecutor = new AdminActionExecutor(settings.administration(), settings.log());
    this.adminPages = new AdminPages(authenticator, actionExecutor, pages);
    this.crawlPage = new CrawlAdminPage(authenticator, actionExecutor, pages);
    this.dossiers = new DossierSharingRoutes(authenticator, actionExecutor, pages);
  }

  /** Registers the routes of administration with the HTTP server. */
  public void addTo(RoutesConfig routes) {
    crawlPage.addTo(routes);
    dossiers.addTo(routes);
    adminPages.addTo(routes);
    routes.get("/api/v1/admin/status", this::sendStatus);
    routes.head("/api/v1/admin/status", this::sendStatus);
    routes.post("/api/v1/admin/documents", this::upload);
    routes.get("/api/v1/admin/queue/{id}", this::sendQueueEntry);
    routes.post("/api/v1/admin/documents/{document}/{action}", this::executeDocumentAction);
  }

  private void sendStatus(Context ctx) {
    if (!authenticator.requireBearerToken(ctx)) {
      return;
    }
    Administration.Status status = actionExecutor.administration().status();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("documents", status.documents());
    answer.put("queued", status.queued());
    answer.put("queue", status.waitingEntries().stream().map(AdminRoutes::buildJson).toList());
    answer.put("ended", status.endedEntries().stream().map(AdminRoutes::buildJson).toList());
    answer.put(
        "refusals",
        status.refusals().stream()
            .map(r -> Map.of("file", r.name(), "message", String.valueOf(r.message())))
            .toList());
    answer.put(
        "removals",
        status.removals().stream()
            .map(
                r ->
                    Map.of(
                        "document", r.documentId(),
                        "when", r.removedAt().toString(),
                        "reason", r.reason()))
            .toList());
    ctx.json(answer);
  }

  private void upload(Context ctx) throws IOException {
    if (!authenticator.requireBearerToken(ctx)) {
      return;
    }
    String type = Objects.requireNonNullElse(ctx.contentType(), "");
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      ProblemDetails.answer(
          ctx, 415, "Unsupported Media Type", "send the file itself as the body, not in a form");
      return;
    }
    String name = Objects.requireNonNullElse(ctx.queryParam("name"), "");
    try (InputStream content = ctx.bodyInputStream()) {
      Administration.QueuedFile queuedFile =
          actionExecutor.upload(ctx.ip(), name, ctx.queryParam("replaces"), content);
      String status = "/api/v1/admin/queue/" + queuedFile.id();
      ctx.status(202)
          .header("Location", status)
          .json(
              Map.of(
                  "queued", List.of(queuedFile.name()), "id", queuedFile.id(), "status", status));
    } catch (Administration.ActionRefusedException e) {
      ProblemDetails.answer(ctx, e.status(), "Refused", e.reason());
    }
  }

  /** Sends the state of an uploaded file in the queue as JSON; 404 if there is no such entry. */
  private void sendQueueEntry(Context ctx) {
    if (!authenticator.requireBearerToken(ctx)) {
      return;
    }
    String id = ctx.pathParam("id");
    Optional<IngestEntry> entry =
        id.matches("\\d{1,18}")
            ? actionExecutor.administration().findEntry(Long.parseLong(id))
            : Optional.empty();
    if (entry.isPresent()) {
      ctx.json(buildJson(entry.get()));
    } else {
      ProblemDetails.answer(ctx, 404, "Not Found", "there is no queue entry " + id);
    }
  }

  private static Map<String, Object> buildJson(IngestEntry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", entry.id());
    fields.put("file", entry.offer().name());
    fields.put("state", entry.state().name().toLowerCase(Locale.ROOT));
    fields.put("accepted", entry.accepted().toString());
    fields.put("document", entry.documentId());
    fields.put("message", entry.message());
    return fields;
  }

  private void executeDocumentAction(Context ctx) throws IOException {
    if (!authenticator.requireBearerToken(ctx)) {
      return;
    }
    String reason = Objects.requireNonNullElse(ctx.queryParam("reason"), "");
    try {
      String document =
          actionExecutor.executeDocumentAction(
              ctx.ip(), ctx.pathParam("action"), ctx.pathParam("document"), reason);
      ctx.json(Map.of("document", document));
    } catch (Administration.ActionRefusedException e) {
      ProblemDetails.answer(ctx, e.status(), "Refused", e.reason());
    }
  }
}
