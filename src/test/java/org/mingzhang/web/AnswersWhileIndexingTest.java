package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.archive.Archive;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/** Answers say that documents are still being indexed. */
class AnswersWhileIndexingTest {
  @ParameterizedTest
  @ValueSource(strings = {"青石区总工会2024年三公经费", "三公经费超过9亿的单位", "乌有县民政局三公经费", "哪些单位没有公开三公经费", "绝无此词"})
  void an_answer_says_that_documents_are_still_being_indexed(String typed, @TempDir Path folder)
      throws Exception {
    AtomicReference<IndexingStatus> indexing =
        new AtomicReference<>(new IndexingStatus(true, 3, 8));
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      PlainSearch search = new PlainSearch(new InventedDisclosures(archive, folder).store());
      PortalServices services =
          new PortalServices(search, archive, indexing::get, Clock.systemUTC());
      try (PortalServer server = new PortalServer(services, PortalSettings.local(0)).start()) {
        assertThat(page(server, typed)).contains("还在索引文件（3 / 8）");
        indexing.set(IndexingStatus.idle());
        assertThat(page(server, typed)).doesNotContain("还在索引文件");
      }
    }
  }

  private static String page(PortalServer server, String typed) throws Exception {
    String address = "/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
