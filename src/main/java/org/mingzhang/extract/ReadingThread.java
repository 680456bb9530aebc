package org.mingzhang.extract;

/**
 * The thread that reads one file. A reader that recognizes pages reports its progress, which
 * restarts the time limit of {@link TimeLimiter} for a page.
 */
public final class ReadingThread extends Thread {
  private static final long STACK_BYTES = 4L << 20;

  private volatile long lastProgressNanos = System.nanoTime();

  ReadingThread(Runnable task) {
    super(null, task, "extraction", STACK_BYTES);
    setDaemon(true);
  }

  /**
   * Reports, on the thread of a file, that a page was drawn or recognized; no effect on other
   * threads.
   */
  public static void reportProgress() {
    if (Thread.currentThread() instanceof ReadingThread reading) {
      reading.lastProgressNanos = System.nanoTime();
    }
  }

  /** {@link System#nanoTime} of the start or the last progress. */
  long lastProgress() {
    return lastProgressNanos;
  }
}
