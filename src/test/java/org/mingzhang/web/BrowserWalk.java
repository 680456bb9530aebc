package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A portal and a browser to walk through it. */
final class BrowserWalk implements AutoCloseable {
  /**
   * How a reader looks at a page.
   *
   * @param width width of the window in CSS pixels
   * @param colors light or dark
   * @param script whether scripts run
   */
  record Look(int width, ColorScheme colors, boolean script) {}

  /**
   * How long an assertion waits for a page, in milliseconds. Drawing the first page of a PDF takes
   * more than Playwright's five seconds while other tests use the processors.
   */
  private static final double ASSERTION_TIMEOUT_MILLIS = 20_000;

  final RunningPortal portal;
  private final Playwright playwright;
  private final Browser browser;

  private BrowserWalk(RunningPortal portal) {
    this.portal = portal;
    PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_TIMEOUT_MILLIS);
    playwright = Playwright.create(Browsers.options());
    browser = Browsers.launch(playwright);
  }

  /** Starts both; the test is skipped where there is no browser. */
  static BrowserWalk start(Path folder) {
    assumeTrue(Browsers.installed(), "no Chromium is installed");
    return new BrowserWalk(new RunningPortal(folder));
  }

  /** The same with a portal that has alerts. */
  static BrowserWalk startWithAlerts(Path folder) {
    assumeTrue(Browsers.installed(), "no Chromium is installed");
    return new BrowserWalk(RunningPortal.withAlerts(folder));
  }

  /** Walks in a window of its own; nothing may be loaded from elsewhere or break on the way. */
  void walk(Look look, Consumer<Page> steps) {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(portal.origin)
                .setJavaScriptEnabled(look.script())
                .setViewportSize(look.width(), 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(look.colors()))) {
      context
          .request()
          .post(
              "/admin/login",
              RequestOptions.create().setForm(FormData.create().set("token", portal.token)));
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(
          m -> {
            // The browser says so itself of pages that are not there and of scripts kept from
            // loading.
            if (m.type().equals("error") && !m.text().startsWith("Failed to load resource")) {
              complaints.add(m.text());
            }
          });
      page.onPageError(complaints::add);
      page.onRequest(r -> assertThat(r.url()).startsWith(portal.origin));
      steps.accept(page);
      assertThat(complaints).isEmpty();
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    portal.close();
  }
}
