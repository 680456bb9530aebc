package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/**
 * Hits that say nearly the same are folded below the first of them, unless an address lists each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class SimilarHitsPageTest {
  private static final String QUERY = "q=" + URLEncoder.encode("主要职责", StandardCharsets.UTF_8);

  private Archive archive;
  private IndexedSearch search;
  private PortalServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    archive = Archive.open(folder.resolve("archive"));
    search = new IndexedSearch(new InventedDisclosures(archive, folder).store());
    server =
        new PortalServer(
                new PortalServices(search.port(), archive, IndexingStatus::idle, Clock.systemUTC()),
                PortalSettings.local(0))
            .start();
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    search.close();
    archive.close();
  }

  private String get(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int count(String page, String part) {
    return page.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void a_page_folds_them_and_counts_all() {
    String folded = get("/search?" + QUERY);
    String each = get("/search?" + QUERY + "&similar=off");
    assertThat(folded).contains("<details class=\"similar\">", "处表述几乎相同（");
    assertThat(each).doesNotContain("class=\"similar\"");
    assertThat(count(folded, "<li class=\"hit\"")).isLessThan(count(each, "<li class=\"hit\""));
    String total = each.replaceAll("(?s).*role=\"status\"><strong>([^<]*)<.*", "$1");
    assertThat(folded).contains("<strong>" + total + "</strong>");
    assertThat(folded).contains("合并显示", "逐条列出", "similar=off");
  }

  @Test
  void other_scopes_and_groups_are_listed_as_before() {
    assertThat(get("/search?" + QUERY + "&group=agency")).doesNotContain("class=\"similar\"");
    assertThat(get("/search?" + QUERY + "&scope=documents"))
        .doesNotContain("class=\"similar\"", "合并显示");
  }

  @Test
  void programs_get_each_hit_unless_they_ask() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode plain = json.readTree(get("/api/v1/search?" + QUERY)).get("hits");
    assertThat(plain.findValues("similarTo")).isEmpty();
    JsonNode folded = json.readTree(get("/api/v1/search?" + QUERY + "&group=similar")).get("hits");
    assertThat(folded.findValues("similarTo")).isNotEmpty();
  }
}
