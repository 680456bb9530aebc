package org.mingzhang.web.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;

/**
 * The page {@code /admin} and its login page {@code /admin/login}. Without a session, opening the
 * page redirects to the login; a form is answered with the login page and 403, before any of its
 * fields is read.
 */
final class AdminPages {
  private static final String LOGIN_PATH = "/admin/login";

  private final AdminAuthenticator authenticator;
  private final AdminActionExecutor actionExecutor;
  private final PageRenderer pages;

  AdminPages(
      AdminAuthenticator authenticator, AdminActionExecutor actionExecutor, PageRenderer pages) {
    this.authenticator = authenticator;
    this.actionExecutor = actionExecutor;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/admin", this::showPage);
    routes.head("/admin", this::showPage);
    routes.get(LOGIN_PATH, ctx -> showLogin(ctx, 200, ""));
    routes.head(LOGIN_PATH, ctx -> showLogin(ctx, 200, ""));
    routes.post(LOGIN_PATH, this::logIn);
    routes.post("/admin/logout", this::logOut);
    routes.post("/admin/sessions/end", this::endSession);
    routes.post("/admin/upload", this::upload);
    routes.post("/admin/{action}", this::executeDocumentAction);
  }

  private void showPage(Context ctx) throws IOException {
    Optional<AdminSession> session = authenticator.findSession(ctx);
    if (session.isPresent()) {
      show(ctx, session.get(), 200, "", "");
    } else {
      ctx.header("Cache-Control", "no-store").header("Location", LOGIN_PATH).status(303);
    }
  }

  private void logIn(Context ctx) throws IOException {
    if (!authenticator.isSameOrigin(ctx)) {
      showLogin(ctx, 403, "admin.403");
      return;
    }
    String browser = Objects.requireNonNullElse(ctx.userAgent(), "");
    boolean right =
        authenticator.logIn(ctx, Objects.requireNonNullElse(ctx.formParam("token"), ""));
    actionExecutor.logSessionEvent(ctx.ip(), "log in", browser, right ? "done" : "refused");
    if (right) {
      ctx.header("Cache-Control", "no-store").header("Location", "/admin").status(303);
    } else {
      showLogin(ctx, 403, "admin.wrong");
    }
  }

  private void logOut(Context ctx) throws IOException {
    Optional<AdminSession> session = requireFormSession(ctx);
    if (session.isPresent()) {
      authenticator.logOut(ctx, session.get());
      actionExecutor.logSessionEvent(ctx.ip(), "log out", "", "done");
      showLogin(ctx, 200, "admin.out");
    }
  }

  /** Ends the session named in the form, or all other sessions if it names none. */
  private void endSession(Context ctx) throws IOException {
    Optional<AdminSession> own = requireFormSession(ctx);
    if (own.isPresent()) {
      String id = Objects.requireNonNullElse(ctx.formParam("session"), "");
      if (id.isEmpty()) {
        authenticator.endOtherSessions(own.get());
      } else {
        authenticator.endSession(id);
      }
      actionExecutor.logSessionEvent(
          ctx.ip(), "end sessions", id.isEmpty() ? "all others" : id, "done");
      showPage(ctx);
    }
  }

  private void upload(Context ctx) throws IOException {
    Optional<AdminSession> session = requireFormSession(ctx);
    if (session.isEmpty()) {
      return;
    }
    UploadedFile file = ctx.uploadedFile("file");
    if (file == null || file.filename().isBlank()) {
      show(ctx, session.get(), 400, "admin.nofile", "");
      return;
    }
    try (InputStream content = file.content()) {
      String typed = Objects.requireNonNullElse(ctx.formParam("replaces"), "").strip();
      String replacedDocumentId = typed.isEmpty() ? null : extractDocumentId(typed);
      String name =
          actionExecutor.upload(ctx.ip(), file.filename(), replacedDocumentId, content).name();
      show(ctx, session.get(), 200, "admin.queued", name);
    } catch (Administration.ActionRefusedException e) {
      show(ctx, session.get(), e.status(), "admin.refused", pages.labels(ctx).reason(e.reason()));
    }
  }

  private void executeDocumentAction(Context ctx) throws IOException {
    Optional<AdminSession> session = requireFormSession(ctx);
    if (session.isEmpty()) {
      return;
    }
    String document = Objects.requireNonNullElse(ctx.formParam("document"), "").strip();
    String reason = Objects.requireNonNullElse(ctx.formParam("reason"), "").strip();
    try {
      String acted =
          actionExecutor.executeDocumentAction(
              ctx.ip(), ctx.pathParam("action"), extractDocumentId(document), reason);
      show(ctx, session.get(), 200, "admin.done", acted);
    } catch (Administration.ActionRefusedException e) {
      show(ctx, session.get(), e.status(), "admin.refused", pages.labels(ctx).reason(e.reason()));
    }
  }

  /** Extracts the document id from an id or from a pasted address {@code …/d/ID/SECTION}. */
  private static String extractDocumentId(String typedText) {
    int at = typedText.lastIndexOf("/d/");
    return (at < 0 ? typedText : typedText.substring(at + 3)).replaceAll("[/?#].*$", "");
  }

  /**
   * The session that sent a form. If there is none, or if the form is not one of the session,
   * answers with 403 and returns empty.
   */
  private Optional<AdminSession> requireFormSession(Context ctx) {
    Optional<AdminSession> session = authenticator.findSession(ctx);
    if (session.isEmpty()) {
      showLogin(ctx, 403, "admin.ended.session");
    } else if (!authenticator.isFormOfSession(ctx, session.get())) {
      ctx.header("Cache-Control", "no-store");
      ctx.status(403).result(pages.labels(ctx).text("admin.403") + "\n");
      return Optional.empty();
    }
    return session;
  }

  private void showLogin(Context ctx, int status, String messageKey) {
    ctx.header("Cache-Control", "no-store").status(status);
    Map<String, Object> model = new HashMap<>();
    model.put("message", messageKey.isEmpty() ? "" : pages.labels(ctx).text(messageKey));
    model.put("refused", status >= 400);
    pages.show(
        ctx,
        "admin/admin-login",
        PageHead.withoutIndexing(pages.labels(ctx).text("admin.login"), LOGIN_PATH),
        model);
  }

  private void show(
      Context ctx, AdminSession session, int status, String messageKey, String messageArgument) {
    ctx.header("Cache-Control", "no-store").status(status);
    Map<String, Object> model = new HashMap<>();
    model.put(
        "message",
        messageKey.isEmpty() ? "" : pages.labels(ctx).format(messageKey, messageArgument));
    model.put("refused", status >= 400);
    model.put("key", session.formKey());
    model.put("own", session.id());
    model.put("sessions", authenticator.sessions());
    model.put("state", actionExecutor.administration().status());
    pages.show(
        ctx,
        "admin/admin",
        PageHead.withoutIndexing(pages.labels(ctx).text("admin.title"), "/admin"),
        model);
  }
}
