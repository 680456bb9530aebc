package org.mingzhang.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.FrontierEntry.Link;
import org.mingzhang.archive.FrontierEntry.State;

/**
 * The crawl frontier of all sources: addresses found, their results, and addresses that wait. Each
 * source has its own frontier, so that an address that several sources list is visited within the
 * limits of each source. {@link #beginRun} a run, take the {@link #nextAddress} address, fetch it,
 * {@link #recordVisit record the visit}; when nothing waits, {@link #endRun} the run. An unfinished
 * run is resumed: an address leaves the frontier in the same transaction in which its content
 * enters the queue of accepted files. Thread-safe; each source must be crawled by one thread at a
 * time.
 */
public final class Frontier {
  private final Ledger ledger;
  private final IngestTable queue;
  private final ProvenanceTable provenance;
  private final FrontierTable frontierTable;
  private final CrawlRunTable runs;
  private final AtomicLong changeCount = new AtomicLong();

  Frontier(Ledger ledger) {
    this.ledger = ledger;
    this.queue = new IngestTable(ledger);
    this.provenance = new ProvenanceTable(ledger);
    this.frontierTable = new FrontierTable(ledger);
    this.runs = new CrawlRunTable(ledger);
  }

  /**
   * Begins a run over a source, or returns the unfinished one, for which the other parameters are
   * ignored. The run visits all list pages if no run that does so has begun after {@code
   * recheckBefore}.
   *
   * @param seeds the list page and other addresses named by the source; added if they are unknown
   * @param recheckBefore documents and pages not checked since this time are queued again
   */
  public CrawlRun beginRun(String source, List<Link> seeds, Instant now, Instant recheckBefore) {
    return ledger.callInTransaction(
        () -> {
          Optional<CrawlRun> open = runs.findUnfinishedRun(source);
          if (open.isPresent()) {
            return open.get();
          }
          boolean whole =
              runs.findStartOfLastFullRun(source)
                  .filter(last -> last.isAfter(recheckBefore))
                  .isEmpty();
          CrawlRun run = runs.beginRun(source, now, whole);
          for (Link seed : seeds) {
            frontierTable.add(source, seed);
          }
          frontierTable.requeue(source, whole, recheckBefore);
          return run;
        });
  }

  /**
   * The next address of a run; empty if none waits. The same address is returned again until its
   * visit is recorded.
   */
  public Optional<FrontierEntry> nextAddress(CrawlRun run) {
    return frontierTable.findNextWaiting(run.source());
  }

  /** The entry of an address in the frontier of a source; empty if the source has not added it. */
  public Optional<FrontierEntry> findEntry(String source, String url) {
    return frontierTable.find(source, url);
  }

  /**
   * Records the result of visiting an address: queues new content of documents, marks documents
   * that are gone, adds the links to the addresses of the source, records the sizes of WARC files,
   * and counts all in the run.
   */
  public void recordVisit(CrawlRun run, VisitRecord visit) {
    ledger.runInTransaction(
        () -> {
          FrontierEntry r = visit.frontierEntry();
          int found = 0;
          int changed = 0;
          for (VisitRecord.ObservedDocument observed : visit.documents()) {
            boolean known = provenance.find(observed.provenance().url()).isPresent();
            provenance.markSeen(observed.provenance());
            if (observed.offer() != null) {
              queue.accept(observed.offer(), visit.visitedAt());
              found += known ? 0 : 1;
              changed += known ? 1 : 0;
            }
          }
          int gone = 0;
          for (String url : visit.goneUrls()) {
            gone +=
                provenance.markGone(url, visit.visitedAt(), String.valueOf(visit.reason())) ? 1 : 0;
          }
          visit.links().forEach(link -> frontierTable.add(r.source(), link));
          frontierTable.requeueFurtherPages(run, visit.urlsToRecheck());
          frontierTable.recordAnswer(run, visit);
          recordWarcSizes(visit.warcSizes());
          boolean refused = visit.state() == State.REFUSED || visit.state() == State.FAILED;
          runs.addCounts(run.id(), visit.requestCount(), found, changed, gone, refused ? 1 : 0);
        });
    changeCount.addAndGet(visit.documents().size() + visit.goneUrls().size());
  }

