package org.mingzhang.indexing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DamagedRecordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index in step with the archive after a crash, a lost index or a new schema: what the
 * archive has and the index has not is indexed from the archive, what only the index has is taken
 * out. A document whose record is damaged is passed over and told. May run beside an {@link
 * Indexer}.
 */
public final class Reconciler {
  /** Documents between two comparisons: so many are at hand without reading them again. */
  private static final int TOGETHER = 48;

  /** Documents after which what was done need not be done again. */
  private static final int COMMITTED = 2_400;

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final Archive archive;
  private final DocumentIndex index;
  private final ArchiveIndexing indexing;
  private final List<DamagedRecordException> damaged = new ArrayList<>();

  /** Told how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** Some of all documents are done. */
    void at(int done, int documents);
  }

  /** A reconciler of an open archive and index. */
  public Reconciler(Archive archive, DocumentIndex index) {
    this.archive = archive;
    this.index = index;
    this.indexing = new ArchiveIndexing(archive, index);
  }

  /** How many documents {@link #run} would have to index or take out. */
  public int behind() throws IOException {
    int[] count = {0};
    compare((id, kept) -> count[0]++);
    return count[0];
  }

  /** What is done about a document of which the index does not have what the archive has. */
  @FunctionalInterface
  private interface Difference {
    /** Called for each in the order of their ids. */
    void of(String id, boolean kept) throws IOException;
  }

  private void compare(Difference difference) throws IOException {
    SortedIds kept = new SortedIds(archive::documentIds);
    SortedIds unindexed = new SortedIds(archive::unindexed);
    SortedIds indexed = new SortedIds(index::documentIds);
    List<SortedIds> all = List.of(kept, unindexed, indexed);
    for (String id = SortedIds.first(all); id != null; id = SortedIds.first(all)) {
      boolean isKept = kept.pass(id);
      boolean isUnindexed = unindexed.pass(id);
      boolean isIndexed = indexed.pass(id);
      if (isUnindexed || isKept != isIndexed) {
        difference.of(id, isKept);
      }
    }
  }

  /**
   * Makes the index hold the newest version of every document; returns how many it had to index or
   * take out.
   */
  public int run() throws IOException {
    return run((done, documents) -> {});
  }

  /** Brings the index in step and reports progress. */
  public int run(Progress progress) throws IOException {
    damaged.clear();
    int documents = behind();
    if (documents > 0) {
      Step step = new Step(progress, documents);
      compare(step::of);
      step.commit();
    }
    return documents;
  }

  /** Goes through the differences, keeping what is done from time to time. */
  private final class Step {
    private final Progress progress;
    private final int documents;
    private final List<String> taken = new ArrayList<>();
    private int done;

    private Step(Progress progress, int documents) {
      this.progress = progress;
      this.documents = documents;
    }

    private void of(String id, boolean kept) throws IOException {
      if (kept) {
        take(id);
      } else {
        indexing.remove(id);
      }
      taken.add(id);
      done++;
      if (taken.size() == COMMITTED) {
        commit();
      } else if (done % TOGETHER == 0) {
        indexing.compare();
      }
      progress.at(Math.min(done, documents), documents);
    }

    private void commit() throws IOException {
      indexing.commit();
      damaged.forEach(d -> taken.remove(d.version().documentId()));
      archive.markIndexed(taken);
      taken.clear();
    }
  }

  /**
   * Indexes what other processes have stored since, some at a time; returns how many documents.
   * What is stored again while it is indexed is indexed again.
   */
  public int catchUp() throws IOException {
    int all = 0;
    List<String> some;
    do {
      some = archive.beginIndexing(TOGETHER);
      for (String id : some) {
        archive.evictRecord(id);
        take(id);
      }
      if (!some.isEmpty()) {
        indexing.commit();
        damaged.forEach(d -> LOG.warn("not indexed: {}", d.getMessage()));
        damaged.clear();
        archive.markBegunIndexed(some);
      }
      all += some.size();
    } while (some.size() == TOGETHER);
    return all;
  }

  /** Under the index's lock, so that a document that is taken out meanwhile stays out. */
  private void take(String id) throws IOException {
    synchronized (index) {
      try {
        Optional<ArchivedDisclosure> latest = archive.latest(id);
        if (latest.isPresent()) {
          indexing.replace(latest.get());
        }
      } catch (DamagedRecordException e) {
        damaged.add(e);
      }
    }
  }

  /** What the last run passed over. */
  public List<DamagedRecordException> damaged() {
    return List.copyOf(damaged);
  }

  /** Indexes every document again from the archive, whatever the index has. */
  public int rebuild() throws IOException {
    index.clear();
    return run();
  }
}
