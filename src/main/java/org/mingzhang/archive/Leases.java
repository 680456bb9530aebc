package org.mingzhang.archive;

import org.mingzhang.archive.IngestEntry.IngestState;

/** Ownership of queue entries that are being read. */
interface Leases {
  /**
   * Duration of a lease without renewal, in milliseconds; {@link Long#MAX_VALUE} if leases do not
   * expire.
   */
  long leaseMillis();

  /**
   * SQL clause that locks the queue entries selected for reading, so that two processes do not read
   * the same file; empty for a single process.
   */
  default String lockingClause() {
    return "";
  }

  /** Returns to the queue the entries whose lease has expired. */
  void returnExpiredEntries();

  /** Leases an entry to this process. */
  void leaseEntry(long entryId);

  /** Whether this process still holds the lease of an entry. */
  boolean holdsLease(IngestEntry entry);

  /** Renews all leases of this process. */
  void renew();

  /** Releases the lease of an entry that has ended or was put back. */
  void release(long entryId);

  /** Returns all entries to the queue that this process has begun, without counting an attempt. */
  void returnBegunEntries();

  /**
   * Recovers entries that earlier processes have left: entries of folders are withdrawn, since the
   * folders are listed again, and other entries wait again. Does nothing if processes share the
   * queue.
   */
  void recoverEarlierEntries();

  /**
   * Leases for a single process, which owns all begun entries; entries begun before its start have
   * no owner.
   */
  static Leases of(Ledger ledger) {
    return new Leases() {
      @Override
      public long leaseMillis() {
        return Long.MAX_VALUE;
      }

      @Override
      public void returnExpiredEntries() {}

      @Override
      public void leaseEntry(long entryId) {}

      @Override
      public boolean holdsLease(IngestEntry entry) {
        return true;
      }

      @Override
      public void renew() {}

      @Override
      public void release(long entryId) {}

      @Override
      public void returnBegunEntries() {
        ledger.update(
            "UPDATE intake SET state='ACCEPTED', attempts=attempts-1 WHERE state=?",
            IngestState.READING.name());
      }

      @Override
      public void recoverEarlierEntries() {
        ledger.update("DELETE FROM intake WHERE state='WITHDRAWN'");
        ledger.update(
            "UPDATE intake SET state=CASE origin WHEN 'FOLDER' THEN 'WITHDRAWN' ELSE 'ACCEPTED' END"
                + " WHERE state IN ('ACCEPTED','READING')");
      }
    };
  }
}
