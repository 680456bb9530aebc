package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and answers of a real server. */
@ExtendWith(SharedPortal.class)
class PortalTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final RunningPortal portal;

  PortalTest(RunningPortal portal) {
    this.portal = portal;
  }

  static List<String> pages() {
    return Addresses.PAGES;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_page_is_there_in_all_languages_and_safe(String path) {
    for (String language : List.of("", "lang=en", "lang=zh-Hant", "lang=zh-Hant-all")) {
      String address =
          path + (language.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + language);
      HttpResponse<String> answer = portal.get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(answer.body())
          .contains("<html lang=\"" + tag(language) + "\"")
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

  private static String tag(String language) {
    return switch (language) {
      case "" -> "zh-CN";
      case "lang=en" -> "en";
      default -> "zh-Hant";
    };
  }

  @Test
  void every_link_of_every_page_leads_somewhere() {
    Pattern link = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");
    Map<String, String> links = new TreeMap<>();
    for (String page : Addresses.PAGES) {
      link.matcher(portal.get(page).body())
          .results()
          .limit(80)
          .forEach(m -> links.putIfAbsent(m.group(1).replace("&amp;", "&"), page));
    }
    links.forEach(
        (address, page) ->
            assertThat(portal.get(address).statusCode())
                .as("%s → %s", page, address)
                .isLessThan(400));
  }

  static List<String> addresses() {
    return Stream.concat(Addresses.PAGES.stream(), Addresses.OTHERS.stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void every_answer_has_the_headers_that_protect_readers(String path) {
    HttpHeaders headers = portal.get(path).headers();
    String policy = headers.firstValue("Content-Security-Policy").orElse("");
    boolean framed = path.startsWith("/embed/");
    assertThat(policy).contains("default-src 'none'", "base-uri 'none'").doesNotContain("unsafe");
    assertThat(policy.contains("frame-ancestors *")).isEqualTo(framed);
    assertThat(headers.firstValue("X-Frame-Options").isPresent()).isNotEqualTo(framed);
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).isPresent();
    assertThat(headers.firstValue("Server")).isEmpty();
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void what_was_read_in_a_document_can_be_taken_as_a_file() {
    String figures = portal.get("/d/qsqzgh-2024-bmjs/figures.csv?header=name").body();
    assertThat(figures.lines().findFirst())
        .hasValue(
            "\uFEFFdocument,url,section,page,name,item,code,year,value,unit,amount_yuan,quote");
    assertThat(figures.lines().count()).isGreaterThan(2);
    assertThat(portal.get("/d/qsqzgh-2024-bmjs/indicators.jsonl").body().lines())
        .allMatch(line -> line.startsWith("{\"document\":\"qsqzgh-2024-bmjs\",\"url\":\"http"));
    HttpResponse<String> findings = portal.get("/d/qsqzgh-2024-bmjs/findings.xlsx");
    assertThat(findings.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"qsqzgh-2024-bmjs-findings.xlsx\"");
    assertThat(portal.get("/d/qsqzgh-2024-bmjs/figures.pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void the_number_of_a_fact_is_marked_where_it_stands_and_its_other_places_are_named() {
    String amounts = portal.get("/d/qsqjyj-2024-bmjs?view=figures").body();
    String address =
        amounts.replaceAll("(?s).*>支出总计 .*?href=\"(/d/[^\"#]*jsb-srzc\\?fact=[^\"#]*)#.*", "$1");
    String cell = portal.get(address).body();
    assertThat(cell)
        .containsPattern("<td class=\"num\"><mark id=\"a-[0-9a-f]{8}\">465.38</mark></td>")
        .contains("fact-banner", "部门口径，全部资金，2024，决算", "收入支出决算总体情况说明");
    String sentence = portal.get(address.replace("jsb-srzc", "qk-ztqk")).body();
    assertThat(sentence)
        .containsPattern("均为<span[^>]*><mark id=\"a-[0-9a-f]{8}\">465.38</mark></span>万元");
    assertThat(portal.get("/d/qsqjyj-2024-bmjs/qk-ztqk?fact=a-00000000").body())
        .doesNotContain("fact-banner");
  }

  @Test
  void amounts_of_a_document_are_tables_of_one_fund_and_perimeter_each() {
    String page = portal.get("/d/qsqjyj-2024-bmjs?view=figures").body();
    assertThat(page)
        .contains("部门口径，全部资金</th:block>".replace("</th:block>", ""), "部门口径，财政拨款")
        .contains("401.12</a>", "410.12</a>", "文中有不同的数")
        .contains("社会保障和就业支出", "/d/qsqjyj-2024-bmjs/facts.csv");
    String head = page.replaceAll("(?s).*部门口径，财政拨款</span>.*?<thead>(.*?)</thead>.*", "$1");
    assertThat(head.replaceAll("<[^>]*>", " "))
        .containsPattern("2024\\s+调整预算\\s+2024\\s+决算\\s+2023\\s+决算");
  }

  @Test
  void a_record_made_before_there_were_facts_shows_what_it_has_and_says_so() {
    assertThat(portal.get("/d/htx-2022-qt?view=figures").body())
        .contains("尚未按科目解析", "残保金", "figures.csv")
        .doesNotContain("facts.csv");
    assertThat(portal.get("/d/htx-2022-qt").body()).doesNotContain("facts-digest");
    assertThat(portal.get("/d/htx-2022-qt/facts.csv").body().lines().count()).isEqualTo(1);
  }

  @Test
  void facts_are_answered_by_dimension_and_taken_as_a_file() throws IOException {
    String asked = "/api/v1/facts?account=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9&year=2024";
    JsonNode answer = JSON.readTree(portal.get(asked + "&kind=change").body());
    JsonNode fact = answer.get("facts").get(0);
    assertThat(fact.get("yuan").asText()).isEqualTo("-12000");
    assertThat(fact.get("against").get("year").asInt()).isEqualTo(2023);
    assertThat(fact.get("places").get(0).get("section").asText()).isEqualTo("qk-sgjf-ztqk");
    assertThat(portal.get(fact.get("url").asText().replaceAll("#.*", "")).body())
        .contains(">1.20</mark>");
    String csv = portal.get(asked + "&format=csv&header=name").body();
    assertThat(csv.lines().findFirst().orElse(""))
        .contains(",account,item,code,stage,fund,perimeter,entity,fact_year,");
    assertThat(csv.lines().count())
        .isEqualTo(1 + JSON.readTree(portal.get(asked).body()).get("total").asInt());
    assertThat(portal.get(asked + "&format=xlsx").body()).startsWith("PK");
    assertThat(portal.get("/d/qsqjyj-2024-bmjs/facts.csv").body().lines().findFirst())
        .hasValueSatisfying(head -> assertThat(head).contains("科目,项目或科目,科目编码,阶段,资金,口径,主体"));
  }

  @Test
  void a_finding_is_marked_in_the_text_where_both_its_places_are() {
    String place = portal.get("/d/qsqzgh-2024-bmjs/qk-jgyx").body();
    assertThat(place).containsPattern("class=\"doubt probable\" id=\"q-c-[0-9a-f]{8}\"");
    String other = portal.get("/d/qsqzgh-2024-bmjs/jsb-srzc").body();
    assertThat(other).containsPattern("<article class=\"finding probable\" id=\"c-[0-9a-f]{8}\"");
  }

  @Test
  void the_findings_of_a_document_can_be_narrowed_by_how_grave_they_are() {
    String all = portal.get("/d/qsqzgh-2024-bmjs?view=findings").body();
    String proven = portal.get("/d/qsqzgh-2024-bmjs?view=findings&severity=proof").body();
    assertThat(all).contains("finding proof", "finding probable", "findings.csv");
    assertThat(all).contains("共核对 8 处：5 处一致，2 处疑点，1 处无法判断。", "列举未完");
    assertThat(proven).contains("finding proof").doesNotContain("finding probable");
  }

  @Test
  void findings_say_how_far_their_numbers_are_apart_and_are_narrowed_by_it() {
    String all = portal.get("/search?scope=findings&sort=gap").body();
    assertThat(all).contains("相差 3.60 万元（6.84%）", "相差 1.19 万元（19.6 个百分点）");
    assertThat(all).contains("sort=gap_percent", "≥ 100 万元", "gap%3A%3E%3D100").contains("≥ 5%");
    assertThat(portal.get("/search").body()).doesNotContain("≥ 100 万元");
    String csv = portal.get("/api/v1/export?scope=findings&format=csv").body();
    assertThat(csv.lines().findFirst().orElseThrow()).contains("计算得出,差额（元）,差率（%）,");
    assertThat(csv).contains(",36000,6.8441,");
    assertThat(portal.get("/d/qsqzgh-2024-bmjs/findings.csv").body())
        .contains("计算得出,差额（元）,差率（%）,", ",11900,19.6,");
    assertThat(portal.get("/d/qsqzgh-2024-bmjs?view=findings").body())
        .contains("相差 3.60 万元（6.84%）");
  }

  @Test
  void a_page_that_the_reader_has_is_not_made_again() {
    for (String path :
        List.of("/d/qsqzgh-2024-bmjs", "/d/qsqzgh-2024-bmjs/qk-jgyx", "/search?q=%E4%B8%89")) {
      String tag = portal.get(path).headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = portal.get(path, "If-None-Match", tag);
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(portal.get(path).body()).isEqualTo(portal.get(path).body());
    }
  }

  @Test
  void the_sitemap_says_when_a_document_was_last_replaced() {
    assertThat(portal.get("/sitemap.xml").body())
        .contains("/</loc></url>")
        .containsPattern(
            "/d/bsqzgh-2024-bmys</loc><lastmod>2026-11-20T08:00:\\d\\dZ</lastmod></url>");
  }

  @Test
  void the_gravest_findings_are_offered_first() {
    String facets = portal.get("/search?scope=findings").body();
    assertThat(facets.indexOf("id=\"facet-severity\""))
        .isBetween(0, facets.indexOf("id=\"facet-region\""));
    String severities = facets.substring(facets.indexOf("id=\"facet-severity\""));
    assertThat(severities.indexOf("算术矛盾")).isBetween(0, severities.indexOf("疑似差错"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=%E4%B8%89",
        "/search?size=none",
        "/d/qsqzgh-2024-bmjs",
        "/d/qsqzgh-2024-bmjs/gk",
        "/d/qsqzgh-2024-bmjs/original",
        "/d/qsqzgh-2024-bmjs/figures.csv",
        "/d/no-such-document",
        "/d/qsqzgh-2024-bmjs/no-such-section",
        "/static/none/app.css",
        "/sitemap.xml",
        "/nothing"
      })
  void head_says_what_get_says_without_the_body(String path) {
    HttpResponse<String> head = portal.head(path);
    HttpResponse<String> get = portal.get(path);
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(get.headers().firstValue("Content-Type"));
    head.headers()
        .firstValue("ETag")
        .ifPresent(tag -> assertThat(get.headers().firstValue("ETag")).hasValue(tag));
  }

  @Test
  void originals_are_downloads_in_a_sandbox() {
    HttpResponse<String> answer = portal.get("/d/qsqzgh-2024-bmjs/original");
    assertThat(answer.body()).contains("示例省样本市青石区总工会");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(p -> assertThat(p).startsWith("sandbox"));
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(d -> assertThat(d).startsWith("attachment"));
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(d -> assertThat(d).startsWith("application/pdf"));
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
  void what_a_replaced_file_changed_is_marked_word_by_word() {
    String body = portal.get("/d/bsqzgh-2024-bmys/changes").body();
    assertThat(body).contains("<del>2023</del>", "<ins>2024</ins>");
    assertThat(portal.get("/changes?kind=replaced").body())
        .contains("/d/bsqzgh-2024-bmys/changes?v=")
        .doesNotContain("示例省样本市青石区");
    assertThat(portal.get("/changes.atom?kind=replaced").body()).containsOnlyOnce("<entry>");
  }

  @Test
  void a_link_to_words_or_a_finding_that_a_version_lacks_says_so_and_leads_to_the_one_with_it() {
    String section = "/d/bsqzgh-2024-bmys/qk-ztqk";
    String first = portal.archive.versions("bsqzgh-2024-bmys").getFirst().sha256().substring(0, 8);
    String quote = "?quote=" + encoded("2023年度收、支总计均为465.38万元");
    assertThat(portal.get(section + quote).body())
        .contains("链接所引的文字不在此版本的这一节中。", section + "?v=" + first, "第 1 版中有");
    assertThat(portal.get(section + quote + "&v=" + first).body()).doesNotContain("链接所引的文字");
    assertThat(portal.get(section + "?quote=" + encoded("从来没有")).body())
        .contains("链接所引的文字不在此版本的这一节中。")
        .doesNotContain("第 1 版中有");
    assertThat(portal.get(section + "?finding=c-00000000").body()).contains("此版本的这一节没有链接所指的疑点。");
    assertThat(portal.get(section).body()).doesNotContain("此版本的这一节没有");
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void the_short_address_of_agencies_leads_to_the_list_of_what_is_held() {
    assertThat(portal.get("/agencies").headers().firstValue("Location")).hasValue("/coverage");
  }

  @Test
  void two_sections_stand_side_by_side_with_their_differences_marked() {
    String body =
        portal
            .get("/compare/sections?a=qsqzgh-2024-bmjs/qk-ztqk&b=qsqzgh-2023-bmjs/qk-ztqk")
            .body();
    assertThat(body).contains("<del>2024</del>", "<ins>2023</ins>", "左右对调");
    assertThat(portal.get("/compare/sections?a=nothing/here").statusCode()).isEqualTo(404);
    assertThat(portal.get("/compare/sections").statusCode()).isEqualTo(404);
  }

  @Test
  void a_grouped_list_names_each_group_once() {
    String body = portal.get("/search?q=%E4%B8%89%E5%85%AC&group=agency").body();
    assertThat(body.split("class=\"group-head\"[^>]*>示例省样本市青石区总工会<", -1)).hasSize(2);
  }

  @Test
  void an_unknown_address_says_what_to_do_and_not_how_it_broke() {
    HttpResponse<String> answer = portal.get("/d/nothing/here");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("页面不存在")
        .doesNotContain("Exception", "org.mingzhang", portal.folder.toString());
  }

  @Test
  void an_unknown_address_names_what_may_have_been_meant() {
    assertThat(portal.get("/d/qsqzgh-2024-bmjx/qk").body())
        .contains("您要找的可能是", "href=\"/d/qsqzgh-2024-")
        .doesNotContain("href=\"/d/htx-2022-qt\"");
    assertThat(portal.get("/d/qsqzgh-2024-bmjs/nothing").body())
        .contains("href=\"/d/qsqzgh-2024-bmjs\"");
    assertThat(portal.get("/%E6%80%BB%E5%B7%A5%E4%BC%9A").body()).contains("您要找的可能是", "总工会");
    assertThat(portal.get("/nothing").body()).doesNotContain("您要找的可能是");
  }

  @Test
  void a_senseless_parameter_is_named() {
    HttpResponse<String> answer = portal.get("/search?size=1000");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("size").contains("1 – 100");
  }

  @Test
  void a_disclosure_has_its_versions_and_links_and_no_path_of_this_machine() throws IOException {
    String body = portal.get("/api/v1/disclosures/qsqzgh-2024-bmjs").body();
    JsonNode record = JSON.readTree(body);
    assertThat(record.get("format").asInt()).isEqualTo(1);
    assertThat(record.get("id").asText()).isEqualTo("qsqzgh-2024-bmjs");
    assertThat(record.get("versions").get(0).get("sha256").asText())
        .isEqualTo(record.get("source").get("sha256").asText());
    assertThat(record.get("links").get("html").asText())
        .isEqualTo(portal.origin + "/d/qsqzgh-2024-bmjs");
    assertThat(record.get("sections").get(1).get("id").asText()).isEqualTo("gk-zyzz");
    assertThat(body).doesNotContain(portal.folder.toString()).doesNotContain("13812345678");
  }

  @Test
  void an_export_holds_every_hit_with_its_full_text() throws IOException {
    String[] lines = portal.get("/api/v1/export?year=2024").body().split("\n", -1);
    JsonNode api = JSON.readTree(portal.get("/api/v1/search?year=2024&size=1").body());
    assertThat(lines).hasSize(api.get("total").asInt() + 1);
    JsonNode line = JSON.readTree(lines[1]);
    assertThat(line.get("id").asText()).contains("/");
    assertThat(line.get("document").asText()).isNotEmpty();
    assertThat(line.get("path").isTextual()).isTrue();
    assertThat(line.get("text").asText()).contains("贯彻执行工会工作的方针政策");
  }

  @Test
  void exports_open_as_tables() throws IOException {
    HttpResponse<String> csv = portal.get("/api/v1/export?scope=figures&format=csv&header=name");
    assertThat(csv.body()).startsWith("\uFEFFid,url,document,");
    assertThat(csv.body().lines().count()).isEqualTo(37);
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(d -> assertThat(d).contains("mingzhang-figures.csv"));
    assertThat(portal.get("/api/v1/export?scope=figures&format=xlsx").body()).startsWith("PK");
  }

  @Test
  void a_section_is_read_beside_the_page_it_stands_on() {
    String section = portal.get("/d/bsqzgh-2023-bmjs/qk-ztqk?q=%E6%94%AF%E5%87%BA").body();
    String address = section.replaceAll("(?s).*href=\"(/d/[^\"]*/pages[^\"]*)\".*", "$1");
    assertThat(address).contains("section=qk-ztqk", "q=%E6%94%AF%E5%87%BA", "#page=");
    String viewer = portal.get(address.replace("&amp;", "&").replaceAll("#.*", "")).body();
    assertThat(viewer).contains("reading-beside", "<mark id=\"h1\">支出</mark>");
    assertThat(portal.get("/d/bsqzgh-2023-bmjs/pages?section=nothing").body())
        .contains("viewer-sections")
        .doesNotContain("reading-beside");
  }

  @Test
  void a_finding_leads_to_its_words_on_the_page_of_the_original() {
    String findings = portal.get("/d/bsqzgh-2023-bmjs?view=findings").body();
    assertThat(findings)
        .containsPattern("/pages\\?v=[0-9a-f]{8}&amp;section=[a-z-]+#page=\\d+&amp;quote=%E");
  }

  @Test
  void a_figure_and_a_table_lead_to_the_page_of_the_original() {
    assertThat(portal.get("/d/bsqzgh-2023-bmjs?view=figures").body())
        .containsPattern("section=[a-z-]+#page=\\d+&amp;quote=%E");
    assertThat(portal.get("/d/bsqzgh-2023-bmjs?view=tables").body())
        .containsPattern("section=[a-z-]+#page=\\d+&amp;quote=%E");
  }

  @Test
  void a_list_of_queries_is_counted_line_by_line_and_a_blank_line_is_none() throws IOException {
    HttpResponse<String> answer =
        portal.post("/api/v1/batch?scope=documents", "text/plain", "决算\n\n  没有的词语 \n");
    JsonNode rows = JSON.readTree(answer.body()).get("rows");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("total").asInt()).isPositive();
    assertThat(rows.get(1).get("line").asInt()).isEqualTo(3);
    assertThat(rows.get(1).get("query").asText()).isEqualTo("没有的词语");
    assertThat(rows.get(1).get("total").asInt()).isZero();
  }

  @Test
  void a_pasted_and_an_uploaded_list_are_one_list_and_become_a_table() {
    String form =
        """
        --b\r
        Content-Disposition: form-data; name="queries"\r
        \r
        决算\r
        --b\r
        Content-Disposition: form-data; name="file"; filename="a.txt"\r
        Content-Type: text/plain\r
        \r
        预算\r
        --b--\r
        """;
    String page = portal.post("/batch", "multipart/form-data; boundary=b", form).body();
    assertThat(page).contains(">决算</a>", ">预算</a>");
    HttpResponse<String> file =
        portal.post("/api/v1/batch?format=csv", "multipart/form-data; boundary=b", form);
    assertThat(file.body()).contains("行号,检索式,结果数,文件数,首条原文,首条链接,提示", "1,决算,", "2,预算,");
  }

  @Test
  void the_values_of_a_facet_can_be_looked_through() throws IOException {
    JsonNode all = JSON.readTree(portal.get("/api/v1/facet?dimension=category").body());
    assertThat(all.get("values")).hasSizeGreaterThan(1);
    String some = portal.get("/search/facet?dimension=category&find=%E5%86%B3%E7%AE%97").body();
    assertThat(some).contains("决算");
    assertThat(portal.get("/search/facet?dimension=nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void hits_are_marked_in_headings_as_well() {
    String title = "(?s).*<h[12][^>]*>(<a[^>]*>)?[^<]*<mark>经费</mark>.*";
    assertThat(portal.get("/search?q=%E7%BB%8F%E8%B4%B9").body()).matches(title);
    assertThat(portal.get("/d/qsqzgh-2024-bmjs/qk-jgyx?q=%E7%BB%8F%E8%B4%B9").body())
        .matches(title);
  }

  @Test
  void an_empty_result_says_which_filter_to_drop() {
    String body = portal.get("/search?q=%E4%B8%89%E5%85%AC&year=1999").body();
    assertThat(body).contains("没有找到", "不限“年度：1999”", "18 条");
  }

  @Test
  void what_is_missing_in_a_comparison_is_said_to_be_missing() {
    String body =
        portal
            .get(
                "/compare.csv?name=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9%E6%94%AF%E5%87%BA%E5%86%B3%E7%AE%97")
            .body();
    assertThat(body)
        .contains("青石区总工会,三公经费,,决算,财政拨款,部门,2021,有,32800,,,,,qsqzgh-2021-bmjs,")
        .contains("示例省样本市财政局,三公经费,,决算,财政拨款,部门,2022,未收录,,,,")
        .contains("白水区总工会,三公经费,,决算,财政拨款,部门,2024,未收录,,,,");
  }

  @Test
  void a_page_is_small() {
    HttpResponse<String> answer = portal.get("/search?size=100", "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.body().length()).isLessThan(60_000);
  }
}
