package org.mingzhang.cli;

import java.util.concurrent.CountDownLatch;

/** The operating system's request to end. */
final class Signal {
  private static final long GRACE_MILLIS = 20_000;

  private Signal() {}

  /** Waits until the process is told to end, and keeps it alive until everything is closed. */
  static void await() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  try {
                    main.join(GRACE_MILLIS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "shutdown"));
    asked.await();
  }
}
