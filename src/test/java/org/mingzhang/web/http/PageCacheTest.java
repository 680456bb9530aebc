package org.mingzhang.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mingzhang.web.source.IndexingStatus;

/** A page is rendered once as long as neither the index nor its address changes. */
class PageCacheTest {
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicLong generation = new AtomicLong(1);
  private final AtomicReference<IndexingStatus> indexing =
      new AtomicReference<>(IndexingStatus.idle());
  private final Javalin server =
      Javalin.create(
              config ->
                  config.routes.get(
                      "/search",
                      new PageCache(
                          ctx -> ctx.html("<p>" + made.incrementAndGet()),
                          generation::get,
                          indexing::get,
                          () -> "build")))
          .start(0);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.stop();
  }

  private HttpResponse<String> get(String query, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + "/search?q=" + query));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void the_same_address_is_made_once_until_the_index_changes() throws Exception {
    assertThat(get("a").body()).isEqualTo("<p>1");
    assertThat(get("a").body()).isEqualTo("<p>1");
    assertThat(get("b").body()).isEqualTo("<p>2");
    generation.set(2);
    assertThat(get("a").body()).isEqualTo("<p>3");
  }

  @Test
  void who_has_the_page_already_is_told_so_without_a_search() throws Exception {
    String tag = get("a").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get("a", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    generation.set(2);
    assertThat(get("a", "If-None-Match", tag).statusCode()).isEqualTo(200);
    assertThat(made).hasValue(2);
  }

  @Test
  void while_files_are_indexed_every_page_is_made_anew() throws Exception {
    indexing.set(new IndexingStatus(true, 1, 2));
    assertThat(get("a").body()).isEqualTo("<p>1");
    assertThat(get("a").body()).isEqualTo("<p>2");
  }
}
