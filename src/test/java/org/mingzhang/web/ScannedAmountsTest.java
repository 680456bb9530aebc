package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/** Amounts that were recognized from a scan stand in no comparison unless they are asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class ScannedAmountsTest {
  private static final String SCANNED = "qsqzgh-2024-bmjs";
  private static final String COMPARE = "/compare?name=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9";

  private Archive archive;
  private IndexedSearch search;
  private PortalServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    archive = Archive.open(folder.resolve("archive"));
    List<ArchivedDisclosure> documents =
        new InventedDisclosures(archive, folder)
            .store().stream().map(ScannedAmountsTest::scanned).toList();
    search = new IndexedSearch(documents, EditionGroup.NONE);
    server =
        new PortalServer(
                new PortalServices(search.port(), archive, IndexingStatus::idle, Clock.systemUTC()),
                PortalSettings.local(0))
            .start();
  }

  private static ArchivedDisclosure scanned(ArchivedDisclosure document) {
    if (!document.id().equals(SCANNED)) {
      return document;
    }
    Disclosure read = document.disclosure();
    SourceDocument file = read.source();
    Disclosure recognized =
        new Disclosure(
                new SourceDocument(
                    file.file(),
                    file.sha256(),
                    file.mediaType(),
                    file.bytes(),
                    file.pages(),
                    new SourceDocument.Ocr("tesseract chi_sim", 91, file.pages())),
                read.metadata(),
                read.sections(),
                read.tables(),
                read.indicators(),
                read.figures(),
                read.findings(),
                read.warnings())
            .withFacts(read.facts());
    return new ArchivedDisclosure(
        document.id(), document.version(), recognized, document.sectionIds());
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    search.close();
    archive.close();
  }

  private String get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static int amounts(String page) {
    return page.split("6\\.28</a>", -1).length - 1;
  }

  @Test
  void they_are_left_out_and_the_page_says_how_many() throws Exception {
    String page = get(COMPARE);
    assertThat(amounts(page)).isEqualTo(amounts(get(COMPARE + "&scans=yes")) - 1);
    assertThat(page).containsPattern("另有 \\d+ 个数由扫描件识别，可能有误，未列入。").contains("scans=yes");
    assertThat(get("/compare.csv" + COMPARE.substring("/compare".length())))
        .doesNotContain("qsqzgh-2024-bmjs/qk-sgjf-ztqk?fact=a-");
    assertThat(get(COMPARE + "&lang=en")).contains("recognised from scans and may be wrong");
  }

  @Test
  void they_are_shown_where_they_are_asked_for() throws Exception {
    assertThat(get(COMPARE + "&scans=yes"))
        .contains("6.28</a>", "个数由扫描件识别，可能有误。", ">不列入</a>")
        .contains("name=\"scans\" value=\"yes\"");
  }
}
