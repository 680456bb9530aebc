package org.mingzhang.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * A budget of processor time for reading one file. Work that iterates over a text checks it at each
 * paragraph, section or heading and stops when it is exhausted; the caller records what was
 * skipped. Create and check it on the same thread, whose processor time counts; results thus do not
 * depend on the load of the machine. If the platform does not measure processor time of threads,
 * elapsed time counts instead.
 */
public final class CpuTimeBudget {
  /**
   * Number of sampled checks for each reading of the clock, which takes longer than most of the
   * work between two checks.
   */
  private static final int CALLS_PER_CLOCK_READING = 16;

  private static final CpuTimeBudget UNLIMITED = new CpuTimeBudget(Long.MAX_VALUE);

  private final long endNanos;
  private int checkCount;

  private CpuTimeBudget(long endNanos) {
    this.endNanos = endNanos;
  }

  /** A budget without limit. */
  public static CpuTimeBudget unlimited() {
    return UNLIMITED;
  }

  /** A budget of processor time of the current thread, starting now. */
  public static CpuTimeBudget of(Duration time) {
    return new CpuTimeBudget(threadCpuTime() + time.toNanos());
  }

  /** Whether the processor time is used up; reads the clock at each call. */
  public boolean isExhausted() {
    return endNanos != Long.MAX_VALUE && threadCpuTime() > endNanos;
  }

  /**
   * Whether the processor time is used up, for inner loops. Reads the clock only at every sixteenth
   * call and returns false at the other calls, even if an earlier call returned true.
   */
  public boolean isExhaustedSampled() {
    return endNanos != Long.MAX_VALUE
        && checkCount++ % CALLS_PER_CLOCK_READING == 0
        && isExhausted();
  }

  /**
   * Checks the processor time at every sixteenth call, as {@link #isExhaustedSampled} does.
   *
   * @throws BudgetExhaustedException if it is used up
   */
  public void throwIfExhausted() {
    if (isExhaustedSampled()) {
      throw new BudgetExhaustedException();
    }
  }

  private static long threadCpuTime() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.isCurrentThreadCpuTimeSupported()
        ? threads.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** Thrown when the processor time of a budget is used up. */
  public static final class BudgetExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BudgetExhaustedException() {
      super("the processor time for this file is over", null, false, false);
    }
  }
}
