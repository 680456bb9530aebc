package org.mingzhang.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The operating system's request to end. The process is kept alive until this is closed, so it is
 * to be opened before whatever must be closed in order.
 */
final class ShutdownSignal implements AutoCloseable {
  private static final long GRACE_SECONDS = 20;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private volatile boolean gaveUp;

  /** Listens from now on. */
  ShutdownSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::keepAlive, "shutdown"));
  }

  private void keepAlive() {
    asked.countDown();
    try {
      var unused = closed.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the wait as if the process had been told to end, because it cannot go on. */
  void giveUp() {
    gaveUp = true;
    asked.countDown();
  }

  /** Whether it was {@link #giveUp} that ended the wait. */
  boolean gaveUp() {
    return gaveUp;
  }

  /** Waits until the process is told to end. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** Waits at most this long; answers whether the process was told to end. */
  boolean await(Duration longest) throws InterruptedException {
    return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets the process end. Its main thread cannot: exiting waits for the hook that waits here. */
  @Override
  public void close() {
    closed.countDown();
  }
}
