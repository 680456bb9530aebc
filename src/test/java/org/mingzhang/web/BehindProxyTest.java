package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.mingzhang.web.guard.AccessLog;
import org.mingzhang.web.guard.TrustedProxies;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/** What the portal takes the address of a client to be, and whom it tells its figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindProxyTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private Archive archive;
  private List<ArchivedDisclosure> documents;

  @BeforeAll
  void store(@TempDir Path folder) {
    archive = Archive.open(folder.resolve("archive"));
    documents = new InventedDisclosures(archive, folder).store();
  }

  @AfterAll
  void close() {
    archive.close();
  }

  private PortalServer serve(PortalSettings settings, AccessLog log) {
    PortalServices services =
        new PortalServices(
            new PlainSearch(documents), archive, IndexingStatus::idle, Clock.systemUTC());
    return new PortalServer(services, settings, null, log).start();
  }

  private int ask(PortalServer server, String path, String forwarded) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (!forwarded.isEmpty()) {
      request.header("X-Forwarded-For", forwarded);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void each_client_behind_a_trusted_proxy_has_its_own_limit_and_its_own_line(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("access.log");
    TrustedProxies proxies = new TrustedProxies(List.of("127.0.0.1"));
    try (AccessLog log = new AccessLog(file, true);
        PortalServer server = serve(TestSettings.local(0).withProxies(proxies).build(), log)) {
      assertThat(isRefusedInTheEnd(server, "203.0.113.9")).isTrue();
      assertThat(isRefusedInTheEnd(server, "198.51.100.7, 203.0.113.9")).isTrue();
      assertThat(ask(server, "/robots.txt", "198.51.100.7")).isEqualTo(200);
      assertThat(ask(server, "/robots.txt", "")).isEqualTo(200);
    }
    assertThat(Files.readString(file))
        .contains("\"client\":\"203.0.113.9\"", "\"client\":\"198.51.100.7\"");
  }

  /** A client may ask so often at once, and then twenty times a second. */
  private boolean isRefusedInTheEnd(PortalServer server, String forwarded) throws Exception {
    for (int i = 0; i < 5_000; i++) {
      if (ask(server, "/robots.txt", forwarded) == 429) {
        return true;
      }
    }
    return false;
  }

  @Test
  void without_a_trusted_proxy_nobody_chooses_an_address(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("access.log");
    try (AccessLog log = new AccessLog(file, true);
        PortalServer server = serve(PortalSettings.local(0), log)) {
      assertThat(ask(server, "/robots.txt", "203.0.113.9")).isEqualTo(200);
    }
    assertThat(Files.readString(file)).doesNotContain("203.0.113.9");
  }

  @Test
  void figures_of_the_portal_are_told_to_this_machine_alone_unless_they_are_opened(
      @TempDir Path folder) throws Exception {
    TrustedProxies proxies = new TrustedProxies(List.of("127.0.0.1"));
    try (AccessLog log = new AccessLog(folder.resolve("a.log"), true);
        PortalServer plain = serve(PortalSettings.local(0), log);
        PortalServer behind = serve(TestSettings.local(0).withProxies(proxies).build(), log);
        PortalServer open = serve(TestSettings.local(0).withPublicMetrics().build(), log)) {
      assertThat(ask(plain, "/metrics", "")).isEqualTo(200);
      assertThat(ask(plain, "/metrics", "203.0.113.9")).isEqualTo(403);
      assertThat(ask(behind, "/metrics", "")).isEqualTo(200);
      assertThat(ask(behind, "/metrics", "203.0.113.9")).isEqualTo(403);
      assertThat(ask(open, "/metrics", "203.0.113.9")).isEqualTo(200);
      RawAnswer refusal = refused(plain, "application/json;q=x");
      assertThat(refusal.headers()).containsEntry("content-type", "application/problem+json");
      assertThat(refusal.body()).contains("\"status\":403", "\"title\":\"Forbidden\"");
      assertThat(refused(plain, "text/html").headers().get("content-type")).startsWith("text/html");
    }
  }

  private static RawAnswer refused(PortalServer server, String accept) throws IOException {
    String request =
        "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: 203.0.113.9\r\nAccept: "
            + accept
            + "\r\nConnection: close\r\n\r\n";
    return RawAnswer.to(server.port(), request.getBytes(StandardCharsets.UTF_8));
  }
}
