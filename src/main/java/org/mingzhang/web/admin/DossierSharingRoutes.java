package org.mingzhang.web.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.archive.SharedDossier;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.dossier.Dossier;
import org.mingzhang.web.dossier.DossierFileCodec;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.http.ProblemDetails;

/**
 * Routes that share dossiers by read-only links: {@code /admin/dossier} for people, which asks for
 * the token if they have no session, and {@code /api/v1/admin/dossiers} for programs.
 */
final class DossierSharingRoutes {
  private static final String PATH = "/admin/dossier";
  private static final String SHARED_PATH = "/dossier/shared/";

  private final AdminAuthenticator authenticator;
  private final AdminActionExecutor actionExecutor;
  private final PageRenderer pages;

  DossierSharingRoutes(
      AdminAuthenticator authenticator, AdminActionExecutor actionExecutor, PageRenderer pages) {
    this.authenticator = authenticator;
    this.actionExecutor = actionExecutor;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get(PATH, ctx -> show(ctx, 200, "", ""));
    routes.head(PATH, ctx -> show(ctx, 200, "", ""));
    routes.post(PATH, this::renderPreview);
    routes.post(PATH + "/share", this::share);
    routes.post(PATH + "/end", this::endSharing);
    routes.post("/api/v1/admin/dossiers", this::shareByApi);
    routes.delete("/api/v1/admin/dossiers/{id}", this::endSharingByApi);
  }

  /** Shows the dossier to be shared, which the dossiers page sends without a session. */
  private void renderPreview(Context ctx) {
    show(ctx, 200, "", readSentDossier(ctx));
  }

  private static String readSentDossier(Context ctx) {
    return Objects.requireNonNullElse(ctx.formParam("dossier"), "");
  }

  private void share(Context ctx) throws IOException {
    Optional<AdminSession> session = authenticator.findSession(ctx);
    boolean may =
        session.isPresent()
            ? authenticator.isFormOfSession(ctx, session.get())
            : authenticator.isSameOrigin(ctx)
                && authenticator.logIn(ctx, Objects.requireNonNullElse(ctx.formParam("token"), ""));
    if (!may) {
      show(ctx, 403, session.isPresent() ? "admin.403" : "admin.wrong", readSentDossier(ctx));
      return;
    }
    SharedDossier shared = shareSentDossier(ctx, readSentDossier(ctx));
    ctx.header("Cache-Control", "no-store")
        .header("Location", pages.links(ctx).page(SHARED_PATH + shared.id()))
        .status(303);
  }

  private SharedDossier shareSentDossier(Context ctx, String dossierJson) throws IOException {
    Dossier dossier = DossierFileCodec.read(dossierJson);
    return actionExecutor.shareDossier(ctx.ip(), dossier.title(), DossierFileCodec.write(dossier));
  }

  private void endSharing(Context ctx) throws IOException {
    Optional<AdminSession> session = authenticator.findSession(ctx);
    if (session.isEmpty() || !authenticator.isFormOfSession(ctx, session.get())) {
      show(ctx, 403, "admin.ended.session", "");
      return;
    }
    actionExecutor.unshareDossier(ctx.ip(), Objects.requireNonNullElse(ctx.formParam("id"), ""));
    show(ctx, 200, "", "");
  }

  /**
   * Shows the page. Without a session and without a dossier, redirects to the login page instead,
   * whatever the status.
   */
  private void show(Context ctx, int status, String messageKey, String dossierJson) {
    ctx.header("Cache-Control", "no-store").status(status);
    Optional<AdminSession> session = authenticator.findSession(ctx);
    if (session.isEmpty() && dossierJson.isEmpty()) {
      ctx.header("Location", "/admin/login").status(303);
      return;
    }
    Map<String, Object> model = new HashMap<>();
    model.put("message", messageKey.isEmpty() ? "" : pages.labels(ctx).text(messageKey));
    model.put("refused", status >= 400);
    model.put("key", session.map(AdminSession::formKey).orElse(""));
    model.put(
        "dossier",
        dossierJson.isEmpty() ? new Dossier("", List.of()) : DossierFileCodec.read(dossierJson));
    model.put("json", dossierJson);
    model.put(
        "shared",
        session.isEmpty() ? List.of() : actionExecutor.administration().listSharedDossiers());
    pages.show(
        ctx,
        "admin/admin-dossier",
        PageHead.withoutIndexing(pages.labels(ctx).text("admin.dossier"), PATH),
        model);
  }

  private void shareByApi(Context ctx) throws IOException {
    if (!authenticator.requireBearerToken(ctx)) {
      return;
    }
    try {
      SharedDossier shared = shareSentDossier(ctx, ctx.body());
      ctx.status(201)
          .header("Location", SHARED_PATH + shared.id())
          .json(Map.of("id", shared.id(), "url", pages.origin(ctx) + SHARED_PATH + shared.id()));
    } catch (BadParameterException e) {
      ProblemDetails.answer(ctx, 400, "Bad Request", String.valueOf(e.getMessage()));
    }
  }

  private void endSharingByApi(Context ctx) throws IOException {
    if (!authenticator.requireBearerToken(ctx)) {
      return;
    }
    if (actionExecutor.unshareDossier(ctx.ip(), ctx.pathParam("id"))) {
      ctx.status(204);
    } else {
      ProblemDetails.answer(
          ctx, 404, "Not Found", "there is no shared dossier " + ctx.pathParam("id"));
    }
  }
}
