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
 *
 * <p>A version has one of the values {@link #INDEXED}, {@link #CLAIMED}, 0 (unindexed: given back
 * or restored), or a random negative number (unindexed: stored), which differs when the same
 * version is stored again.
 */
public final class IndexingState {
  private static final int CLAIMED = 2;
  private static final int INDEXED = 1;

  private final Ledger ledger;

  IndexingState(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Documents stored since their rows were last committed to the index, in the order of their ids.
   *
   * @param afterId id after which to start; empty for the first
   * @param limit maximum number of ids
   */
  public List<String> unindexedDocumentIds(String afterId, int limit) {
    return ledger.list(
        r -> r.getString(1),
        "SELECT DISTINCT document FROM version WHERE indexed<>1 AND document > ? ORDER BY document"
            + " LIMIT ?",
        afterId,
        limit);
  }

  /**
   * Claims at most {@code limit} documents that no process has begun to index; returns their ids,
   * the earliest stored first. A document stored again meanwhile is returned again, and so is one
   * given back by {@link #returnClaimed}; a claimed document that is never marked as indexed is
   * still among {@link #unindexedDocumentIds}.
   */
  public List<String> claimDocuments(int limit) {
    return ledger.callInTransaction(
        () -> {
          List<String> some =
              ledger.list(
                  r -> r.getString(1),
                  "SELECT document FROM version WHERE indexed<=0 GROUP BY document ORDER BY"
                      + " MIN(stored) LIMIT ?",
                  limit);
          some.forEach(
              id ->
                  ledger.update(
                      "UPDATE version SET indexed=? WHERE document=? AND indexed<=0", CLAIMED, id));
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
   * documents stored again since then.
   */
  public void markClaimedIndexed(Collection<String> documentIds) {
    setIndexed(documentIds, INDEXED);
  }

  private void setIndexed(Collection<String> claimedIds, int state) {
    ledger.runInTransaction(
        () -> {
          claimedIds.forEach(
              id ->
                  ledger.update(
                      "UPDATE version SET indexed=? WHERE document=? AND indexed=?",
                      state,
                      id,
                      CLAIMED));
        });
  }

  /** Records that the rows of these documents with all their versions are in the index. */
  public void markIndexed(Collection<String> documentIds) {
    markIndexed(
        documentIds.stream()
            .distinct()
            .collect(Collectors.toMap(Function.identity(), id -> StoredState.ALL)));
  }

  /**
   * The newest version of a document as last stored.
   *
   * @param number its number
   * @param mark value that differs when the same version is stored again
   */
  public record StoredState(int number, long mark) {
    /** Stands for all versions, whenever they were stored. */
    public static final StoredState ALL = new StoredState(Integer.MAX_VALUE, 0);
  }

  /**
   * The state of the newest version of a document, for {@link #markIndexed(Map)}; {@link
   * StoredState#ALL} if there is no such document. Read it before the record from which the rows
   * are made.
   */
  public StoredState findStoredState(String documentId) {
    return ledger
        .queryFirst(
            r -> new StoredState(r.getInt(1), r.getLong(2)),
            "SELECT number, indexed FROM version WHERE document=? ORDER BY number DESC LIMIT 1",
            documentId)
        .orElse(StoredState.ALL);
  }

  /**
   * Records that the rows of these documents are committed to the index.
   *
   * @param states the state of which each document's rows were made; documents that another process
   *     has stored since then, even in the same version, remain unindexed
   */
  public void markIndexed(Map<String, StoredState> states) {
    ledger.runInTransaction(
        () -> {
          states.forEach(
              (id, state) ->
                  ledger.update(
                      "UPDATE version SET indexed=? WHERE document=? AND (number<? OR (number=? AND"
                          + " indexed=?))",
                      INDEXED,
                      id,
                      state.number(),
                      state.number(),
                      state.mark()));
        });
  }
}
