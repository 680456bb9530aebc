package org.mingzhang.extract;

/**
 * The thread that reads one file. A reader that recognizes pages reports its progress after each
 * step, which restarts the {@link ExtractionLimits#timeLimit time limit} but not the limit of the
 * whole file. A daemon thread.
 */
public final class ReadingThread extends Thread {
  /** Size of the stack: parsers descend by recursion into nested elements. */
  private static final long STACK_BYTES = 4L << 20;

  private volatile long lastProgressNanos = System.nanoTime();

  ReadingThread(Runnable task) {
    super(null, task, "extraction", STACK_BYTES);
    setDaemon(true);
  }

  /**
   * Reports that a page was drawn or recognized. Has an effect only on the thread that reads the
   * file.
   */
  public static void reportProgress() {
    if (Thread.currentThread() instanceof ReadingThread reading) {
      reading.lastProgressNanos = System.nanoTime();
    }
  }

  /**
   * Time of the last progress, at first of the creation of the thread, as {@link System#nanoTime}.
   */
  long lastProgressNanos() {
    return lastProgressNanos;
  }
}
