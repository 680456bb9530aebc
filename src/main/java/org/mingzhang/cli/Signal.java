package org.mingzhang.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The operating system's request to end. The process is kept alive until this is closed, so it is
 * to be opened before whatever must be closed in order.
 */
final class Signal implements AutoCloseable {
  private static final long GRACE_SECONDS = 20;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Listens from now on. */
  Signal() {
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

  /** Waits until the process is told to end. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** Lets the process end. Its main thread cannot: exiting waits for the hook that waits here. */
  @Override
  public void close() {
    closed.countDown();
  }
}
