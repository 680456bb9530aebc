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
 * Holds the present {@link Snapshot} and makes the next one when the index is refreshed, before any
 * search sees it. Safe on many threads.
 */
final class Snapshots implements Closeable, ReferenceManager.RefreshListener {
  private static final int CACHED_QUERIES = 200;
  private static final long CACHED_BYTES = 32L << 20;

  private SearcherManager manager;
  private final @Nullable Directory directory;
  private final QueryCache queryCache = new LRUQueryCache(CACHED_QUERIES, CACHED_BYTES);
  private final Map<Object, SegmentFacets> columns = new ConcurrentHashMap<>();
  private volatile Snapshot current;
  private volatile Runnable listener = () -> {};
  private volatile boolean closed;

  /** Added to versions, so that no two indexes share one. */
  private long before;

  /** Follows a manager that somebody else refreshes and closes. */
  Snapshots(SearcherManager manager) throws IOException {
    this(manager, null);
  }

  private Snapshots(SearcherManager manager, @Nullable Directory directory) throws IOException {
    this.manager = manager;
    this.directory = directory;
    this.current = take();
    manager.addListener(this);
  }

  /** Opens an index for reading only. */
  static Snapshots open(Path index) throws IOException {
    Directory directory = FSDirectory.open(index);
    try {
      return new Snapshots(new SearcherManager(directory, null), directory);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The present snapshot, which may be released at any time: to be held before it is used. */
  Snapshot present() {
    return current;
  }

  /** Tells somebody of each new snapshot, before the one before it is released; one listener. */
  void onChange(Runnable told) {
    listener = told;
  }

  boolean closed() {
    return closed;
  }

  /** Follows another manager from now on; the one before stays its owner's, closed or not. */
  synchronized void follow(SearcherManager next) throws IOException {
    manager.removeListener(this);
    manager = next;
    next.addListener(this);
    before = current.version() + 1;
    put(take());
  }

  private void put(Snapshot next) throws IOException {
    Snapshot last = current;
    current = next;
    listener.run();
    last.release();
  }

  private Snapshot take() throws IOException {
    IndexSearcher searcher = manager.acquire();
    try {
      DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
      reader.incRef();
      return new Snapshot(reader, queryCache, columns, before);
    } finally {
      manager.release(searcher);
    }
  }

  @Override
  public void beforeRefresh() {}

  @Override
  public synchronized void afterRefresh(boolean didRefresh) throws IOException {
    if (didRefresh) {
      put(take());
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    manager.removeListener(this);
    current.release();
    if (directory != null) {
      manager.close();
      directory.close();
    }
  }
}
