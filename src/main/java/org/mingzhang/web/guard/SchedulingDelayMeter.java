package org.mingzhang.web.guard;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the scheduling delay of requests: the time that a runnable virtual thread waits for a
 * processor.
 *
 * <p>Requests that wait for a processor have not yet reached any counter of the program. Therefore
 * a virtual thread is started as a probe from time to time, and the delay until it runs is
 * measured. Thread-safe.
 */
public final class SchedulingDelayMeter {
  private static final long PROBE_INTERVAL_NANOS = 20_000_000L;

  /** Start of the pending probe; 0 if there is none. */
  private final AtomicLong probeStartNanos = new AtomicLong();

  private volatile long measuredDelayNanos;
  private volatile long measuredAtNanos = System.nanoTime() - PROBE_INTERVAL_NANOS;

  /**
   * The last measured delay in nanoseconds, or the age of a pending probe. If the last measurement
   * is too old, starts a probe and returns 0.
   */
  public long measureDelayNanos() {
    long nowNanos = System.nanoTime();
    long probe = probeStartNanos.get();
    if (probe != 0) {
      return Math.max(0, nowNanos - probe);
    }
    if (nowNanos - measuredAtNanos < PROBE_INTERVAL_NANOS) {
      return measuredDelayNanos;
    }
    if (probeStartNanos.compareAndSet(0, nowNanos)) {
      Thread.ofVirtual().start(this::recordProbeDelay);
    }
    return 0;
  }

  private void recordProbeDelay() {
    long nowNanos = System.nanoTime();
    measuredDelayNanos = nowNanos - probeStartNanos.get();
    measuredAtNanos = nowNanos;
    probeStartNanos.set(0);
  }
}
