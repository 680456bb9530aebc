package org.mingzhang.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Caches the suggester of the current index state. After a change it is rebuilt synchronously if
 * that is fast, otherwise in the background. Thread safe.
 */
final class SuggesterCache {
  private static final long SYNCHRONOUS_LIMIT_NANOS = 50_000_000;
  private static final long REBUILD_INTERVAL_NANOS = 5_000_000_000L;

  private final ReentrantLock buildLock = new ReentrantLock();
  private volatile @Nullable CachedSuggester cachedSuggester;

  /**
   * A suggester with its build statistics.
   *
   * @param suggester the suggester
   * @param generation generation of the index it was built from
   * @param buildNanos duration of the build
   * @param builtAtNanos end of the build, as {@link System#nanoTime}
   */
  private record CachedSuggester(
      Suggester suggester, long generation, long buildNanos, long builtAtNanos) {}

  /**
   * The suggester of the current state; the caller waits while it is built. If the last build took
   * {@link #SYNCHRONOUS_LIMIT_NANOS} or longer, the suggester of an earlier state is returned
   * instead, and a build is started in the background unless one runs or ended within {@link
   * #REBUILD_INTERVAL_NANOS}.
   *
   * @throws UncheckedIOException if the completions cannot be read
   */
  Suggester current(Shards shards) {
    CachedSuggester cached = cachedSuggester;
    if (cached == null) {
      return rebuildIfOutdated(shards);
    }
    if (cached.generation() == shards.generation()) {
      return cached.suggester();
    }
    if (cached.buildNanos() < SYNCHRONOUS_LIMIT_NANOS) {
      return rebuildIfOutdated(shards);
    }
    if (System.nanoTime() - cached.builtAtNanos() > REBUILD_INTERVAL_NANOS
        && !buildLock.isLocked()) {
      Thread.ofVirtual().name("suggestions").start(() -> rebuildIfOutdated(shards));
    }
    return cached.suggester();
  }

  private Suggester rebuildIfOutdated(Shards shards) {
    buildLock.lock();
    try {
      CachedSuggester cached = cachedSuggester;
      if (cached != null && cached.generation() == shards.generation()) {
        return cached.suggester();
      }
      long begin = System.nanoTime();
      try (Shards.ShardsSnapshot held = shards.acquire()) {
        Suggester suggester = Suggester.build(held);
        long end = System.nanoTime();
        cachedSuggester = new CachedSuggester(suggester, held.generation(), end - begin, end);
        return suggester;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("completions cannot be read", e);
    } finally {
      buildLock.unlock();
    }
  }
}
