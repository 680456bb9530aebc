package org.mingzhang.archive;

import java.util.Collection;
import java.util.List;

/**
 * Which documents are committed to the index. A document is unindexed when it is stored, claimed
 * when a process begins to index it, and indexed when its rows are committed; storing it again
 * makes it unindexed. Thread-safe; with a shared ledger, several processes may use it.
 */
public final class IndexingState {
  private final Ledger ledger;

  IndexingState(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Documents stored since their rows were last committed to the index, in the order of their ids.
   *
   * @param after id after which to start; empty for the first
   * @param limit maximum number of ids
   */
  public List<String> unindexedDocumentIds(String after, int limit) {
    return ledger.list(
        r -> r.getString(1),
        "SELECT DISTINCT document FROM version WHERE indexed<>1 AND document > ? ORDER BY document"
            + " LIMIT ?",
        after,
        limit);
  }

  /**
   * Claims documents that no process has begun to index. A document stored again meanwhile is
   * returned again; a claimed document that is never marked as indexed is still among {@link
   * #unindexedDocumentIds}.
   */
  public List<String> claimDocuments(int limit) {
    return ledger.callInTransaction(
        () -> {
          List<String> some =
              ledger.list(
                  r -> r.getString(1),
                  "SELECT document FROM version WHERE indexed=0 GROUP BY document ORDER BY"
                      + " MIN(stored) LIMIT ?",
                  limit);
          some.forEach(
              id ->
                  ledger.update("UPDATE version SET indexed=2 WHERE document=? AND indexed=0", id));
          return some;
        });
  }

  /**
   * Records that documents that {@link #claimDocuments} returned are committed to the index, except
   * those stored again since.
   */
  public void markClaimedIndexed(Collection<String> documentIds) {
    ledger.runInTransaction(
        () -> {
          documentIds.forEach(
              id ->
                  ledger.update("UPDATE version SET indexed=1 WHERE document=? AND indexed=2", id));
        });
  }

  /**
   * Records that the rows of these documents are committed to the index, also of versions stored
   * after the rows were written; {@link #markClaimedIndexed} leaves those out.
   */
  public void markIndexed(Collection<String> documentIds) {
    ledger.runInTransaction(
        () -> {
          documentIds.forEach(
              id -> ledger.update("UPDATE version SET indexed=1 WHERE document=?", id));
        });
  }
}
