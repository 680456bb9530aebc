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
 * Runs the reading of one file on a thread of its own and waits no longer than allowed. The thread
 * is interrupted then, but a reader that does not listen runs on: only a process of its own bounds
 * memory and time for certain.
 */
final class Deadline {
  private static final long STACK_BYTES = 4L << 20;

  private Deadline() {}

  /**
   * The task's answer.
   *
   * @throws RefusedException if the task refuses, fails in any way or is too slow
   */
  static <T> T within(Duration time, Callable<T> task, Refusals refusals)
      throws IOException, RefusedException {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(null, future, "extraction", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return future.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw refusals.of(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new RefusedException(
          Reason.TOO_SLOW, "not read within " + time.toSeconds() + " seconds", e);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    }
  }
}
