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
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.http.ProblemDetails;

/**
 * The addresses of administration: the page {@code /admin} for people, {@code /api/v1/admin/} for
 * programs. Who asks is decided before anything of a request's body is read.
 */
public final class AdminRoutes {
  private final AdminAccess access;
  private final AdminActions actions;
  private final AdminPages people;
  private final CollectionPage collection;
  private final DossierSharing dossiers;

  /**
   * Routes to an administration, open to whoever has the token.
   *
   * @param secure whether readers reach the portal over TLS only
   */
  public AdminRoutes(AdminSettings settings, Pages pages, boolean secure) {
    this.access = new AdminAccess(settings.token(), settings.clock(), secure);
    this.actions = new AdminActions(settings.administration(), settings.log());
    this.people = new AdminPages(access, actions, pages);
    this.collection = new CollectionPage(access, actions, pages);
    this.dossiers = new DossierSharing(access, actions, pages);
  }

  /** Adds them. */
  public void addTo(RoutesConfig routes) {
    collection.addTo(routes);
    dossiers.addTo(routes);
    people.addTo(routes);
    routes.get("/api/v1/admin/status", this::status);
    routes.head("/api/v1/admin/status", this::status);
    routes.post("/api/v1/admin/documents", this::upload);
    routes.get("/api/v1/admin/queue/{id}", this::entry);
    routes.post("/api/v1/admin/documents/{document}/{action}", this::act);
  }

  private boolean program(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    if (access.program(ctx)) {
      return true;
    }
    ctx.header("WWW-Authenticate", "Bearer");
    ProblemDetails.answer(ctx, 401, "Unauthorized", "send Authorization: Bearer TOKEN");
    return false;
  }

  private void status(Context ctx) {
    if (!program(ctx)) {
      return;
    }
    Administration.Status status = actions.status();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("documents", status.documents());
    answer.put("queued", status.queued());
    answer.put("queue", status.waiting().stream().map(AdminRoutes::told).toList());
    answer.put("ended", status.ended().stream().map(AdminRoutes::told).toList());
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
                        "when", r.when().toString(),
                        "reason", r.reason()))
            .toList());
    ctx.json(answer);
  }

  private void upload(Context ctx) throws IOException {
    if (!program(ctx)) {
      return;
    }
    String name = Objects.requireNonNullElse(ctx.queryParam("name"), "");
    try (InputStream content = ctx.bodyInputStream()) {
      Administration.Queued queued =
          actions.upload(ctx.ip(), name, ctx.queryParam("replaces"), content);
      String status = "/api/v1/admin/queue/" + queued.id();
      ctx.status(202)
          .header("Location", status)
          .json(Map.of("queued", List.of(queued.name()), "id", queued.id(), "status", status));
    } catch (Administration.RefusedException e) {
      ProblemDetails.answer(ctx, e.status(), "Refused", e.reason());
    }
  }

  /** What became of a file that was answered 202. */
  private void entry(Context ctx) {
    if (!program(ctx)) {
      return;
    }
    String id = ctx.pathParam("id");
    Optional<IntakeEntry> entry =
        id.matches("\\d{1,18}") ? actions.entry(Long.parseLong(id)) : Optional.empty();
    if (entry.isPresent()) {
      ctx.json(told(entry.get()));
    } else {
      ProblemDetails.answer(ctx, 404, "Not Found", "nothing was queued as " + id);
    }
  }

  private static Map<String, Object> told(IntakeEntry entry) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", entry.id());
    told.put("file", entry.offer().name());
    told.put("state", entry.state().name().toLowerCase(Locale.ROOT));
    told.put("accepted", entry.accepted().toString());
    told.put("document", entry.documentId());
    told.put("message", entry.message());
    return told;
  }

  private void act(Context ctx) throws IOException {
    if (!program(ctx)) {
      return;
    }
    String reason = Objects.requireNonNullElse(ctx.queryParam("reason"), "");
    try {
      String document =
          actions.act(ctx.ip(), ctx.pathParam("action"), ctx.pathParam("document"), reason);
      ctx.json(Map.of("document", document));
    } catch (Administration.RefusedException e) {
      ProblemDetails.answer(ctx, e.status(), "Refused", e.reason());
    }
  }
}
