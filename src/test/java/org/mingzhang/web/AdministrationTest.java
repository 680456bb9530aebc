package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.archive.Offer;
import org.mingzhang.archive.Removal;
import org.mingzhang.web.admin.AdminSettings;
import org.mingzhang.web.admin.Administration;
import org.mingzhang.web.admin.AuditLog;
import org.mingzhang.web.admin.TokenHash;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.source.PortalSources;

/** Administration over HTTP: who may, and what is written down. */
class AdministrationTest {
  private static final String TOKEN = TokenHash.freshToken();
  private static final String BEARER = "Bearer " + TOKEN;
  private static final String BASIC = basic(TOKEN);

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Archive archive;
  private PortalServer server;

  private static String basic(String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void start() {
    archive = Archive.open(folder.resolve("archive"));
    new InventedDisclosures(archive, folder).store();
    server = serve(new AdminSettings(TokenHash.of(TOKEN), new Asked(), log()));
  }

  @AfterEach
  void stop() {
    server.close();
    archive.close();
  }

  private AuditLog log() {
    return new AuditLog(folder.resolve("admin.log"), Clock.systemUTC());
  }

  private PortalServer serve(@Nullable AdminSettings admin) {
    PortalSources sources =
        new PortalSources(
            new PlainSearch(List.of()), archive, IndexingStatus::idle, Clock.systemUTC());
    return new PortalServer(sources, PortalSettings.local(0), admin, null).start();
  }

  private HttpResponse<String> send(String method, String path, String... headers) {
    return sendBody(method, path, "content", headers);
  }

  private HttpResponse<String> sendBody(
      String method, String path, String body, String... headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void without_a_token_there_is_no_administration() {
    server.close();
    server = serve(null);
    assertThat(send("GET", "/admin").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/api/v1/admin/status", "Authorization", BEARER).statusCode())
        .isEqualTo(404);
    assertThat(send("POST", "/api/v1/admin/documents?name=a.pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void who_has_no_token_is_told_how_to_send_it_and_nothing_is_done() {
    HttpResponse<String> page = send("GET", "/admin");
    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(page.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(w -> assertThat(w).startsWith("Basic"));
    for (String path :
        List.of("/api/v1/admin/documents?name=a", "/api/v1/admin/documents/x/remove")) {
      assertThat(send("POST", path).statusCode()).isEqualTo(401);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void guessing_is_slowed_down_and_the_right_token_still_opens() {
    assertThat(send("GET", "/admin", "Authorization", BASIC).statusCode()).isEqualTo(200);
    List<Integer> answers =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> send("GET", "/admin", "Authorization", basic("guess" + i)).statusCode())
            .toList();
    assertThat(answers).contains(401, 429).doesNotContain(200);
    assertThat(send("GET", "/admin", "Authorization", BASIC).statusCode()).isEqualTo(200);
  }

  @Test
  void guessers_at_the_same_address_do_not_keep_the_right_token_out_after_a_start() {
    List<Integer> answers =
        IntStream.range(0, 40)
            .mapToObj(i -> send("GET", "/admin", "Authorization", basic("guess" + i)).statusCode())
            .toList();
    assertThat(answers).contains(401, 429).doesNotContain(200);
    assertThat(send("GET", "/admin", "Authorization", BASIC).statusCode()).isEqualTo(200);
    String near = TOKEN.substring(0, 6);
    List<Integer> nearer =
        IntStream.range(0, 10)
            .mapToObj(i -> send("GET", "/admin", "Authorization", basic(near + i)).statusCode())
            .toList();
    assertThat(nearer).contains(401, 429).doesNotContain(200);
  }

  @Test
  void a_token_kept_by_an_earlier_version_still_opens() {
    String printed = TokenHash.of(TOKEN).print();
    TokenHash earlier = TokenHash.parse(printed.substring(0, printed.lastIndexOf('$')));
    assertThat(earlier.matches(TOKEN)).isTrue();
    assertThat(earlier.matches("guess")).isFalse();
  }

  @Test
  void who_is_turned_away_reads_when_to_come_again_as_a_page_and_programs_as_a_line() {
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (String accept : List.of("text/html", "*/*", "application/json")) {
      HttpResponse<String> answer;
      do {
        answer = send("GET", "/admin", "Authorization", basic("wrong"), "Accept", accept);
      } while (answer.statusCode() == 401);
      answers.add(answer);
    }
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(429);
    assertThat(answers)
        .allSatisfy(a -> assertThat(a.headers().firstValue("Retry-After")).isPresent());
    assertThat(answers.getFirst().body())
        .contains("请求过于频繁</h1>", "请在 ", " 秒后重试")
        .doesNotContain("{0}");
    assertThat(answers.get(1).body()).startsWith("请在 ").doesNotContain("<");
    assertThat(answers.get(2).headers().firstValue("Content-Type"))
        .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
  }

  @Test
  void the_token_cannot_be_told_from_what_is_kept() {
    TokenHash hash = TokenHash.of(TOKEN);
    assertThat(hash.print()).doesNotContain(TOKEN).startsWith("pbkdf2-sha256$600000$");
    assertThat(TOKEN).as("256 random bits").matches("[A-Za-z0-9_-]{43}");
    assertThat(TokenHash.parse(hash.print() + "\n").matches(TOKEN)).isTrue();
    assertThat(TokenHash.parse(hash.print()).matches(TOKEN + "x")).isFalse();
    assertThat(TokenHash.of(TOKEN).print()).as("another salt").isNotEqualTo(hash.print());
  }

  @Test
  void another_site_cannot_make_an_administrators_browser_act() {
    String page = send("GET", "/admin", "Authorization", BASIC).body();
    String key = page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
    assertThat(page).as("no address holds the key").doesNotContain("?key=", "&key=");
    String[] without = {
      "Authorization", BASIC, "Content-Type", "application/x-www-form-urlencoded"
    };
    assertThat(send("POST", "/admin/remove", without).statusCode()).isEqualTo(403);
    for (String guess : List.of("key=guess", "key=", "")) {
      assertThat(sendBody("POST", "/admin/remove", guess, without).statusCode()).isEqualTo(403);
    }
    assertThat(send("POST", "/admin/remove?key=" + key, without).statusCode()).isEqualTo(403);
    assertThat(
            sendBody(
                    "POST",
                    "/admin/reread",
                    "key=" + key,
                    "Authorization",
                    BASIC,
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Sec-Fetch-Site",
                    "cross-site")
                .statusCode())
        .isEqualTo(403);
    assertThat(send("POST", "/api/v1/admin/documents/x/remove", without).statusCode())
        .as("a browser's password is nothing to the API")
        .isEqualTo(401);
    assertThat(asked).isEmpty();
    assertThat(sendBody("POST", "/admin/reread", "key=" + key, without).statusCode())
        .isEqualTo(200);
    assertThat(asked).hasSize(1);
  }

  @Test
  void what_was_done_is_written_down_before_and_after_on_a_line_each() throws IOException {
    assertThat(
            send("POST", "/api/v1/admin/documents?name=a%0A%09b.pdf", "Authorization", BEARER)
                .statusCode())
        .isEqualTo(202);
    assertThat(
            send("POST", "/api/v1/admin/documents/gone/reread", "Authorization", BEARER)
                .statusCode())
        .isEqualTo(404);
    assertThat(asked).containsExactly("upload a\n\tb.pdf content", "reread gone");
    List<String> lines = Files.readAllLines(folder.resolve("admin.log"));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).endsWith("\tupload\ta??b.pdf\tbegun");
    assertThat(lines.get(1)).endsWith("\tupload\ta??b.pdf\tdone");
    assertThat(lines.get(2)).endsWith("\treread\tgone\tbegun");
    assertThat(lines.get(3)).endsWith("\treread\tgone\trefused: there is none");
  }

  @Test
  void who_sent_a_file_is_told_where_to_ask_what_became_of_it() {
    HttpResponse<String> taken =
        send("POST", "/api/v1/admin/documents?name=a.pdf", "Authorization", BEARER);
    String status = taken.headers().firstValue("Location").orElseThrow();
    assertThat(send("GET", status).statusCode()).isEqualTo(401);
    assertThat(send("GET", status, "Authorization", BEARER).body())
        .contains("\"id\":7", "\"state\":\"kept\"", "\"document\":\"x\"");
    for (String other : List.of("8", "x", "-1", "9".repeat(30))) {
      assertThat(send("GET", "/api/v1/admin/queue/" + other, "Authorization", BEARER).statusCode())
          .as(other)
          .isEqualTo(404);
    }
  }

  @Test
  void a_document_taken_out_says_so_at_every_permalink() {
    String id = "qsqzgh-2024-bmjs";
    archive.remove(new Removal(id, Instant.EPOCH, "<script>alert(1)</script>"));
    for (String path : List.of("/d/" + id, "/d/" + id + "/gk", "/d/" + id + "/original")) {
      HttpResponse<String> answer = send("GET", path);
      assertThat(answer.statusCode()).as(path).isEqualTo(410);
      assertThat(answer.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }
    assertThat(archive.documentIds()).doesNotContain(id);
    archive.putBack(id);
    assertThat(send("GET", "/d/" + id).statusCode()).isEqualTo(200);
  }

  /** Writes down what it is asked for. */
  private final class Asked implements Administration {
    @Override
    public Queued upload(String name, @Nullable String replaces, InputStream content)
        throws IOException {
      asked.add(
          "upload " + name + " " + new String(content.readAllBytes(), StandardCharsets.UTF_8));
      return new Queued(7, name);
    }

    @Override
    public Optional<IntakeEntry> entry(long id) {
      return id == 7
          ? Optional.of(
              new IntakeEntry(
                  7,
                  Offer.ofUpload("a.pdf", "ff", null),
                  IntakeEntry.State.KEPT,
                  1,
                  Instant.EPOCH,
                  "x",
                  null))
          : Optional.empty();
    }

    @Override
    public void readAgain(String documentId) throws RefusedException {
      asked.add("reread " + documentId);
      if (documentId.equals("gone")) {
        throw new RefusedException(404, "there is none");
      }
    }

    @Override
    public void remove(String documentId, String reason) {
      asked.add("remove " + documentId + " " + reason);
    }

    @Override
    public void putBack(String documentId) {
      asked.add("restore " + documentId);
    }

    @Override
    public Status status() {
      return new Status(1, 0, List.of(), List.of(), List.of(), List.of(), List.of());
    }
  }
}
