package org.mingzhang.extract;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mingzhang.extract.FileRefusedException.Reason;

/**
 * Runs file readers with a time limit, each on its own thread. A reader that exceeds the limit is
 * interrupted; one that ignores the interrupt keeps running and keeps its memory, which only the
 * end of the process is sure to release, see {@link #hasAbandonedThread}. One instance per
 * extractor; thread-safe.
 */
final class TimeLimiter {
  /** Time in which a reader must respond to its interrupt. */
  private static final long INTERRUPT_GRACE_MILLIS = 500;

  private final Duration timeLimit;
  private final Duration totalTimeLimit;
  private final RefusalMessages refusals;
  private volatile boolean hasAbandonedThread;

  /**
   * Creates a limiter.
   *
   * @param timeLimit limit from the start, and again from each {@linkplain
   *     ReadingThread#reportProgress progress}
   * @param totalTimeLimit limit of the whole reading
   */
  TimeLimiter(Duration timeLimit, Duration totalTimeLimit, RefusalMessages refusals) {
    this.timeLimit = timeLimit;
    this.totalTimeLimit = totalTimeLimit;
    this.refusals = refusals;
  }

  /** Whether a reader still ran 500 ms after it was interrupted; never reset. */
  boolean hasAbandonedThread() {
    return hasAbandonedThread;
  }

  /**
   * Runs a task on a thread of its own and returns its result.
   *
   * @throws FileRefusedException if the task throws anything or exceeds its time
   * @throws IOException if the calling thread is interrupted; the task is cancelled and the
   *     interrupt status restored
   */
  <T> T run(Callable<T> task) throws IOException, FileRefusedException {
    FutureTask<T> future = new FutureTask<>(task);
    ReadingThread thread = new ReadingThread(future);
    long start = System.nanoTime();
    thread.start();
    try {
      while (true) {
        long now = System.nanoTime();
        long left =
            Math.min(
                timeLimit.toNanos() - (now - thread.lastProgressNanos()),
                totalTimeLimit.toNanos() - (now - start));
        if (left <= 0) {
          throw cancelAndRefuse(future, thread, now - start);
        }
        try {
          return future.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException waited) {
          // If a page was recognized meanwhile, the time limit has been extended.
        }
      }
    } catch (ExecutionException e) {
      throw refusals.refusalFor(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    }
  }

  private FileRefusedException cancelAndRefuse(
      FutureTask<?> future, Thread thread, long elapsedNanos) throws InterruptedException {
    future.cancel(true);
    thread.join(INTERRUPT_GRACE_MILLIS);
    hasAbandonedThread |= thread.isAlive();
    return new FileRefusedException(
        Reason.TOO_SLOW,
        "not read within " + TimeUnit.NANOSECONDS.toSeconds(elapsedNanos) + " seconds");
  }
}
