package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.Seed;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.NewVersion;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.text.Sha256;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/** Feeds give everything in the order in which it came, whatever the index does meanwhile. */
@org.jspecify.annotations.NullUnmarked
class FeedHandlersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Archive archive;
  private List<ArchivedDisclosure> documents;
  private IndexedSearch search;
  private PortalServer server;
  private String origin;

  @BeforeEach
  void start(@TempDir Path folder) {
    archive = Archive.open(folder.resolve("archive"));
    documents = new InventedDisclosures(archive, folder).store();
    search = new IndexedSearch(List.of());
    PortalServices services =
        new PortalServices(search.port(), archive, IndexingStatus::idle, Clock.systemUTC());
    server = new PortalServer(services, PortalSettings.local(0), null, null).start();
    origin = "http://127.0.0.1:" + server.port();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    search.close();
    archive.close();
  }

  private String get(String address) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address)).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a client has that asks again and again where the feed has told it to. */
  private final class Reader {
    private final List<String> got = new ArrayList<>();
    private String since;

    Reader(String path) {
      since = origin + path;
    }

    void read() throws IOException {
      String next = since;
      while (next != null) {
        JsonNode feed = JSON.readTree(get(next));
        feed.get("items").forEach(item -> got.add(item.get("id").asText()));
        next = feed.path("next_url").asText(null);
        since = feed.get("_mingzhang").get("since_url").asText();
      }
    }
  }

  @RepeatedTest(4)
  void nothing_is_lost_or_told_twice_though_the_index_is_late_and_out_of_order()
      throws IOException {
    long seed = Seed.next();
    Random random = new Random(seed);
    List<ArchivedDisclosure> left = new ArrayList<>(documents);
    Reader findings = new Reader("/feeds/findings.json?since=0&size=3");
    Reader search = new Reader("/search.json-feed?scope=documents&since=0&size=2");
    while (!left.isEmpty()) {
      ArchivedDisclosure next = left.remove(random.nextInt(left.size()));
      this.search.add(next);
      archive.indexingState().markIndexed(List.of(next.id()));
      if (random.nextBoolean()) {
        findings.read();
        search.read();
      }
    }
    findings.read();
    search.read();
    assertThat(search.got)
        .as("seed " + seed)
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(documents.stream().map(d -> origin + "/d/" + d.id()).toList());
    assertThat(findings.got)
        .as("seed " + seed)
        .doesNotHaveDuplicates()
        .hasSize(documents.stream().mapToInt(d -> d.disclosure().findings().size()).sum());
  }

  @Test
  void pages_lead_from_the_latest_to_the_first_and_none_is_shifted_by_what_comes()
      throws IOException {
    documents.subList(0, 6).forEach(search::add);
    String first = get(origin + "/search.json-feed?scope=documents&size=2");
    JsonNode page = JSON.readTree(first);
    assertThat(page.get("items").get(0).get("id").asText())
        .isEqualTo(origin + "/d/" + documents.get(5).id());
    search.add(documents.get(6));
    Set<String> ids = new HashSet<>();
    page.get("items").forEach(item -> ids.add(item.get("id").asText()));
    String next = page.path("next_url").asText(null);
    while (next != null) {
      page = JSON.readTree(get(next));
      page.get("items").forEach(item -> assertThat(ids.add(item.get("id").asText())).isTrue());
      next = page.path("next_url").asText(null);
    }
    assertThat(ids).hasSize(6);
  }

  @Test
  void documents_and_versions_have_feeds_of_their_own_with_links_after_rfc_5005()
      throws IOException {
    documents.forEach(search::add);
    archive.indexingState().markIndexed(documents.stream().map(ArchivedDisclosure::id).toList());
    String atom = get(origin + "/feeds/versions.atom");
    assertThat(atom).containsOnlyOnce("<entry>").contains("第 2 版", "rel=\"first\"", "api#since");
    JsonNode all = JSON.readTree(get(origin + "/feeds/documents.json"));
    assertThat(all.get("items")).hasSize(documents.size());
    JsonNode later = JSON.readTree(get(origin + "/feeds/documents.json?since=4"));
    assertThat(later.get("items")).hasSize(documents.size() - 4);
    JsonNode none = JSON.readTree(get(later.get("_mingzhang").get("since_url").asText()));
    assertThat(none.get("items")).isEmpty();
    String day = InventedDisclosures.SEEN.toString().substring(0, 10);
    assertThat(JSON.readTree(get(origin + "/feeds/documents.json?since=" + day)).get("items"))
        .hasSize(documents.size());
    String dated = origin + "/feeds/documents.json?since=" + day;
    assertThat(JSON.readTree(get(dated)).get("feed_url").asText()).isEqualTo(dated);
    assertThat(JSON.readTree(get(origin + "/feeds/documents.json?since=2999-01-01")).get("items"))
        .isEmpty();
  }

  @Test
  void only_a_version_that_was_fetched_is_called_replaced_at_its_source(@TempDir Path folder)
      throws IOException {
    String fetched = get(origin + "/changes?kind=replaced");
    assertThat(fetched).contains("更换为第 2 版").doesNotContain("收到第");
    ArchivedDisclosure kept = documents.getFirst();
    Path file = Files.writeString(folder.resolve("更正.txt"), "更正后的内容");
    SourceDocument source =
        new SourceDocument("更正.txt", Sha256.hash(file), "text/plain", 18, 1, null);
    Disclosure old = kept.disclosure();
    Disclosure sent =
        new Disclosure(
            source,
            old.metadata(),
            old.sections(),
            old.tables(),
            old.indicators(),
            old.figures(),
            List.of(),
            List.of());
    String key = OfferedFile.ofUpload("更正.txt", source.sha256(), null).sourceKey();
    archive.store(
        new NewVersion(
            key,
            "x",
            kept.sectionIds(),
            sent,
            file,
            null,
            null,
            1,
            Instant.EPOCH,
            null,
            true,
            kept.id()));
    assertThat(get(origin + "/changes?kind=replaced")).contains("收到第 2 版", "更换为第 2 版");
    assertThat(get(origin + "/feeds/versions.atom")).contains("本站收到的新版本", "文件在原处被替换");
  }

  @Test
  void hits_with_a_part_of_the_words_are_no_news_and_bad_addresses_are_told() throws IOException {
    documents.forEach(search::add);
    String partly =
        "/search.json-feed?q=%E5%85%AC%E5%8A%A1%E6%8E%A5%E5%BE%85%E8%B4%B9+%E9%A9%B1%E9%80%90%E8%88%B0";
    assertThat(JSON.readTree(get(origin + partly)).get("items")).isEmpty();
    for (String bad :
        List.of("/feeds/findings.json?since=x", "/feeds/versions.atom?since=2024-99-99")) {
      assertThat(status(bad)).as(bad).isEqualTo(400);
    }
    assertThat(status("/feeds/nothing.atom")).isEqualTo(404);
    assertThat(status("/feeds/findings.rss")).isEqualTo(404);
  }

  private int status(String path) throws IOException {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(origin + path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
