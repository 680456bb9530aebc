package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Alert;
import org.mingzhang.archive.AlertMail;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;

/**
 * {@code kill -9} at each step of handing a digest to the mail server, day after day on the same
 * data: no news is lost, no mail goes out a second time, and each kill may have at most one
 * digest's news told twice, that which the server had taken and could not say so.
 */
class MailKillIT {
  private static final List<String> STEPS =
      List.of("connect", "MAIL", "RCPT", "DATA", ".", "after");

  @TempDir Path folder;

  /** A mail server that kills whoever speaks to it at a step, and keeps what it took. */
  private static final class KillingServer implements AutoCloseable {
    final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private volatile @Nullable Process victim;
    private volatile String step = "";

    KillingServer() throws IOException {
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    void killAt(String at, Process process) {
      victim = process;
      step = at;
    }

    void spare() {
      victim = null;
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket line = socket.accept()) {
          talk(line);
        } catch (IOException hungUp) {
          // The next one is served.
        }
      }
    }

    private void talk(Socket line) throws IOException {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
      if (killed("connect")) {
        return;
      }
      say(line.getOutputStream(), "220 ready");
      StringBuilder text = new StringBuilder();
      boolean data = false;
      for (String said = in.readLine(); said != null; said = in.readLine()) {
        String word = data ? said : said.split("[ :]", 2)[0];
        if (data && !said.equals(".")) {
          text.append(said).append('\n');
          continue;
        }
        if (data) {
          taken.add(text.toString());
        }
        if (killed(word)) {
          return;
        }
        say(line.getOutputStream(), word.equals("DATA") ? "354 go on" : "250 fine");
        if (data && killed("after")) {
          return;
        }
        data = word.equals("DATA");
      }
    }

    private boolean killed(String at) {
      Process process = victim;
      if (process == null || !step.equals(at)) {
        return false;
      }
      process.destroyForcibly();
      return true;
    }

    private static void say(OutputStream out, String answer) throws IOException {
      out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private Process start(KillingServer server, int come, int day) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            MailVictim.class.getName(),
            folder.toString(),
            String.valueOf(server.port()),
            String.valueOf(come),
            String.valueOf(day))
        .redirectError(folder.resolve("victim.err").toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Notes an alert whose confirmation was asked for and given before the first document came. */
  private List<ArchivedDisclosure> prepare() {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      archive
          .alerts()
          .request("reader@news.example", MailVictim.SEARCH, "zh", 1, 0, MailVictim.START);
      for (AlertMail mail : archive.alerts().mailsDue(MailVictim.START, 10)) {
        Alert alert = mail.alert();
        archive.alerts().beginSending(mail);
        archive.alerts().recordSent(mail);
        archive.alerts().confirm(alert, MailVictim.START.minus(Duration.ofDays(2)));
      }
      new InventedDisclosures(archive, folder).store();
      return MailVictim.documents(archive);
    }
  }

  private static String plain(String mail) {
    int head = mail.indexOf("\n\n");
    String body = mail.substring(head + 2);
    return mail.contains("base64")
        ? new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8)
        : body;
  }

  private static String messageId(String mail) {
    return mail.lines().filter(l -> l.startsWith("Message-ID:")).findFirst().orElseThrow();
  }

  @Test
  void no_news_is_lost_and_no_mail_sent_twice_whenever_the_process_ends() throws Exception {
    List<ArchivedDisclosure> documents = prepare();
    int kills = 0;
    try (KillingServer server = new KillingServer()) {
      for (int day = 0; day < STEPS.size(); day++) {
        Process process = start(server, day + 2, day);
        server.killAt(STEPS.get(day), process);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
            .as("killed at %s: %s", STEPS.get(day), Files.readString(folder.resolve("victim.err")))
            .isEqualTo(137);
        kills++;
      }
      server.spare();
      for (int day = 100; day < 102; day++) {
        Process last = start(server, STEPS.size() + 1, day);
        assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
      }
      List<String> mails = List.copyOf(server.taken);
      assertThat(mails.stream().map(MailKillIT::messageId)).doesNotHaveDuplicates();
      List<String> texts = mails.stream().map(MailKillIT::plain).toList();
      int again = 0;
      for (ArchivedDisclosure document : documents.subList(0, STEPS.size() + 1)) {
        Pattern link = Pattern.compile("/d/" + document.id() + "(?![\\w-])");
        long told = texts.stream().filter(t -> link.matcher(t).find()).count();
        assertThat(told).as("%s is told", document.id()).isPositive();
        again = Math.max(again, Math.toIntExact(told - 1));
      }
      assertThat(again).as("digests told again").isLessThanOrEqualTo(kills);
      assertThat(mails.size()).as("mails taken").isLessThanOrEqualTo(kills + 2);
    }
  }
}
