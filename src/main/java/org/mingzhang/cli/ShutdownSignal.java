package org.mingzhang.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The request of the operating system to shut down. A shutdown hook keeps the process alive until
 * this object is closed, at most {@link #GRACE_SECONDS}; so open it before all resources that must
 * be closed in order.
 */
final class ShutdownSignal implements AutoCloseable {
  private static final long GRACE_SECONDS = 20;

  private final CountDownLatch requestedLatch = new CountDownLatch(1);
  private final CountDownLatch closedLatch = new CountDownLatch(1);

  private volatile boolean aborted;

  /** Installs the shutdown hook. */
  ShutdownSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::keepAlive, "shutdown"));
  }

  private void keepAlive() {
    requestedLatch.countDown();
    try {
      var unused = closedLatch.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the wait without a request of the operating system, after an internal failure. */
  void abort() {
    aborted = true;
    requestedLatch.countDown();
  }

  /** Whether {@link #abort} ended the wait. */
  boolean wasAborted() {
    return aborted;
  }

  /** Waits for the request to shut down, or for {@link #abort}. */
  void await() throws InterruptedException {
    requestedLatch.await();
  }

  /**
   * Waits at most a given time; returns whether shutdown was requested or {@link #abort} called.
   */
  boolean await(Duration timeout) throws InterruptedException {
    return requestedLatch.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Lets the shutdown hook, and thus the process, end. Call {@link System#exit} only afterwards,
   * since it waits for the hook.
   */
  @Override
  public void close() {
    closedLatch.countDown();
  }
}
