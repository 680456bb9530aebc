package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.archive.Archive;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;
import org.xml.sax.InputSource;

/** Text that tries to inject code is escaped in every field and every format. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWordsTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private Path folder;
  private Archive archive;
  private PortalServer server;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    archive = Archive.open(folder.resolve("archive"));
    PortalServices services =
        new PortalServices(
            new PlainSearch(HostileDisclosure.store(archive, folder)),
            archive,
            IndexingStatus::idle,
            Clock.systemUTC());
    server = new PortalServer(services, PortalSettings.local(0)).start();
  }

  @AfterAll
  void stop() {
    server.close();
    archive.close();
  }

  private HttpResponse<byte[]> get(String path, String... headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  private String body(String path) {
    return new String(get(path).body(), StandardCharsets.UTF_8);
  }

  static List<String> pages() {
    List<String> pages =
        new ArrayList<>(
            List.of(
                "/",
                "/search",
                "/search?scope=documents",
                "/search?scope=figures",
                "/search?scope=indicators",
                "/search?scope=findings",
                "/search?group=agency",
                "/d/hostile-2024",
                "/d/hostile-2024?view=tables",
                "/d/hostile-2024?view=indicators",
                "/d/hostile-2024?view=figures",
                "/d/hostile-2024?view=findings",
                "/d/hostile-2024?view=versions",
                "/d/hostile-2024/a",
                "/d/hostile-2024/b",
                "/embed/d/hostile-2024/b",
                "/compare",
                "/compare/sections?a=hostile-2024/a&b=hostile-2023/a",
                "/regions",
                "/indicators",
                "/changes",
                "/coverage",
                "/batch",
                "/rules",
                "/help",
                "/about",
                "/api",
                "/d/hostile-2024/changes",
                "/d/hostile-2024/pages",
                "/search/facet?dimension=agency",
                "/search/facet?dimension=region"));
    for (String word : HostileDisclosure.WORDS) {
      String encoded = URLEncoder.encode(word, StandardCharsets.UTF_8);
      pages.add("/search?q=" + encoded);
      pages.add("/search?region=" + encoded + "&not.agency=" + encoded + "&after=" + encoded);
      pages.add("/d/hostile-2024/b?q=" + encoded);
      pages.add("/search?scope=" + encoded);
      pages.add("/d/" + encoded.replace("%2F", "-").replace("+", "%20") + "/x?lang=en");
      pages.add("/regions/" + encoded.replace("%2F", "-").replace("+", "%20"));
      pages.add("/compare?name=" + encoded + "&lang=" + encoded);
      pages.add("/search/facet?dimension=agency&q=" + encoded + "&find=" + encoded);
      pages.add("/batch?q=" + encoded + "&q=" + encoded);
      pages.add("/indicators?q=" + encoded + "&agency=" + encoded);
      pages.add("/compare/sections?a=hostile-2024/b&q=" + encoded + "&lang=zh-Hant-all");
    }
    return pages;
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("pages")
  void no_page_has_anything_that_runs(String path) {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isLessThan(500);
    for (Element element :
        Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8)).getAllElements()) {
      harmless(path, element);
    }
  }

  private static void harmless(String path, Element element) {
    String where = path + ": " + element.cssSelector();
    switch (element.normalName()) {
      case "script" ->
          assertThat(
                  element.attr("src").startsWith("/static/")
                      || element.attr("type").equals("application/ld+json"))
              .as(where)
              .isTrue();
      case "base", "object", "applet", "frame", "style", "iframe" ->
          throw new AssertionError(where + " is no element of ours");
      case "meta" -> assertThat(element.hasAttr("http-equiv")).as(where).isFalse();
      default -> {}
    }
    for (Attribute attribute : element.attributes()) {
      assertThat(attribute.getKey()).as(where).doesNotStartWith("on").isNotEqualTo("style");
      if (List.of("href", "src", "action", "formaction").contains(attribute.getKey())) {
        assertThat(attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT))
            .as(where)
            .doesNotStartWith("javascript:")
            .doesNotStartWith("data:text")
            .doesNotStartWith("//");
      }
    }
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "/api/v1/search",
        "/api/v1/search?scope=figures",
        "/api/v1/disclosures/hostile-2024",
        "/api/v1/sections/hostile-2024/b",
        "/api/v1/suggest?q=%3C",
        "/search.json-feed",
        "/d/hostile-2024/cite?format=csl"
      })
  void json_is_json_and_no_browser_takes_it_for_a_page(String path) throws IOException {
    HttpResponse<byte[]> answer = get(path);
    assertThat(new ObjectMapper().readTree(answer.body())).isNotNull();
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(t -> assertThat(t).contains("json"));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "/search.atom",
        "/feeds/findings.atom",
        "/changes.atom",
        "/sitemap.xml",
        "/opensearch.xml"
      })
  void feeds_are_well_formed(String path) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    assertThat(
            factory
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(body(path))))
                .getElementsByTagName("script")
                .getLength())
        .isZero();
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "/api/v1/export?format=csv",
        "/api/v1/export?format=csv&scope=figures",
        "/api/v1/export?format=csv&scope=indicators",
        "/api/v1/export?format=csv&scope=findings",
        "/d/hostile-2024/tables/0.csv",
        "/compare.csv"
      })
  void no_cell_of_a_table_is_a_formula(String path) throws IOException {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    String text = new String(answer.body(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(text))) {
      for (String cell : row) {
        assertThat(cell.matches("(?s)[=@\\t\\r].*|[+-](?![\\d,.]+%?$).*"))
            .as("%s: %s", path, cell)
            .isFalse();
      }
    }
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {"/api/v1/export?format=xlsx", "/compare.xlsx"})
  void no_cell_of_a_workbook_is_a_formula(String path) throws IOException {
    Path workbook = Files.write(folder.resolve("book.xlsx"), get(path).body());
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(xml).as(entry.getName()).doesNotContain("<f>", "<script");
        assertThat(xml.split("TargetMode=\"External\"", -1).length)
            .as(entry.getName())
            .isEqualTo(
                xml.split("Target=\"https?://[\\x21-\\x7e&&[^\"<>]]*\" TargetMode=\"External\"", -1)
                    .length);
      }
    }
  }

  @Test
  void an_original_is_a_download_with_a_harmless_name_and_type() {
    HttpResponse<byte[]> answer = get("/d/hostile-2024/original");
    String disposition = answer.headers().firstValue("Content-Disposition").orElseThrow();
    assertThat(disposition).startsWith("attachment; filename=\"").doesNotContain("..", "<", "\n");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/octet-stream");
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "/d/..%2f..%2f..%2fetc%2fpasswd",
        "/d/%2e%2e/%2e%2e/etc/passwd",
        "/static/0/..%2f..%2f..%2fetc%2fpasswd",
        "/static/pdfjs/..%2f..%2fapp.css",
        "/static/pdfjs/%2e%2e/%2e%2e/logback.xml",
        "/d/hostile-2024/original?v=..%2f..%2f",
        "/d/hostile-2024/tables/..%2f1.csv",
        "/regions/..%2f..%2fetc",
        "/d/hostile-2024/%00",
        "/d/hostile-2024/a?v=%00%0a",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/search?size=99999999999999999999",
        "/search?after=%00",
        "/search?page=-1",
        "/search?q=%ff%fe",
        "/compare/sections?a=..%2f..&b=x",
        "//evil.example/",
        "/%5cevil.example/",
        "/d/hostile-2024/..//evil.example",
        "/search//evil.example",
        "/oembed?url=http://169.254.169.254/latest/",
        "/oembed?url=file:///etc/passwd",
        "/oembed?url=http://evil.example/d/hostile-2024/a"
      })
  void nothing_asked_for_leads_outside_or_tells_how_the_portal_is_made(String path) {
    HttpResponse<byte[]> answer = get(path);
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(path).isLessThan(500);
    assertThat(text)
        .as(path)
        .doesNotContain("root:", "Exception", "org.mingzhang", "\tat ", folder.toString(), "java.");
    answer
        .headers()
        .firstValue("Location")
        .ifPresent(to -> assertThat(to).as(path).matches("/(?![/\\\\]).*"));
  }

  @Test
  void a_host_that_was_made_up_cannot_put_markup_into_a_page() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: a\"><script>alert(1)</script>\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).doesNotContain("<script>alert(1)", "Exception", "org.eclipse");
    }
  }
}
