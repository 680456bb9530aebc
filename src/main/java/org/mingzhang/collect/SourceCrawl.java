package org.mingzhang.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.FrontierEntry.Link;
import org.mingzhang.archive.FrontierEntry.State;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.collect.http.CrawlClock;
import org.mingzhang.collect.source.CrawlSource;
import org.mingzhang.collect.warc.WarcArchiveWriter;

/**
 * The crawl of one source: visits addresses of the frontier until none is left, the limit of
 * requests is reached, the host asks for a long pause, or the run is stopped. Not thread-safe.
 */
final class SourceCrawl {
  private final CrawlSource source;
  private final Frontier frontier;
  private final PoliteFetcher fetcher;
  private final AddressFetcher addressFetcher;
  private final CrawlClock clock;
  private final CrawlListener listener;
  private final BooleanSupplier shouldStop;
  private int entryCount;
  private boolean hasReadListPage;

  SourceCrawl(
      CrawlSource source,
      Archive archive,
      PoliteFetcher fetcher,
      WarcArchiveWriter warcWriter,
      CrawlClock clock,
      CrawlListener listener,
      BooleanSupplier shouldStop) {
    this.source = source;
    this.frontier = archive.frontier();
    this.fetcher = fetcher;
    this.addressFetcher = new AddressFetcher(source, archive, fetcher, warcWriter, clock, listener);
    this.clock = clock;
    this.listener = listener;
    this.shouldStop = shouldStop;
  }

  private Instant now() {
    return clock.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Begins or continues the run, visits addresses, and returns the state in which the run ended,
   * was paused or was stopped.
   */
  CrawlRun run() throws IOException, CrawlClock.RunInterruptedException {
    CrawlRun run = beginRun();
    try {
      while (!shouldStop.getAsBoolean()) {
        Optional<FrontierEntry> next = frontier.nextAddress(run);
        if (next.isEmpty()) {
          frontier.endRun(run, now(), findFault());
          break;
        }
        visit(run, next.get());
      }
    } catch (RunPausedException pause) {
      frontier.pauseRun(run, String.valueOf(pause.getMessage()), now().plus(pause.minPause()));
    }
    CrawlRun ended = frontier.findLastRun(source.name()).orElse(run);
    listener.runEnded(source.name(), ended);
    return ended;
  }

  private CrawlRun beginRun() throws IOException, CrawlClock.RunInterruptedException {
    List<Link> seeds = new ArrayList<>(List.of(Link.seed(source.url().toString())));
    if (source.rules().readsSitemaps()) {
      List<String> named =
          fetcher.fetchRobotRules(source.url(), source.limits().requestDelay()).getSitemaps();
      List<String> maps =
          named.isEmpty() ? List.of(source.url().resolve("/sitemap.xml").toString()) : named;
      maps.forEach(map -> seeds.add(Link.seed(map)));
    }
    Instant now = now();
    return frontier.beginRun(
        source.name(), seeds, now, now.minus(source.limits().recheckInterval()));
  }

  /** A message if the site section could not be read or has no entries; null otherwise. */
  private @Nullable String findFault() {
    Optional<FrontierEntry> column = frontier.findEntry(source.name(), source.url().toString());
    if (column.isPresent() && column.get().state() != State.DONE) {
      return "the column itself was not read: " + column.get().reason();
    }
    return hasReadListPage && entryCount == 0 ? "no entry was found in the column" : null;
  }

  /**
   * Visits an address and records the outcome. A failure within this program is recorded as a
   * failure of the address, so that the run goes on and the next run visits the address again; a
   * failure of the disk also ends the crawl of the source.
   */
  private void visit(CrawlRun run, FrontierEntry frontierEntry)
      throws IOException, RunPausedException, CrawlClock.RunInterruptedException {
    URI uri = URI.create(frontierEntry.link().url());
    VisitOutcome visit = new VisitOutcome();
    VisitRecord.Response response = null;
    try {
      response = fetchIfAllowed(run, frontierEntry, uri, visit);
    } catch (ArchiveException | UncheckedIOException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      visit.addRefusal("the visit failed: " + e);
      visit.state = State.FAILED;
      record(run, frontierEntry, visit, null);
      if (e instanceof IOException local) {
        throw local;
      }
      return;
    }
    record(run, frontierEntry, visit, response);
  }

  private VisitRecord.@Nullable Response fetchIfAllowed(
      CrawlRun run, FrontierEntry frontierEntry, URI uri, VisitOutcome visit)
      throws IOException, RunPausedException, CrawlClock.RunInterruptedException {
    String refusal = addressFetcher.refusalReason(uri);
    if (refusal == null) {
      return addressFetcher.fetch(run, frontierEntry, uri, visit);
    }
    visit.addRefusal(refusal);
    visit.state =
        refusal.equals(AddressFetcher.ROBOTS_TXT_UNAVAILABLE) ? State.FAILED : State.REFUSED;
    return null;
  }

  private void record(
      CrawlRun run,
      FrontierEntry frontierEntry,
      VisitOutcome visit,
      VisitRecord.@Nullable Response response) {
    entryCount += visit.entryCount;
    hasReadListPage |=
        visit.listPageCount > 0 && frontierEntry.link().url().equals(source.url().toString());
    frontier.recordVisit(
        run,
        new VisitRecord(
            frontierEntry,
            visit.state,
            now(),
            visit.reason,
            response,
            visit.links,
            visit.urlsToRecheck,
            visit.observedDocuments,
            visit.goneUrls,
            visit.warcSizes,
            visit.requestCount));
    notifyListener(frontierEntry, visit);
  }

  private void notifyListener(FrontierEntry frontierEntry, VisitOutcome visit) {
    String url = frontierEntry.link().url();
    for (VisitRecord.ObservedDocument seen : visit.observedDocuments) {
      if (seen.offer() != null) {
        boolean changed = frontierEntry.payloadDigest() != null;
        listener.documentFound(
            source.name(), seen.provenance().url(), seen.offer().name(), changed);
      }
    }
    String reason = String.valueOf(visit.reason);
    visit.goneUrls.forEach(gone -> listener.documentGone(source.name(), gone, reason));
    if (visit.state == State.REFUSED || visit.state == State.FAILED) {
      listener.addressRefused(source.name(), url, reason);
    }
  }
}
