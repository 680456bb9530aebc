package org.mingzhang.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
   * returned again, and so is one given back by {@link #returnClaimed}; a claimed document that is
   * never marked as indexed is still among {@link #unindexedDocumentIds}.
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
   * Gives claimed documents back that are not marked as indexed, so that they are claimed again.
   */
  public void returnClaimed(Collection<String> documentIds) {
    setIndexed(documentIds, 0);
  }

  /**
   * Records that documents that {@link #claimDocuments} returned are committed to the index, except
   * those stored again since.
   */
  public void markClaimedIndexed(Collection<String> documentIds) {
    setIndexed(documentIds, 1);
  }

  private void setIndexed(Collection<String> claimedIds, int state) {
    ledger.runInTransaction(
        () -> {
          claimedIds.forEach(
              id ->
                  ledger.update(
                      "UPDATE version SET indexed=? WHERE document=? AND indexed=2", state, id));
        });
  }

  /** Records that the rows of these documents with all their versions are in the index. */
  public void markIndexed(Collection<String> documentIds) {
    markIndexed(
        documentIds.stream()
            .collect(Collectors.toMap(Function.identity(), id -> Integer.MAX_VALUE, Math::max)));
  }

  /**
   * Records that the rows of these documents are committed to the index.
   *
   * @param newestNumbers the number of the version that each document's rows were made of; later
   *     versions, stored by another process since, remain unindexed
   */
  public void markIndexed(Map<String, Integer> newestNumbers) {
    ledger.runInTransaction(
        () -> {
          newestNumbers.forEach(
              (id, number) ->
                  ledger.update(
                      "UPDATE version SET indexed=1 WHERE document=? AND number<=?", id, number));
        });
  }
}
