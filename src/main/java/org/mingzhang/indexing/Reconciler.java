package org.mingzhang.indexing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final Archive archive;
  private final DocumentIndex index;
  private final ArchiveIndexing indexing;
  private final List<DamagedRecordException> damaged = new ArrayList<>();

  /** Told how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** So many documents of so many are done. */
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
    Set<String> missing = missing();
    return missing.size() + extra().size();
  }

  private Set<String> missing() throws IOException {
    Set<String> missing = new TreeSet<>(archive.documentIds());
    missing.removeAll(index.documentIds());
    missing.addAll(archive.unindexed());
    return missing;
  }

  private Set<String> extra() throws IOException {
    Set<String> extra = new TreeSet<>(index.documentIds());
    archive.documentIds().forEach(extra::remove);
    return extra;
  }

  /**
   * Makes the index hold the newest version of every document; returns how many it had to index or
   * take out.
   */
  public int run() throws IOException {
    return run((done, documents) -> {});
  }

  /** The same, telling how far it is. */
  public int run(Progress progress) throws IOException {
    damaged.clear();
    Set<String> missing = missing();
    Set<String> extra = extra();
    int done = 0;
    for (String id : missing) {
      take(id);
      done++;
      if (done % TOGETHER == 0) {
        indexing.compare();
      }
      progress.at(done, missing.size());
    }
    for (String id : extra) {
      indexing.remove(id);
    }
    int all = missing.size() + extra.size();
    if (all > 0) {
      indexing.commit();
      damaged.forEach(d -> missing.remove(d.version().documentId()));
      archive.markIndexed(missing);
    }
    return all;
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
        archive.forget(id);
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
