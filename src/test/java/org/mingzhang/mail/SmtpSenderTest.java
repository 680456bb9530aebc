package org.mingzhang.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.mail.MailSender.Outcome;
import org.mingzhang.mail.SmtpSettings.Security;

/** What is known of a mail after each answer a server can give. */
@org.jspecify.annotations.NullUnmarked
class SmtpSenderTest {
  private static final MailMessage MAIL =
      new MailMessage("a-1", "reader@news.example", "明账", "正文", "");

  /** A server that answers one conversation as it is told; {@code -} hangs up. */
  private static final class Server implements AutoCloseable {
    final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket socket;
    private final Map<String, String> answers;

    Server(Map<String, String> answers) throws IOException {
      this.answers = answers;
      socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::talk);
    }

    private void talk() {
      try (Socket line = socket.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
        say(line.getOutputStream(), "220 ready");
        boolean data = false;
        for (String said = in.readLine(); said != null; said = in.readLine()) {
          heard.add(said);
          String word = data ? said : said.split("[ :]", 2)[0];
          if (data && !said.equals(".")) {
            continue;
          }
          data = word.equals("DATA");
          String answer = answers.getOrDefault(word, data ? "354 go on" : "250 fine");
          if (answer.equals("-")) {
            return;
          }
          data &= answer.startsWith("354");
          say(line.getOutputStream(), answer);
        }
      } catch (IOException e) {
        heard.add(e.toString());
      }
    }

    private static void say(OutputStream out, String answer) throws IOException {
      out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    SmtpSender sender(Security security) {
      return new SmtpSender(to(socket.getLocalPort(), security));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static SmtpSettings to(int port, Security security) {
    return new SmtpSettings("127.0.0.1", port, security, null, null, "a@accounts.example");
  }

  @ParameterizedTest(name = "{0} answered {1}: {2}")
  @CsvSource({
    "HELP, 250 fine, SENT",
    "MAIL, 451 later, DEFERRED",
    "RCPT, 450 full, DEFERRED",
    "RCPT, 550 unknown, REFUSED",
    "DATA, 452 full, DEFERRED",
    "., 451 later, DEFERRED",
    "., 554 no, DEFERRED",
    "MAIL, 550 not you, DEFERRED",
    "., -, UNKNOWN",
    "EHLO, -, DEFERRED",
    "QUIT, -, SENT"
  })
  void what_the_server_said_decides(String command, String answer, Outcome outcome)
      throws IOException {
    try (Server server = new Server(Map.of(command, answer))) {
      assertThat(server.sender(Security.NONE).send(MAIL)).isEqualTo(outcome);
    }
  }

  /** What is no address is known before anything is sent. */
  @Test
  void a_mail_without_valid_addresses_is_not_sent() throws IOException {
    MailMessage toNobody = new MailMessage("a-1", "reader at news", "明账", "正文", "");
    try (Server server = new Server(Map.of())) {
      assertThat(server.sender(Security.NONE).send(toNobody)).isEqualTo(Outcome.REFUSED);
      SmtpSettings badSender =
          new SmtpSettings(
              "127.0.0.1",
              server.socket.getLocalPort(),
              Security.NONE,
              null,
              null,
              "a b@accounts.example");
      assertThat(new SmtpSender(badSender).send(MAIL)).isEqualTo(Outcome.DEFERRED);
      assertThat(server.heard).isEmpty();
    }
  }

  @Test
  void a_server_that_is_away_or_cannot_encrypt_has_nothing() throws IOException {
    try (Socket closed = new Socket()) {
      closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SmtpSender away = new SmtpSender(to(closed.getLocalPort(), Security.NONE));
      assertThat(away.send(MAIL)).isEqualTo(Outcome.DEFERRED);
    }
    try (Server open = new Server(Map.of())) {
      assertThat(open.sender(Security.STARTTLS).send(MAIL)).isEqualTo(Outcome.DEFERRED);
      assertThat(open.heard).noneMatch(said -> said.startsWith("MAIL"));
    }
  }

  @Test
  void headers_take_no_lines_and_settings_tell_no_password() {
    assertThatThrownBy(() -> new MailMessage("a", "b@c.example", "x\r\nBcc: d@e.example", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new SmtpSettings("h", 1, Security.TLS, "u", "secret", "f@g.example").toString())
        .doesNotContain("secret");
  }
}
