package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.guard.RequestWatchdog;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.source.SearchPort;
import org.slf4j.LoggerFactory;

/** Handlers that do not end: those that wait, those that spin and those that write for ever. */
class RequestWatchdogTest {
  private static final RequestWatchdog.Limits SHORT =
      new RequestWatchdog.Limits(
          Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofMillis(700), 1);

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(RequestWatchdog.class);
  private final CountDownLatch helpless = new CountDownLatch(1);
  private final AtomicBoolean spun = new AtomicBoolean();
  private volatile boolean spin = true;
  private Archive archive;
  private PortalServer server;

  @BeforeEach
  void start() {
    log.start();
    logger.addAppender(log);
    archive = Archive.open(folder.resolve("archive"));
    List<ArchivedDisclosure> documents = new InventedDisclosures(archive, folder).store();
    PortalServices services =
        new PortalServices(
            bad(new PlainSearch(documents)), archive, IndexingStatus::idle, Clock.systemUTC());
    server = new PortalServer(services, PortalSettings.local(0), null, null, SHORT).start();
    server.onStuckRequests(helpless::countDown);
  }

  @AfterEach
  void stop() {
    spin = false;
    server.close();
    archive.close();
    logger.detachAppender(log);
  }

  /** A search that has no end for some words. */
  private SearchPort bad(SearchPort search) {
    return (SearchPort)
        Proxy.newProxyInstance(
            SearchPort.class.getClassLoader(),
            new Class<?>[] {SearchPort.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof SearchRequest request) {
                boolean first = request.query().equals("spin") && !spun.getAndSet(true);
                while (spin && first) {
                  Thread.onSpinWait();
                }
                if (request.query().equals("wait")) {
                  new CountDownLatch(1).await();
                }
              }
              try {
                Object answer = method.invoke(search, arguments);
                while (spin && method.getName().equals("forEachWithFullText")) {
                  method.invoke(search, arguments);
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(60))
        .build();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path), HttpResponse.BodyHandlers.ofString());
  }

  private static void until(BooleanSupplier done) {
    for (int i = 0; i < 3000 && !done.getAsBoolean(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(done.getAsBoolean()).isTrue();
  }

  private List<String> lines() {
    return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void a_handler_that_waits_for_ever_is_interrupted_and_its_reader_told_to_come_again()
      throws Exception {
    HttpResponse<String> answer = get("/search?q=wait");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("GET /search has run for", "is being ended", "CountDownLatch.await"));
    assertThat(get("/search?q=a").statusCode()).isEqualTo(200);
  }

  @Test
  void a_thread_that_spins_is_cut_off_and_others_are_served_until_they_are_too_many()
      throws Exception {
    assumeTrue(
        Runtime.getRuntime().availableProcessors() > 1, "requests are served by one carrier alone");
    var unused =
        client.sendAsync(request("/search?q=spin"), HttpResponse.BodyHandlers.discarding());
    assertThat(helpless.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(lines())
        .anyMatch(line -> line.contains("GET /search cannot be ended (stuck threads: 1 "));
    assertThat(get("/health/live").statusCode()).isEqualTo(503);
    assertThat(get("/metrics").body()).contains("mingzhang_lost_threads 1.0");
    assertThat(get("/search?q=a").statusCode()).isEqualTo(200);
    spin = false;
    until(() -> lines().stream().anyMatch(line -> line.contains("has ended after")));
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void an_answer_without_end_is_cut_though_its_client_reads_on() throws Exception {
    HttpResponse<InputStream> answer =
        client.send(request("/api/v1/export"), HttpResponse.BodyHandlers.ofInputStream());
    long read = 0;
    try (InputStream in = answer.body()) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        read += n;
      }
    } catch (IOException cutOff) {
      assertThat(read).isPositive();
    }
    until(() -> lines().stream().anyMatch(l -> l.contains("GET /api/v1/export has ended after")));
    assertThat(get("/search?q=a").statusCode()).isEqualTo(200);
  }
}
