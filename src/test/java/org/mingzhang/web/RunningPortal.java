package org.mingzhang.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.extract.pdf.PassageRenderer;
import org.mingzhang.mail.MailSender;
import org.mingzhang.web.admin.AdminSettings;
import org.mingzhang.web.admin.AuditLog;
import org.mingzhang.web.admin.TokenHash;
import org.mingzhang.web.source.DataHealth;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.QuoteRenderer;

/** A real server on a free port with invented disclosures. */
final class RunningPortal implements AutoCloseable {
  final Path folder;
  final Archive archive;
  final List<ArchivedDisclosure> documents;
  final String origin;

  /** What opens {@code /admin}. */
  final String token = TokenHash.generateToken();

  private final PortalServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningPortal(Path folder) {
    this(folder, 0, false);
  }

  /** The same with alerts, of which no mail goes anywhere. */
  static RunningPortal withAlerts(Path folder) {
    return new RunningPortal(folder, 0, true);
  }

  private RunningPortal(Path folder, int port, boolean alerts) {
    this.folder = folder;
    archive = Archive.open(folder.resolve("archive"));
    documents = new InventedDisclosures(archive, folder).store();
    PortalServices services =
        new PortalServices(
            new PlainSearch(documents),
            archive,
            IndexingStatus::idle,
            Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneId.of("Asia/Shanghai")),
            DataHealth.undamaged(),
            List::of,
            places -> places.stream().map(RunningPortal::drawn).toList());
    server =
        new PortalServer(
                services,
                alerts
                    ? settings(port)
                        .withPublicUrl("http://accounts.example")
                        .withMail(mail -> MailSender.Outcome.SENT)
                        .build()
                    : settings(port).build(),
                admin(folder),
                null)
            .start();
    origin = "http://127.0.0.1:" + server.port();
  }

  /** Drawn in this process: the files are the test's own. */
  private static Optional<byte[]> drawn(QuoteRenderer.Passage place) {
    try (PassageRenderer painter = new PassageRenderer(place.file())) {
      return painter.draw(place.page(), place.quote());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private AdminSettings admin(Path folder) {
    AuditLog log = new AuditLog(folder.resolve("admin.log"), Clock.systemUTC());
    return new AdminSettings(QuickTokenHash.of(token), new QuietAdministration(), log);
  }

  private static TestSettings settings(int port) {
    Path checkout = Path.of("").toAbsolutePath();
    return port == 0
        ? TestSettings.local(0)
        : TestSettings.local(port)
            .withCheckout(Files.isDirectory(checkout.resolve("templates")) ? checkout : null);
  }

  /** Shows the pages with templates read anew, until it is ended. */
  public static void main(String[] args) throws IOException {
    new RunningPortal(Files.createTempDirectory("portal"), Integer.parseInt(args[0]), true);
  }

  /** Answer to a GET. */
  HttpResponse<String> get(String path, String... headers) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Answer to a HEAD. */
  HttpResponse<String> head(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(origin + path)).HEAD().build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Answer to a POST. */
  HttpResponse<String> post(String path, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    archive.close();
  }
}
