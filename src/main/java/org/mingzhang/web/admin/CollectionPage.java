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
import org.mingzhang.web.http.Pages;

/**
 * The pages {@code /admin/collect}: what was visited, found and refused, and the sources, which are
 * changed there; for who has logged in.
 */
final class CollectionPage {
  private static final String PATH = "/admin/collect";
  private static final String SOURCE = PATH + "/source";

  private final AdminAccess access;
  private final AdminActions actions;
  private final Pages pages;

  CollectionPage(AdminAccess access, AdminActions actions, Pages pages) {
    this.access = access;
    this.actions = actions;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get(PATH, this::list);
    routes.head(PATH, this::list);
    routes.get(SOURCE, this::form);
    routes.head(SOURCE, this::form);
    routes.post(SOURCE, this::put);
    routes.post(SOURCE + "/remove", this::remove);
    routes.post(PATH + "/contact", this::contact);
    routes.post(PATH + "/visit", this::visit);
  }

  /**
   * A field of the form.
   *
   * @param key what it says
   * @param value its value, lists one to a line
   */
  public record Field(Administration.SourceKey key, String value) {}

  /** The session of whoever may look; the login is shown where there is none. */
  private Optional<AdminSession> session(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    Optional<AdminSession> session = access.session(ctx);
    if (session.isEmpty()) {
      ctx.header("Location", "/admin/login").status(303);
    }
    return session;
  }

  /** The session of a form sent from one of its pages; where there is none, the answer says so. */
  private Optional<AdminSession> sender(Context ctx) {
    Optional<AdminSession> session = session(ctx);
    if (session.isPresent() && !access.ownForm(ctx, session.get())) {
      ctx.status(403).result(pages.labels(ctx).text("admin.403") + "\n");
      return Optional.empty();
    }
    return session;
  }

  private void list(Context ctx) throws IOException {
    Optional<AdminSession> session = session(ctx);
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
    model.put("state", actions.collecting());
    model.put("settings", settings());
    pages.show(
        ctx,
        "admin/admin-collect",
        PageHead.unlisted(pages.labels(ctx).text("admin.collect"), PATH),
        model);
  }

  /**
   * The sources as they are set; null where their file is not in order, which is told elsewhere.
   */
  private Administration.@Nullable SourceSettings settings() {
    try {
      return actions.sources();
    } catch (IOException fault) {
      return null;
    }
  }

  /** The form of the source that the address names, or of a new one. */
  private void form(Context ctx) throws IOException {
    Optional<AdminSession> session = session(ctx);
    if (session.isEmpty()) {
      return;
    }
    String name = Objects.requireNonNullElse(ctx.queryParam("name"), "");
    Administration.SourceSettings settings = actions.sources();
    Optional<Map<String, String>> entry =
        settings.entries().stream().filter(e -> name.equals(e.get("name"))).findFirst();
    if (entry.isEmpty() && !name.isEmpty()) {
      show(ctx, session.get(), 404, pages.labels(ctx).text("admin.collect.unknown", name));
      return;
    }
    form(ctx, session.get(), 200, "", name, entry.orElse(Map.of()), settings.fingerprint());
  }

  private void form(
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
        actions.sourceKeys().stream()
            .map(key -> new Field(key, values.getOrDefault(key.name(), "")))
            .toList());
    String title = name.isEmpty() ? "admin.collect.add" : "admin.collect.change";
    pages.show(
        ctx, "admin/admin-source", PageHead.unlisted(pages.labels(ctx).text(title), SOURCE), model);
  }

  private static String sent(Context ctx, String name) {
    return Objects.requireNonNullElse(ctx.formParam(name), "").strip();
  }

  private void put(Context ctx) throws IOException {
    Optional<AdminSession> session = sender(ctx);
    if (session.isEmpty()) {
      return;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    actions.sourceKeys().forEach(key -> fields.put(key.name(), sent(ctx, key.name())));
    String was = sent(ctx, "was");
    String fingerprint = sent(ctx, "fingerprint");
    try {
      actions.putSource(ctx.ip(), was.isEmpty() ? null : was, fields, fingerprint);
      done(ctx, session.get(), fields.getOrDefault("name", ""));
    } catch (Administration.RefusedException e) {
      String why = pages.labels(ctx).format("admin.refused", e.reason());
      form(ctx, session.get(), e.status(), why, was, fields, fingerprint);
    }
  }

  private void done(Context ctx, AdminSession session, String about) throws IOException {
    show(ctx, session, 200, pages.labels(ctx).format("admin.done", about));
  }

  /** Does what an administrator asks for; the answer shows the list and what came of it. */
  private void act(Context ctx, String about, AdminActions.Deed deed) throws IOException {
    Optional<AdminSession> session = sender(ctx);
    if (session.isEmpty()) {
      return;
    }
    try {
      deed.done();
      done(ctx, session.get(), about);
    } catch (Administration.RefusedException e) {
      String why = pages.labels(ctx).format("admin.refused", e.reason());
      show(ctx, session.get(), e.status(), why);
    }
  }

  private void remove(Context ctx) throws IOException {
    String name = sent(ctx, "was");
    act(ctx, name, () -> actions.removeSource(ctx.ip(), name, sent(ctx, "fingerprint")));
  }

  private void contact(Context ctx) throws IOException {
    String contact = sent(ctx, "contact");
    act(ctx, contact, () -> actions.setContact(ctx.ip(), contact, sent(ctx, "fingerprint")));
  }

  private void visit(Context ctx) throws IOException {
    String name = sent(ctx, "name");
    act(ctx, name, () -> actions.visitSource(ctx.ip(), name));
  }
}
