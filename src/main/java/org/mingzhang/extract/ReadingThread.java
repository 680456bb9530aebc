package org.mingzhang.extract;

/**
 * The thread on which one file is read. A reader that recognises pages tells it of each, so that
 * the time allowed without recognition begins anew; whoever waits for the file asks when that was.
 */
public final class ReadingThread extends Thread {
  private static final long STACK_BYTES = 4L << 20;

  private volatile long lastProgress = System.nanoTime();

  ReadingThread(Runnable task) {
    super(null, task, "extraction", STACK_BYTES);
    setDaemon(true);
  }

  /** Notes, on the thread of a file, that recognition goes on: a page was drawn or recognised. */
  public static void reportProgress() {
    if (Thread.currentThread() instanceof ReadingThread reading) {
      reading.lastProgress = System.nanoTime();
    }
  }

  /** {@link System#nanoTime} of its start or its last step. */
  long lastProgress() {
    return lastProgress;
  }
}
