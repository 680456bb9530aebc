package org.mingzhang.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The index as one or more shards. A document and all its rows are in one shard. Safe on many
 * threads. Methods throw {@link ShardUnreachableException} where a shard cannot be asked.
 */
public interface Shards extends Closeable {
  /** Holds the present state of all shards; the caller closes it. */
  Held hold();

  /** A number that changes whenever any shard has changed. */
  long generation();

  /** What is asked of one shard. */
  @FunctionalInterface
  interface Question<T> {
    /**
     * Asks a shard.
     *
     * @param number its place among all shards
     */
    T ask(int number, ShardPort shard) throws IOException;
  }

  /** The shards as they were at one moment, until it is closed. */
  interface Held extends AutoCloseable {
    /** The shards, always in the same order. */
    List<ShardPort> shards();

    /** The number that tells this state from any other; greater than those of earlier states. */
    long generation();

    /** Asks all shards; what they answer, in their order. Shards elsewhere are asked at once. */
    default <T> List<T> ask(Question<T> question) throws IOException {
      List<ShardPort> shards = shards();
      List<T> answers = new ArrayList<>(shards.size());
      for (int i = 0; i < shards.size(); i++) {
        answers.add(question.ask(i, shards.get(i)));
      }
      return answers;
    }

    /**
     * Keeps what is held as it is for somebody who may not ask anything for a long time; the caller
     * closes it.
     */
    default Staying stay() {
      return () -> {};
    }

    @Override
    void close();
  }

  /** Ends what {@link Held#stay} began. */
  @FunctionalInterface
  interface Staying extends AutoCloseable {
    @Override
    void close();
  }
}
