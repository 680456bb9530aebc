package org.mingzhang.web.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalSources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds the datasets after the index has changed and indexing has stopped, on a thread of its own
 * that gives way to pages and pauses ten times as long as a build takes. Call {@link #start} once
 * and {@link #close} at the end.
 */
public final class DatasetKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatasetKeeper.class);

  /** Length of the pause after a build, as a multiple of the build's time. */
  private static final int RESTS = 10;

  /**
   * When datasets are rebuilt.
   *
   * @param look interval between checks of the index
   * @param quiet time for which the index must not have changed
   */
  public record Tempo(Duration look, Duration quiet) {
    /** The default: a minute after the last change. */
    public static final Tempo USUAL = new Tempo(Duration.ofSeconds(5), Duration.ofMinutes(1));
  }

  private final DatasetMaker maker;
  private final DatasetStore store;
  private final Supplier<IndexingStatus> indexing;
  private final Supplier<BackgroundThrottle> pacing;
  private final Tempo tempo;
  private volatile boolean ended;
  private volatile @Nullable Thread thread;

  /** Generation of the index that the present datasets were built from. */
  private long made = Long.MIN_VALUE;

  private long seen = Long.MIN_VALUE;
  private long seenAt;
  private long restsUntil = Long.MIN_VALUE;

  /**
   * A scheduler for the datasets in a folder; existing ones are served until they are replaced.
   *
   * @param masked index and archive with personal data masked
   * @param folder folder of the datasets only
   * @param origin origin of the portal for links, or empty
   * @param pacing supplies the throttle of each build
   */
  public DatasetKeeper(
      PortalSources masked,
      Path folder,
      String origin,
      Supplier<BackgroundThrottle> pacing,
      Tempo tempo) {
    this.maker = new DatasetMaker(masked.search(), masked.archive(), origin, masked.clock());
    this.store = new DatasetStore(folder);
    this.indexing = masked.indexing();
    this.pacing = pacing;
    this.tempo = tempo;
  }

  /** The store of the datasets. */
  DatasetStore store() {
    return store;
  }

  /** Starts checking the index. */
  public void start() {
    thread = Thread.ofPlatform().daemon().name("datasets").start(this::run);
  }

  private void run() {
    while (!ended) {
      if (due(System.nanoTime())) {
        makeAgain();
      }
      LockSupport.parkNanos(tempo.look().toNanos());
    }
  }

  /** Whether the index has changed since the last build, and is quiet. */
  private boolean due(long now) {
    long generation;
    try {
      generation = maker.search().generation();
    } catch (RuntimeException damaged) {
      return false;
    }
    if (generation != seen) {
      seen = generation;
      seenAt = now;
    }
    return generation != made
        && now - seenAt >= tempo.quiet().toNanos()
        && (restsUntil == Long.MIN_VALUE || now - restsUntil >= 0)
        && !indexing.get().running();
  }

  /**
   * Builds the datasets now.
   *
   * @throws IOException if they cannot be written; the existing ones stay
   */
  public void make() throws IOException {
    BackgroundThrottle own = pacing.get();
    store.replace(
        folder ->
            maker.make(
                folder,
                () -> {
                  if (ended) {
                    throw new Ended();
                  }
                  own.step();
                }));
  }

  private void makeAgain() {
    long begun = System.nanoTime();
    long generation = seen;
    try {
      make();
      made = generation;
    } catch (Ended closed) {
      return;
    } catch (IOException | RuntimeException e) {
      LOG.warn("the files at /data could not be built: {}", e.toString());
    }
    long now = System.nanoTime();
    restsUntil = now + RESTS * (now - begun);
  }

  @Override
  public void close() {
    ended = true;
    Thread running = thread;
    if (running != null) {
      LockSupport.unpark(running);
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Thrown to abort a build when the scheduler is closed. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super(null, null, false, false);
    }
  }
}
