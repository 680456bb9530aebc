package org.mingzhang.search;

import java.io.Closeable;
import java.util.List;

/**
 * The index as one or more shards. A document and all its rows are in one shard. Safe on many
 * threads.
 */
public interface Shards extends Closeable {
  /** Holds the present state of all shards; the caller closes it. */
  Held hold();

  /** A number that changes whenever any shard has changed. */
  long generation();

  /** The shards as they were at one moment, until it is closed. */
  interface Held extends AutoCloseable {
    /** The shards, always in the same order. */
    List<ShardPort> shards();

    /** The number that tells this state from any other. */
    long generation();

    @Override
    void close();
  }
}
