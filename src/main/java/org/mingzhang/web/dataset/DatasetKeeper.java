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
 * Makes the files anew when the index has changed and nothing more comes in, on a thread of its own
 * that gives way to pages and rests ten times as long as a making takes. {@link #start} it once,
 * {@link #close} it.
 */
public final class DatasetKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatasetKeeper.class);

  /** How many times as long as a making takes none is begun. */
  private static final int RESTS = 10;

  /**
   * When files are made.
   *
   * @param look so often the index is looked at
   * @param quiet so long it must not have changed
   */
  public record Tempo(Duration look, Duration quiet) {
    /** A minute after the last change. */
    public static final Tempo USUAL = new Tempo(Duration.ofSeconds(5), Duration.ofMinutes(1));
  }

  private final DatasetMaker maker;
  private final DatasetStore store;
  private final Supplier<IndexingStatus> indexing;
  private final Supplier<BackgroundThrottle> pacing;
  private final Tempo tempo;
  private volatile boolean ended;
  private volatile @Nullable Thread thread;

  /** What the index was when the files were made, and when it was last seen to change. */
  private long made = Long.MIN_VALUE;

  private long seen = Long.MIN_VALUE;
  private long seenAt;
  private long restsUntil = Long.MIN_VALUE;

  /**
   * A keeper of the files in a folder; those that are there are shown until others are made.
   *
   * @param masked index and archive, masked
   * @param folder the files' own
   * @param origin address of the portal for links, or empty
   * @param pacing what makes its work give way, for each making a new one
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

  /** Where the files are. */
  DatasetStore store() {
    return store;
  }

  /** Begins to look at the index. */
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

  /** Whether the index has changed since, and stands still. */
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
   * Makes the files now.
   *
   * @throws IOException if they cannot be written; those that are there stay
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
      LOG.warn("the files at /data could not be made: {}", e.toString());
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

  /** The keeper was closed while it worked. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super(null, null, false, false);
    }
  }
}
