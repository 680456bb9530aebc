package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Conventions of the web: feeds, embedding, structured data, caching. */
@ExtendWith(SharedPortal.class)
class ConventionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final RunningPortal portal;

  ConventionsTest(RunningPortal portal) {
    this.portal = portal;
  }

  @Test
  void documents_stay_as_they_were_published_until_a_reader_wishes_otherwise() {
    String address = "/d/qsqzgh-2024-bmjs/qk-jgyx?q=%E7%BB%8F%E8%B4%B9&lang=zh-Hant";
    String own = portal.get(address).body();
    assertThat(own)
        .contains("複製鏈接", "机关运行<mark>经费</mark>", "lang=zh-Hant-all\"")
        .contains("hreflang=\"zh-Hant\" href=\"" + portal.origin);
    String converted = portal.get(address + "-all").body();
    assertThat(converted)
        .contains("機關運行<mark>經費</mark>", "僅供閱讀", "示例省样本市青石区总工会. ", "value=\"经费\"")
        .contains("<link rel=\"canonical\" href=\"" + portal.origin)
        .doesNotContain("机关运行<mark>");
    assertThat(converted.replaceAll("(?s).*rel=\"canonical\" href=\"([^\"]*)\".*", "$1"))
        .endsWith("lang=zh-Hant");
  }

  @Test
  void documents_say_when_they_came_and_describe_themselves_to_search_engines() throws IOException {
    HttpResponse<String> document = portal.get("/d/qsqzgh-2024-bmjs");
    assertThat(document.headers().firstValue("Last-Modified"))
        .hasValueSatisfying(d -> assertThat(d).matches("\\w{3}, \\d{1,2} \\w{3} 20\\d\\d .* GMT"))
        .as("also when the page was asked for a moment ago")
        .isEqualTo(portal.get("/d/qsqzgh-2024-bmjs").headers().firstValue("Last-Modified"));
    JsonNode report = structured(document.body());
    assertThat(report.get("@type").asText()).isEqualTo("Report");
    JsonNode table = report.get("hasPart").get(0);
    assertThat(table.get("@type").asText()).isEqualTo("Dataset");
    String file = table.get("distribution").get("contentUrl").asText();
    assertThat(file).startsWith(portal.origin);
    assertThat(portal.get(file.substring(portal.origin.length())).statusCode()).isEqualTo(200);
    JsonNode trail = structured(portal.get("/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk").body()).get(1);
    assertThat(trail.get("@type").asText()).isEqualTo("BreadcrumbList");
    JsonNode last = trail.get("itemListElement").get(3);
    assertThat(last.get("position").asInt()).isEqualTo(4);
    assertThat(last.get("item").asText()).endsWith("/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk");
  }

  @Test
  void readers_of_feeds_and_embedders_find_what_a_page_offers() {
    Pattern link = Pattern.compile("<link rel=\"alternate\" type=\"([^\"]*)\" href=\"([^\"]*)\"");
    Map<String, String> offered = new TreeMap<>();
    for (String page : List.of("/search?q=%E4%B8%89&year=2024", "/d/qsqzgh-2024-bmjs/qk-jgyx")) {
      link.matcher(portal.get(page).body())
          .results()
          .forEach(m -> offered.put(m.group(1), m.group(2).replace("&amp;", "&")));
    }
    assertThat(offered)
        .containsOnlyKeys(
            "application/atom+xml", "application/feed+json", "application/json+oembed");
    offered.forEach(
        (type, address) -> {
          HttpResponse<String> answer = portal.get(address);
          assertThat(answer.statusCode()).as(address).isEqualTo(200);
          String given = answer.headers().firstValue("Content-Type").orElse("");
          assertThat(given).startsWith(type.replace("+oembed", ""));
        });
    assertThat(offered.get("application/feed+json")).contains("q=", "year=2024");
  }

  @Test
  void embedding_is_offered_by_the_standard() throws IOException {
    JsonNode answer =
        JSON.readTree(
            portal.get("/oembed?url=" + portal.origin + "/d/qsqzgh-2024-bmjs/qk-jgyx").body());
    assertThat(answer.get("html").asText())
        .startsWith("<iframe src=\"" + portal.origin + "/embed/d/qsqzgh-2024-bmjs/qk-jgyx\"");
    assertThat(portal.get("/oembed?url=https://example.org/").statusCode()).isEqualTo(400);
  }

  @Test
  void feeds_are_well_formed_whatever_titles_hold() throws Exception {
    for (String path :
        List.of("/search.atom?size=100", "/changes.atom", "/opensearch.xml", "/sitemap.xml")) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      assertThat(
              factory
                  .newDocumentBuilder()
                  .parse(new InputSource(new StringReader(portal.get(path).body()))))
          .as(path)
          .isNotNull();
    }
    JsonNode feed = JSON.readTree(portal.get("/search.json-feed?q=%E4%B8%89%E5%85%AC").body());
    assertThat(feed.get("items").get(0).get("url").asText()).startsWith(portal.origin + "/d/");
  }

  @Test
  void every_operation_the_description_names_is_answered() throws IOException {
    JsonNode api = JSON.readTree(portal.get("/api/v1/openapi.json").body());
    assertThat(api.get("openapi").asText()).isEqualTo("3.1.0");
    api.get("paths")
        .fieldNames()
        .forEachRemaining(
            path -> {
              String address = path.replace("{id}", "qsqzgh-2024-bmjs").replace("{section}", "gk");
              HttpResponse<String> answer = portal.get(address);
              assertThat(answer.statusCode()).as(address).isEqualTo(200);
              assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
            });
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

  private static JsonNode structured(String html) throws IOException {
    return JSON.readTree(
        html.replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/search?q=%E4%B8%89%E5%85%AC",
        "/api/v1/facts",
        "/api/v1/facts?format=csv",
        "/api/v1/export?scope=findings&format=xlsx",
        "/feeds/documents.atom",
        "/search.json-feed",
        "/sitemap.xml",
        "/leads.csv",
        "/compare.xlsx",
        "/d/qsqzgh-2024-bmjs/facts.csv",
      })
  void an_answer_has_an_entity_tag_in_quotes_that_stays(String path) {
    String tag = portal.get(path).headers().firstValue("ETag").orElseThrow();
    assertThat(tag).matches("(W/)?\"[\\x21\\x23-\\x7e]+\"");
    assertThat(portal.get(path).headers().firstValue("ETag")).hasValue(tag);
    var known = portal.get(path, "If-None-Match", tag);
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.body()).isEmpty();
  }

  @Test
  void answers_that_differ_have_other_entity_tags() {
    String first = portal.get("/api/v1/search?q=a").headers().firstValue("ETag").orElseThrow();
    assertThat(portal.get("/api/v1/search").headers().firstValue("ETag"))
        .isPresent()
        .isNotEqualTo(Optional.of(first));
    assertThat(portal.get("/api/v1/search?size=none").headers().firstValue("ETag")).isEmpty();
    assertThat(portal.get("/api/v1/export?header=none&format=csv").headers().firstValue("ETag"))
        .isEmpty();
  }
}
