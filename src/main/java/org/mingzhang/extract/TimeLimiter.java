package org.mingzhang.extract;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mingzhang.extract.RefusedException.Reason;

/**
 * Runs the reading of files, each on a thread of its own, and waits no longer than allowed. The
 * thread is interrupted then, but a reader that does not listen runs on and takes time and memory
 * from the files after it: {@link #hasAbandonedThread} tells, and only ending the process helps. One
 * object an extractor; safe on many threads.
 */
final class TimeLimiter {
  /** Time that a reader has to notice that it was interrupted. */
  private static final long GRACE_MILLIS = 500;

  private final Duration time;
  private final Duration totalTime;
  private final Refusals refusals;
  private volatile boolean abandonedThread;

  /**
   * Deadlines.
   *
   * @param time longest time from the start, and from one page that is recognised to the next
   * @param totalTime longest time in all
   */
  TimeLimiter(Duration time, Duration longest, Refusals refusals) {
    this.time = time;
    this.totalTime = longest;
    this.refusals = refusals;
  }

  /** Whether a reader did not end when it was told to. */
  boolean hasAbandonedThread() {
    return abandonedThread;
  }

  /**
   * The task's answer.
   *
   * @throws RefusedException if the task refuses, fails in any way or is too slow
   */
  <T> T run(Callable<T> task) throws IOException, RefusedException {
    FutureTask<T> future = new FutureTask<>(task);
    ReadingThread thread = new ReadingThread(future);
    long start = System.nanoTime();
    thread.start();
    try {
      while (true) {
        long now = System.nanoTime();
        long left =
            Math.min(time.toNanos() - (now - thread.lastProgress()), totalTime.toNanos() - (now - start));
        if (left <= 0) {
          throw abandon(future, thread, now - start);
        }
        try {
          return future.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException waited) {
          // A page may have been recognised meanwhile: the time left is looked at again.
        }
      }
    } catch (ExecutionException e) {
      throw refusals.forFailure(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    }
  }

  private RefusedException abandon(FutureTask<?> future, Thread thread, long nanos)
      throws InterruptedException {
    future.cancel(true);
    thread.join(GRACE_MILLIS);
    abandonedThread |= thread.isAlive();
    return new RefusedException(
        Reason.TOO_SLOW, "not read within " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " seconds");
  }
}
