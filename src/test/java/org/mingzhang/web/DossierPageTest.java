package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.web.finding.FindingView;

/** What the portal makes of a dossier that is sent to it. */
@ExtendWith(SharedPortal.class)
class DossierPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SENTENCE = "公务接待费全年预算为0万元，支出决算为0万元";

  private final RunningPortal portal;

  DossierPageTest(RunningPortal portal) {
    this.portal = portal;
  }

  private static String entry(String kind, String document, String section, String quote) {
    return "{\"kind\":\"%s\",\"document\":\"%s\",\"section\":\"%s\",\"quote\":\"%s\"}"
        .formatted(kind, document, section, quote);
  }

  private static String dossier(String... entries) {
    return "{\"format\":\"mingzhang-dossier\",\"version\":1,\"title\":\"三公 <调查>\",\"entries\":["
        + String.join(",", entries)
        + "]}";
  }

  private static String form(String json) {
    return "dossier=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> shown(String json) {
    return portal.post("/dossier", "application/x-www-form-urlencoded", form(json));
  }

  private HttpResponse<byte[]> file(String json, String format)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(portal.origin + "/dossier/file"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(json) + "&format=" + format))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static final String WHOLE =
      dossier(
          "{\"kind\":\"heading\",\"label\":\"一、接待\"}",
          entry("sentence", "qsqzgh-2024-bmjs", "qk-sgjf-ztqk", SENTENCE),
          entry("section", "qsqjyj-2024-bmjs", "qk-ztqk", ""),
          entry("figure", "qsqzgh-2024-bmjs", "qk-sgjf-ztqk", "支出决算为4.28万元"),
          "{\"kind\":\"text\",\"note\":\"见 **上文** <script>alert(1)</script>\"}");

  @Test
  void entries_are_shown_beside_their_sources_numbered_by_place_and_pinned_to_a_version() {
    String page = shown(WHOLE).body();
    assertThat(page)
        .contains("<h3>一、接待</h3>", ">" + SENTENCE + "</p>", "[1]</span>", "[2]</span>")
        .contains("见 <strong>上文</strong> &lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("[3]</span>", "<script>alert", "dossier-warning");
    String version =
        portal.documents.stream()
            .filter(d -> d.id().equals("qsqzgh-2024-bmjs"))
            .map(ArchivedDisclosure::version)
            .findFirst()
            .orElseThrow()
            .sha256();
    assertThat(page).contains("&quot;version&quot; : &quot;" + version + "&quot;");
  }

  @Test
  void sources_that_changed_or_never_said_it_are_warned_of() {
    String old = portal.archive.versions("bsqzgh-2024-bmys").getFirst().sha256();
    String changed =
        entry("section", "bsqzgh-2024-bmys", "qk-ztqk", "")
            .replace("\"kind\"", "\"version\":\"" + old + "\",\"kind\"");
    String gone =
        entry("sentence", "bsqzgh-2024-bmys", "qk-ztqk", "2023年度收、支总计均为465.38万元")
            .replace("\"kind\"", "\"version\":\"" + old + "\",\"kind\"");
    assertThat(shown(dossier(changed)).body())
        .contains("来源已有新版，引用的是旧版。", "/d/bsqzgh-2024-bmys/changes");
    assertThat(shown(dossier(gone)).body()).contains("来源已有新版，新版中没有这句话。");
    assertThat(shown(dossier(entry("sentence", "qsqzgh-2024-bmjs", "qk-ztqk", "没有说过"))).body())
        .contains("原文中没有这句话。");
    assertThat(shown(dossier(entry("section", "elsewhere-1", "x", ""))).body())
        .contains("本站没有收录这份来源。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "finding; c-00000000; ; 局长收受礼品; 引用的版本中没有核对到这些文字。",
        "finding; ; ; 局长收受礼品; 引用的版本中没有核对到这些文字。",
        "figure; a-00000000; 招待费 9999万元; 支出决算为9999万元; 引用的版本中没有核对到这些文字。",
        "figure; a-00000000; 招待费 9999万元; ; 引用的版本中没有核对到这些文字。",
        "indicator; ; 没有; 没有 | 这样的指标; 引用的版本中没有核对到这些文字。",
        "table; t1; 没有这样的表; ; 引用的版本中没有核对到这些文字。",
        "section; ; 五、局长收受礼品; 局长收受礼品; 引用的版本中没有核对到这些文字。",
        "sentence; ; ; 局长收受礼品; 原文中没有这句话。",
      })
  void words_of_no_kind_are_cited_unless_the_version_has_them(
      String kind, String anchor, String label, String quote, String warning) throws Exception {
    String entry =
        entry(kind, "qsqzgh-2024-bmjs", "qk-sgjf-ztqk", quote == null ? "" : quote)
            .replace("\"kind\"", "\"anchor\":\"" + (anchor == null ? "" : anchor) + "\",\"kind\"")
            .replace("\"kind\"", "\"label\":\"" + (label == null ? "" : label) + "\",\"kind\"");
    assertThat(shown(dossier(entry)).body()).contains(warning);
    assertThat(new String(file(dossier(entry), "html").body(), StandardCharsets.UTF_8))
        .contains(warning)
        .doesNotContain("五、局长收受礼品");
  }

  @Test
  void a_finding_quotes_the_document_and_the_words_of_the_portal_are_a_remark() throws Exception {
    ArchivedDisclosure document =
        portal.documents.stream()
            .filter(d -> !d.disclosure().findings().isEmpty())
            .findFirst()
            .orElseThrow();
    FindingView finding = FindingView.buildAll(document).getFirst();
    String entry =
        entry("finding", document.id(), String.valueOf(finding.slug()), "局长收受礼品")
            .replace("\"kind\"", "\"anchor\":\"" + finding.anchor() + "\",\"kind\"");
    String page = new String(file(dossier(entry), "html").body(), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("<p lang=\"zh-CN\">" + finding.finding().quote() + "<sup>")
        .contains("<p class=\"place remark\">")
        .contains(finding.finding().message())
        .doesNotContain("局长收受礼品", "class=\"warning\"");
  }

  @Test
  void a_section_that_is_missing_is_told_from_a_document_that_is_not_held() {
    assertThat(shown(dossier(entry("section", "qsqzgh-2024-bmjs", "nowhere", ""))).body())
        .contains("本站收录的这份文件中没有这一节。");
  }

  @Test
  void what_is_no_dossier_is_a_bad_request_and_says_so() {
    assertThat(shown("{\"format\":\"x\"}").statusCode()).isEqualTo(400);
    assertThat(portal.get("/dossier").body()).contains("卷宗里还没有内容。");
  }

  @Test
  void word_reads_headings_quotes_numbers_and_sources() throws Exception {
    HttpResponse<byte[]> answer = file(WHOLE, "docx");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"dossier.docx\"");
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer.body()));
        XWPFWordExtractor text = new XWPFWordExtractor(document)) {
      assertThat(text.getText())
          .contains("三公 <调查>", "一、接待", SENTENCE + "[1]", "第 20 页", "见 上文 <script>alert(1)</script>")
          .contains("来源", "[2] 示例省样本市青石区教育局. ");
      assertThat(document.getParagraphs())
          .anyMatch(p -> "Heading2".equals(p.getStyle()) && p.getText().equals("一、接待"));
      assertThat(document.getHyperlinks()).isNotEmpty();
    }
  }

  @Test
  void the_web_page_stands_alone_and_runs_nothing() throws Exception {
    String page = new String(file(WHOLE, "html").body(), StandardCharsets.UTF_8);
    assertThat(page).contains("未能从原件截取此处，没有图片。").doesNotContain("<img");
    assertThat(page)
        .contains("default-src 'none'", "href=\"#source-1\"", "id=\"source-2\"")
        .contains("三公 &lt;调查&gt;", portal.origin + "/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk")
        .doesNotContain("<script");
  }

  /** The only invented document that is a real PDF says "page 1" and "page 2". */
  private static final String PRINTED =
      dossier(
          entry("sentence", "bsqzgh-2023-bmjs", "qk-ztqk", "page 1")
              .replace("\"kind\"", "\"page\":1,\"kind\""),
          entry("indicator", "bsqzgh-2023-bmjs", "qk-ztqk", "没有 | 这样的话"));

  @Test
  void word_and_web_page_have_the_place_as_it_stands_in_the_original() throws Exception {
    try (XWPFDocument document =
        new XWPFDocument(new ByteArrayInputStream(file(PRINTED, "docx").body()))) {
      assertThat(document.getAllPictures()).hasSize(1);
      assertThat(document.getAllPictures().getFirst().getData())
          .startsWith((byte) 0x89, 'P', 'N', 'G');
      assertThat(document.getDocument().xmlText()).contains("descr=\"page 1\"");
    }
    String page = new String(file(PRINTED, "html").body(), StandardCharsets.UTF_8);
    assertThat(page)
        .contains(
            "img-src data:",
            "<img class=\"printed\" src=\"data:image/png;base64,iVBOR",
            "alt=\"page 1\"")
        .containsOnlyOnce("<img");
  }

  @Test
  void a_place_is_a_picture_at_an_address_of_its_own() throws Exception {
    URI address = URI.create(portal.origin + "/d/bsqzgh-2023-bmjs/place.png?page=1&quote=page%201");
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(answer.body()).startsWith((byte) 0x89, 'P', 'N', 'G');
    String path = "/d/bsqzgh-2023-bmjs/place.png";
    assertThat(portal.get(path + "?quote=nothing+of+the+kind").statusCode()).isEqualTo(404);
    assertThat(portal.get(path).statusCode()).isEqualTo(400);
    assertThat(portal.get("/d/qsqzgh-2024-bmjs/place.png?quote=x").statusCode())
        .as("a text file has no pages")
        .isEqualTo(404);
  }

  @Test
  void citations_of_the_whole_set_come_in_the_forms_of_reference_managers() throws Exception {
    JsonNode csl = JSON.readTree(file(WHOLE, "csl").body());
    assertThat(csl).hasSize(2);
    String bibtex = new String(file(WHOLE, "bibtex").body(), StandardCharsets.UTF_8);
    assertThat(bibtex.split("(?m)^@", -1)).hasSize(3);
    assertThat(new String(file(WHOLE, "ris").body(), StandardCharsets.UTF_8).split("ER  - "))
        .hasSize(3);
    JsonNode json = JSON.readTree(file(WHOLE, "json").body());
    assertThat(json.at("/entries")).hasSize(5);
    assertThat(shown(json.toString()).statusCode()).isEqualTo(200);
  }

  /** Each of these destinations made the Word file impossible while it was written as it is. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "[甲](http://x.example/?q=a|b), http://x.example/?q=a%7Cb",
        "[乙](<http://x.example/a b>), http://x.example/a%20b",
        "[丙](http://x.example/公开/100%), http://x.example/%E5%85%AC%E5%BC%80/100%25"
      })
  void links_of_notes_are_valid_addresses_in_word_files(String note, String address)
      throws IOException, InterruptedException {
    String json = dossier("{\"kind\":\"text\",\"note\":\"%s\"}".formatted(note));
    HttpResponse<byte[]> answer = file(json, "docx");
    assertThat(answer.statusCode()).isEqualTo(200);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer.body()))) {
      assertThat(document.getHyperlinks()).extracting(link -> link.getURL()).contains(address);
    }
  }
}
