package org.mingzhang.web.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the datasets once after the start, and again after the index has changed and indexing has
 * stopped, on a separate thread, which is throttled while pages are being served. The pause after a
 * build is ten times as long as the build. Call {@link #start} once. {@link #close} aborts a
 * running build and waits for the thread to end.
 */
public final class DatasetScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatasetScheduler.class);

  /** Length of the pause after a build, as a multiple of the duration of the build. */
  private static final int PAUSE_FACTOR = 10;

  /**
   * When datasets are rebuilt after changes of the index.
   *
   * @param pollInterval interval between checks of the index
   * @param quietPeriod time for which the index must not have changed
   */
  public record Schedule(Duration pollInterval, Duration quietPeriod) {
    /** The default: checks every five seconds, and rebuilds one minute after the last change. */
    public static final Schedule DEFAULT =
        new Schedule(Duration.ofSeconds(5), Duration.ofMinutes(1));
  }

  private final DatasetBuilder builder;
  private final DatasetStore store;
  private final Supplier<IndexingStatus> indexing;
  private final Supplier<BackgroundThrottle> throttleSupplier;
  private final Schedule schedule;
  private volatile boolean closed;
  private volatile @Nullable Thread thread;

  /** Generation of the index from which the current datasets were built. */
  private long builtGeneration = Long.MIN_VALUE;

  private long seenGeneration = Long.MIN_VALUE;
  private long generationChangedAtNanos;
  private long pausedUntilNanos = Long.MIN_VALUE;

  /**
   * Creates a scheduler for the datasets in a folder; existing ones are served until they are
   * replaced.
   *
   * @param maskedServices index and archive with personal data masked
   * @param folder folder of the datasets only
   * @param origin origin of the portal for links, or empty
   * @param throttleSupplier supplies the throttle of each build
   */
  public DatasetScheduler(
      PortalServices maskedServices,
      Path folder,
      String origin,
      Supplier<BackgroundThrottle> throttleSupplier,
      Schedule schedule) {
    this.builder =
        new DatasetBuilder(
            maskedServices.search(), maskedServices.archive(), origin, maskedServices.clock());
    this.store = new DatasetStore(folder);
    this.indexing = maskedServices.indexing();
    this.throttleSupplier = throttleSupplier;
    this.schedule = schedule;
  }

  DatasetStore store() {
    return store;
  }

  /** Starts checking the index. */
  public void start() {
    thread = Thread.ofPlatform().daemon().name("datasets").start(this::run);
  }

  private void run() {
    while (!closed) {
      if (noteChangesAndCheckDue(System.nanoTime())) {
        buildLoggingErrors();
      }
      LockSupport.parkNanos(schedule.pollInterval().toNanos());
    }
  }

  /**
   * Whether the index has changed since the last build and has then been unchanged for the quiet
   * period, while nothing is being indexed and the pause after the last build is over. Notes when
   * the index changed, so it has to be called at regular intervals. Returns false if the index
   * cannot be read.
   *
   * @param nowNanos {@link System#nanoTime}
   */
  private boolean noteChangesAndCheckDue(long nowNanos) {
    long generation;
    try {
      generation = builder.search().generation();
    } catch (RuntimeException damaged) {
      return false;
    }
    if (generation != seenGeneration) {
      seenGeneration = generation;
      generationChangedAtNanos = nowNanos;
    }
    return generation != builtGeneration
        && nowNanos - generationChangedAtNanos >= schedule.quietPeriod().toNanos()
        && (pausedUntilNanos == Long.MIN_VALUE || nowNanos - pausedUntilNanos >= 0)
        && !indexing.get().isRunning();
  }

  /**
   * Builds the datasets on the calling thread, which must not happen while the scheduler builds
   * them. Fails with a runtime exception if the scheduler is closed meanwhile.
   *
   * @throws IOException if they cannot be written
   */
  public void build() throws IOException {
    BackgroundThrottle throttle = throttleSupplier.get();
    store.replace(
        folder ->
            builder.build(
                folder,
                () -> {
                  if (closed) {
                    throw new ClosedException();
                  }
                  throttle.pauseIfBusy();
                }));
  }

  private void buildLoggingErrors() {
    long beganAtNanos = System.nanoTime();
    long generation = seenGeneration;
    try {
      build();
      builtGeneration = generation;
    } catch (ClosedException aborted) {
      return;
    } catch (IOException | RuntimeException e) {
      LOG.warn("the files at /data could not be built: {}", e.toString());
    }
    long nowNanos = System.nanoTime();
    pausedUntilNanos = nowNanos + PAUSE_FACTOR * (nowNanos - beganAtNanos);
  }

  @Override
  public void close() {
    closed = true;
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
  private static final class ClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClosedException() {
      super(null, null, false, false);
    }
  }
}
