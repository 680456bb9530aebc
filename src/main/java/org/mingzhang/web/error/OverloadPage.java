package org.mingzhang.web.error;

import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;

/**
 * Answers to requests that are refused because of load. The page is rendered once for each language
 * and status, so that a refusal costs almost nothing; programs get a line of text. Thread-safe.
 */
final class OverloadPage {
  /** The key under which a rendered page is cached: its language and HTTP status. */
  private record PageKey(Language language, int status) {}

  private final PageRenderer pages;
  private final Map<PageKey, String> renderedPages = new ConcurrentHashMap<>();

  OverloadPage(PageRenderer pages) {
    this.pages = pages;
  }

  /**
   * Answers a refused request.
   *
   * @param status 429 if this client sent too many requests, 503 if all clients together sent too
   *     many
   * @param seconds number of seconds after which to retry
   */
  void show(Context ctx, int status, long seconds) {
    ctx.status(status);
    if (wantsPage(ctx.header("Accept"))) {
      PageKey pageKey = new PageKey(PageRenderer.language(ctx), status);
      ctx.html(withSeconds(renderedPages.computeIfAbsent(pageKey, this::render), seconds));
    } else {
      String subject = pages.labels(ctx).text("error." + status + ".do");
      ctx.contentType("text/plain; charset=utf-8").result(withSeconds(subject, seconds) + "\n");
    }
  }

  private static boolean wantsPage(@Nullable String accept) {
    return accept != null && accept.contains("text/html");
  }

  private static String withSeconds(String text, long seconds) {
    return text.replace("{0}", Long.toString(seconds));
  }

  private String render(PageKey pageKey) {
    Labels labels = pages.labels(pageKey.language());
    return pages.renderStandalone(
        "error/busy",
        pageKey.language(),
        Map.of(
            "status",
            pageKey.status(),
            "heading",
            labels.text("error." + pageKey.status() + ".title"),
            "what",
            labels.text("error." + pageKey.status() + ".do")));
  }
}
