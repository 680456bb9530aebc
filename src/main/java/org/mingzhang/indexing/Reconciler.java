package org.mingzhang.indexing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DamagedRecordException;
import org.mingzhang.archive.IndexingState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Synchronizes the index with the archive after a crash, a lost index or a schema change: documents
 * missing from the index are indexed from the archive, and documents that only the index has are
 * removed. A document with a damaged record is skipped and reported. May run concurrently with an
 * {@link Indexer}.
 */
public final class Reconciler {
  /**
   * Number of documents between two comparisons of related documents; the archive's cache still
   * holds the records of that many.
   */
  private static final int BATCH_SIZE = 48;

  /** Number of documents between two commits. */
  private static final int DOCUMENTS_PER_COMMIT = 2_400;

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final Archive archive;
  private final DocumentIndex index;
  private final ArchiveIndexer indexer;
  private final List<DamagedRecordException> damagedRecords = new ArrayList<>();

  /** Listener for the progress of a run. */
  @FunctionalInterface
  public interface ProgressListener {
    /** Called after each document. */
    void update(int doneCount, int documentCount);
  }

  /** Creates a reconciler; the caller closes archive and index. */
  public Reconciler(Archive archive, DocumentIndex index) {
    this.archive = archive;
    this.index = index;
    this.indexer = new ArchiveIndexer(archive, index);
  }

  /** The number of documents that {@link #run} would index or remove. */
  public int countDifferences() throws IOException {
    int[] count = {0};
    forEachDifference((id, kept) -> count[0]++);
    return count[0];
  }

  /** Handles a document that differs between archive and index. */
  @FunctionalInterface
  private interface DifferenceHandler {
    /**
     * Called in the order of document ids; {@code inArchive} tells whether the archive has the
     * document.
     */
    void handle(String id, boolean inArchive) throws IOException;
  }

  private void forEachDifference(DifferenceHandler handler) throws IOException {
    SortedIdCursor kept = new SortedIdCursor(archive::documentIds);
    SortedIdCursor unindexed = new SortedIdCursor(archive.indexingState()::unindexedDocumentIds);
    SortedIdCursor indexed = new SortedIdCursor(index::documentIds);
    List<SortedIdCursor> all = List.of(kept, unindexed, indexed);
    for (String id = SortedIdCursor.smallest(all); id != null; id = SortedIdCursor.smallest(all)) {
      boolean isKept = kept.advancePast(id);
      boolean isUnindexed = unindexed.advancePast(id);
      boolean isIndexed = indexed.advancePast(id);
      if (isUnindexed || isKept != isIndexed) {
        handler.handle(id, isKept);
      }
    }
  }

  /**
   * Synchronizes the index and commits it; returns the number of documents that differed before,
   * including those skipped because of a damaged record.
   */
  public int run() throws IOException {
    return run((done, documents) -> {});
  }

  /** As {@link #run()}, and reports progress. */
  public int run(ProgressListener progress) throws IOException {
    damagedRecords.clear();
    int documents = countDifferences();
    if (documents > 0) {
      BatchedUpdate step = new BatchedUpdate(progress, documents);
      forEachDifference(step::apply);
      step.commit();
    }
    return documents;
  }

  /** Applies the differences with intermediate commits. */
  private final class BatchedUpdate {
    private final ProgressListener progress;
    private final int documentCount;
    private int uncommittedCount;
    private int doneCount;

    private BatchedUpdate(ProgressListener progress, int documentCount) {
      this.progress = progress;
      this.documentCount = documentCount;
    }

    private void apply(String id, boolean inArchive) throws IOException {
      if (inArchive) {
        indexLatest(id);
      } else {
        indexer.remove(id);
      }
      uncommittedCount++;
      doneCount++;
      if (uncommittedCount == DOCUMENTS_PER_COMMIT) {
        commit();
      } else if (doneCount % BATCH_SIZE == 0) {
        indexer.compareRelated();
      }
      progress.update(Math.min(doneCount, documentCount), documentCount);
    }

    private void commit() throws IOException {
      indexer.commitAndMarkIndexed();
      uncommittedCount = 0;
    }
  }

  /**
   * Indexes documents that other processes have stored, and commits, in batches; returns their
   * number. A document that is stored again meanwhile is indexed again. One with a damaged record
   * is logged and counted, and tried again by {@link #run}. If a batch fails, as during an outage
   * of the store, the next call indexes it.
   */
  public int indexStoredByOtherProcesses() throws IOException {
    int all = 0;
    List<String> some;
    do {
      some = archive.indexingState().claimDocuments(BATCH_SIZE);
      try {
        indexClaimed(some);
      } catch (IOException | RuntimeException e) {
        archive.indexingState().returnClaimed(some);
        throw e;
      }
      all += some.size();
    } while (some.size() == BATCH_SIZE);
    return all;
  }

  private void indexClaimed(List<String> ids) throws IOException {
    if (ids.isEmpty()) {
      return;
    }
    for (String id : ids) {
      indexLatest(id);
    }
    indexer.commit();
    List<String> indexed = new ArrayList<>(ids);
    for (DamagedRecordException damaged : damagedRecords) {
      LOG.warn("not indexed: {}", damaged.getMessage());
      indexed.remove(damaged.version().documentId());
    }
    damagedRecords.clear();
    archive.indexingState().markClaimedIndexed(indexed);
  }

  /**
   * Indexes the latest version under the lock of the index, so that a document removed meanwhile
   * stays removed. Reads its record from the store, since another process may have rewritten it.
   */
  private void indexLatest(String id) throws IOException {
    synchronized (index) {
      try {
        IndexingState.StoredState state = archive.indexingState().findStoredState(id);
        archive.evictRecord(id);
        Optional<ArchivedDisclosure> latest = archive.latest(id);
        if (latest.isPresent()) {
          indexer.replace(latest.get(), state);
        }
      } catch (DamagedRecordException e) {
        damagedRecords.add(e);
      }
    }
  }

  /** The documents that the last run skipped because their records are damaged. */
  public List<DamagedRecordException> documentsWithDamagedRecords() {
    return List.copyOf(damagedRecords);
  }

  /**
   * Empties the index and indexes every document from the archive; returns the number of documents,
   * including those skipped because of a damaged record.
   */
  public int rebuild() throws IOException {
    index.clear();
    return run();
  }
}
