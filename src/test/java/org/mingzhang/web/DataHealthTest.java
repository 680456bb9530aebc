package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.search.DamagedIndexException;
import org.mingzhang.search.ExpiredStateException;
import org.mingzhang.search.ShardUnreachableException;
import org.mingzhang.web.source.DataFault;
import org.mingzhang.web.source.DataHealth;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.source.QuoteRenderer;
import org.mingzhang.web.source.SearchPort;

/** What pages and health checks report of damage. */
class DataHealthTest {
  @TempDir Path folder;
  private final List<DataFault> faults = new CopyOnWriteArrayList<>();
  private final List<RuntimeException> reported = new CopyOnWriteArrayList<>();
  private volatile RuntimeException failure = new DamagedIndexException(new IOException("bytes"));
  private final HttpClient client = HttpClient.newHttpClient();
  private Archive archive;
  private PortalServer server;

  @BeforeEach
  void start() {
    archive = Archive.open(folder.resolve("archive"));
    PortalServices services =
        new PortalServices(
            failingSearch(),
            archive,
            IndexingStatus::idle,
            Clock.systemUTC(),
            health(),
            List::of,
            QuoteRenderer.NONE);
    server = new PortalServer(services, PortalSettings.local(0)).start();
  }

  @AfterEach
  void stop() {
    server.close();
    archive.close();
  }

  private DataHealth health() {
    return new DataHealth() {
      @Override
      public List<DataFault> faults() {
        return List.copyOf(faults);
      }

      @Override
      public List<DataFault.Component> uncheckedComponents() {
        return List.of(DataFault.Component.LEDGER);
      }

      @Override
      public void report(RuntimeException failure) {
        reported.add(failure);
      }
    };
  }

  /** An index that is damaged or away wherever it is read. */
  private SearchPort failingSearch() {
    return (SearchPort)
        Proxy.newProxyInstance(
            SearchPort.class.getClassLoader(),
            new Class<?>[] {SearchPort.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "generation" -> 1L;
                  case "toTraditional" -> arguments[0];
                  default -> throw failure;
                });
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Accept", accept)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void a_search_over_a_damaged_index_is_answered_by_503_and_reported() throws Exception {
    HttpResponse<String> page = get("/search?q=x", "text/html");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("数据修复中").doesNotContain("bytes");
    assertThat(page.headers().firstValue("Retry-After")).contains("60");
    assertThat(get("/api/v1/search?q=x", "application/json").statusCode()).isEqualTo(503);
    assertThat(get("/api/v1/suggest?q=x", "application/json").statusCode()).isEqualTo(503);
    assertThat(reported).hasSize(3).allMatch(e -> e instanceof DamagedIndexException);
  }

  @Test
  void a_search_that_cannot_reach_a_part_of_the_index_says_so_on_page_and_in_the_api()
      throws Exception {
    failure = new ShardUnreachableException("node.example:9200 does not answer");
    HttpResponse<String> page = get("/search?q=x", "text/html");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("部分索引暂时无法访问", "没有作答").doesNotContain("node.example");
    assertThat(get("/search?q=x&lang=en", "text/html").body())
        .contains("Part of the index cannot be reached");
    assertThat(page.headers().firstValue("Retry-After")).contains("15");
    HttpResponse<String> answer = get("/api/v1/search?q=x", "application/json");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).doesNotContain("\"total\"", "node.example");
    failure = new ExpiredStateException("state 7 is no more");
    assertThat(get("/api/v1/search?q=x", "application/json").statusCode()).isEqualTo(503);
    assertThat(reported).isEmpty();
  }

  @Test
  void what_is_not_whole_stands_on_the_pages_and_in_health() throws Exception {
    assertThat(get("/about", "text/html").body()).doesNotContain("class=\"progress condition\"");
    assertThat(get("/health", "application/json").body()).contains("\"status\":\"whole\"");
    faults.add(new DataFault(DataFault.Component.INDEX, true, 3, 9, List.of()));
    faults.add(
        new DataFault(DataFault.Component.RECORDS, false, 0, 1, List.of("a-2024 version 1")));
    assertThat(get("/about", "text/html").body())
        .contains("正在用存档重建（3 / 9）")
        .contains("1 份文件的解析记录损坏")
        .doesNotContain("a-2024");
    assertThat(get("/about?lang=en", "text/html").body()).contains("3 of 9");
    HttpResponse<String> health = get("/health", "application/json");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body())
        .contains("\"status\":\"degraded\"", "\"part\":\"index\"", "a-2024 version 1")
        .contains("\"unchecked\":[\"ledger\"]");
  }

  @Test
  void every_kind_of_fault_has_words_in_both_languages() throws Exception {
    for (DataFault.Component component : DataFault.Component.values()) {
      for (boolean mending : List.of(true, false)) {
        faults.clear();
        faults.add(new DataFault(component, mending, 0, 2, List.of()));
        for (String language : List.of("", "?lang=en", "?lang=zh-Hant")) {
          HttpResponse<String> page = get("/about" + language, "text/html");
          assertThat(page.statusCode()).as("%s %s %s", component, mending, language).isEqualTo(200);
          assertThat(page.body()).doesNotContain("condition." + component.id());
        }
      }
    }
  }
}
