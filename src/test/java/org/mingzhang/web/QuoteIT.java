package org.mingzhang.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are selected, linked, cited and kept in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class QuoteIT {
  private static final String SECTION = "/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk";
  private static final String SENTENCE = "公务接待费全年预算为0万元，支出决算为0万元。";

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

  /** Selects words of the first paragraph. */
  private static void select(Page page) {
    page.evaluate(
        "words => { const p = document.querySelector('.text .body p');"
            + " const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);"
            + " const range = document.createRange(); let all = ''; const nodes = [];"
            + " while (walker.nextNode()) { nodes.push([walker.currentNode, all.length]);"
            + " all += walker.currentNode.data; }"
            + " const at = all.indexOf(words); const end = at + words.length;"
            + " for (const [node, from] of nodes) { const to = from + node.data.length;"
            + " if (at >= from && at < to) range.setStart(node, at - from);"
            + " if (end > from && end <= to) range.setEnd(node, end - from); }"
            + " getSelection().removeAllRanges(); getSelection().addRange(range); }",
        SENTENCE);
  }

  private static String clipboard(Page page) {
    return (String) page.evaluate("navigator.clipboard.readText()");
  }

  private void walk(int width, boolean script, java.util.function.Consumer<Page> steps) {
    walk.walk(new BrowserWalk.Look(width, ColorScheme.LIGHT, script), steps);
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void selected_words_are_linked_cited_and_kept(int width) {
    walk(
        width,
        true,
        page -> {
          page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
          page.navigate(SECTION);
          select(page);
          assertThat(page.locator(".quote-bar")).isVisible();
          page.click(".quote-bar [data-act=link]");
          assertThat(page.locator(".quote-bar [data-act=link]")).hasText("已完成");
          String link = clipboard(page);
          assertThat(link).contains(SECTION + "?v=", "&quote=", "#quote:~:text=");
          page.click(".quote-bar [data-act=cite]");
          assertThat(page.locator(".quote-bar [data-act=cite]")).hasText("已完成");
          assertThat(clipboard(page))
              .startsWith("“" + SENTENCE + "”\n示例省样本市青石区总工会. ")
              .contains(SECTION + "?v=");
          Download picture = page.waitForDownload(() -> page.click(".quote-bar [data-act=card]"));
          assertThat(picture.suggestedFilename()).isEqualTo("公务接待费全年预算为0万元，支出决算为0万元。.png");
          page.click(".quote-bar [data-act=keep]");
          assertThat(page.locator(".dossier-link .count")).hasText("1");
          page.navigate("/dossier");
          assertThat(page.locator(".dossier-entries blockquote")).hasText(SENTENCE);
          assertThat(page.locator(".dossier-warning")).hasCount(0);
          page.locator(".dossier-kind a").click();
          assertThat(page.locator("#quote")).hasText(SENTENCE);
        });
  }

  @Test
  void the_keyboard_reaches_it_through_the_paragraph_sign_and_leaves_it() {
    walk(
        1280,
        true,
        page -> {
          page.navigate(SECTION);
          page.locator(".body .anchor").first().focus();
          page.keyboard().press("Enter");
          assertThat(page.locator(".quote-bar button").first()).isFocused();
          assertThat(page).hasURL(java.util.regex.Pattern.compile("#p1$"));
          page.keyboard().press("Escape");
          assertThat(page.locator(".quote-bar")).isHidden();
          assertThat(page.locator(".body .anchor").first()).isFocused();
        });
  }

  @Test
  void without_scripts_the_link_marks_the_words_and_copying_keeps_them() {
    walk(
        390,
        false,
        page -> {
          page.navigate(
              SECTION
                  + "?quote="
                  + java.net.URLEncoder.encode(
                      SENTENCE + "\n决算数小于预算数的主要原因", java.nio.charset.StandardCharsets.UTF_8)
                  + "#quote");
          assertThat(page.locator("#quote")).hasText(SENTENCE);
          assertThat(page.locator("#quote-2")).hasText("决算数小于预算数的主要原因");
          assertThat(page.locator("button[data-copy*='quote=']").first().getAttribute("data-copy"))
              .endsWith("#quote");
        });
  }

  private static final String RESULTS = "/search?q=%E4%B8%BB%E8%A6%81%E8%81%8C%E8%B4%A3";

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void a_hit_leads_to_the_next_the_one_before_and_back_to_the_list_as_it_was(int width) {
    walk(
        width,
        true,
        page -> {
          page.navigate(RESULTS + "&year=2024&size=50");
          String list = page.url();
          Locator hits = page.locator(".hit[data-address] h2 a");
          String first = hits.nth(0).getAttribute("href");
          String second = hits.nth(1).getAttribute("href");
          hits.nth(0).click();
          assertThat(page.locator(".hit-trail .previous-result")).isHidden();
          page.click(".hit-trail .next-result");
          assertThat(page).hasURL(walk.portal.origin + second);
          page.click(".hit-trail .previous-result");
          assertThat(page).hasURL(walk.portal.origin + first);
          page.locator(".hit-trail .back").focus();
          page.keyboard().press("u");
          assertThat(page).hasURL(list);
        });
  }

  @Test
  void without_scripts_a_hit_leads_back_to_the_search() {
    walk(
        390,
        false,
        page -> {
          page.navigate(RESULTS);
          page.locator(".hit h2 a").first().click();
          page.click(".hit-trail .back");
          assertThat(page).hasURL(walk.portal.origin + RESULTS);
        });
  }
}
