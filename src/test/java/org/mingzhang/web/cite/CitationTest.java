package org.mingzhang.web.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Citations against examples of GB/T 7714—2015 and of the APA manual (7th edition). */
class CitationTest {
  private static Citation web(
      @Nullable String author,
      String title,
      @Nullable String part,
      @Nullable String published,
      String accessed,
      String address) {
    return new Citation(
        "key",
        author,
        title,
        part,
        20,
        "https://portal.example/d/x",
        "ab12",
        LocalDate.parse(accessed),
        published == null ? null : LocalDate.parse(published),
        address.isEmpty() ? null : address);
  }

  @Test
  void electronic_resources_are_written_as_in_the_examples_of_the_standard() {
    assertThat(
            web(
                    "萧钰",
                    "出版业信息化迈入快车道",
                    null,
                    "2001-12-19",
                    "2002-04-15",
                    "http://www.creader.com/news/20011219/200112190019.html")
                .gbt7714())
        .isEqualTo(
            "萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]."
                + " http://www.creader.com/news/20011219/200112190019.html.");
    assertThat(
            web(
                    null,
                    "Dublin core metadata element set",
                    "version 1.1",
                    "2012-06-14",
                    "2014-06-11",
                    "http://dublincore.org/documents/dces/")
                .gbt7714())
        .isEqualTo(
            "Dublin core metadata element set: version 1.1[EB/OL]. (2012-06-14)[2014-06-11]."
                + " http://dublincore.org/documents/dces/.");
  }

  @Test
  void without_a_day_of_publication_and_an_address_of_the_publisher_the_permalink_is_cited() {
    assertThat(web("样本局", "样本局2024年度部门决算", "三公经费", null, "2026-11-21", "").gbt7714())
        .isEqualTo("样本局. 样本局2024年度部门决算: 三公经费[EB/OL]. [2026-11-21]. https://portal.example/d/x.");
  }

  @Test
  void web_pages_of_groups_are_written_as_the_manual_has_it() {
    assertThat(
            web(
                    "World Health Organization",
                    "Questions and answers on immunization and vaccine safety",
                    null,
                    "2018-03-01",
                    "2019-05-02",
                    "https://www.who.int/x")
                .apa())
        .isEqualTo(
            "World Health Organization. (2018, March 1). Questions and answers on immunization and"
                + " vaccine safety. Retrieved May 2, 2019, from https://www.who.int/x");
    assertThat(web(null, "样本文件", null, null, "2026-11-21", "").apa())
        .isEqualTo("样本文件. (n.d.). Retrieved November 21, 2026, from https://portal.example/d/x");
  }

  @Test
  void files_of_reference_managers_keep_permalink_and_fingerprint() throws IOException {
    Citation cited =
        web("样{本}局", "题\n名", null, "2025-08-01", "2026-11-21", "https://gov.example/a");
    JsonNode item = new ObjectMapper().readTree(cited.toCslJson()).get(0);
    assertThat(item.at("/issued/date-parts/0/1").asInt()).isEqualTo(8);
    assertThat(item.at("/note").asText())
        .isEqualTo("p. 20; SHA-256: ab12; https://portal.example/d/x");
    assertThat(cited.toBibtex()).contains("author = {{样 本 局}}", "url = {https://gov.example/a}");
    assertThat(cited.toRis()).contains("TI  - 题 名\r\n", "UR  - https://gov.example/a\r\n");
    assertThat(item.at("/type").asText()).as("what the style sets as [EB/OL]").isEqualTo("webpage");
  }

  @Test
  void a_fiscal_year_is_no_year_of_publication() throws IOException {
    Citation cited = web("样本局", "样本局2024年度部门决算", null, null, "2026-11-21", "");
    assertThat(new ObjectMapper().readTree(cited.toCslJson()).get(0).has("issued")).isFalse();
    assertThat(cited.toBibtex()).doesNotContain("year =", " date =");
    assertThat(cited.toRis()).doesNotContain("PY  - ");
  }
}
