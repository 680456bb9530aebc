package org.mingzhang.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ten jobs of {@code docs/JOBS.md}, each from the home page, with as many clicks as are said
 * there. Typing and Enter are no clicks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class JobsIT {
  private static final String SENTENCE = "公务接待费全年预算为0万元，支出决算为0万元。";
  private static final Pattern DOCUMENTED = Pattern.compile("\\| (\\d+) \\|");

  private BrowserWalk walk;

  @BeforeAll
  void start(@TempDir Path folder) {
    walk = BrowserWalk.startWithAlerts(folder);
  }

  @AfterAll
  void stop() {
    if (walk != null) {
      walk.close();
    }
  }

  /** A reader who counts. */
  private static final class Reader {
    final Page page;
    int clicks;

    Reader(Page page) {
      this.page = page;
    }

    void click(Locator what) {
      clicks++;
      what.first().click();
    }

    void click(String selector) {
      click(page.locator(selector));
    }

    void search(String words) {
      page.locator("#q").pressSequentially(words);
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile("/search\\?"));
    }

    Download file(Locator what) {
      return page.waitForDownload(() -> click(what));
    }

    String clipboard() {
      return (String) page.evaluate("navigator.clipboard.readText()");
    }
  }

  /** Does a job, which must take as many clicks as its row of the table says. */
  private void job(int row, int width, Consumer<Reader> steps) {
    walk.walk(
        new BrowserWalk.Look(width, ColorScheme.LIGHT, true),
        page -> {
          page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
          page.navigate("/");
          assertThat(page.locator("#q")).hasAttribute("role", "combobox");
          Reader reader = new Reader(page);
          steps.accept(reader);
          assertThat(reader.clicks).as("clicks of job %d", row).isEqualTo(documented(row));
          assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
              .isEqualTo(true);
        });
  }

  private static int documented(int row) {
    try {
      List<Integer> clicks =
          Files.readAllLines(Path.of("docs/JOBS.md")).stream()
              .map(DOCUMENTED::matcher)
              .filter(java.util.regex.Matcher::find)
              .map(found -> Integer.parseInt(found.group(1)))
              .toList();
      assertThat(clicks).as("rows of docs/JOBS.md").hasSize(10);
      return clicks.get(row - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> heads(Download file) {
    try (InputStream in = Files.newInputStream(file.path());
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).as("rows").isPositive();
      return IntStream.range(0, sheet.getRow(0).getLastCellNum())
          .mapToObj(i -> sheet.getRow(0).getCell(i).getStringCellValue())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void rises_by_district_with_their_sources() {
    job(
        1,
        1280,
        reader -> {
          reader.search("哪些区三公经费上涨");
          Locator answer = reader.page.locator(".direct-answer");
          assertThat(answer.locator("tbody tr.group").first()).containsText("个单位");
          assertThat(answer.locator("tbody a[href*='fact=']").first()).isVisible();
          assertThat(answer.locator("thead")).containsText("出处");
        });
  }

  @Test
  void a_sentence_is_quoted_and_cited() {
    job(
        2,
        1280,
        reader -> {
          reader.search("\"公务接待费全年预算为0万元\"");
          reader.click(".hit h2 a");
          reader.page.evaluate(
              "() => { const p = [...document.querySelectorAll('.text .body p')]"
                  + ".find(p => p.textContent.includes('公务接待费全年预算'));"
                  + " getSelection().selectAllChildren(p); }");
          reader.click(".quote-bar [data-act=cite]");
          assertThat(reader.page.locator(".quote-bar [data-act=cite]")).hasText("已完成");
          assertThat(reader.clipboard()).contains(SENTENCE, "[EB/OL]", "/d/qsqzgh-");
        });
  }

  @Test
  void targets_missed_by_far_are_a_spreadsheet() {
    job(
        3,
        1280,
        reader -> {
          reader.click("nav a:has-text('线索')");
          reader.click(".tabs a:has-text('目标未完成')");
          Download file = reader.file(reader.page.locator("a[download]:has-text('XLSX')"));
          assertThat(heads(file)).contains("目标值", "实际完成值", "差率（%）", "实际为目标的倍数", "原文", "页码", "链接");
        });
  }

  private static void contradiction(Reader reader) {
    reader.click("nav a:has-text('线索')");
    reader.click(".lead-enquiry summary");
    reader.click(".lead-enquiry button.copy");
    assertThat(reader.page.locator(".lead-enquiry button.copy").first()).hasText("已复制");
    assertThat(reader.clipboard()).startsWith("关于《").contains("请贵单位说明：", "第", "/d/");
  }

  @Test
  void the_gravest_contradiction_comes_with_a_letter() {
    job(4, 1280, JobsIT::contradiction);
  }

  @Test
  void a_topic_is_followed() {
    job(
        5,
        1280,
        reader -> {
          reader.search("公务接待费");
          reader.click(".menu summary:has-text('订阅')");
          reader.click(".menu[open] a:has-text('邮件提醒')");
          reader.page.fill("#address", "desk@news.example");
          reader.click("form.alert-form button[type=submit]");
          assertThat(reader.page.locator("main")).containsText("确认邮件将发往desk@news.example");
        });
  }

  @Test
  void thirty_names_are_searched_at_once() {
    job(
        6,
        1280,
        reader -> {
          reader.click("footer a:has-text('批量检索')");
          reader.page.fill(
              "#queries",
              "公务接待费\n"
                  + String.join(
                      "\n", IntStream.range(1, 30).mapToObj(i -> "第" + i + "中学").toList()));
          reader.click(".batch-choices button:has-text('检索')");
          assertThat(reader.page.locator("table.rows tbody tr")).hasCount(30);
          assertThat(reader.page.locator("table.rows tbody tr").first()).containsText("公务接待费全年预算");
          Download file =
              reader.file(
                  reader.page.locator("button[formaction*='rows=hits'][formaction*='xlsx']"));
          assertThat(heads(file)).contains("检索式", "文件", "全文", "链接");
        });
  }

  @Test
  void a_section_is_read_over_two_years() {
    job(
        7,
        1280,
        reader -> {
          reader.search("公务接待费");
          reader.click(".hit h2 a");
          reader.click("a.beside");
          assertThat(reader.page).hasURL(Pattern.compile("/compare/sections\\?a=.*b="));
          assertThat(reader.page.locator("main")).containsText("段不同");
        });
  }

  @Test
  void a_slip_of_the_pen_finds_what_was_meant() {
    job(
        8,
        1280,
        reader -> {
          reader.search("公务结待费");
          assertThat(reader.page.locator(".notices")).containsText("已按“公务接待费”搜索，仍搜“公务结待费”");
          assertThat(reader.page.locator(".hit").first()).isVisible();
        });
  }

  @Test
  void the_letter_is_had_on_a_phone() {
    job(9, 390, JobsIT::contradiction);
  }

  @Test
  void the_keyboard_reaches_the_words() {
    job(
        10,
        1280,
        reader -> {
          Page page = reader.page;
          page.keyboard().press("/");
          page.keyboard().type("公务接待费");
          page.keyboard().press("Enter");
          page.waitForURL(Pattern.compile("/search\\?"));
          assertThat(page.locator("#q")).hasAttribute("role", "combobox");
          page.keyboard().press("j");
          page.keyboard().press("o");
          page.waitForURL(Pattern.compile("/d/"));
          assertThat(page.locator("#q")).hasAttribute("role", "combobox");
          page.keyboard().press("n");
          assertThat(page.locator("mark.here")).isInViewport();
        });
  }
}
