package org.mingzhang.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An original of 300 pages in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class ViewerIT {
  private static final String VIEWER = "/d/bsqzgh-2023-bmjs/pages";

  private BrowserWalk walk;
  private byte[] pdf;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    walk = BrowserWalk.start(folder);
    pdf = pages(300);
  }

  @AfterAll
  void stop() {
    if (walk != null) {
      walk.close();
    }
  }

  private static byte[] pages(int count) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      for (int i = 1; i <= count; i++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream text = new PDPageContentStream(document, page)) {
          text.beginText();
          text.setFont(font, 40);
          text.newLineAtOffset(100, 600);
          text.showText("sheet " + i);
          text.endText();
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private void walk(int width, Consumer<Page> steps) {
    walk.walk(
        new BrowserWalk.Look(width, ColorScheme.LIGHT, true),
        page -> {
          page.route(
              "**/original*",
              route ->
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setContentType("application/pdf")
                          .setBodyBytes(pdf)));
          steps.accept(page);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void a_page_is_entered_by_its_number(int width) {
    walk(
        width,
        page -> {
          page.navigate(VIEWER);
          assertThat(page.locator(".viewer-place")).hasText("第 1 页，共 300 页");
          page.fill(".page-entry input", "287");
          page.press(".page-entry input", "Enter");
          assertThat(page.locator(".viewer-place")).hasText("第 287 页，共 300 页");
          assertThat(page.url()).endsWith("#page=287");
          page.goBack();
          assertThat(page.locator(".viewer-place")).hasText("第 1 页，共 300 页");
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void zoom_is_part_of_the_address_and_stays_while_pages_are_turned(int width) {
    walk(
        width,
        page -> {
          page.navigate(VIEWER + "#page=5&quote=sheet%205");
          assertThat(page.locator(".sheet-of-paper .paper-marks span")).hasCount(1);
          double before = page.locator(".paper canvas").boundingBox().width;
          page.click(".zoom-in");
          assertThat(page.locator(".zoom output")).hasText("125%");
          assertThat(page.url()).contains("zoom=1.25", "quote=");
          assertThat(page.locator(".sheet-of-paper .paper-marks span")).hasCount(1);
          assertThat(page.locator(".paper canvas").boundingBox().width)
              .isBetween(before * 1.2, before * 1.3);
          page.click(".next-page");
          assertThat(page.locator(".viewer-place")).hasText("第 6 页，共 300 页");
          assertThat(page.locator(".zoom output")).hasText("125%");
          assertThat(page.url()).endsWith("#page=6&zoom=1.25");
          assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
              .as("only the sheet scrolls")
              .isEqualTo(true);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void thumbnails_are_drawn_only_where_they_are_seen(int width) {
    walk(
        width,
        page -> {
          page.navigate(VIEWER + "#page=150");
          page.click(".thumbnails summary");
          assertThat(page.locator(".thumbnails li")).hasCount(300);
          page.locator(".thumbnails li[data-page='150'][data-drawn]").waitFor();
          assertThat(page.locator(".thumbnails [aria-current]")).hasText("150");
          int drawn = page.locator(".thumbnails li[data-drawn]").count();
          assertThat(drawn).isPositive().isLessThan(60);
          page.locator(".thumbnails li[data-page='152'] a").click();
          assertThat(page.locator(".viewer-place")).hasText("第 152 页，共 300 页");
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void words_selected_on_a_page_are_linked_kept_and_saved_as_a_picture(int width) {
    walk(
        width,
        page -> {
          page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
          page.navigate(VIEWER + "#page=2");
          assertThat(page.locator(".page-text span").first()).hasText("sheet 2");
          page.evaluate(
              "getSelection().selectAllChildren(document.querySelector('.page-text span'))");
          assertThat(page.locator(".quote-bar")).isVisible();
          page.click(".quote-bar [data-act=link]");
          assertThat(page.locator(".quote-bar [data-act=link]")).hasText("已完成");
          String link = (String) page.evaluate("navigator.clipboard.readText()");
          assertThat(link)
              .containsPattern(
                  "/d/bsqzgh-2023-bmjs/quote\\?v=[0-9a-f]{8}&page=2&quote=sheet\\+2#:~:text=");
          assertThat(
                  page.waitForDownload(() -> page.click(".quote-bar [data-act=card]"))
                      .suggestedFilename())
              .isEqualTo("sheet2.png");
          page.click(".quote-bar [data-act=keep]");
          assertThat(page.locator(".dossier-link .count")).hasText("1");
          page.navigate(link);
          assertThat(page.locator(".viewer-place")).hasText("第 2 页，共 300 页");
          assertThat(page.locator(".sheet-of-paper .paper-marks span")).hasCount(1);
          assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
              .isEqualTo(true);
        });
  }
}
