package org.mingzhang.collect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.collect.http.AddressGuard;
import org.mingzhang.collect.http.CrawlClock;
import org.mingzhang.collect.http.FetchLimits;
import org.mingzhang.collect.http.HttpFetcher;
import org.mingzhang.collect.source.CrawlSource;
import org.mingzhang.collect.warc.WarcArchiveWriter;

/** An archive and a collector for tests, with a clock that advances instead of waiting. */
public final class CollectBench implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  final Path folder;
  Archive archive;
  final AtomicReference<Instant> now = new AtomicReference<>(START);
  final List<Duration> waits = new ArrayList<>();
  final List<String> refusals = new ArrayList<>();
  final List<String> documents = new ArrayList<>();
  boolean allowPrivate = true;
  int mostAnswers = Integer.MAX_VALUE;

  /** End of the addresses at which the program fails. */
  String failingPath = "never";

  FetchLimits limits =
      new FetchLimits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          64L << 20,
          64L << 20);

  public CollectBench(Path folder) {
    this.folder = folder;
    this.archive = Archive.open(folder.resolve("archive"));
  }

  /** Simulates a killed process, which loses its state in memory. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  Clock clock() {
    return Clock.fixed(now.get(), java.time.ZoneOffset.UTC);
  }

  final CrawlClock pace =
      new CrawlClock() {
        @Override
        public Instant now() {
          return Objects.requireNonNull(now.get());
        }

        @Override
        public void pause(Duration time) {
          synchronized (waits) {
            waits.add(time);
          }
          now.updateAndGet(t -> t.plus(time));
        }
      };

  public List<CrawlRun> run(CrawlSource... sources) throws IOException, InterruptedException {
    return crawler(pace).run(List.of(sources));
  }

  Crawler crawler(CrawlClock pace) throws IOException {
    Path answers = Crawler.createEmptyFolder(folder.resolve("answers"));
    AddressGuard guard =
        new AddressGuard(host -> List.of(InetAddress.getLoopbackAddress()), allowPrivate);
    WarcArchiveWriter warc =
        new WarcArchiveWriter(warcFolder(), archive.frontier(), "mingzhang test");
    HttpFetcher fetcher =
        new HttpFetcher(
            guard, "Mingzhang/0.1 (+mailto:test@example.org)", limits, answers, clock());
    return new Crawler(archive, warc, fetcher, pace, listener());
  }

  Path warcFolder() throws IOException {
    return Files.createDirectories(folder.resolve("warc"));
  }

  private CrawlListener listener() {
    return new CrawlListener() {
      private int answered;

      @Override
      public synchronized void responseReceived(String source, String url, int status) {
        if (++answered > mostAnswers) {
          throw new Killed();
        }
        if (url.endsWith(failingPath)) {
          throw new IllegalStateException("a fault of the program");
        }
      }

      @Override
      public synchronized void addressRefused(String source, String url, String reason) {
        refusals.add(url.replaceFirst("^http://[^/]+", "") + " " + reason);
      }

      @Override
      public synchronized void documentFound(
          String source, String url, String label, boolean changed) {
        documents.add(url.replaceFirst("^http://[^/]+", ""));
      }
    };
  }

  static CrawlSource source(String url) {
    return source("s", url, CrawlSource.SiteRules.none());
  }

  static CrawlSource source(String name, String url, CrawlSource.SiteRules siteRules) {
    URI uri = URI.create(url);
    CrawlSource.Limits limits =
        new CrawlSource.Limits(
            2, Duration.ofDays(1), Duration.ofDays(7), Duration.ofSeconds(5), 100_000, 20_000);
    return new CrawlSource(
        name, name, uri, null, null, List.of(), List.of(uri.getRawAuthority()), limits, siteRules);
  }

  /** Closes the archive and opens it again, as the next process does. */
  void restart() {
    archive.close();
    archive = Archive.open(folder.resolve("archive"));
    mostAnswers = Integer.MAX_VALUE;
  }

  @Override
  public void close() {
    archive.close();
  }
}
