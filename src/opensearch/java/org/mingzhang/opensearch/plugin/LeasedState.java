package org.mingzhang.opensearch.plugin;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.ShardPort;
import org.mingzhang.shard.ReaderShardFactory;
import org.mingzhang.wire.ShardState;
import org.opensearch.index.engine.Engine;
import org.opensearch.index.shard.IndexShard;

/**
 * A state of a shard with its open reader, which is closed when it is no longer used. Guarded by
 * itself.
 */
final class LeasedState {
  private final Engine.Searcher searcher;
  private final Object reader;
  private final ShardPort port;
  private final ShardState state;
  private long asked = System.nanoTime();
  private int users;
  private boolean closing;

  private LeasedState(Engine.Searcher searcher, ShardPort port, ShardState state) {
    this.searcher = searcher;
    this.reader = key(searcher.getDirectoryReader());
    this.port = port;
    this.state = state;
  }

  /**
   * The current state of a shard; the last one if nothing has changed.
   *
   * @param names gives the next state its name
   */
  static LeasedState of(
      IndexShard shard,
      @Nullable LeasedState last,
      ReaderShardFactory readers,
      Supplier<String> names)
      throws IOException {
    Engine.Searcher searcher = shard.acquireSearcher("mingzhang");
    try {
      if (last != null && last.reader.equals(key(searcher.getDirectoryReader()))) {
        searcher.close();
        return last;
      }
      ShardPort port = readers.create(searcher.getDirectoryReader());
      return new LeasedState(searcher, port, ShardState.read(names.get(), port));
    } catch (IOException | RuntimeException | Error e) {
      searcher.close();
      throw e;
    }
  }

  /** A key that is equal for readers of the same point in time. */
  private static Object key(DirectoryReader reader) {
    IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
    return helper == null ? reader : helper.getKey();
  }

  ShardPort port() {
    return port;
  }

  ShardState state() {
    return state;
  }

  synchronized long asked() {
    return asked;
  }

  synchronized void touch() {
    asked = System.nanoTime();
  }

  synchronized void begin() {
    asked = System.nanoTime();
    users++;
  }

  synchronized void done() {
    asked = System.nanoTime();
    users--;
    if (closing && users == 0) {
      searcher.close();
    }
  }

  /** Closes the reader unless it is in use; returns whether it was closed. */
  synchronized boolean letGo() {
    if (users == 0) {
      close();
      return true;
    }
    return false;
  }

  /** Closes the reader as soon as it is no longer in use. */
  synchronized void close() {
    if (!closing) {
      closing = true;
      if (users == 0) {
        searcher.close();
      }
    }
  }
}
