package org.mingzhang.shard;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Provides the current {@link ShardSnapshot}, and creates the next one when the index is refreshed,
 * before any search uses the refreshed index. Thread safe.
 */
final class SnapshotRefresher implements Closeable, ReferenceManager.RefreshListener {
  private static final int MAX_CACHED_QUERIES = 200;
  private static final long MAX_CACHED_BYTES = 32L << 20;

  private SearcherManager searcherManager;
  private final @Nullable Directory directory;
  private final QueryCache queryCache = new LRUQueryCache(MAX_CACHED_QUERIES, MAX_CACHED_BYTES);
  private final Map<Object, SegmentOrdinals> ordinalsBySegmentKey = new ConcurrentHashMap<>();
  private volatile ShardSnapshot currentSnapshot;
  private volatile Runnable changeListener = () -> {};
  private volatile boolean closed;

  /** Offset of versions, so that versions of successive indexes differ. */
  private long versionOffset;

  /** Whether the current snapshot is behind the manager, because opening the next one failed. */
  private boolean snapshotIsOutdated;

  /** Creates a refresher for a SearcherManager that the caller refreshes and closes. */
  SnapshotRefresher(SearcherManager searcherManager) throws IOException {
    this(searcherManager, null);
  }

  private SnapshotRefresher(SearcherManager searcherManager, @Nullable Directory directory)
      throws IOException {
    this.searcherManager = searcherManager;
    this.directory = directory;
    this.currentSnapshot = openSnapshot();
    searcherManager.addListener(this);
  }

  /** Opens an index read-only. */
  static SnapshotRefresher open(Path index) throws IOException {
    Directory directory = FSDirectory.open(index);
    try {
      return new SnapshotRefresher(new SearcherManager(directory, null), directory);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The current snapshot. The snapshot may be released at any time, so acquire it before use. */
  ShardSnapshot current() {
    return currentSnapshot;
  }

  /**
   * Sets the listener that is called after each new snapshot, before the old one is released; it
   * replaces the listener set before.
   */
  void setChangeListener(Runnable newListener) {
    changeListener = newListener;
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Switches to another manager: loads its facet ordinals and replaces the current snapshot. The
   * caller closes the old manager. If the new index cannot be read, the current snapshot stays
   * until a refresh of the new manager succeeds, even one that finds no changes.
   */
  synchronized void switchTo(SearcherManager newManager) throws IOException {
    searcherManager.removeListener(this);
    searcherManager = newManager;
    versionOffset = currentSnapshot.version() + 1;
    newManager.addListener(this);
    replaceByNewSnapshot();
  }

  /** Replaces the current snapshot by a new snapshot of the present state of the index. */
  private void replaceByNewSnapshot() throws IOException {
    snapshotIsOutdated = true;
    replaceCurrent(openSnapshot());
    snapshotIsOutdated = false;
  }

  private void replaceCurrent(ShardSnapshot next) throws IOException {
    ShardSnapshot last = currentSnapshot;
    currentSnapshot = next;
    changeListener.run();
    last.release();
  }

  private ShardSnapshot openSnapshot() throws IOException {
    IndexSearcher searcher = searcherManager.acquire();
    try {
      DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
      reader.incRef();
      boolean opened = false;
      try {
        ShardSnapshot snapshot =
            new ShardSnapshot(reader, queryCache, ordinalsBySegmentKey, versionOffset);
        opened = true;
        return snapshot;
      } finally {
        if (!opened) {
          reader.decRef();
        }
      }
    } finally {
      searcherManager.release(searcher);
    }
  }

  @Override
  public void beforeRefresh() {}

  @Override
  public synchronized void afterRefresh(boolean didRefresh) throws IOException {
    if (didRefresh || snapshotIsOutdated) {
      replaceByNewSnapshot();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    searcherManager.removeListener(this);
    currentSnapshot.release();
    if (directory != null) {
      searcherManager.close();
      directory.close();
    }
  }
}
