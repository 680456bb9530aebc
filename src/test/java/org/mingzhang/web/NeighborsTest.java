package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.source.SearchPort;

/** Those who ask for what takes long hold their own places only: pages are made meanwhile. */
class NeighborsTest {
  private static final int MANY = 40 + 8 * Runtime.getRuntime().availableProcessors();
  private static final String HELD = "held";
  private static final String LONG = "1+".repeat(400);

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger working = new AtomicInteger();
  private final List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
  private Archive archive;
  private PortalServer server;

  @BeforeEach
  void start() {
    archive = Archive.open(folder.resolve("archive"));
    List<ArchivedDisclosure> documents = new InventedDisclosures(archive, folder).store();
    PortalServices services =
        new PortalServices(
            held(new PlainSearch(documents)), archive, IndexingStatus::idle, Clock.systemUTC());
    server = new PortalServer(services, PortalSettings.local(0)).start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    asked.forEach(CompletableFuture::join);
    server.close();
    archive.close();
  }

  /** A search in which what takes long lasts until the test is over. */
  private SearchPort held(SearchPort search) {
    return (SearchPort)
        Proxy.newProxyInstance(
            SearchPort.class.getClassLoader(),
            new Class<?>[] {SearchPort.class},
            (proxy, method, arguments) -> {
              boolean heldQuery =
                  method.getName().equals("search")
                      && isHeld(((SearchRequest) arguments[0]).query());
              if (heldQuery || method.getName().equals("forEachWithFullText")) {
                working.incrementAndGet();
                end.await();
              }
              try {
                return method.invoke(search, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static boolean isHeld(String query) {
    return query.length() > 300 || query.contains(HELD);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  private void ask(HttpRequest.Builder request) {
    asked.add(client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  /** Waits until all have a place or were told that there is none. */
  private void settle(int places) throws InterruptedException {
    for (int i = 0; i < 1_500; i++) {
      long told = asked.stream().filter(CompletableFuture::isDone).count();
      if (working.get() == places && told == MANY - places) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(working).hasValue(places);
  }

  private void assertPagesAreMade() throws IOException, InterruptedException {
    for (String path : List.of("/", "/search?q=a", "/regions", "/search?q=b", "/compare")) {
      HttpResponse<String> answer =
          client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
    }
    assertThat(asked.stream().filter(CompletableFuture::isDone).map(f -> f.join().statusCode()))
        .as("told to come again")
        .containsOnly(503);
  }

  @Test
  void lists_of_queries_and_exports_have_places_of_their_own() throws Exception {
    for (int i = 0; i < MANY; i++) {
      ask(
          switch (i % 3) {
            case 0 ->
                request("/batch")
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString(HELD + "\nb"));
            case 1 -> request("/api/v1/batch?q=" + HELD);
            default -> request("/api/v1/export?format=csv&q=a");
          });
    }
    settle(4 * Runtime.getRuntime().availableProcessors() + 8);
    assertPagesAreMade();
  }

  @Test
  void queries_longer_than_people_type_have_places_of_their_own() throws Exception {
    for (int i = 0; i < MANY; i++) {
      ask(request("/search?q=" + LONG + i));
    }
    settle(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    assertPagesAreMade();
  }
}
