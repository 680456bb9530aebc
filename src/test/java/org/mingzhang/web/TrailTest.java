package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.NewVersions;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.InProcessDocumentReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/**
 * The trail above a section or hit names the document once, even where the text repeats its title
 * as a heading.
 */
@org.jspecify.annotations.NullUnmarked
class TrailTest {
  private static final String TITLE = "样本市东岸区教育局2024年度部门决算";
  private static final Pattern TRAIL =
      Pattern.compile("class=\"trail\"[^>]*>(.*?)</(?:p|nav)>", Pattern.DOTALL);

  @Test
  void the_title_stands_once_above_a_hit_and_a_section(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.md");
    Files.writeString(file, "# " + TITLE + "\n\n## 第一部分 部门概况\n\n### 一、主要职责\n\n主管全区各级各类学校的教育工作。\n");
    try (Archive archive = Archive.open(folder.resolve("archive"));
        InProcessDocumentReader reader = new InProcessDocumentReader(ExtractionLimits.standard())) {
      Disclosure disclosure =
          reader.read(file).stream()
              .map(DocumentReader.SuccessfulReading.class::cast)
              .findFirst()
              .orElseThrow()
              .disclosure();
      List<String> ids =
          IntStream.range(0, disclosure.sections().size()).mapToObj(i -> "s" + i).toList();
      ArchivedDisclosure stored =
          archive.store(
              NewVersions.of("/a.md", "a", ids, disclosure, file, null, null, 1, Instant.EPOCH));
      try (IndexedSearch search = new IndexedSearch(List.of(stored));
          PortalServer server =
              new PortalServer(
                      new PortalServices(
                          search.port(), archive, IndexingStatus::idle, Clock.systemUTC()),
                      PortalSettings.local(0))
                  .start()) {
        String query = "?q=" + URLEncoder.encode("各级各类学校", StandardCharsets.UTF_8);
        String expected = TITLE + " › 第一部分 部门概况";
        assertThat(trail(get(server, "/search" + query))).isEqualTo(expected);
        String last = ids.getLast();
        assertThat(trail(get(server, "/d/a/" + last))).isEqualTo(expected);
      }
    }
  }

  private static String trail(String page) {
    Matcher trail = TRAIL.matcher(page);
    assertThat(trail.find()).isTrue();
    return trail.group(1).replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
  }

  private static String get(PortalServer server, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
