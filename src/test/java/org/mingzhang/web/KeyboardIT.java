package org.mingzhang.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal without a mouse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class KeyboardIT {
  /** Says where the keyboard is, how it is shown, and empty once the page has been left. */
  private static final String STOP =
      """
      (() => {
        const e = document.activeElement;
        if (!e || e === document.body) return '';
        const hidden = e.matches('label > input') && e.nextElementSibling;
        const shown = hidden ? e.nextElementSibling : e;
        const s = getComputedStyle(shown);
        const r = shown.getBoundingClientRect();
        const seen = r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight
          && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2
          && s.visibility === 'visible' && s.opacity !== '0';
        return (seen ? 'seen ' : 'UNSEEN ') + e.outerHTML.slice(0, 120);
      })()
      """;

  private static final String MAX_MOTION_LENGTH =
      """
      Math.max(...[...document.querySelectorAll('*')].flatMap(e => {
        const s = getComputedStyle(e);
        return [s.transitionDuration, s.animationDuration].join(',').split(',').map(parseFloat);
      }))
      """;

  private BrowserWalk walk;

  @BeforeAll
  void start(@TempDir Path folder) {
    walk = BrowserWalk.start(folder);
  }

  @AfterAll
  void stop() {
    if (walk != null) {
      walk.close();
    }
  }

  private void walk(boolean script, Consumer<Page> steps) {
    walk.walk(new BrowserWalk.Look(1280, ColorScheme.LIGHT, script), steps);
  }

  /** Presses Tab until an element is reached, as often as a patient reader would. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 120; i++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
        return;
      }
    }
    throw new AssertionError("the Tab key does not reach " + selector + " on " + page.url());
  }

  private static void ready(Page page) {
    assertThat(page.locator("#q")).hasAttribute("role", "combobox");
  }

  @Test
  void a_reader_narrows_downloads_opens_and_walks_the_hits() {
    walk(
        true,
        page -> {
          page.navigate("/");
          ready(page);
          page.keyboard().press("/");
          page.keyboard().type("公务接待费");
          page.keyboard().press("Enter");
          page.waitForURL(Pattern.compile("/search"));
          ready(page);
          tabTo(page, "#facet-year a.value[href*='year=2023']");
          page.keyboard().press("Enter");
          assertThat(page.locator(".hit")).hasCount(2);
          assertThat(page.locator("#facet-year a.value[href]:focus")).hasCount(1);
          ready(page);
          tabTo(page, ".menu > summary");
          page.keyboard().press("Enter");
          assertThat(page.locator(".menu[open] ul")).isVisible();
          page.keyboard().press("Escape");
          assertThat(page.locator(".menu[open]")).hasCount(0);
          tabTo(page, ".hit h2 a");
          page.keyboard().press("Enter");
          page.waitForURL(Pattern.compile("/d/"));
          ready(page);
          tabTo(page, ".next-hit");
          page.keyboard().press("Enter");
          assertThat(page.locator(".hit-count")).containsText("第 1 处");
          tabTo(page, ".cite a[download]");
          tabTo(page, ".embed summary");
          page.keyboard().press("Enter");
          assertThat(page.locator(".embed textarea")).isVisible();
        });
  }

  @Test
  void tables_are_sorted_colors_changed_and_pages_turned() {
    walk(
        true,
        page -> {
          page.navigate("/d/qsqzgh-2024-bmjs?view=tables");
          ready(page);
          tabTo(page, "button.theme");
          page.keyboard().press("Enter");
          assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
          tabTo(page, "table.sortable th button");
          page.keyboard().press("Enter");
          assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
          page.navigate("/d/bsqzgh-2023-bmjs/pages");
          assertThat(page.locator(".viewer-place")).hasText("第 1 页，共 2 页");
          tabTo(page, ".next-page");
          page.keyboard().press("Enter");
          assertThat(page.locator(".viewer-place")).hasText("第 2 页，共 2 页");
        });
  }

  @Test
  void without_script_the_same_is_done_with_links() {
    walk(
        false,
        page -> {
          page.navigate("/");
          tabTo(page, "form.search input[type=search]");
          page.keyboard().type("公务接待费");
          page.keyboard().press("Enter");
          page.waitForURL(Pattern.compile("/search"));
          tabTo(page, "#facet-year a.value[href*='year=2023']");
          page.keyboard().press("Enter");
          page.waitForURL(Pattern.compile("year=2023"));
          tabTo(page, ".hit h2 a");
          page.keyboard().press("Enter");
          page.waitForURL(Pattern.compile("/d/"));
          tabTo(page, "a[href='#h1']");
          page.keyboard().press("Enter");
          assertThat(page).hasURL(Pattern.compile("#h1$"));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=%E4%B8%89%E5%85%AC&year=2024",
        "/search?scope=indicators",
        "/d/qsqzgh-2024-bmjs?view=tables",
        "/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk?q=%E5%85%AC%E5%8A%A1",
        "/d/bsqzgh-2023-bmjs/pages?section=qk-ztqk",
        "/compare",
        "/batch",
        "/admin",
        "/admin/login"
      })
  void every_stop_of_the_tab_key_is_seen(String path) {
    walk(
        true,
        page -> {
          page.navigate(path);
          ready(page);
          if (path.contains("/pages")) {
            page.locator(".sheet-of-paper canvas[height]").waitFor();
          }
          List<String> unseen = new ArrayList<>();
          int stops = 0;
          for (int i = 0; i < 70; i++) {
            page.keyboard().press("Tab");
            String stop = stop(page);
            if (stop.isEmpty()) {
              break;
            }
            stops++;
            if (stop.startsWith("UNSEEN")) {
              unseen.add(stop);
            }
          }
          assertThat(unseen).isEmpty();
          assertThat(stops).isGreaterThan(10);
        });
  }

  /** Looks again where the page may still have been moving to the place. */
  private static String stop(Page page) {
    String stop = String.valueOf(page.evaluate(STOP));
    if (stop.startsWith("UNSEEN")) {
      page.waitForTimeout(300);
      return String.valueOf(page.evaluate(STOP));
    }
    return stop;
  }

  @Test
  void nothing_moves_for_those_who_want_no_motion() {
    walk(
        true,
        page -> {
          for (String path : List.of("/", "/search?q=%E4%B8%89", "/d/qsqzgh-2024-bmjs/qk-ztqk")) {
            page.navigate(path);
            assertThat(((Number) page.evaluate(MAX_MOTION_LENGTH)).doubleValue()).as(path).isZero();
          }
        });
  }
}