  /**
   * Records a document that was observed otherwise than by a visit, and queues its content if it is
   * new.
   */
  public void recordObservedDocument(VisitRecord.ObservedDocument observed, Instant now) {
    ledger.runInTransaction(
        () -> {
          provenance.markSeen(observed.provenance());
          if (observed.offer() != null) {
            queue.accept(observed.offer(), now);
          }
        });
    changeCount.incrementAndGet();
  }

  private void recordWarcSizes(Map<String, Long> sizesByPath) {
    sizesByPath.forEach(this::recordWarcSize);
  }

  /**
   * The recorded size of a WARC file; empty if it is unknown. Data beyond it belongs to a visit
   * that was not recorded.
   */
  public Optional<Long> findRecordedWarcSize(String path) {
    return ledger.queryFirst(r -> r.getLong(1), "SELECT bytes FROM warc WHERE path=?", path);
  }

  /** Records the size of a WARC file, unless a larger one is recorded. */
  public void recordWarcSize(String path, long bytes) {
    ledger.runInTransaction(
        () -> {
          ledger.update("INSERT OR IGNORE INTO warc VALUES (?,?)", path, bytes);
          ledger.update("UPDATE warc SET bytes=? WHERE path=? AND bytes<?", bytes, path, bytes);
        });
  }

  /**
   * Ends a run, after which {@link #beginRun} begins a new one.
   *
   * @param message explanation, or null
   */
  public void endRun(CrawlRun run, Instant now, @Nullable String message) {
    runs.endRun(run.id(), now, message);
  }

  /** Records why and until when an unfinished run is paused; the run stays open. */
  public void pauseRun(CrawlRun run, String message, Instant pausedUntil) {
    runs.pauseRun(run.id(), message, pausedUntil);
  }

  /** Names of all visited sources. */
  public List<String> sourceNames() {
    return ledger.list(
        r -> r.getString(1), "SELECT DISTINCT source FROM collection ORDER BY source");
  }

  /** Address of the first list page added for a source; empty if there is none. */
  public Optional<String> findListPageAddress(String source) {
    return ledger.queryFirst(
        r -> r.getString(1),
        "SELECT url FROM resource WHERE source=? AND kind=? AND page IS NULL ORDER BY id LIMIT 1",
        source,
        FrontierEntry.Kind.FIRST_LIST_PAGE.rank());
  }

  /** The run of a source that was begun last; empty if there is none. */
  public Optional<CrawlRun> findLastRun(String source) {
    return runs.findLastRun(source);
  }

  /** The number of addresses of a source in a state. */
  public int countInState(String source, State state) {
    return frontierTable.count(source, state);
  }

  /** The number of further list pages of a source. */
  public int furtherPageCount(String source) {
    return frontierTable.furtherPageCount(source);
  }

  /** The number of documents found by a source. */
  public int documentCount(String source) {
    return ledger
        .queryFirst(r -> r.getInt(1), "SELECT COUNT(*) FROM address WHERE source=?", source)
        .orElse(0);
  }

  /** When the newest document of a source was first seen; empty if the source has no documents. */
  public Optional<Instant> findNewestDocumentTime(String source) {
    return ledger
        .queryFirst(
            r -> Optional.ofNullable(r.getString(1)).map(Instant::parse),
            "SELECT MAX(first_seen) FROM address WHERE source=?",
            source)
        .flatMap(newest -> newest);
  }

  /** Addresses that were refused, failed or disappeared, the latest first. */
  public List<FrontierEntry> unsuccessfulEntries(int limit) {
    return frontierTable.unsuccessfulEntries(limit);
  }

  /** Documents that are no longer at their address, the latest first. */
  public List<Provenance> missingDocuments(int limit) {
    return provenance.missingDocuments(limit);
  }

  /**
   * The newest versions of documents that disappeared from their address, the latest disappearance
   * first; removed documents are left out.
   */
  public List<DocumentVersion> newestVersionsOfMissingDocuments(int limit) {
    return ledger.list(
        VersionTable::readRow,
        VersionTable.SELECT
            + VersionTable.SHOWN_VERSIONS
            + " AND url IN (SELECT url FROM address WHERE gone IS NOT NULL) AND number=(SELECT"
            + " MAX(number) FROM version other WHERE other.document=version.document) ORDER BY"
            + " (SELECT gone FROM address WHERE address.url=version.url) DESC, document LIMIT ?",
        limit);
  }

  /**
   * A counter for caches that changes whenever the provenance of a document is changed by this
   * object; changes by other processes are not counted.
   */
  public long changeCount() {
    return changeCount.get();
  }
}
