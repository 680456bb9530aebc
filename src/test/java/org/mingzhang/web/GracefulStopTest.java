package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.source.SearchPort;

class GracefulStopTest {
  @TempDir Path folder;
  private final CountDownLatch working = new CountDownLatch(1);

  /** A search that takes its time. */
  private SearchPort slow(SearchPort search) {
    return (SearchPort)
        Proxy.newProxyInstance(
            SearchPort.class.getClassLoader(),
            new Class<?>[] {SearchPort.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("search")) {
                working.countDown();
                Thread.sleep(1500);
              }
              try {
                return method.invoke(search, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void a_request_under_way_is_answered_when_the_portal_is_told_to_end() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      PortalServices services =
          new PortalServices(
              slow(new PlainSearch(List.of())), archive, IndexingStatus::idle, Clock.systemUTC());
      PortalServer server = new PortalServer(services, PortalSettings.local(0)).start();
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/search?q=a");
      CompletableFuture<HttpResponse<String>> answer =
          HttpClient.newHttpClient()
              .sendAsync(
                  HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(working.await(20, TimeUnit.SECONDS)).isTrue();
      long begun = System.nanoTime();
      server.close();
      assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .as("a connection kept by its client does not hold up the stop")
          .isLessThan(Duration.ofSeconds(12));
    }
  }
}
