package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.mail.MailMessage;
import org.mingzhang.mail.MailSender;
import org.mingzhang.mail.SmtpSender;
import org.mingzhang.mail.SmtpSettings;
import org.mingzhang.web.alerts.AlertScheduler;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Messages;
import org.mingzhang.web.render.StaticFiles;
import org.mingzhang.web.render.Templates;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/** Alerts by mail, through a real SMTP server. */
@org.jspecify.annotations.NullUnmarked
class MailAlertsTest {
  private static final String URL = "https://accounts.example";
  private static final Instant START = Instant.parse("2026-11-21T04:00:00Z");
  private static final String SEARCH = "q=%E4%B8%89%E5%85%AC&scope=sections";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final AtomicReference<Instant> time = new AtomicReference<>(START);
  private GreenMail post;
  private Archive archive;
  private IndexedSearch search;
  private List<ArchivedDisclosure> documents;
  private PortalServer server;
  private AlertScheduler rounds;
  private PortalServices services;
  private SmtpSender smtp;
  private int arrived;

  /** A clock that the test moves. */
  private final class Moved extends Clock {
    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return time.get();
    }
  }

  @BeforeEach
  void start(@TempDir Path folder) {
    post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.start();
    archive = Archive.open(folder.resolve("archive"));
    search = new IndexedSearch(List.of());
    documents = new InventedDisclosures(archive, folder).store();
    services = new PortalServices(search.port(), archive, IndexingStatus::idle, new Moved());
    smtp =
        new SmtpSender(
            new SmtpSettings(
                "127.0.0.1",
                post.getSmtp().getPort(),
                SmtpSettings.Security.NONE,
                null,
                null,
                "明账 <alerts@accounts.example>"));
    PortalSettings settings = settings(smtp);
    server = new PortalServer(services, settings, null, null).start();
    rounds = rounds(smtp);
    come(2);
  }

  private static PortalSettings settings(MailSender sender) {
    return TestSettings.local(0).withPublicUrl(URL).withMail(sender).build();
  }

  private AlertScheduler rounds(MailSender sender) {
    Messages messages = new Messages();
    PageRenderer pages =
        new PageRenderer(
            new Templates(messages, text -> text, null),
            messages,
            StaticFiles.packaged(),
            services,
            settings(sender));
    return new AlertScheduler(services, pages, sender, URL);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    search.close();
    archive.close();
    post.stop();
  }

  /** So many documents more come in. */
  private void come(int more) {
    for (ArchivedDisclosure document : documents.subList(arrived, arrived + more)) {
      search.add(document);
      archive.indexingState().markIndexed(List.of(document.id()));
    }
    arrived += more;
  }

  private HttpResponse<String> send(String method, String path, String body) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                  .header("Content-Type", FORM)
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> ask(String address, int days) {
    return send(
        "POST",
        "/alerts",
        "address="
            + URLEncoder.encode(address, StandardCharsets.UTF_8)
            + "&days="
            + days
            + "&search="
            + URLEncoder.encode(SEARCH, StandardCharsets.UTF_8));
  }

  private void pass(Duration while_) {
    time.updateAndGet(now -> now.plus(while_));
    rounds.runOnce(time.get());
  }

  private List<MimeMessage> mails() {
    return Arrays.asList(post.getReceivedMessages());
  }

  private static String text(MimeMessage mail) {
    try {
      return (String) mail.getContent();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String path(MimeMessage mail, String beginning) {
    Matcher link =
        Pattern.compile(Pattern.quote(URL) + "(" + beginning + "[\\w-]{43})").matcher(text(mail));
    assertThat(link.find()).as(text(mail)).isTrue();
    return link.group(1);
  }

  /** An alert that is confirmed; its mail is the first. */
  private void confirmed(int days) {
    assertThat(ask("reader@news.example", days).statusCode()).isEqualTo(200);
    rounds.runOnce(time.get());
    assertThat(send("POST", path(mails().getFirst(), "/alerts/confirm/"), "").body())
        .contains("已开通提醒");
  }

  @Test
  void nothing_is_sent_before_the_address_confirms_and_looking_at_the_link_confirms_nothing()
      throws MessagingException {
    assertThat(ask("reader@news.example", 1).body()).contains("确认邮件将发往reader@news.example");
    pass(Duration.ofMinutes(1));
    assertThat(mails()).hasSize(1);
    MimeMessage asking = mails().getFirst();
    assertThat(asking.getSubject()).isEqualTo("明账：请确认邮件提醒");
    assertThat(text(asking)).doesNotContain("三公").doesNotContain("q=");
    String confirm = path(asking, "/alerts/confirm/");
    assertThat(send("GET", confirm, "").body()).contains("章节：三公", "确认接收提醒");
    come(1);
    pass(Duration.ofDays(1).plusMinutes(1));
    assertThat(mails()).as("not confirmed").hasSize(1);
    assertThat(send("POST", confirm, "").body()).contains("已开通提醒");
  }

  @Test
  void a_digest_tells_what_came_since_once_and_nothing_where_nothing_came()
      throws MessagingException {
    confirmed(1);
    come(2);
    pass(Duration.ofHours(23));
    assertThat(mails()).as("not due").hasSize(1);
    pass(Duration.ofHours(2));
    assertThat(mails()).hasSize(2);
    MimeMessage digest = mails().get(1);
    assertThat(digest.getSubject()).startsWith("明账：章节：三公 有");
    assertThat(digest.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(digest.getHeader("List-Unsubscribe")[0]).startsWith("<" + URL + "/alerts/end/");
    assertThat(digest.getHeader("Message-ID")[0]).matches("<alert-\\d+-\\d+@accounts.example>");
    assertThat(text(digest))
        .contains(URL + "/d/" + documents.get(2).id(), URL + "/d/" + documents.get(3).id())
        .doesNotContain(URL + "/d/" + documents.get(0).id() + "/");
    pass(Duration.ofDays(2));
    pass(Duration.ofDays(2));
    assertThat(mails()).as("nothing new").hasSize(2);
    come(1);
    pass(Duration.ofDays(2));
    assertThat(text(mails().get(2)))
        .contains(URL + "/d/" + documents.get(4).id())
        .doesNotContain(URL + "/d/" + documents.get(3).id() + "/");
  }

  @Test
  void one_click_ends_an_alert_and_forgets_the_address() {
    confirmed(7);
    come(1);
    pass(Duration.ofDays(8));
    String end = path(mails().get(1), "/alerts/end/");
    assertThat(send("GET", end, "").body()).contains("退订");
    assertThat(archive.alerts().findByCancellationToken(end.substring(12))).isPresent();
    assertThat(send("POST", end, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    assertThat(archive.alerts().findByCancellationToken(end.substring(12))).isEmpty();
    assertThat(send("POST", end, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    assertThat(send("GET", end, "").statusCode()).isEqualTo(404);
    come(1);
    pass(Duration.ofDays(8));
    assertThat(mails()).hasSize(2);
  }

  /** Ends as a process does that is killed: before the mail is handed over, or right after it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void killed_while_a_mail_is_sent_no_mail_is_sent_twice_and_no_news_is_lost(boolean handedOver) {
    confirmed(1);
    come(1);
    time.updateAndGet(now -> now.plus(Duration.ofDays(2)));
    AlertScheduler killed =
        rounds(
            (MailMessage message) -> {
              if (handedOver) {
                smtp.send(message);
              }
              throw new ThreadDeathInTest();
            });
    assertThatThrownBy(() -> killed.runOnce(time.get())).isInstanceOf(ThreadDeathInTest.class);
    rounds.start();
    rounds.close();
    pass(Duration.ofMinutes(1));
    pass(Duration.ofHours(1));
    assertThat(mails()).as("none is sent again").hasSize(handedOver ? 2 : 1);
    pass(Duration.ofDays(1));
    MimeMessage next = mails().getLast();
    assertThat(text(next)).contains(URL + "/d/" + documents.get(2).id());
    assertThat(mails().stream().map(m -> header(m, "Message-ID"))).doesNotHaveDuplicates();
    pass(Duration.ofDays(2));
    assertThat(mails()).as("told once it was told").hasSize(handedOver ? 3 : 2);
  }

  /** Thrown in place of the end of the process. */
  private static final class ThreadDeathInTest extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name)[0];
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_server_that_is_away_is_tried_again_later_and_then_no_more() {
    confirmed(1);
    int port = post.getSmtp().getPort();
    post.stop();
    come(1);
    pass(Duration.ofDays(1).plusMinutes(1));
    post = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.start();
    pass(Duration.ofMinutes(1));
    assertThat(mails()).as("not at once").isEmpty();
    pass(Duration.ofMinutes(10));
    assertThat(mails()).hasSize(1);
  }

  @Test
  void nobody_can_mail_strangers_in_masses() {
    for (int i = 0; i < 20; i++) {
      assertThat(ask("one@news.example", i % 2 == 0 ? 1 : 7).statusCode()).isEqualTo(200);
    }
    String other = "address=one%40news.example&days=1&search=q%3D";
    for (int i = 0; i < 10; i++) {
      assertThat(send("POST", "/alerts", other + i).statusCode()).isEqualTo(200);
    }
    pass(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(1));
    assertThat(mails()).as("of one address").hasSize(3);
    int taken = 0;
    for (int i = 0; i < 100; i++) {
      taken += ask("reader" + i + "@news.example", 7).statusCode() == 200 ? 1 : 0;
    }
    assertThat(taken).as("an hour").isEqualTo(57);
    assertThat(ask("late@news.example", 7).statusCode()).isEqualTo(429);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "a@b",
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example, c@d.example",
        "\"x\"@b.example",
        "<a@b.example>",
        ""
      })
  void what_is_no_single_address_is_refused(String address) {
    HttpResponse<String> answer = ask(address, 1);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("邮箱地址格式有误");
    pass(Duration.ofMinutes(1));
    assertThat(mails()).isEmpty();
  }

  @Test
  void what_was_not_confirmed_in_two_days_is_forgotten_and_tokens_are_not_guessed() {
    assertThat(ask("reader@news.example", 1).statusCode()).isEqualTo(200);
    pass(Duration.ofMinutes(1));
    String confirm = path(mails().getFirst(), "/alerts/confirm/");
    time.updateAndGet(now -> now.plus(Duration.ofHours(49)));
    assertThat(send("POST", confirm, "").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/alerts/confirm/" + "A".repeat(43), "").statusCode()).isEqualTo(404);
  }

  @Test
  void mails_speak_the_language_of_whoever_asked() throws MessagingException {
    send("POST", "/alerts", "address=reader%40news.example&days=1&lang=en&search=scope%3Dfindings");
    pass(Duration.ofMinutes(1));
    assertThat(mails().getFirst().getSubject())
        .isEqualTo("Mingzhang: please confirm your email alert");
    assertThat(path(mails().getFirst(), "/alerts/confirm/")).isNotEmpty();
  }

  @Test
  void without_a_mail_server_there_are_no_alerts() {
    try (PortalServer quiet =
        new PortalServer(services, PortalSettings.local(0), null, null).start()) {
      int port = server.port();
      assertThat(send("GET", "/search?q=%E4%B8%89%E5%85%AC", "").body()).contains("邮件提醒");
      assertThat(port).isNotEqualTo(quiet.port());
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + quiet.port() + "/search?q=a"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(page.body()).doesNotContain("邮件提醒");
      assertThat(
              HttpClient.newHttpClient()
                  .send(
                      HttpRequest.newBuilder(
                              URI.create("http://127.0.0.1:" + quiet.port() + "/alerts"))
                          .build(),
                      HttpResponse.BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(404);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
