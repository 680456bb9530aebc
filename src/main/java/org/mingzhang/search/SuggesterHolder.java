package org.mingzhang.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the completions up to date: made anew with the index where that is quick, in the background
 * where it is not. Safe on many threads.
 */
final class SuggesterHolder {
  private static final long QUICK_NANOS = 50_000_000;
  private static final long PAUSE_NANOS = 5_000_000_000L;

  private final ReentrantLock building = new ReentrantLock();
  private volatile @Nullable State state;

  /**
   * Completions and how they were made.
   *
   * @param suggester the completions
   * @param version of the index they were read from
   * @param nanos time it took
   * @param made when they were made
   */
  private record State(Suggester suggester, long version, long nanos, long made) {}

  /** The completions of the present state, or of one shortly before. */
  Suggester current(Shards shards) {
    State known = state;
    if (known == null) {
      return build(shards);
    }
    if (known.version() == shards.generation()) {
      return known.suggester();
    }
    if (known.nanos() < QUICK_NANOS) {
      return build(shards);
    }
    if (System.nanoTime() - known.made() > PAUSE_NANOS && !building.isLocked()) {
      Thread.ofVirtual().name("suggestions").start(() -> build(shards));
    }
    return known.suggester();
  }

  private Suggester build(Shards shards) {
    building.lock();
    try {
      State known = state;
      if (known != null && known.version() == shards.generation()) {
        return known.suggester();
      }
      long begin = System.nanoTime();
      try (Shards.Held held = shards.hold()) {
        Suggester suggester = Suggester.read(held);
        long end = System.nanoTime();
        state = new State(suggester, held.generation(), end - begin, end);
        return suggester;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("completions cannot be read", e);
    } finally {
      building.unlock();
    }
  }
}
