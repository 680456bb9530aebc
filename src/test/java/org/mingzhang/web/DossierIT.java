package org.mingzhang.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dossier is filled, ordered, annotated, saved and opened again in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class DossierIT {
  private BrowserWalk walk;

  @TempDir Path files;

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

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void a_reader_keeps_a_section_a_finding_an_indicator_and_a_number(int width) {
    walk.walk(
        new BrowserWalk.Look(width, ColorScheme.LIGHT, true),
        page -> {
          page.navigate("/d/qsqzgh-2024-bmjs/qk-ztqk");
          page.locator("button.keep[data-kind=section]:visible").first().click();
          assertThat(page.locator("button.keep[data-kind=section]:visible").first())
              .hasAttribute("aria-pressed", "true");
          assertThat(page.locator(".dossier-link .count")).hasText("1");
          page.navigate("/d/qsqzgh-2024-bmjs?view=findings");
          page.locator(".finding button.keep").first().click();
          page.navigate("/d/qsqzgh-2024-bmjs?view=indicators");
          page.locator("tr.indicator button.keep").first().click();
          page.navigate(
              "/search?q=%E9%9D%92%E7%9F%B3%E5%8C%BA%E6%80%BB%E5%B7%A5%E4%BC%9A2024%E5%B9%B4%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9");
          page.locator(".direct-answer button.keep").first().click();
          page.locator(".dossier-link").click();
          assertThat(page.locator(".dossier-entries > li")).hasCount(4);
          assertThat(page.locator(".dossier-warning")).hasCount(0);
          assertThat(page.locator(".dossier-entries > li").nth(3)).containsText("6.28 万元");
        });
  }

  @Test
  void the_keyboard_alone_orders_annotates_saves_and_opens_again() {
    walk.walk(
        new BrowserWalk.Look(1280, ColorScheme.DARK, true),
        page -> {
          page.navigate("/d/qsqzgh-2024-bmjs/qk-ztqk");
          page.locator("button.keep[data-kind=section]:visible").first().focus();
          page.keyboard().press("Enter");
          page.navigate("/dossier");
          page.locator("[data-act=add-heading]").focus();
          page.keyboard().press("Enter");
          assertThat(page.locator(".dossier-heading")).isFocused();
          page.keyboard().type("一、总体");
          page.keyboard().press("Tab");
          assertThat(page.locator(".dossier-entries h3")).hasText("一、总体");
          page.locator("li[data-index='1'] [data-act=up]").focus();
          page.keyboard().press("Enter");
          assertThat(page.locator(".dossier-entries > li").first()).containsText("一、总体");
          page.locator("li[data-index='1'] summary").click();
          page.fill("li[data-index='1'] textarea", "查 **原件** <img src=x onerror=alert(1)>");
          page.keyboard().press("Tab");
          assertThat(page.locator(".dossier-note strong")).hasText("原件");
          assertThat(page.locator(".dossier-note img")).hasCount(0);
          page.fill("#dossier-title", "我的卷宗");
          page.keyboard().press("Tab");
          Download saved = page.waitForDownload(() -> page.locator("button[value=json]").click());
          Path file = files.resolve("dossier.json");
          saved.saveAs(file);
          page.onceDialog(dialog -> dialog.accept());
          page.locator("[data-act=clear]").click();
          assertThat(page.locator(".dossier-entries > li")).hasCount(0);
          page.setInputFiles("#dossier-file", file);
          assertThat(page.locator(".dossier-entries > li")).hasCount(2);
          assertThat(page.locator(".dossier-status")).containsText("已打开");
          assertThat(page.locator("#dossier-title")).hasValue("我的卷宗");
          Download word = page.waitForDownload(() -> page.locator("button[value=docx]").click());
          org.assertj.core.api.Assertions.assertThat(word.suggestedFilename())
              .isEqualTo("dossier.docx");
        });
  }

  @Test
  void a_list_that_arrives_late_leaves_the_focus_where_the_reader_put_it() {
    walk.walk(
        new BrowserWalk.Look(1280, ColorScheme.LIGHT, true),
        page -> {
          page.navigate("/d/qsqzgh-2024-bmjs/qk-ztqk");
          page.locator("button.keep[data-kind=section]:visible").first().click();
          List<Route> lists = new ArrayList<>();
          page.route(
              "**/dossier",
              route -> {
                if (route.request().method().equals("POST")) {
                  lists.add(route);
                } else {
                  route.resume();
                }
              });
          page.navigate("/dossier");
          page.waitForCondition(() -> !lists.isEmpty());
          page.locator("[data-act=add-heading]").focus();
          page.unroute("**/dossier");
          lists.forEach(Route::resume);
          assertThat(page.locator(".dossier-entries > li")).hasCount(1);
          assertThat(page.locator("[data-act=add-heading]")).isFocused();
          page.fill("#dossier-title", "调查");
          page.keyboard().press("Tab");
          page.waitForCondition(() -> page.locator("#dossier-json").inputValue().contains("调查"));
          assertThat(page.locator("#dossier-view :focus")).hasCount(1);
        });
  }

  @Test
  void what_is_being_typed_survives_leaving_the_page() {
    walk.walk(
        new BrowserWalk.Look(1280, ColorScheme.LIGHT, true),
        page -> {
          page.navigate("/dossier");
          page.locator("[data-act=add-text]").click();
          assertThat(page.locator(".dossier-text")).isFocused();
          page.keyboard().type("还没有写完");
          page.reload();
          assertThat(page.locator(".dossier-text")).hasValue("还没有写完");
          page.locator("#dossier-title").focus();
          page.keyboard().type("调查");
          page.waitForTimeout(1000);
          org.assertj.core.api.Assertions.assertThat(
                  page.evaluate("() => localStorage.getItem('mingzhang-dossier')").toString())
              .contains("调查");
        });
  }

  @Test
  void without_scripts_a_file_is_opened_and_exported() throws java.io.IOException {
    Path file = files.resolve("kept.json");
    java.nio.file.Files.writeString(
        file,
        "{\"format\":\"mingzhang-dossier\",\"version\":1,\"entries\":[{\"kind\":\"section\","
            + "\"document\":\"qsqzgh-2024-bmjs\",\"section\":\"qk-ztqk\"}]}");
    walk.walk(
        new BrowserWalk.Look(390, ColorScheme.LIGHT, false),
        page -> {
          page.navigate("/dossier");
          page.setInputFiles("#dossier-file", file);
          page.click(".dossier-open button");
          assertThat(page.locator(".dossier-entries > li")).hasCount(1);
          Download saved = page.waitForDownload(() -> page.locator("button[value=html]").click());
          org.assertj.core.api.Assertions.assertThat(saved.suggestedFilename())
              .isEqualTo("dossier.html");
        });
  }
}
