package org.mingzhang.archive;

import org.mingzhang.archive.IntakeEntry.State;

/** Which process is reading which of the accepted files. */
interface Leases {
  /** How long one that was begun stays its reader's without a word, in milliseconds. */
  long millis();

  /** What a query for entries to be begun ends with, so that two do not begin one. */
  default String locking() {
    return "";
  }

  /** Makes entries wait again whose reader has not been heard of. */
  void expire();

  /** Notes that this process reads an entry. */
  void take(long entry);

  /** Whether an entry is still this process's to end. */
  boolean owns(IntakeEntry entry);

  /** Says that this process still reads what it began. */
  void renew();

  /** Forgets about an entry that was ended. */
  void end(long entry);

  /** Makes all entries wait again that this process began and left in order. */
  void putBack();

  /** Takes up what processes before this one have left. */
  void takeUp();

  /** One process reads: what was begun is its own, and what was begun before it is nobody's. */
  static Leases of(Ledger ledger) {
    return new Leases() {
      @Override
      public long millis() {
        return Long.MAX_VALUE;
      }

      @Override
      public void expire() {}

      @Override
      public void take(long entry) {}

      @Override
      public boolean owns(IntakeEntry entry) {
        return true;
      }

      @Override
      public void renew() {}

      @Override
      public void end(long entry) {}

      @Override
      public void putBack() {
        ledger.update(
            "UPDATE intake SET state='ACCEPTED', attempts=attempts-1 WHERE state=?",
            State.READING.name());
      }

      @Override
      public void takeUp() {
        ledger.update("DELETE FROM intake WHERE state='WITHDRAWN'");
        ledger.update(
            "UPDATE intake SET state=CASE origin WHEN 'FOLDER' THEN 'WITHDRAWN' ELSE 'ACCEPTED' END"
                + " WHERE state IN ('ACCEPTED','READING')");
      }
    };
  }
}
