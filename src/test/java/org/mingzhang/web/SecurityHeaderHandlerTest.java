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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.archive.Archive;
import org.mingzhang.web.admin.AdminSettings;
import org.mingzhang.web.admin.AuditLog;
import org.mingzhang.web.admin.TokenHash;
import org.mingzhang.web.guard.AccessLog;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;

/** What answers say to browsers, proxies and caches, at a portal that readers reach by https. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityHeaderHandlerTest {
  private static final String HSTS = "strict-transport-security";
  private static final String TOKEN = TokenHash.generateToken();

  private Path folder;
  private Archive archive;
  private AccessLog log;
  private PlainSearch search;
  private PortalServer server;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    archive = Archive.open(folder.resolve("archive"));
    search = new PlainSearch(new InventedDisclosures(archive, folder).store());
    log = new AccessLog(folder.resolve("access.log"), false);
    server = serve("https://portal.example");
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    log.close();
    archive.close();
  }

  private PortalServer serve(@Nullable String publicUrl) {
    return new PortalServer(
            new PortalServices(search, archive, IndexingStatus::idle, Clock.systemUTC()),
            TestSettings.local(0).withPublicUrl(publicUrl).build(),
            new AdminSettings(
                QuickTokenHash.of(TOKEN),
                new QuietAdministration(),
                new AuditLog(folder.resolve("admin.log"), Clock.systemUTC())),
            log)
        .start();
  }

  private RawAnswer send(int port, String method, String path, String... headers)
      throws IOException {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    Stream.of(headers).forEach(header -> head.append(header).append("\r\n"));
    head.append("Connection: close\r\n\r\n");
    return RawAnswer.to(port, head.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private RawAnswer send(String method, String path, String... headers) throws IOException {
    return send(server.port(), method, path, headers);
  }

  static Stream<String> addresses() {
    return Stream.concat(Addresses.PAGES.stream(), Addresses.OTHERS.stream());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/nowhere", "/d/qsqzgh-2024-bmjs/original", "/admin", "/health", "/%zz"})
  void readers_by_https_are_told_to_use_nothing_else(String path) throws IOException {
    assertThat(send("GET", path).headers().get(HSTS))
        .isEqualTo("max-age=31536000; includeSubDomains");
    assertThat(send("GET", path).headers().get("content-security-policy"))
        .contains("object-src 'none'", "base-uri 'none'");
  }

  @Test
  void a_portal_that_is_not_reached_by_https_does_not_ask_for_it() throws IOException {
    for (String publicUrl : new String[] {null, "http://portal.example"}) {
      try (PortalServer plain = serve(publicUrl)) {
        assertThat(send(plain.port(), "GET", "/").headers()).doesNotContainKey(HSTS);
        assertThat(send(plain.port(), "GET", "/%zz").headers()).doesNotContainKey(HSTS);
      }
    }
  }

  @Test
  void administration_is_open_to_no_other_site_and_kept_by_no_cache() throws IOException {
    for (String authorization : List.of("Authorization: Bearer " + TOKEN, "Authorization: none")) {
      RawAnswer answer =
          send("GET", "/api/v1/admin/status", "Origin: https://other.example", authorization);
      assertThat(answer.status()).isIn(200, 401);
      assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
      assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    }
    assertThat(send("GET", "/api/v1/search?q=a").headers())
        .containsEntry("access-control-allow-origin", "*");
    assertThat(
            send(
                    "OPTIONS",
                    "/api/v1/admin/documents",
                    "Origin: https://other.example",
                    "Access-Control-Request-Method: POST",
                    "Access-Control-Request-Headers: authorization")
                .headers())
        .doesNotContainKeys("access-control-allow-origin", "access-control-allow-headers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND"})
  void methods_that_nothing_needs_are_refused(String method) throws IOException {
    for (String path : List.of("/", "/d/qsqzgh-2024-bmjs", "/api/v1/search")) {
      RawAnswer answer = send(method, path, "X-Own: told-to-nobody");
      assertThat(answer.status()).as(method + " " + path).isBetween(400, 501);
      assertThat(answer.body()).doesNotContain("told-to-nobody");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/static", "/static/", "/static/js/", "/d/", "/templates/", "/.git/config"})
  void folders_are_not_listed(String path) throws IOException {
    assertThat(send("GET", path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void every_text_says_in_which_characters_it_is_written(String path) throws IOException {
    String type = send("GET", path).headers().getOrDefault("content-type", "");
    assertThat(type).isNotEmpty();
    if (type.startsWith("text/") || type.contains("xml;") || type.endsWith("xml")) {
      assertThat(type).containsIgnoringCase("charset=utf-8");
    }
  }

  @Test
  void a_body_of_two_lengths_is_refused_so_that_nothing_is_smuggled_in_it() throws IOException {
    for (String lengths :
        List.of(
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
            "Content-Length: 5\r\nContent-Length: 6\r\n",
            "Transfer-Encoding: chunked, identity\r\n")) {
      RawAnswer answer =
          RawAnswer.to(
              server.port(),
              ("POST /batch HTTP/1.1\r\nHost: localhost\r\n"
                      + lengths
                      + "\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(answer.status()).as(lengths).isEqualTo(400);
      assertThat(answer.body()).as("one answer").doesNotContain("HTTP/1.1");
    }
  }

  @Test
  void what_a_client_says_of_its_own_address_is_not_believed() throws Exception {
    RawAnswer page =
        send(
            "GET",
            "/?own=1",
            "X-Forwarded-For: 203.0.113.9",
            "X-Real-IP: 203.0.113.9",
            "Forwarded: for=203.0.113.9;host=other.example",
            "X-Forwarded-Host: other.example");
    assertThat(page.text()).doesNotContain("other.example", "203.0.113");
    assertThat(logged("/?own=1")).contains("\"client\":\"127.0.0.0\"").doesNotContain("203.0.113");
  }

  @Test
  void who_tries_to_get_in_is_in_the_log_whether_it_was_the_right_token_or_not() throws Exception {
    assertThat(logIn("guess").headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(logIn(TOKEN).headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .matches(
                        "__Host-mingzhang-session=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly;"
                            + " SameSite=Strict"));
    assertThat(logged("/admin/login?try=5"))
        .contains("\"status\":403")
        .containsPattern("\"time\":\"20\\d\\d-[0-9T:.-]+Z\"");
    assertThat(logged("/admin/login?try=43")).contains("\"status\":303").doesNotContain(TOKEN);
    assertThat(Files.readAllLines(folder.resolve("admin.log")))
        .satisfiesExactly(
            wrong -> assertThat(wrong).contains("\tlog in\t").endsWith("\trefused"),
            right -> assertThat(right).contains("\tlog in\t").endsWith("\tdone"));
  }

  private HttpResponse<Void> logIn(String token) throws IOException, InterruptedException {
    String address = "http://127.0.0.1:" + server.port() + "/admin/login?try=" + token.length();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("token=" + token))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding());
    }
  }

  @Test
  void scripts_keep_theme_dossier_and_last_results_alone_and_make_no_markup_of_text()
      throws IOException {
    try (Stream<Path> scripts = Files.list(Path.of("static/js"))) {
      List<Path> all = scripts.filter(f -> f.toString().endsWith(".js")).toList();
      assertThat(all).hasSizeGreaterThan(5);
      for (Path script : all) {
        String text = Files.readString(script);
        assertThat(text)
            .as(script.toString())
            .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
            .doesNotContain("eval(", "new Function", "document.cookie")
            .doesNotContain("postMessage", "indexedDB");
        String key = script.endsWith("dossier.js") ? "KEY" : "'theme'";
        assertThat(text.replaceAll("localStorage\\.[gs]etItem\\(" + key, ""))
            .as(script.toString())
            .doesNotContain("localStorage");
        String results = script.endsWith("trail.js") ? "KEY" : "nothing";
        assertThat(text.replaceAll("sessionStorage\\.[gs]etItem\\(" + results, ""))
            .as(script.toString())
            .doesNotContain("sessionStorage");
      }
    }
  }

  /** The line of the access log that names an address; it is written a moment after the answer. */
  private String logged(String address) throws IOException, InterruptedException {
    for (int i = 0; i < 500; i++) {
      List<String> lines = Files.readAllLines(folder.resolve("access.log"));
      for (String line : lines) {
        if (line.contains("\"" + address + "\"")) {
          return line;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("nothing was logged of " + address);
  }
}
