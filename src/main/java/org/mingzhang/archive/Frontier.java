package org.mingzhang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Resource.Kind;
import org.mingzhang.archive.Resource.Link;
import org.mingzhang.archive.Resource.State;

/**
 * The frontier of every source: addresses found, what came of them, what waits. {@link #begin} a
 * run, take the {@link #next} address, fetch it, {@link #visited}; when nothing waits, {@link
 * #end}. A run that was not ended goes on where it was: an address leaves the frontier in the same
 * transaction in which what it gave is in the queue of accepted files. Safe on many threads, one a
 * source.
 */
public final class Frontier {
  private static final String RESOURCE =
      "SELECT id, source, url, kind, depth, hops, page, page_title, label, dated, state, run,"
          + " checked, etag, modified, digest, main, failures, reason, capture FROM resource ";

  private final Ledger ledger;
  private final IntakeTable queue;
  private final ProvenanceTable provenance;
  private final CollectionTable runs;

  Frontier(Ledger ledger) {
    this.ledger = ledger;
    this.queue = new IntakeTable(ledger);
    this.provenance = new ProvenanceTable(ledger);
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
            add(source, seed);
          }
          ledger.update(
              "UPDATE resource SET state='WAITING', failures=0 WHERE source=? AND (state='FAILED'"
                  + " OR (kind="
                  + Kind.LIST.rank()
                  + " AND state<>'WAITING') OR (kind="
                  + Kind.MORE.rank()
                  + " AND state='DONE' AND ?) OR (kind>"
                  + Kind.MORE.rank()
                  + " AND state IN ('DONE','GONE','REFUSED') AND (checked IS NULL OR checked<=?)))",
              source,
              whole,
              recheck.toString());
          return run;
        });
  }

  /** The next address of a run; empty if nothing waits any more. */
  public Optional<Resource> next(CollectionRun run) {
    return ledger.first(
        Frontier::read,
        RESOURCE + "WHERE source=? AND state='WAITING' ORDER BY kind, id LIMIT 1",
        run.source());
  }

  /** An address, whichever source found it. */
  public Optional<Resource> find(String url) {
    return ledger.first(Frontier::read, RESOURCE + "WHERE url=?", url);
  }

  /** Writes down what came of an address. */
  public void visited(CollectionRun run, Visit visit) {
    ledger.transaction(
        () -> {
          Resource r = visit.resource();
          int found = 0;
          int changed = 0;
          for (Visit.Sighting sighting : visit.documents()) {
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
          visit.links().forEach(link -> add(r.source(), link));
          again(run, visit.again());
          answered(run, visit);
          grown(visit.warc());
          boolean refused = visit.state() == State.REFUSED || visit.state() == State.FAILED;
          runs.count(run.id(), visit.requests(), found, changed, gone, refused ? 1 : 0);
          return true;
        });
  }

  private void add(String source, Link link) {
    ledger.update(
        "INSERT OR IGNORE INTO resource (source, url, kind, state, depth, hops, page, page_title,"
            + " label, dated) VALUES (?,?,?,'WAITING',?,?,?,?,?,?)",
        source,
        link.url(),
        link.kind().rank(),
        link.depth(),
        link.hops(),
        link.page(),
        link.pageTitle(),
        link.label(),
        printed(link));
  }

  private static @Nullable String printed(Link link) {
    return link.published() == null ? null : link.published() + " " + link.dated();
  }

  private void again(CollectionRun run, List<String> urls) {
    for (String url : urls) {
      ledger.update(
          "UPDATE resource SET state='WAITING' WHERE url=? AND source=? AND run<>? AND kind="
              + Kind.MORE.rank(),
          url,
          run.source(),
          run.id());
    }
  }

  private void answered(CollectionRun run, Visit visit) {
    Visit.Answer answer = visit.answer();
    boolean failed = visit.state() == State.FAILED || visit.state() == State.WAITING;
    ledger.update(
        "UPDATE resource SET state=?, run=?, checked=CASE WHEN ? THEN checked ELSE ? END,"
            + " reason=?, failures=CASE WHEN ? THEN failures+1 ELSE 0 END WHERE id=?",
        visit.state().name(),
        run.id(),
        failed,
        visit.at().toString(),
        visit.reason(),
        failed,
        visit.resource().id());
    if (answer != null) {
      ledger.update(
          "UPDATE resource SET etag=?, modified=?, digest=?, main=?, capture=? WHERE id=?",
          answer.etag(),
          answer.modified(),
          answer.digest(),
          answer.main(),
          answer.capture(),
          visit.resource().id());
    }
  }

  private void grown(java.util.Map<String, Long> warc) {
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

  /** Says why a run goes on later. */
  public void pause(CollectionRun run, String message) {
    runs.pause(run.id(), message);
  }

  /** The last runs, the latest first. */
  public List<CollectionRun> runs(int most) {
    return runs.last(most);
  }

  /** The last run of a source. */
  public Optional<CollectionRun> lastRun(String source) {
    return runs.lastOf(source);
  }

  /** How many addresses of a source are in a state. */
  public int count(String source, State state) {
    return ledger
        .first(
            r -> r.getInt(1),
            "SELECT COUNT(*) FROM resource WHERE source=? AND state=?",
            source,
            state.name())
        .orElse(0);
  }

  /** Further pages of lists that a source has. */
  public int furtherPages(String source) {
    return ledger
        .first(
            r -> r.getInt(1),
            "SELECT COUNT(*) FROM resource WHERE source=? AND kind=" + Kind.MORE.rank(),
            source)
        .orElse(0);
  }

  /** Documents found by a source in all. */
  public int documents(String source) {
    return ledger
        .first(r -> r.getInt(1), "SELECT COUNT(*) FROM address WHERE source=?", source)
        .orElse(0);
  }

  /** Addresses that were refused, failed or are gone, the latest first. */
  public List<Resource> troubles(int most) {
    return ledger.list(
        Frontier::read,
        RESOURCE
            + "WHERE state IN ('REFUSED','FAILED','GONE') ORDER BY COALESCE(checked,'') DESC, id"
            + " DESC LIMIT ?",
        most);
  }

  /** Documents that are no longer at their address, the latest first. */
  public List<Provenance> gone(int most) {
    return provenance.gone(most);
  }

  private static Resource read(ResultSet r) throws SQLException {
    String dated = r.getString(10);
    String checked = r.getString(13);
    Link link =
        new Link(
            r.getString(3),
            Kind.of(r.getInt(4)),
            r.getInt(5),
            r.getInt(6),
            r.getString(7),
            r.getString(8),
            String.valueOf(r.getString(9)),
            dated == null ? null : dated.substring(Math.min(dated.length(), 11)),
            dated == null ? null : LocalDate.parse(dated.substring(0, 10)));
    return new Resource(
        r.getLong(1),
        r.getString(2),
        link,
        State.valueOf(r.getString(11)),
        r.getLong(12),
        checked == null ? null : Instant.parse(checked),
        r.getString(14),
        r.getString(15),
        r.getString(16),
        r.getString(17),
        r.getInt(18),
        r.getString(19),
        r.getString(20));
  }
}
