package org.mingzhang.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Processor time that the understanding of one file may take. Work that goes over a text asks at
 * each paragraph, section or heading; where the time is over it stops there, and whoever began it
 * says what was left out. Made and asked on one thread: it is that thread's own time that counts,
 * so that a busy machine changes nothing in what is read.
 */
public final class WorkBudget {
  /** Questions of which only one looks at the clock, which takes longer than most answers. */
  private static final int BETWEEN_LOOKS = 16;

  private static final WorkBudget NONE = new WorkBudget(Long.MAX_VALUE);

  private final long end;
  private int asked;

  private WorkBudget(long end) {
    this.end = end;
  }

  /** No bound. */
  public static WorkBudget unlimited() {
    return NONE;
  }

  /** A budget of processor time of the current thread, from now on. */
  public static WorkBudget of(Duration time) {
    return new WorkBudget(now() + time.toNanos());
  }

  /** Whether the time is over; looks at the clock. */
  public boolean isOver() {
    return end != Long.MAX_VALUE && now() > end;
  }

  /** Whether the time is over, by a look at the clock every few questions. */
  public boolean isSpent() {
    return end != Long.MAX_VALUE && asked++ % BETWEEN_LOOKS == 0 && isOver();
  }

  /**
   * Goes on, or stops what is being done.
   *
   * @throws Exhausted if the time is over
   */
  public void check() {
    if (isSpent()) {
      throw new Exhausted();
    }
  }

  private static long now() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.isCurrentThreadCpuTimeSupported()
        ? threads.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** The time is over. */
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("the processor time for this file is over", null, false, false);
    }
  }
}
