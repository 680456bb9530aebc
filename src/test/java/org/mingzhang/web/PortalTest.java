package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages and answers of a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private Path folder = Path.of("");
  private RunningPortal portal;

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    portal = new RunningPortal(folder);
  }

  @AfterAll
  void stop() {
    portal.close();
  }

  List<String> pages() {
    return Addresses.PAGES;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_page_is_there_in_both_languages_and_safe(String path) {
    for (String language : List.of("", "lang=en")) {
      String address =
          path + (language.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + language);
      HttpResponse<String> answer = portal.get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(answer.body())
          .contains("<html lang=\"" + (language.isEmpty() ? "zh-CN" : "en") + "\"")
          .doesNotContain(
              "<script>alert", "<img src=x", " style=", " onclick=", "<style", "javascript:");
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(
              p ->
                  assertThat(p)
                      .contains("default-src 'none'", "script-src 'self'")
                      .doesNotContain("unsafe"));
    }
  }

  @Test
  void hits_are_marked_in_the_section_and_words_of_the_document_are_escaped() {
    String body = portal.get("/d/qsqzgh-2024-bmjs/qk-jgyx?q=%E7%BB%8F%E8%B4%B9").body();
    assertThat(body).contains("<mark id=\"h1\">经费</mark>").contains("&lt;script&gt;alert(1)");
  }

  @Test
  void mobile_numbers_are_masked() {
    assertThat(portal.get("/d/qsqzgh-2024-bmjs/gk-zyzz").body())
        .contains("138****5678")
        .doesNotContain("13812345678");
  }

  @Test
  void an_unknown_address_says_what_to_do_and_not_how_it_broke() {
    HttpResponse<String> answer = portal.get("/d/nothing/here");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("这里没有东西")
        .doesNotContain("Exception", "org.mingzhang", folder.toString());
  }

  @Test
  void a_senseless_parameter_is_named() {
    HttpResponse<String> answer = portal.get("/search?size=1000");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("size").contains("1 – 100");
  }

  @Test
  void the_api_reports_problems_as_the_standard_has_it() throws IOException {
    HttpResponse<String> answer = portal.get("/api/v1/search?sort=price");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
    assertThat(JSON.readTree(answer.body()).get("status").asInt()).isEqualTo(400);
  }

  @Test
  void search_answers_the_same_as_page_and_as_json() throws IOException {
    JsonNode api = JSON.readTree(portal.get("/api/v1/search?q=%E6%AE%8B%E4%BF%9D%E9%87%91").body());
    JsonNode page =
        JSON.readTree(
            portal
                .get("/search?q=%E6%AE%8B%E4%BF%9D%E9%87%91", "Accept", "application/json")
                .body());
    assertThat(api.get("total").asLong()).isEqualTo(9).isEqualTo(page.get("total").asLong());
    JsonNode hit = api.get("hits").get(0);
    assertThat(hit.get("url").asText()).isEqualTo("/d/" + hit.get("id").asText());
    assertThat(hit.get("snippets").get(0).get(1).get("matched").asBoolean()).isTrue();
    assertThat(api.get("facets").get("region").get(0).get("children").get(0).get("path").asText())
        .isEqualTo("示例省/样本市");
    assertThat(api.get("next").isNull()).isTrue();
  }

  @Test
  void static_files_are_kept_for_ever_and_compressed() {
    String page = portal.get("/").body();
    String sheet = page.replaceAll("(?s).*href=\"(/static/[^\"]*app\\.css)\".*", "$1");
    HttpResponse<String> answer = portal.get(sheet, "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(c -> assertThat(c).contains("immutable"));
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(portal.get("/static/0/../app.css").statusCode()).isEqualTo(404);
  }

  @Test
  void an_unchanged_page_is_not_sent_again() {
    String tag = portal.get("/d/qsqzgh-2024-bmjs").headers().firstValue("ETag").orElseThrow();
    assertThat(portal.get("/d/qsqzgh-2024-bmjs", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }
}
