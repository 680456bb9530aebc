package org.mingzhang.indexing;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;

/**
 * Brings the index in step with the archive after a crash, a lost index or a new schema: what the
 * archive has and the index has not is indexed from the archive, what only the index has is taken
 * out.
 */
public final class Reconciler {
  /** Documents between two comparisons: so many are at hand without reading them again. */
  private static final int TOGETHER = 48;

  private final Archive archive;
  private final IndexStore index;
  private final ArchiveIndexing indexing;

  /** A reconciler of an open archive and index. */
  public Reconciler(Archive archive, IndexStore index) {
    this.archive = archive;
    this.index = index;
    this.indexing = new ArchiveIndexing(archive, index);
  }

  /**
   * Makes the index hold the newest version of every document; returns how many it had to index or
   * take out.
   */
  public int run() throws IOException {
    Set<String> missing = new TreeSet<>(archive.documentIds());
    Set<String> extra = index.documentIds();
    extra.removeAll(missing);
    missing.removeAll(index.documentIds());
    missing.addAll(archive.unindexed());
    int together = 0;
    for (String id : missing) {
      Optional<ArchivedDisclosure> latest = archive.latest(id);
      if (latest.isPresent()) {
        indexing.replace(latest.get());
        together++;
      }
      if (together == TOGETHER) {
        indexing.compare();
        together = 0;
      }
    }
    for (String id : extra) {
      indexing.remove(id);
    }
    if (!missing.isEmpty() || !extra.isEmpty()) {
      indexing.commit();
      archive.markIndexed(missing);
    }
    return missing.size() + extra.size();
  }

  /** Indexes every document again from the archive, whatever the index has. */
  public int rebuild() throws IOException {
    index.clear();
    return run();
  }
}
