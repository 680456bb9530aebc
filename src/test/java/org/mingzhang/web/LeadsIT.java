package org.mingzhang.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads in a real browser: crops of the original, the letter, the phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class LeadsIT {
  private static final String CROP =
      "quote => { const figure = document.querySelector('.lead-place');"
          + " figure.innerHTML = '<div class=crop hidden></div>';"
          + " Object.assign(figure.firstChild.dataset, {"
          + " crop: '/d/bsqzgh-2023-bmjs/original', page: '1', quote, label: 'the place' });"
          + " const app = document.querySelector('script[type=module]').src;"
          + " return import(app.replace('app.js', 'crops.js'))"
          + ".then(m => m.crops([figure.firstChild])); }";

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

  private void walk(int width, boolean script, Consumer<Page> steps) {
    walk.walk(new BrowserWalk.Look(width, ColorScheme.LIGHT, script), steps);
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void the_place_is_drawn_from_the_original_also_where_it_is_on_the_next_page(int width) {
    walk(
        width,
        true,
        page -> {
          for (String quote : List.of("page 1", "page 2")) {
            page.navigate("/leads");
            page.evaluate(CROP, quote);
            assertThat(page.locator(".crop canvas").first()).isVisible();
            assertThat(page.locator(".crop .paper-marks span").first()).isVisible();
            Object within =
                page.evaluate(
                    "() => { const c = document.querySelector('.crop').getBoundingClientRect();"
                        + " const m = document.querySelector('.crop .paper-marks span')"
                        + ".getBoundingClientRect();"
                        + " return m.top >= c.top && m.bottom <= c.bottom && m.left >= c.left"
                        + " && m.right <= c.right && m.height > 4; }");
            assertThat(within).isEqualTo(true);
          }
        });
  }

  @Test
  void what_is_not_on_the_page_stays_hidden_beside_its_words() {
    walk(
        1280,
        true,
        page -> {
          page.navigate("/leads");
          page.evaluate(CROP, "words that stand nowhere");
          page.waitForTimeout(1500);
          assertThat(page.locator(".crop").first()).isHidden();
          assertThat(page.locator(".lead-place blockquote").nth(1)).isVisible();
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void a_finding_and_a_target_are_put_in_the_dossier_where_they_are_listed(int width) {
    walk(
        width,
        true,
        page -> {
          for (String list : List.of("/leads", "/leads/missed")) {
            page.navigate(list);
            page.locator(".lead-card button.keep").first().click();
            assertThat(page.locator(".lead-card button.keep").first())
                .hasAttribute("aria-pressed", "true");
          }
          page.locator(".dossier-link").click();
          assertThat(page.locator(".dossier-entries > li")).hasCount(2);
          assertThat(page.locator(".dossier-warning")).hasCount(0);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void the_letter_is_copied_and_read_without_scripts(int width) {
    walk(
        width,
        true,
        page -> {
          page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
          page.navigate("/leads");
          page.locator(".lead-enquiry summary").first().click();
          page.locator(".lead-enquiry button.copy").first().click();
          assertThat(page.locator(".lead-enquiry button.copy").first()).hasText("已复制");
          assertThat((String) page.evaluate("navigator.clipboard.readText()"))
              .startsWith("关于《")
              .contains("请贵单位说明：\n　　一、");
        });
    walk(
        width,
        false,
        page -> {
          page.navigate("/leads");
          page.locator(".lead-enquiry summary").first().click();
          assertThat(page.locator(".letter").first()).isVisible();
          assertThat(page.locator(".crop").first()).isHidden();
        });
  }
}
