package org.mingzhang.web.guard;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the scheduling delay of requests: the time that a runnable virtual thread waits for a
 * processor.
 *
 * <p>Requests that wait for a processor have not yet reached any counter of the program. Therefore
 * a virtual thread is started as a probe from time to time, and the delay until it runs is
 * measured. Safe on many threads.
 */
public final class SchedulingDelayMeter {
  private static final long EVERY_NANOS = 20_000_000L;

  /** Start time of the pending probe; 0 if there is none. */
  private final AtomicLong sent = new AtomicLong();

  private volatile long measured;
  private volatile long measuredAt = System.nanoTime() - EVERY_NANOS;

  /**
   * The last measured delay in nanoseconds, or the age of a pending probe. If the last measurement
   * is too old, starts a probe and returns 0.
   */
  public long measureDelayNanos() {
    long now = System.nanoTime();
    long probe = sent.get();
    if (probe != 0) {
      return Math.max(0, now - probe);
    }
    if (now - measuredAt < EVERY_NANOS) {
      return measured;
    }
    if (sent.compareAndSet(0, now)) {
      Thread.ofVirtual().start(this::recordArrival);
    }
    return 0;
  }

  private void recordArrival() {
    long now = System.nanoTime();
    measured = now - sent.get();
    measuredAt = now;
    sent.set(0);
  }
}
