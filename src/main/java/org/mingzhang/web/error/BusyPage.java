package org.mingzhang.web.error;

import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.render.Labels;

/**
 * Answers to requests that are refused because of load. The page is rendered once for each language
 * and status, so that a refusal costs almost nothing; programs get a line of text. Safe on many
 * threads.
 */
final class BusyPage {
  private record Kind(Language language, int status) {}

  private final Pages pages;
  private final Map<Kind, String> rendered = new ConcurrentHashMap<>();

  BusyPage(Pages pages) {
    this.pages = pages;
  }

  /**
   * Answers a refused request.
   *
   * @param status 429 if this client has too many requests, 503 if all clients together have
   * @param seconds number of seconds after which to retry
   */
  void show(Context ctx, int status, long seconds) {
    ctx.status(status);
    if (wantsPage(ctx.header("Accept"))) {
      Kind kind = new Kind(Pages.language(ctx), status);
      ctx.html(withSeconds(rendered.computeIfAbsent(kind, this::render), seconds));
    } else {
      String what = pages.labels(ctx).text("error." + status + ".do");
      ctx.contentType("text/plain; charset=utf-8").result(withSeconds(what, seconds) + "\n");
    }
  }

  private static boolean wantsPage(@Nullable String accept) {
    return accept != null && accept.contains("text/html");
  }

  private static String withSeconds(String text, long seconds) {
    return text.replace("{0}", Long.toString(seconds));
  }

  private String render(Kind kind) {
    Labels labels = pages.labels(kind.language());
    return pages.renderStandalone(
        "error/busy",
        kind.language(),
        Map.of(
            "status",
            kind.status(),
            "heading",
            labels.text("error." + kind.status() + ".title"),
            "what",
            labels.text("error." + kind.status() + ".do")));
  }
}
