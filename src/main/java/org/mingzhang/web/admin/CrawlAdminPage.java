package org.mingzhang.web.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;

/**
 * The pages {@code /admin/collect}: state of the collection, and forms to change sources. They
 * require a session.
 */
final class CrawlAdminPage {
  private static final String PATH = "/admin/collect";
  private static final String SOURCE_PATH = PATH + "/source";

  private final AdminAuthenticator authenticator;
  private final AdminActionExecutor actionExecutor;
  private final PageRenderer pages;

  CrawlAdminPage(
      AdminAuthenticator authenticator, AdminActionExecutor actionExecutor, PageRenderer pages) {
    this.authenticator = authenticator;
    this.actionExecutor = actionExecutor;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get(PATH, this::showList);
    routes.head(PATH, this::showList);
    routes.get(SOURCE_PATH, this::showForm);
    routes.head(SOURCE_PATH, this::showForm);
    routes.post(SOURCE_PATH, this::saveSource);
    routes.post(SOURCE_PATH + "/remove", this::removeSource);
    routes.post(PATH + "/contact", this::changeContact);
    routes.post(PATH + "/visit", this::requestRun);
  }

  /**
   * A field of the form in which a source is edited.
   *
   * @param key the key
   * @param value its value, with one item per line for lists
   */
  public record SourceFormField(Administration.SourceField key, String value) {}

  /** The session of a request. If there is none, the request is redirected to the login page. */
  private Optional<AdminSession> requireSession(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    Optional<AdminSession> session = authenticator.findSession(ctx);
    if (session.isEmpty()) {
      ctx.header("Location", "/admin/login").status(303);
    }
    return session;
  }

  /**
   * The session that sent a form. If there is none, the request is redirected to the login page; if
   * its form key is not the key of the session, it is answered with 403. Empty in both cases.
   */
  private Optional<AdminSession> requireFormSession(Context ctx) {
    Optional<AdminSession> session = requireSession(ctx);
    if (session.isPresent() && !authenticator.isFormOfSession(ctx, session.get())) {
      ctx.status(403).result(pages.labels(ctx).text("admin.403") + "\n");
      return Optional.empty();
    }
    return session;
  }

  private void showList(Context ctx) throws IOException {
    Optional<AdminSession> session = requireSession(ctx);
    if (session.isPresent()) {
      show(ctx, session.get(), 200, "");
    }
  }

  private void show(Context ctx, AdminSession session, int status, String message)
      throws IOException {
    ctx.status(status);
    Map<String, Object> model = new HashMap<>();
    model.put("message", message);
    model.put("refused", status >= 400);
    model.put("key", session.formKey());
    model.put("state", actionExecutor.administration().crawlStatus());
    model.put("settings", settings());
    pages.show(
        ctx,
        "admin/admin-collect",
        PageHead.withoutIndexing(pages.labels(ctx).text("admin.collect"), PATH),
        model);
  }

  /**
   * The settings of sources; null if their file is invalid, which {@link
   * Administration.CrawlStatus#fault} reports.
   */
  private Administration.@Nullable SourceSettings settings() {
    try {
      return actionExecutor.administration().sources();
    } catch (IOException fault) {
      return null;
    }
  }

  /**
   * Shows the form for the source named in the address, or for a new source if none is named. If
   * there is no such source, shows the list with 404.
   */
  private void showForm(Context ctx) throws IOException {
    Optional<AdminSession> session = requireSession(ctx);
    if (session.isEmpty()) {
      return;
    }
    String name = Objects.requireNonNullElse(ctx.queryParam("name"), "");
    Administration.SourceSettings settings = actionExecutor.administration().sources();
    Optional<Map<String, String>> entry =
        settings.entries().stream().filter(e -> name.equals(e.get("name"))).findFirst();
    if (entry.isEmpty() && !name.isEmpty()) {
      show(ctx, session.get(), 404, pages.labels(ctx).text("admin.collect.unknown", name));
      return;
    }
    showForm(ctx, session.get(), 200, "", name, entry.orElse(Map.of()), settings.fingerprint());
  }

  private void showForm(
      Context ctx,
      AdminSession session,
      int status,
      String message,
      String name,
      Map<String, String> values,
      String fingerprint) {
    ctx.status(status);
    Map<String, Object> model = new HashMap<>();
    model.put("message", message);
    model.put("key", session.formKey());
    model.put("was", name);
    model.put("fingerprint", fingerprint);
    model.put(
        "fields",
        actionExecutor.administration().listSourceFields().stream()
            .map(key -> new SourceFormField(key, values.getOrDefault(key.name(), "")))
            .toList());
    String title = name.isEmpty() ? "admin.collect.add" : "admin.collect.change";
    pages.show(
        ctx,
        "admin/admin-source",
        PageHead.withoutIndexing(pages.labels(ctx).text(title), SOURCE_PATH),
        model);
  }

  private static String formValue(Context ctx, String name) {
    return Objects.requireNonNullElse(ctx.formParam(name), "").strip();
  }

  private void saveSource(Context ctx) throws IOException {
    Optional<AdminSession> session = requireFormSession(ctx);
    if (session.isEmpty()) {
      return;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    actionExecutor
        .administration()
        .listSourceFields()
        .forEach(key -> fields.put(key.name(), formValue(ctx, key.name())));
    String previousName = formValue(ctx, "was");
    String fingerprint = formValue(ctx, "fingerprint");
    try {
      actionExecutor.putSource(
          ctx.ip(), previousName.isEmpty() ? null : previousName, fields, fingerprint);
      showListWithSuccess(ctx, session.get(), fields.getOrDefault("name", ""));
    } catch (Administration.ActionRefusedException e) {
      showForm(
          ctx,
          session.get(),
          e.status(),
          refusalMessage(ctx, e),
          previousName,
          fields,
          fingerprint);
    }
  }

  private String refusalMessage(Context ctx, Administration.ActionRefusedException e) {
    Labels labels = pages.labels(ctx);
    return labels.text("admin.refused", labels.reason(e.reason()));
  }

  private void showListWithSuccess(Context ctx, AdminSession session, String subject)
      throws IOException {
    show(ctx, session, 200, pages.labels(ctx).format("admin.done", subject));
  }

  /** Executes an action and shows the list with its outcome. */
  private void execute(Context ctx, String subject, AdminActionExecutor.Action action)
      throws IOException {
    Optional<AdminSession> session = requireFormSession(ctx);
    if (session.isEmpty()) {
      return;
    }
    try {
      action.execute();
      showListWithSuccess(ctx, session.get(), subject);
    } catch (Administration.ActionRefusedException e) {
      show(ctx, session.get(), e.status(), refusalMessage(ctx, e));
    }
  }

  private void removeSource(Context ctx) throws IOException {
    String name = formValue(ctx, "was");
    execute(
        ctx,
        name,
        () -> actionExecutor.removeSource(ctx.ip(), name, formValue(ctx, "fingerprint")));
  }

  private void changeContact(Context ctx) throws IOException {
    String contact = formValue(ctx, "contact");
    execute(
        ctx,
        contact,
        () -> actionExecutor.setContact(ctx.ip(), contact, formValue(ctx, "fingerprint")));
  }

  private void requestRun(Context ctx) throws IOException {
    String name = formValue(ctx, "name");
    execute(ctx, name, () -> actionExecutor.requestSourceRun(ctx.ip(), name));
  }
}
