package org.mingzhang.web.error;

import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.render.Labels;

/**
 * What readers see who are turned away: made once for each language and status, so that turning
 * away costs next to nothing; programs get a line of text. Safe on many threads.
 */
final class BusyPage {
  private record Kind(Language language, int status) {}

  private final Pages pages;
  private final Map<Kind, String> made = new ConcurrentHashMap<>();

  BusyPage(Pages pages) {
    this.pages = pages;
  }

  /**
   * Answers.
   *
   * @param status 429 where this reader asked too much, 503 where all together did
   * @param seconds when to come again
   */
  void show(Context ctx, int status, long seconds) {
    ctx.status(status);
    if (wantsPage(ctx.header("Accept"))) {
      Kind kind = new Kind(Pages.language(ctx), status);
      ctx.html(filled(made.computeIfAbsent(kind, this::make), seconds));
    } else {
      String what = pages.labels(ctx).text("error." + status + ".do");
      ctx.contentType("text/plain; charset=utf-8").result(filled(what, seconds) + "\n");
    }
  }

  private static boolean wantsPage(@Nullable String accept) {
    return accept != null && accept.contains("text/html");
  }

  private static String filled(String text, long seconds) {
    return text.replace("{0}", Long.toString(seconds));
  }

  private String make(Kind kind) {
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
