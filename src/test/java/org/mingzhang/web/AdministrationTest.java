package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.SharedDossier;
import org.mingzhang.web.admin.AdminSettings;
import org.mingzhang.web.admin.Administration;
import org.mingzhang.web.admin.AuditLog;
import org.mingzhang.web.admin.TokenFile;
import org.mingzhang.web.admin.TokenHash;
import org.mingzhang.web.guard.TrustedProxies;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/** Administration over HTTP: who may, and what is written down. */
class AdministrationTest {
  private static final String TOKEN = TokenHash.generateToken();
  private static final String BEARER = "Bearer " + TOKEN;

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Archive archive;
  private PortalServer server;
  private final MovingClock clock = new MovingClock();
  private Optional<TokenHash> kept = Optional.of(QuickTokenHash.of(TOKEN));

  @BeforeEach
  void start() {
    archive = Archive.open(folder.resolve("archive"));
    new InventedDisclosures(archive, folder).store();
    server = serve(new AdminSettings(() -> kept, new Asked(), log(), clock));
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
    PortalServices services =
        new PortalServices(
            new PlainSearch(List.of()), archive, IndexingStatus::idle, Clock.systemUTC());
    return new PortalServer(services, PortalSettings.local(0), admin, null).start();
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

  /** The status of a form that asks to read again, sent with a header that says where it stands. */
  private int reread(String cookie, String key, String header, String value) {
    return sendBody(
            "POST",
            "/admin/reread",
            "key=" + key,
            "Cookie",
            cookie,
            "Content-Type",
            "application/x-www-form-urlencoded",
            header,
            value)
        .statusCode();
  }

  private static final String DOSSIER =
      "{\"format\":\"mingzhang-dossier\",\"version\":1,\"title\":\"三公调查\",\"entries\":["
          + "{\"kind\":\"text\",\"note\":\"见 <script>alert(1)</script>\"},"
          + "{\"kind\":\"section\",\"document\":\"qsqzgh-2024-bmjs\",\"section\":\"qk-ztqk\"}]}";

  @Test
  void a_program_shares_a_dossier_that_everybody_reads_and_ends_it() {
    assertThat(sendBody("POST", "/api/v1/admin/dossiers", DOSSIER).statusCode()).isEqualTo(401);
    HttpResponse<String> answer =
        sendBody("POST", "/api/v1/admin/dossiers", DOSSIER, "Authorization", BEARER);
    assertThat(answer.statusCode()).isEqualTo(201);
    String link = answer.headers().firstValue("Location").orElseThrow();
    String page = send("GET", link).body();
    assertThat(page)
        .contains(
            "三公调查", "只读卷宗", "&lt;script&gt;alert(1)", "/d/qsqzgh-2024-bmjs/qk-ztqk", "noindex")
        .contains("action=\"/dossier/file\"")
        .doesNotContain("<script>alert", "data-act=");
    assertThat(
            sendBody("POST", "/api/v1/admin/dossiers", "{}", "Authorization", BEARER).statusCode())
        .isEqualTo(400);
    String own = link.replace("/dossier/shared/", "/api/v1/admin/dossiers/");
    assertThat(send("DELETE", own).statusCode()).isEqualTo(401);
    assertThat(send("DELETE", own, "Authorization", BEARER).statusCode()).isEqualTo(204);
    assertThat(send("DELETE", own, "Authorization", BEARER).statusCode()).isEqualTo(404);
    assertThat(send("GET", link).statusCode()).isEqualTo(404);
  }

  @Test
  void a_person_shares_a_dossier_with_the_token_or_a_session() throws IOException {
    String sent = "dossier=" + URLEncoder.encode(DOSSIER, StandardCharsets.UTF_8);
    String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
    String asked = sendBody("POST", "/admin/dossier", sent, form).body();
    assertThat(asked).contains("三公调查", "共 2 条", "name=\"token\"");
    assertThat(sendBody("POST", "/admin/dossier/share", sent + "&token=wrong", form).statusCode())
        .isEqualTo(403);
    HttpResponse<String> shared =
        sendBody("POST", "/admin/dossier/share", sent + "&token=" + TOKEN, form);
    assertThat(shared.statusCode()).isEqualTo(303);
    assertThat(send("GET", shared.headers().firstValue("Location").orElseThrow()).body())
        .contains("三公调查");
    String cookie = login();
    String page = post("/admin/dossier", cookie, sent).body();
    assertThat(page).doesNotContain("name=\"token\"").contains("已共享的卷宗", "取消共享");
    assertThat(post("/admin/dossier/share", cookie, sent + "&key=wrong").statusCode())
        .isEqualTo(403);
    assertThat(post("/admin/dossier/share", cookie, sent + "&key=" + key(page)).statusCode())
        .isEqualTo(303);
    String id = archive.dossiers().all().getFirst().id();
    assertThat(post("/admin/dossier/end", cookie, "id=" + id).statusCode()).isEqualTo(403);
    post("/admin/dossier/end", cookie, "id=" + id + "&key=" + key(page));
    assertThat(archive.dossiers().all()).hasSize(1);
    assertThat(Files.readString(folder.resolve("admin.log"))).contains("share dossier", "三公调查");
  }

  /** Logs in and gives the cookie of the session. */
  private String login() {
    HttpResponse<String> answer = logIn(TOKEN);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/admin");
    return cookie(answer);
  }

  private HttpResponse<String> logIn(String token, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/x-www-form-urlencoded";
    return sendBody("POST", "/admin/login", "token=" + token, all);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
  }

  private static String key(String page) {
    return page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
  }

  private HttpResponse<String> page(String cookie) {
    return send("GET", "/admin", "Cookie", cookie);
  }

  private HttpResponse<String> post(String path, String cookie, String form) {
    return sendBody(
        "POST", path, form, "Cookie", cookie, "Content-Type", "application/x-www-form-urlencoded");
  }

  @Test
  void who_has_no_token_is_told_how_to_send_it_and_nothing_is_done() {
    HttpResponse<String> page = send("GET", "/admin");
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location")).hasValue("/admin/login");
    assertThat(send("GET", "/admin/login").body()).contains("type=\"password\"");
    assertThat(send("POST", "/admin/upload").statusCode()).isEqualTo(403);
    assertThat(send("POST", "/admin/remove").statusCode()).isEqualTo(403);
    for (String path :
        List.of("/api/v1/admin/documents?name=a", "/api/v1/admin/documents/x/remove")) {
      assertThat(send("POST", path).statusCode()).isEqualTo(401);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void sources_are_added_changed_removed_and_visited_by_who_has_logged_in() {
    String cookie = login();
    String list = send("GET", "/admin/collect", "Cookie", cookie).body();
    assertThat(list)
        .contains("/admin/collect/source?name=sample", "立即访问", "已排队，等待访问")
        .contains("正在访问", "http://www.example.gov.cn/index_2.html", "已一年多没有新文件")
        .contains("value=\"mailto:desk@example.org\"");
    String form = send("GET", "/admin/collect/source?name=sample", "Cookie", cookie).body();
    assertThat(form).contains("value=\"http://www.example.gov.cn/\"", "a.test\nb.test");
    assertThat(send("GET", "/admin/collect/source?name=none", "Cookie", cookie).statusCode())
        .isEqualTo(404);
    String key = "key=" + key(form);
    String fields = "&fingerprint=ff&name=new&url=http%3A%2F%2Fwww.example.gov.cn%2Fz%2F";
    assertThat(post("/admin/collect/source", cookie, key + fields).body()).contains("已完成：new");
    assertThat(post("/admin/collect/source", cookie, key + fields + "&was=sample").statusCode())
        .isEqualTo(200);
    assertThat(post("/admin/collect/source/remove", cookie, key + "&was=sample&fingerprint=ff"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    post("/admin/collect/contact", cookie, key + "&contact=mailto%3Aa%40b.cn&fingerprint=ff");
    post("/admin/collect/visit", cookie, key + "&name=sample");
    assertThat(asked)
        .contains(
            "put null http://www.example.gov.cn/z/ ff",
            "put sample http://www.example.gov.cn/z/ ff",
            "remove source sample ff",
            "contact mailto:a@b.cn ff",
            "visit sample");
    assertThat(post("/admin/collect/visit", cookie, key + "&name=other"))
        .satisfies(a -> assertThat(a.statusCode()).isEqualTo(404))
        .satisfies(a -> assertThat(a.body()).contains("未完成：没有名为“other”的来源"));
  }

  @Test
  void what_a_source_cannot_be_is_told_in_the_form_with_what_was_typed() {
    String cookie = login();
    String key = "key=" + key(page(cookie).body());
    HttpResponse<String> refused =
        post("/admin/collect/source", cookie, key + "&fingerprint=ff&name=typed&url=ftp%3A%2F%2Fx");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("sources.yaml, line 3: url: no address of http or https")
        .contains("value=\"typed\"", "value=\"ftp://x\"");
  }

  @Test
  void sources_are_changed_from_pages_of_the_session_alone() {
    String cookie = login();
    for (String path : List.of("source", "source/remove", "contact", "visit")) {
      String all = "/admin/collect/" + path;
      String form = "name=sample&was=sample&contact=x&url=http%3A%2F%2Fa.test&fingerprint=ff";
      assertThat(post(all, cookie, form).statusCode()).as(all).isEqualTo(403);
      assertThat(post(all, cookie, form + "&key=guess").statusCode()).as(all).isEqualTo(403);
      assertThat(post(all, "none=1", form).statusCode()).as(all).isEqualTo(303);
    }
    assertThat(send("GET", "/admin/collect/source").statusCode()).isEqualTo(303);
    assertThat(asked).isEmpty();
  }

  @Test
  void what_was_collected_is_for_who_has_logged_in_in_both_languages() {
    HttpResponse<String> stranger = send("GET", "/admin/collect");
    assertThat(stranger.statusCode()).isEqualTo(303);
    assertThat(stranger.headers().firstValue("Location")).hasValue("/admin/login");
    String cookie = login();
    assertThat(page(cookie).body()).contains("href=\"/admin/collect\"");
    assertThat(send("GET", "/admin/collect", "Cookie", cookie).body())
        .contains("样本市财政局", "未完，将继续", "网站要求在 ", "尚未访问")
        .contains("网站的 robots.txt 不允许访问", "网页不存在（HTTP 404）")
        .contains("http://www.example.gov.cn/&lt;b&gt;");
    assertThat(send("GET", "/admin/collect?lang=en", "Cookie", cookie).body())
        .contains("unfinished, will go on", "Documents no longer at their address")
        .contains("the host asks to be left alone", "robots.txt of the site does not allow it");
  }

  @Test
  void a_session_is_a_cookie_for_administration_alone_and_another_one_each_time() {
    HttpResponse<String> answer = logIn(TOKEN);
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            c ->
                assertThat(c)
                    .matches(
                        "mingzhang-session=[A-Za-z0-9_-]{43}; Path=/admin; HttpOnly;"
                            + " SameSite=Strict"));
    String first = cookie(answer);
    assertThat(page(first).statusCode()).isEqualTo(200);
    String second = cookie(logIn(TOKEN, "Cookie", first));
    assertThat(second).isNotEqualTo(first);
    assertThat(page(second).statusCode()).isEqualTo(200);
    assertThat(page(first).statusCode()).as("ended by logging in again").isEqualTo(303);
    assertThat(send("GET", "/api/v1/admin/status", "Cookie", second).statusCode()).isEqualTo(401);
    assertThat(logIn(TOKEN, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(logIn(TOKEN, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
    String own = "http://127.0.0.1:" + server.port();
    assertThat(logIn(TOKEN, "Origin", own).statusCode()).isEqualTo(303);
  }

  @Test
  void a_session_ends_when_it_is_not_used_and_after_half_a_day_all_the_same() {
    String cookie = login();
    clock.forward(Duration.ofMinutes(29));
    assertThat(page(cookie).statusCode()).isEqualTo(200);
    clock.forward(Duration.ofMinutes(30));
    assertThat(page(cookie).statusCode()).isEqualTo(303);
    String used = login();
    for (int i = 0; i < 35; i++) {
      clock.forward(Duration.ofMinutes(20));
      assertThat(page(used).statusCode()).isEqualTo(200);
    }
    clock.forward(Duration.ofMinutes(20));
    assertThat(page(used).statusCode()).as("twelve hours after it began").isEqualTo(303);
  }

  @Test
  void who_logs_out_is_out_whoever_kept_the_cookie() throws IOException {
    String cookie = login();
    String key = key(page(cookie).body());
    assertThat(post("/admin/logout", cookie, "").statusCode()).isEqualTo(403);
    HttpResponse<String> out = post("/admin/logout", cookie, "key=" + key);
    assertThat(out.body()).contains("已退出登录");
    assertThat(out.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(c -> assertThat(c).contains("mingzhang-session=;", "Max-Age=0"));
    assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
    assertThat(page(cookie).statusCode()).isEqualTo(303);
    HttpResponse<String> late = post("/admin/remove", cookie, "key=" + key);
    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(late.body()).contains("登录已失效");
    assertThat(asked).isEmpty();
    assertThat(Files.readAllLines(folder.resolve("admin.log")))
        .anyMatch(line -> line.contains("\tlog in\t") && line.endsWith("\tdone"))
        .anyMatch(line -> line.contains("\tlog out\t"));
  }

  @Test
  void sessions_are_listed_and_ended_from_another_one_and_are_five_at_most() {
    String own = login();
    String other = cookie(logIn(TOKEN, "User-Agent", "Another <b>browser</b>"));
    String page = page(own).body();
    assertThat(page).contains("Another &lt;b&gt;browser").doesNotContain(other.substring(20));
    String id = page.replaceAll("(?s).*name=\"session\" value=\"([^\"]+)\".*", "$1");
    post("/admin/sessions/end", own, "key=" + key(page) + "&session=" + id);
    assertThat(page(other).statusCode()).isEqualTo(303);
    assertThat(page(own).statusCode()).isEqualTo(200);
    List<String> more = IntStream.range(0, 4).mapToObj(i -> login()).toList();
    post("/admin/sessions/end", own, "key=" + key(page));
    assertThat(more).allSatisfy(m -> assertThat(page(m).statusCode()).isEqualTo(303));
    clock.forward(Duration.ofMinutes(1));
    for (int i = 0; i < 5; i++) {
      clock.forward(Duration.ofSeconds(1));
      login();
    }
    assertThat(page(own).statusCode()).as("the one unused for longest").isEqualTo(303);
  }

  @Test
  void another_token_ends_all_sessions_and_none_closes_administration() {
    String cookie = login();
    assertThat(page(cookie).statusCode()).isEqualTo(200);
    String next = TokenHash.generateToken();
    kept = Optional.of(QuickTokenHash.of(next));
    assertThat(page(cookie).statusCode()).isEqualTo(303);
    assertThat(logIn(TOKEN).statusCode()).isEqualTo(403);
    assertThat(send("GET", "/api/v1/admin/status", "Authorization", BEARER).statusCode())
        .isEqualTo(401);
    String later = cookie(logIn(next));
    assertThat(page(later).statusCode()).isEqualTo(200);
    kept = Optional.empty();
    assertThat(page(later).statusCode()).isEqualTo(303);
    assertThat(logIn(next).statusCode()).isEqualTo(403);
    assertThat(send("GET", "/api/v1/admin/status", "Authorization", "Bearer " + next).statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_token_in_a_file_counts_as_soon_as_it_is_replaced() throws IOException {
    Path file = folder.resolve("admin-token");
    TokenFile source = new TokenFile(file);
    assertThat(source.currentHash()).isEmpty();
    Files.writeString(file, QuickTokenHash.of(TOKEN).encode());
    TokenHash first = source.currentHash().orElseThrow();
    assertThat(source.currentHash()).containsSame(first);
    Path other = Files.writeString(folder.resolve("other"), QuickTokenHash.of("another").encode());
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(source.currentHash().orElseThrow().matches("another")).isTrue();
    Files.writeString(file, "damaged");
    assertThat(source.currentHash()).isEmpty();
    Files.delete(file);
    assertThat(source.currentHash()).isEmpty();
  }

  @Test
  void guessing_is_slowed_down_and_the_right_token_still_opens() {
    login();
    List<Integer> answers =
        IntStream.range(0, 40).parallel().mapToObj(i -> logIn("guess" + i).statusCode()).toList();
    assertThat(answers).contains(403, 429).doesNotContain(303);
    login();
  }

  @Test
  void guessers_at_the_same_address_do_not_keep_the_right_token_out_after_a_start() {
    List<Integer> answers =
        IntStream.range(0, 40).mapToObj(i -> logIn("guess" + i).statusCode()).toList();
    assertThat(answers).contains(403, 429).doesNotContain(303);
    login();
    String near = TOKEN.substring(0, 6);
    List<Integer> nearer =
        IntStream.range(0, 10).mapToObj(i -> logIn(near + i).statusCode()).toList();
    assertThat(nearer).contains(403, 429).doesNotContain(303);
  }

  @Test
  void guessers_elsewhere_do_not_keep_out_a_token_whose_first_characters_are_not_kept() {
    String printed = QuickTokenHash.of(TOKEN).encode();
    kept = Optional.of(TokenHash.parse(printed.substring(0, printed.lastIndexOf('$'))));
    server.close();
    PortalServices services =
        new PortalServices(
            new PlainSearch(List.of()), archive, IndexingStatus::idle, Clock.systemUTC());
    server =
        new PortalServer(
                services,
                TestSettings.local(0).withProxies(new TrustedProxies(List.of("127.0.0.1"))).build(),
                new AdminSettings(() -> kept, new Asked(), log(), clock),
                null)
            .start();
    List<Integer> answers =
        IntStream.range(0, 8).mapToObj(i -> status("Bearer guess" + i, "203.0.113.9")).toList();
    assertThat(answers).contains(401, 429).doesNotContain(200);
    assertThat(status(BEARER, "198.51.100.7")).isEqualTo(200);
  }

  private int status(String authorization, String client) {
    return send(
            "GET",
            "/api/v1/admin/status",
            "Authorization",
            authorization,
            "X-Forwarded-For",
            client)
        .statusCode();
  }

  @Test
  void a_token_kept_by_an_earlier_version_still_opens() {
    String printed = QuickTokenHash.of(TOKEN).encode();
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
        answer = logIn("wrong", "Accept", accept);
      } while (answer.statusCode() == 403);
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
    List<String> parts = List.of(TokenHash.hash(TOKEN).encode().split("\\$", -1));
    List<String> again = List.of(TokenHash.hash(TOKEN).encode().split("\\$", -1));
    assertThat(parts.subList(0, 2)).containsExactly("pbkdf2-sha256", "600000");
    assertThat(parts).noneMatch(p -> p.contains(TOKEN));
    assertThat(again.get(2)).as("another salt").isNotEqualTo(parts.get(2));
    assertThat(TOKEN).as("256 random bits").matches("[A-Za-z0-9_-]{43}");
    TokenHash hash = QuickTokenHash.of(TOKEN);
    assertThat(TokenHash.parse(hash.encode() + "\n").matches(TOKEN)).isTrue();
    assertThat(TokenHash.parse(hash.encode()).matches(TOKEN + "x")).isFalse();
  }

  @Test
  void another_site_cannot_make_an_administrators_browser_act() {
    String cookie = login();
    String page = page(cookie).body();
    String key = key(page);
    assertThat(page).as("no address holds the key").doesNotContain("?key=", "&key=");
    for (String guess : List.of("key=guess", "key=", "content", "")) {
      assertThat(post("/admin/remove", cookie, guess).statusCode()).isEqualTo(403);
    }
    assertThat(post("/admin/remove?key=" + key, cookie, "").statusCode()).isEqualTo(403);
    String others = key(page(login()).body());
    assertThat(post("/admin/remove", cookie, "key=" + others).statusCode())
        .as("the key of another session")
        .isEqualTo(403);
    assertThat(reread(cookie, key, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    for (String origin : List.of("http://evil.example", "null", "http://localhost:1")) {
      assertThat(reread(cookie, key, "Origin", origin)).as(origin).isEqualTo(403);
    }
    assertThat(
            sendBody(
                    "POST",
                    "/api/v1/admin/documents?name=a.txt",
                    "--x\r\n\r\ncontent\r\n--x--",
                    "Authorization",
                    BEARER,
                    "Content-Type",
                    "multipart/form-data; boundary=x")
                .statusCode())
        .as("a form instead of the file")
        .isEqualTo(415);
    assertThat(send("POST", "/api/v1/admin/documents/x/remove", "Cookie", cookie).statusCode())
        .as("a browser's session is nothing to the API")
        .isEqualTo(401);
    assertThat(asked).isEmpty();
    assertThat(post("/admin/reread", cookie, "key=" + key).statusCode()).isEqualTo(200);
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
    archive.removals().remove(new DocumentRemoval(id, Instant.EPOCH, "<script>alert(1)</script>"));
    for (String path : List.of("/d/" + id, "/d/" + id + "/gk", "/d/" + id + "/original")) {
      HttpResponse<String> answer = send("GET", path);
      assertThat(answer.statusCode()).as(path).isEqualTo(410);
      assertThat(answer.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).doesNotContain(id);
    archive.removals().restore(id);
    assertThat(send("GET", "/d/" + id).statusCode()).isEqualTo(200);
  }

  /** A clock that is moved by hand. */
  private static final class MovingClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Writes down what it is asked for. */
  private final class Asked implements Administration {
    private final QuietAdministration quiet = new QuietAdministration();

    @Override
    public CrawlStatus crawlStatus() {
      return quiet.crawlStatus();
    }

    @Override
    public SourceSettings sources() {
      return quiet.sources();
    }

    @Override
    public List<SourceField> listSourceFields() {
      return quiet.listSourceFields();
    }

    @Override
    public void putSource(@Nullable String name, Map<String, String> fields, String fingerprint)
        throws ActionRefusedException {
      quiet.putSource(name, fields, fingerprint);
      asked.addAll(quiet.deeds);
    }

    @Override
    public void removeSource(String name, String fingerprint) {
      asked.add("remove source " + name + " " + fingerprint);
    }

    @Override
    public void setContact(String contact, String fingerprint) {
      asked.add("contact " + contact + " " + fingerprint);
    }

    @Override
    public void requestSourceRun(String name) throws ActionRefusedException {
      asked.add("visit " + name);
      if (!name.equals("sample")) {
        throw new ActionRefusedException(404, "there is no source " + name);
      }
    }

    @Override
    public QueuedFile upload(String name, @Nullable String replaces, InputStream content)
        throws IOException {
      asked.add(
          "upload " + name + " " + new String(content.readAllBytes(), StandardCharsets.UTF_8));
      return new QueuedFile(7, name);
    }

    @Override
    public Optional<IngestEntry> findEntry(long id) {
      return id == 7
          ? Optional.of(
              new IngestEntry(
                  7,
                  OfferedFile.ofUpload("a.pdf", "ff", null),
                  IngestEntry.IngestState.KEPT,
                  1,
                  Instant.EPOCH,
                  "x",
                  null))
          : Optional.empty();
    }

    @Override
    public void queueForRereading(String documentId) throws ActionRefusedException {
      asked.add("reread " + documentId);
      if (documentId.equals("gone")) {
        throw new ActionRefusedException(404, "there is none");
      }
    }

    @Override
    public void removeDocument(String documentId, String reason) {
      asked.add("remove " + documentId + " " + reason);
    }

    @Override
    public void restoreDocument(String documentId) {
      asked.add("restore " + documentId);
    }

    @Override
    public SharedDossier shareDossier(String title, String json) {
      asked.add("share " + title);
      return archive.dossiers().share(title, json, Instant.EPOCH);
    }

    @Override
    public boolean unshareDossier(String id) {
      asked.add("unshare " + id);
      return archive.dossiers().endSharing(id);
    }

    @Override
    public List<SharedDossier> listSharedDossiers() {
      return archive.dossiers().all();
    }

    @Override
    public Status status() {
      return new Status(1, 0, List.of(), List.of(), List.of(), List.of(), List.of());
    }
  }
}
