package org.mingzhang.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The shards of an index. All rows of a document are in the same shard. Thread safe. Methods throw
 * {@link ShardUnreachableException} if a shard cannot be reached.
 */
public interface Shards extends Closeable {
  /**
   * Acquires the current state of all shards; the caller must close it, exactly once.
   *
   * @throws IllegalStateException if the shards are closed
   */
  ShardsSnapshot acquire();

  /** Generation of the index; changes whenever a shard changes. */
  long generation();

  /** A call to one shard. */
  @FunctionalInterface
  interface ShardCall<T> {
    /**
     * Calls a shard.
     *
     * @param shardNumber number of the shard, from 0
     */
    T call(int shardNumber, ShardPort shard) throws IOException;
  }

  /** A point-in-time state of all shards, valid until it is closed. */
  interface ShardsSnapshot extends AutoCloseable {
    /** The shards, in the order of their numbers. */
    List<ShardPort> shards();

    /** Generation of this state; greater than that of earlier states. */
    long generation();

    /**
     * Calls all shards and returns their results in shard order. Remote shards are called
     * concurrently, so the call must be thread safe.
     */
    default <T> List<T> callAll(ShardCall<T> call) throws IOException {
      List<ShardPort> shards = shards();
      List<T> answers = new ArrayList<>(shards.size());
      for (int i = 0; i < shards.size(); i++) {
        answers.add(call.call(i, shards.get(i)));
      }
      return answers;
    }

    /**
     * Prevents the state from expiring while no calls are made; the caller closes the returned
     * handle. By default states do not expire, and the handle does nothing.
     */
    default KeepAlive keepAlive() {
      return () -> {};
    }

    @Override
    void close();
  }

  /** A handle that keeps a state from expiring until the handle is closed. */
  @FunctionalInterface
  interface KeepAlive extends AutoCloseable {
    @Override
    void close();
  }
}
