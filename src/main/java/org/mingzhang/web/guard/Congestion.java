package org.mingzhang.web.guard;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a request that has come waits before a processor turns to it.
 *
 * <p>Requests run on virtual threads, of which any number can be ready while only as many run as
 * there are processors. What waits there has not reached any counter of ours; so a probe is sent
 * the same way from time to time, and its age is the answer. Safe on many threads.
 */
public final class Congestion {
  private static final long EVERY_NANOS = 20_000_000L;

  /** When the probe under way was sent; 0 if none is. */
  private final AtomicLong sent = new AtomicLong();

  private volatile long measured;
  private volatile long measuredAt = System.nanoTime() - EVERY_NANOS;

  /** The wait in nanoseconds, as far as is known. */
  public long nanos() {
    long now = System.nanoTime();
    long probe = sent.get();
    if (probe != 0) {
      return Math.max(0, now - probe);
    }
    if (now - measuredAt < EVERY_NANOS) {
      return measured;
    }
    if (sent.compareAndSet(0, now)) {
      Thread.ofVirtual().start(this::arrived);
    }
    return 0;
  }

  private void arrived() {
    long now = System.nanoTime();
    measured = now - sent.get();
    measuredAt = now;
    sent.set(0);
  }
}
