package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Searches with few hits are corrected, or answered with what the archive has. */
@ExtendWith(SharedPortal.class)
class CorrectedSearchTest {
  private final RunningPortal portal;

  CorrectedSearchTest(RunningPortal portal) {
    this.portal = portal;
  }

  private String page(String query, String more) {
    return portal
        .get("/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more)
        .body();
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replace("&quot;", "\"");
  }

  @Test
  void a_slip_of_the_pen_is_searched_corrected_and_can_be_searched_as_typed() {
    String page = page("公务结待费", "");
    assertThat(words(page)).contains("已按“公务接待费”搜索， 仍搜“公务结待费”", "9 条");
    assertThat(page).contains("value=\"公务接待费\"", "&amp;typed=1\"");
    String year = page.replaceAll("(?s).*?href=\"(/search\\?[^\"]*year=2023[^\"]*)\".*", "$1");
    assertThat(year).contains(URLEncoder.encode("公务接待费", StandardCharsets.UTF_8));
  }

  @Test
  void as_typed_it_stays_as_typed_and_the_better_spelling_is_offered() {
    String page = page("公务结待费", "&typed=1");
    assertThat(words(page)).contains("没有找到", "公务接待费").doesNotContain("已按“");
    assertThat(page).contains("value=\"公务结待费\"", "scope=documents&amp;typed=1");
  }

  @Test
  void without_a_hit_it_is_said_whether_anything_of_the_kind_is_kept() {
    assertThat(page("青石区卫健委", "")).contains("已收录青石区的文件，其中没有卫健委的。");
    assertThat(page("武汉市武昌区", "")).contains("未收录武汉市武昌区的文件。");
    assertThat(page("武汉市卫健委", "&lang=en")).contains("No documents from 武汉市卫健委 are held.");
    assertThat(page("zzzz", "")).doesNotContain("未收录");
  }

  @Test
  void english_terms_are_searched_in_chinese_and_that_is_said() {
    String page = page("official receptions", "&lang=en");
    assertThat(words(page))
        .contains("The documents are in Chinese; showing results for \"公务接待费\".")
        .contains("Search for \"official receptions\" instead", "9 results");
    assertThat(words(page("official receptions", ""))).contains("已将英文译为“公务接待费”搜索，");
    assertThat(words(page("official receptions", "&lang=en&typed=1"))).contains("Nothing found");
    assertThat(portal.get("/api/v1/search?q=official+receptions").body())
        .contains("\"didYouMean\":\"公务接待费\"");
  }

  /** A title stands above all sections, so that no section contains its words. */
  @Test
  void a_title_that_no_section_contains_shows_its_document() {
    String title = "\"青石区总工会2023年度部门决算\"";
    assertThat(words(page(title, "")))
        .contains("没有一节的正文含有这些词语，以下文件的标题、单位、文件名或章节标题含有。", "文件 1")
        .doesNotContain("没有找到");
    assertThat(words(page(title, "&lang=en"))).contains("No section contains these words;");
    assertThat(words(page("\"青石区总工会2003年度部门决算\"", ""))).contains("没有找到");
  }
}
