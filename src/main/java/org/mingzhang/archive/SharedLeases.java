package org.mingzhang.archive;

import java.time.Duration;
import java.util.UUID;

/**
 * Leases for several processes on any machines, timed by the clock of the database. A reader renews
 * its leases; an entry whose lease has expired returns to the queue with one more attempt, and its
 * former reader can no longer end it.
 */
final class SharedLeases implements Leases {
  /** The database's clock in milliseconds. */
  private static final String NOW_MILLIS_SQL =
      "CAST(EXTRACT(EPOCH FROM CLOCK_TIMESTAMP())*1000 AS BIGINT)";

  private final Ledger ledger;
  private final long leaseMillis;
  private final String workerId = UUID.randomUUID().toString();

  SharedLeases(Ledger ledger, Duration leaseDuration) {
    this.leaseMillis = leaseDuration.toMillis();
    this.ledger = ledger;
  }

  @Override
  public long leaseMillis() {
    return leaseMillis;
  }

  @Override
  public String lockingClause() {
    return " FOR UPDATE SKIP LOCKED";
  }

  @Override
  public void returnExpiredEntries() {
    ledger.runInTransaction(
        () -> {
          int over = ledger.executeUpdate("DELETE FROM lease WHERE until<" + NOW_MILLIS_SQL);
          if (over > 0) {
            ledger.update(
                "UPDATE intake SET state='ACCEPTED' WHERE state='READING' AND id NOT IN"
                    + " (SELECT entry FROM lease)");
          }
        });
  }

  @Override
  public void leaseEntry(long entryId) {
    ledger.update(
        "INSERT INTO lease(entry, worker, until) VALUES (?,?," + NOW_MILLIS_SQL + "+?)",
        entryId,
        workerId,
        leaseMillis);
  }

  @Override
  public boolean holdsLease(IngestEntry entry) {
    return ledger
        .queryFirst(
            r -> true,
            "SELECT 1 FROM lease WHERE entry=? AND worker=? AND until>=" + NOW_MILLIS_SQL,
            entry.id(),
            workerId)
        .isPresent();
  }

  @Override
  public void renew() {
    ledger.update(
        "UPDATE lease SET until="
            + NOW_MILLIS_SQL
            + "+? WHERE worker=? AND until>="
            + NOW_MILLIS_SQL,
        leaseMillis,
        workerId);
  }

  @Override
  public void release(long entryId) {
    ledger.update("DELETE FROM lease WHERE entry=? AND worker=?", entryId, workerId);
  }

  @Override
  public void returnBegunEntries() {
    ledger.runInTransaction(
        () -> {
          ledger.update(
              "UPDATE intake SET state='ACCEPTED', attempts=attempts-1 WHERE state='READING'"
                  + " AND id IN (SELECT entry FROM lease WHERE worker=?)",
              workerId);
          ledger.update("DELETE FROM lease WHERE worker=?", workerId);
        });
  }

  /** Does nothing: other processes may be reading the entries, and waiting ones stay queued. */
  @Override
  public void recoverEarlierEntries() {}
}
