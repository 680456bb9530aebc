package org.mingzhang.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
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

/**
 * A process that sends the digests of some days until it is killed or done: on each day one more
 * document has come.
 */
public final class MailVictim {
  static final String URL = "https://accounts.example";
  static final Instant START = Instant.parse("2026-11-21T04:00:00Z");
  static final String SEARCH = "scope=documents";

  private MailVictim() {}

  /** The documents of an archive in the order in which they came. */
  static List<ArchivedDisclosure> documents(Archive archive) {
    return archive.documentIds("", Integer.MAX_VALUE).stream()
        .map(id -> archive.latest(id).orElseThrow())
        .sorted(Comparator.comparingLong(d -> d.version().arrival()))
        .toList();
  }

  /** Arguments: folder, port of the mail server, documents that have come, day. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int come = Integer.parseInt(arguments[2]);
    Instant now = START.plus(Duration.ofDays(Integer.parseInt(arguments[3])));
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      List<ArchivedDisclosure> documents = documents(archive).subList(0, come);
      archive.indexingState().markIndexed(documents.stream().map(ArchivedDisclosure::id).toList());
      try (IndexedSearch search = new IndexedSearch(documents)) {
        PortalServices services =
            new PortalServices(
                search.port(), archive, IndexingStatus::idle, Clock.fixed(now, ZoneOffset.UTC));
        SmtpSender smtp =
            new SmtpSender(
                new SmtpSettings(
                    "127.0.0.1",
                    Integer.parseInt(arguments[1]),
                    SmtpSettings.Security.NONE,
                    null,
                    null,
                    "alerts@accounts.example"));
        Messages messages = new Messages();
        PortalSettings settings = TestSettings.local(0).withPublicUrl(URL).withMail(smtp).build();
        PageRenderer pages =
            new PageRenderer(
                new Templates(messages, text -> text, null),
                messages,
                StaticFiles.packaged(),
                services,
                settings);
        AlertScheduler rounds = new AlertScheduler(services, pages, smtp, URL);
        rounds.start();
        rounds.runOnce(now);
        rounds.runOnce(now.plusSeconds(60));
        rounds.close();
      }
    }
  }
}
