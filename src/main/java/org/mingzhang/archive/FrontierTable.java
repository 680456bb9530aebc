package org.mingzhang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.FrontierEntry.Kind;
import org.mingzhang.archive.FrontierEntry.Link;
import org.mingzhang.archive.FrontierEntry.State;

/** The ledger's table of addresses in the frontier. */
final class FrontierTable {
  private static final String SELECT =
      "SELECT id, source, url, kind, depth, hops, page, page_title, label, dated, state, run,"
          + " checked, etag, modified, digest, main, failures, reason, capture FROM resource ";

  private final Ledger ledger;

  FrontierTable(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Queues the addresses of a new run: failed ones, first list pages, further list pages in a full
   * run, and pages and files not checked since a time.
   */
  void requeue(String source, boolean isFullRun, Instant recheckBefore) {
    ledger.update(
        "UPDATE resource SET state='WAITING', failures=0 WHERE source=? AND (state='FAILED'"
            + " OR (kind="
            + Kind.FIRST_LIST_PAGE.rank()
            + " AND state<>'WAITING') OR (kind="
            + Kind.FURTHER_LIST_PAGE.rank()
            + " AND state='DONE' AND ?=1) OR (kind>"
            + Kind.FURTHER_LIST_PAGE.rank()
            + " AND state IN ('DONE','GONE','REFUSED') AND (checked IS NULL OR checked<=?)))",
        source,
        isFullRun,
        recheckBefore.toString());
  }

  /**
   * The next waiting address of a source, list pages first; empty if none waits. Its state is left
   * unchanged.
   */
  Optional<FrontierEntry> findNextWaiting(String source) {
    return ledger.queryFirst(
        FrontierTable::read,
        SELECT + "WHERE source=? AND state='WAITING' ORDER BY kind, id LIMIT 1",
        source);
  }

  /** The entry of an address; empty if the source has not added it. */
  Optional<FrontierEntry> find(String source, String url) {
    return ledger.queryFirst(FrontierTable::read, SELECT + "WHERE url=? AND source=?", url, source);
  }

  /**
   * Queues an address for the first time; does nothing if this source has added it before. A file
   * that another source has fetched is requested on the condition that it has changed since.
   */
  void add(String source, Link link) {
    Optional<FrontierEntry> fetched =
        link.kind() == Kind.FILE ? findFirstFetchedEntry(link.url()) : Optional.empty();
    ledger.update(
        "INSERT OR IGNORE INTO resource (source, url, kind, state, depth, hops, page, page_title,"
            + " label, dated, etag, modified, digest, capture) VALUES"
            + " (?,?,?,'WAITING',?,?,?,?,?,?,?,?,?,?)",
        source,
        link.url(),
        link.kind().rank(),
        link.depth(),
        link.hops(),
        link.linkingPageUrl(),
        link.pageTitle(),
        link.label(),
        formatPublicationDate(link),
        fetched.map(FrontierEntry::etag).orElse(null),
        fetched.map(FrontierEntry::lastModified).orElse(null),
        fetched.map(FrontierEntry::payloadDigest).orElse(null),
        fetched.map(FrontierEntry::recordPosition).orElse(null));
  }

  /**
   * The first entry of any source with this address whose file was fetched; empty if there is none.
   * If the source that adds the address has an entry of its own for it, nothing is added anyway.
   */
  private Optional<FrontierEntry> findFirstFetchedEntry(String url) {
    return ledger.queryFirst(
        FrontierTable::read,
        SELECT + "WHERE url=? AND state='DONE' AND digest IS NOT NULL ORDER BY id LIMIT 1",
        url);
  }

  private static @Nullable String formatPublicationDate(Link link) {
    return link.published() == null ? null : link.published() + " " + link.dateText();
  }

  /**
   * Queues the addresses again that are known as further list pages and were not visited in this
   * run.
   */
  void requeueFurtherPages(CrawlRun run, List<String> urls) {
    for (String url : urls) {
      ledger.update(
          "UPDATE resource SET state='WAITING' WHERE url=? AND source=? AND run<>? AND kind="
              + Kind.FURTHER_LIST_PAGE.rank(),
          url,
          run.source(),
          run.id());
    }
  }

  /**
   * Records the new state of an address and the complete response, if there is one. A failed visit
   * counts as a failure and leaves the time of the last check unchanged.
   */
  void recordAnswer(CrawlRun run, VisitRecord visit) {
    VisitRecord.Response response = visit.response();
    boolean failed = visit.state() == State.FAILED || visit.state() == State.WAITING;
    ledger.update(
        "UPDATE resource SET state=?, run=?, checked=CASE WHEN ?=1 THEN checked ELSE ? END,"
            + " reason=?, failures=CASE WHEN ?=1 THEN failures+1 ELSE 0 END WHERE id=?",
        visit.state().name(),
        run.id(),
        failed,
        visit.visitedAt().toString(),
        visit.reason(),
        failed,
        visit.frontierEntry().id());
    if (response != null) {
      ledger.update(
          "UPDATE resource SET etag=?, modified=?, digest=?, main=?, capture=? WHERE id=?",
          response.etag(),
          response.lastModified(),
          response.payloadDigest(),
          response.mainTextDigest(),
          response.recordPosition(),
          visit.frontierEntry().id());
    }
  }

  int count(String source, State state) {
    return queryNumber(
        "SELECT COUNT(*) FROM resource WHERE source=? AND state=?", source, state.name());
  }

  int furtherPageCount(String source) {
    return queryNumber(
        "SELECT COUNT(*) FROM resource WHERE source=? AND kind=" + Kind.FURTHER_LIST_PAGE.rank(),
        source);
  }

  private int queryNumber(String sql, Object... values) {
    return ledger.queryFirst(r -> r.getInt(1), sql, values).orElse(0);
  }

  /** Addresses that were refused, failed or are gone, the latest first. */
  List<FrontierEntry> unsuccessfulEntries(int limit) {
    return ledger.list(
        FrontierTable::read,
        SELECT
            + "WHERE state IN ('REFUSED','FAILED','GONE') ORDER BY COALESCE(checked,'') DESC, id"
            + " DESC LIMIT ?",
        limit);
  }

  private static FrontierEntry read(ResultSet r) throws SQLException {
    String dated = r.getString(10);
    String checked = r.getString(13);
    Link link =
        new Link(
            r.getString(3),
            Kind.ofRank(r.getInt(4)),
            r.getInt(5),
            r.getInt(6),
            r.getString(7),
            r.getString(8),
            String.valueOf(r.getString(9)),
            dated == null ? null : dated.substring(Math.min(dated.length(), 11)),
            dated == null ? null : LocalDate.parse(dated.substring(0, 10)));
    return new FrontierEntry(
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
