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
 * The frontier of every source: addresses found, what came of them, what waits. {@link #begin} a
 * run, take the {@link #next} address, fetch it, {@link #visited}; when nothing waits, {@link
 * #end}. A run that was not ended goes on where it was: an address leaves the frontier in the same
 * transaction in which what it gave is in the queue of accepted files. Safe on many threads, one a
 * source.
 */
public final class Frontier {
  private final Ledger ledger;
  private final IntakeTable queue;
  private final ProvenanceTable provenance;
  private final ResourceTable resources;
  private final CollectionTable runs;
  private final AtomicLong noted = new AtomicLong();

  Frontier(Ledger ledger) {
    this.ledger = ledger;
    this.queue = new IntakeTable(ledger);
    this.provenance = new ProvenanceTable(ledger);
    this.resources = new ResourceTable(ledger);
    this.runs = new CollectionTable(ledger);
  }

  /**
   * Begins a run over a source, or goes on with the one that was not ended.
   *
   * @param seeds the column and what else the source names; waiting again
   * @param recheck documents and pages not checked since then wait again
   */
  public CollectionRun begin(String source, List<Link> seeds, Instant now, Instant recheck) {
    return ledger.transaction(
        () -> {
          Optional<CollectionRun> open = runs.open(source);
          if (open.isPresent()) {
            return open.get();
          }
          boolean whole = runs.lastWhole(source).filter(last -> last.isAfter(recheck)).isEmpty();
          CollectionRun run = runs.begin(source, now, whole);
          for (Link seed : seeds) {
            resources.add(source, seed);
          }
          resources.wake(source, whole, recheck);
          return run;
        });
  }

  /** The next address of a run; empty if nothing waits any more. */
  public Optional<FrontierEntry> next(CollectionRun run) {
    return resources.next(run.source());
  }

  /** An address, whichever source found it. */
  public Optional<FrontierEntry> find(String url) {
    return resources.find(url);
  }

  /** Writes down what came of an address. */
  public void visited(CollectionRun run, VisitRecord visit) {
    ledger.transaction(
        () -> {
          FrontierEntry r = visit.resource();
          int found = 0;
          int changed = 0;
          for (VisitRecord.Sighting sighting : visit.documents()) {
            boolean known = provenance.of(sighting.provenance().url()).isPresent();
            provenance.seen(sighting.provenance());
            if (sighting.offer() != null) {
              queue.accept(sighting.offer(), visit.at());
              found += known ? 0 : 1;
              changed += known ? 1 : 0;
            }
          }
          int gone = 0;
          for (String url : visit.gone()) {
            gone += provenance.gone(url, visit.at(), String.valueOf(visit.reason())) ? 1 : 0;
          }
          visit.links().forEach(link -> resources.add(r.source(), link));
          resources.again(run, visit.again());
          resources.answered(run, visit);
          grown(visit.warc());
          boolean refused = visit.state() == State.REFUSED || visit.state() == State.FAILED;
          runs.count(run.id(), visit.requests(), found, changed, gone, refused ? 1 : 0);
          return true;
        });
    noted.addAndGet(visit.documents().size() + visit.gone().size());
  }

  /**
   * Writes down a document that was seen elsewhere than on a visit, and its offer where it is new.
   */
  public void sighted(VisitRecord.Sighting sighting, Instant now) {
    ledger.transaction(
        () -> {
          provenance.seen(sighting.provenance());
          if (sighting.offer() != null) {
            queue.accept(sighting.offer(), now);
          }
          return true;
        });
    noted.incrementAndGet();
  }

  private void grown(Map<String, Long> warc) {
    warc.forEach(
        (path, bytes) -> ledger.update("INSERT OR REPLACE INTO warc VALUES (?,?)", path, bytes));
  }

  /**
   * How much of a WARC file is vouched for; empty if it is not known. What is beyond belongs to an
   * address whose visit was not written down.
   */
  public Optional<Long> warcBytes(String path) {
    return ledger.first(r -> r.getLong(1), "SELECT bytes FROM warc WHERE path=?", path);
  }

  /** Writes down the size of a WARC file, before anything else is written to it or after. */
  public void warc(String path, long bytes) {
    ledger.update("INSERT OR REPLACE INTO warc VALUES (?,?)", path, bytes);
  }

  /** Ends a run. */
  public void end(CollectionRun run, Instant now, @Nullable String message) {
    runs.end(run.id(), now, message);
  }

  /** Says why a run goes on later, and when. */
  public void pause(CollectionRun run, String message, Instant rest) {
    runs.pause(run.id(), message, rest);
  }

  /** Names of all sources that were ever visited. */
  public List<String> sources() {
    return ledger.list(
        r -> r.getString(1), "SELECT DISTINCT source FROM collection ORDER BY source");
  }

  /** Address of the column of a source that was visited. */
  public Optional<String> column(String source) {
    return ledger.first(
        r -> r.getString(1),
        "SELECT url FROM resource WHERE source=? AND kind=? AND page IS NULL ORDER BY id LIMIT 1",
        source,
        FrontierEntry.Kind.LIST.rank());
  }

  /** The last run of a source. */
  public Optional<CollectionRun> lastRun(String source) {
    return runs.lastOf(source);
  }

  /** How many addresses of a source are in a state. */
  public int count(String source, State state) {
    return resources.count(source, state);
  }

  /** Further pages of lists that a source has. */
  public int furtherPages(String source) {
    return resources.furtherPages(source);
  }

  /** Documents found by a source in all. */
  public int documents(String source) {
    return ledger
        .first(r -> r.getInt(1), "SELECT COUNT(*) FROM address WHERE source=?", source)
        .orElse(0);
  }

  /** When the newest of the documents of a source was first seen. */
  public Optional<Instant> newestDocument(String source) {
    return ledger
        .first(
            r -> Optional.ofNullable(r.getString(1)).map(Instant::parse),
            "SELECT MAX(first_seen) FROM address WHERE source=?",
            source)
        .flatMap(newest -> newest);
  }

  /** Addresses that were refused, failed or are gone, the latest first. */
  public List<FrontierEntry> troubles(int most) {
    return resources.troubles(most);
  }

  /** Documents that are no longer at their address, the latest first. */
  public List<Provenance> gone(int most) {
    return provenance.gone(most);
  }

  /**
   * The newest versions of documents whose address is gone, that which went last first; those that
   * were taken out are left out.
   */
  public List<Version> vanished(int most) {
    return ledger.list(
        VersionTable::version,
        VersionTable.SELECT
            + VersionTable.SHOWN_VERSIONS
            + " AND url IN (SELECT url FROM address WHERE gone IS NOT NULL) AND number=(SELECT"
            + " MAX(number) FROM version other WHERE other.document=version.document) ORDER BY"
            + " (SELECT gone FROM address WHERE address.url=version.url) DESC, document LIMIT ?",
        most);
  }

  /** A number that changes when something is noted of the address of a document. */
  public long noted() {
    return noted.get();
  }
}
