package org.mingzhang.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class PortalIT {
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

  private void walk(boolean script, int width, ColorScheme colors, Consumer<Page> steps) {
    walk.walk(new BrowserWalk.Look(width, colors, script), steps);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_reader_searches_narrows_opens_a_section_and_follows_its_permalink(boolean script) {
    walk(
        script,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/");
          page.fill("#q", "公务接待费");
          page.click("form.search button[type=submit]");
          assertThat(page.locator(".hit")).hasCount(9);
          page.click("#facet-year a.value:has-text('2023')");
          assertThat(page.locator(".hit")).hasCount(2);
          assertThat(page).hasURL(Pattern.compile("year=2023"));
          page.click("#facet-year a.value:has-text('2024')");
          assertThat(page.locator(".hit")).hasCount(6);
          page.click(".chips a:has-text('2023')");
          assertThat(page.locator(".hit")).hasCount(4);
          page.click(".hit >> nth=0 >> h2 a");
          assertThat(page.locator("mark").first()).hasText("公务接待费");
          page.click("a.permalink");
          assertThat(page).hasURL(Pattern.compile("/d/[a-z0-9-]+/[a-z-]+$"));
          assertThat(page.locator("h1")).containsText("三公");
        });
  }

  @Test
  void whatever_breaks_the_content_security_policy_would_be_noticed_on_every_walk() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                walk(
                    true,
                    1280,
                    ColorScheme.LIGHT,
                    page -> {
                      page.navigate("/");
                      page.evaluate(
                          "document.body.insertAdjacentHTML('beforeend', '<p"
                              + " style=\"color:red\">')");
                      page.waitForTimeout(200);
                    }))
        .hasMessageContaining("violates the following Content Security Policy directive");
  }

  @Test
  void the_keyboard_alone_does_it() {
    walk(
        true,
        1280,
        ColorScheme.DARK,
        page -> {
          page.navigate("/search?q=%E4%B8%89%E5%85%AC");
          page.keyboard().press("j");
          page.keyboard().press("j");
          assertThat(page.locator(".hit.chosen")).hasCount(1);
          page.keyboard().press("k");
          page.keyboard().press("o");
          assertThat(page.locator("article.text h1")).isVisible();
          assertThat(page.locator("#q")).hasAttribute("role", "combobox");
          page.keyboard().press("/");
          page.keyboard().press("Control+A");
          page.keyboard().type("三");
          assertThat(page.locator(".suggestions li")).hasCount(1);
          page.keyboard().press("ArrowDown");
          assertThat(page.locator("input#q"))
              .hasAttribute("aria-activedescendant", Pattern.compile(".+"));
          page.keyboard().press("Enter");
          assertThat(page).hasURL(Pattern.compile("/search\\?q="));
        });
  }

  @Test
  void going_back_shows_what_was_there_before() {
    walk(
        true,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/search?q=%E4%B8%89%E5%85%AC");
          page.click("#facet-year a.value:has-text('2023')");
          assertThat(page.locator(".hit")).hasCount(4);
          page.goBack();
          assertThat(page.locator(".hit")).hasCount(18);
        });
  }

  @Test
  void beside_a_wide_list_the_first_hit_is_read_and_then_the_one_that_is_chosen() {
    walk(
        true,
        1440,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/search?q=%E4%B8%89%E5%85%AC");
          String first = page.locator(".hit h2").first().innerText();
          assertThat(page.locator(".preview h2")).hasText(first);
          page.locator(".hit").nth(2).locator(".meta > span").first().click();
          assertThat(page.locator(".hit.chosen")).hasCount(1);
          assertThat(page.locator(".preview h2"))
              .hasText(page.locator(".hit h2").nth(2).innerText());
          assertThat(page).hasURL(Pattern.compile("/search"));
        });
  }

  @Test
  void hits_in_a_section_are_counted_and_walked() {
    walk(
        true,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk?q=%E5%85%AC%E5%8A%A1");
          page.click(".next-hit");
          assertThat(page.locator(".hit-count")).hasText("第 1 处，共 3 处");
          page.keyboard().press("n");
          assertThat(page.locator("mark.here")).hasAttribute("id", "h2");
        });
  }

  @Test
  void an_original_is_shown_at_the_page_of_the_address_and_turned() {
    walk(
        true,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/d/bsqzgh-2023-bmjs/pages#page=2");
          assertThat(page.locator(".viewer-place")).hasText("第 2 页，共 2 页");
          page.keyboard().press("[");
          assertThat(page.locator(".viewer-place")).hasText("第 1 页，共 2 页");
          assertThat(page).hasURL(Pattern.compile("#page=1$"));
          // The place is told before the page is drawn; without a dark point this ends in a
          // timeout.
          page.waitForFunction(
              "(() => { const c = document.querySelector('canvas');"
                  + " if (!c || !c.width || !c.height) return false; const d ="
                  + " c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                  + " for (let i = 0; i < d.length; i += 4)"
                  + " if (d[i] < 128 && d[i + 3] > 0) return true; return false; })()");
        });
  }

  @Test
  void what_a_finding_quotes_is_marked_on_the_page_of_the_original_where_it_stands() {
    walk(
        true,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/d/bsqzgh-2023-bmjs/pages#page=1&quote=age%201");
          assertThat(page.locator(".paper-marks span")).hasCount(1);
          BoundingBox paper = page.locator("canvas[role=img]").boundingBox();
          BoundingBox mark = page.locator(".paper-marks span").boundingBox();
          // The page is 612 points wide and 792 high; the words begin behind the p at 100, 600.
          double scale = paper.width / 612;
          assertThat(mark.x - paper.x).isBetween(105 * scale, 135 * scale);
          assertThat(mark.y - paper.y).isBetween(140 * scale, 192 * scale);
          assertThat(mark.y + mark.height - paper.y).isBetween(192 * scale, 210 * scale);

          page.navigate("/d/bsqzgh-2023-bmjs/pages#page=1&quote=page%202");
          assertThat(page.locator(".viewer-place")).hasText("第 2 页，共 2 页");
          assertThat(page.locator(".paper-marks span")).hasCount(1);
          page.keyboard().press("[");
          assertThat(page.locator(".viewer-place")).hasText("第 1 页，共 2 页");
          assertThat(page.locator(".paper-marks span")).hasCount(0);
        });
  }

  @Test
  void words_are_found_on_a_page_whole_as_cells_of_a_row_and_as_far_as_the_page_goes() {
    walk(
        true,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/");
          String found =
              """
              async (quote) => {
                const script = document.querySelector('script[type=module]').src;
                const { find } = await import(script.replace('app.js', 'marks.js'));
                const item = (str, x, y) => ({ str, width: 90, height: 10, transform: [10, 0, 0, 10, x, y] });
                const { all, ranges } = find([
                  item('本年支出合计', 10, 700), item('总计', 10, 650), item('２,961.68', 300, 651),
                  item('总计', 10, 600), item('38.00', 300, 600), item('三公经费支出决算', 10, 550), item('为12', 10, 530),
                ], quote);
                return ranges.map(([from, to]) => all.slice(from, to).map((c) => c.unit).join('')).join('/');
              }
              """;
          assertThat(page.evaluate(found, "年支出 合计")).isEqualTo("年支出合计");
          assertThat(page.evaluate(found, "总计 | 38.00")).isEqualTo("总计38.00");
          assertThat(page.evaluate(found, "总计 2,961.68")).isEqualTo("总计2,961.68");
          assertThat(page.evaluate(found, "38.00 总计")).isEqualTo("38.00/总计");
          assertThat(page.evaluate(found, "三公经费支出决算为12.5万元，比上年减少三成")).isEqualTo("三公经费支出决算为12");
          assertThat(page.evaluate(found, "没有的话")).isEqualTo("");
          String every =
              """
              async (words) => {
                const script = document.querySelector('script[type=module]').src;
                const { findAll } = await import(script.replace('app.js', 'marks.js'));
                return findAll([{ str: '公务接待费、公务用车' }, { str: '公 务' }], words).ranges.join(' ');
              }
              """;
          assertThat(page.evaluate(every, List.of("公务", "接待"))).isEqualTo("0,2 6,8 10,12 2,4");
        });
  }

  @Test
  void the_sheet_of_keys_opens_and_shuts_and_sections_are_turned_by_key() {
    walk(
        true,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/d/qsqzgh-2024-bmjs/qk-ztqk");
          page.keyboard().press("?");
          assertThat(page.locator("dialog.keys-sheet")).isVisible();
          page.keyboard().press("Escape");
          assertThat(page.locator("dialog.keys-sheet")).isHidden();
          page.keyboard().press("]");
          assertThat(page).hasURL(Pattern.compile("/d/qsqzgh-2024-bmjs/qk-sgjf$"));
        });
  }

  @Test
  void a_chart_is_taken_as_a_picture() {
    walk(
        true,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/compare");
          Download picture = page.waitForDownload(() -> page.click("button.picture-png"));
          assertThat(picture.suggestedFilename()).isEqualTo("compare.png");
          try {
            assertThat(ImageIO.read(picture.path().toFile()).getWidth()).isEqualTo(1600);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_comparison_is_chosen_by_typing_and_ticking(boolean script) {
    walk(
        script,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/compare");
          page.click("nav.segments >> text=绩效指标");
          page.fill("#name", "职工培训合格率");
          page.fill("#add", "青石区");
          page.check("input[name=year][value='2024']");
          page.click("form.choose button.primary");
          assertThat(page.locator(".answer h2")).containsText("职工培训合格率");
          assertThat(page.locator(".field .chips li")).containsText("样本市青石区");
          assertThat(page.locator(".answer thead th")).hasCount(2);
          page.click(".answer figcaption >> text=条形");
          assertThat(page.locator("svg.chart .bar")).not().hasCount(0);
          page.click(".field .chips a");
          assertThat(page.locator(".field .chips li")).hasCount(0);
        });
  }

  @Test
  void a_comparison_is_sorted_by_its_numbers_and_not_by_what_stands_beside_them() {
    walk(
        true,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/compare?name=三公经费支出决算");
          page.click("#table thead th:last-child button");
          assertThat(page.locator("#table tbody tr").first()).containsText("6.28");
          page.click("#table thead th:last-child button");
          assertThat(page.locator("#table tbody tr").last()).containsText("未收录");
        });
  }

  @Test
  void facets_of_the_explorer_narrow_it_in_place() {
    walk(
        true,
        1280,
        ColorScheme.DARK,
        page -> {
          page.navigate("/indicators");
          page.click("#facet-level1 a.value:has-text('满意度指标')");
          assertThat(page).hasURL(Pattern.compile("/indicators\\?.*level1="));
          assertThat(page.locator(".levels tbody th")).hasText(new String[] {"满意度指标"});
          page.click(".kept .tabs >> text=没有实际值");
          assertThat(page.locator(".kept .empty")).isVisible();
        });
  }

  @Test
  void tabs_are_moved_to_the_one_that_is_shown_and_the_foot_breaks_between_links() {
    walk(
        true,
        390,
        ColorScheme.LIGHT,
        page -> {
          for (String path : List.of("/search?scope=findings&lang=en", "/leads/late?lang=en")) {
            page.navigate(path);
            BoundingBox tab = page.locator(".tabs [aria-current]").boundingBox();
            assertThat(tab.x).as(path).isNotNegative();
            assertThat(tab.x + tab.width).as(path).isLessThanOrEqualTo(390);
          }
          page.navigate("/about");
          double line = page.locator("footer nav a").first().boundingBox().height;
          assertThat(page.locator("footer nav a").last().boundingBox().height).isEqualTo(line);
          assertThat(line).isLessThan(40);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_rules_have_contents(boolean script) {
    walk(
        script,
        390,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/rules");
          page.click(".rules-contents li:nth-child(3) a");
          assertThat(page).hasURL(Pattern.compile("#kind-[a-z-]+$"));
          assertThat(page.locator("h2:target")).isInViewport();
        });
  }

  @Test
  void results_of_many_queries_fit_a_narrow_window() {
    walk(
        true,
        390,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/batch");
          page.fill("#queries", "三公经费\n没有这样的词语");
          page.click(".batch-choices button:has-text('检索')");
          assertThat(page.locator(".batch-rows tbody tr")).hasCount(2);
          BoundingBox passage = page.locator(".batch-rows td.quote").first().boundingBox();
          assertThat(passage.x + passage.width).isLessThanOrEqualTo(390);
        });
  }

  @Test
  void the_filters_are_passed_in_one_step() {
    walk(
        true,
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.navigate("/search?q=%E4%B8%89%E5%85%AC");
          page.locator(".facets .skip").focus();
          page.keyboard().press("Enter");
          assertThat(page.locator("#list")).isFocused();
        });
  }
}
