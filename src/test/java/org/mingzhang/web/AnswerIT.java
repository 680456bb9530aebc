package org.mingzhang.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question is typed, its answer read and followed to the sentence, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class AnswerIT {
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

  @ParameterizedTest
  @CsvSource({"390, true", "390, false", "1280, true", "1280, false"})
  void a_question_is_answered_and_the_number_leads_to_its_sentence(int width, boolean script) {
    walk.walk(
        new BrowserWalk.Look(width, ColorScheme.DARK, script),
        page -> {
          page.navigate("/");
          page.locator("#q").pressSequentially("青石区总工会2024年三公经费是多少");
          page.keyboard().press("Enter");
          assertThat(page.locator(".direct-answer h2")).hasText("示例省样本市青石区总工会：三公经费");
          assertThat(page.locator(".answer-number").first()).hasText("6.28");
          page.locator(".answer-number").first().focus();
          page.keyboard().press("Enter");
          assertThat(page).hasURL(Pattern.compile("fact=a-[0-9a-f]{8}#a-[0-9a-f]{8}$"));
          assertThat(page.locator("mark[id^='a-']")).hasText("4.28");
        });
  }

  @ParameterizedTest
  @CsvSource({"390, true", "1280, false"})
  void a_list_stays_within_the_window(int width, boolean script) {
    walk.walk(
        new BrowserWalk.Look(width, ColorScheme.LIGHT, script),
        page -> {
          page.navigate(
              "/search?q=%E5%93%AA%E4%BA%9B%E5%8C%BA%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9%E4%B8%8A%E6%B6%A8");
          assertThat(page.locator(".direct-answer tbody tr:not(.group)")).hasCount(3);
          assertThat(page.locator(".direct-answer tbody tr.group")).hasCount(2);
          page.locator(".direct-answer .link-row a").click();
          assertThat(page).hasURL(Pattern.compile("/compare\\?name="));
          assertThat(page.locator("#table tbody tr").first()).isVisible();
        });
  }
}
