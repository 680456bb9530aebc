package org.mingzhang.web.guard;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Admission control: a bounded number of requests run at the same time and a bounded number wait;
 * others are rejected at once, so that the admitted ones are served in time. Call {@link #enter},
 * work, and {@link #leave} in a finally block. Safe on many threads.
 *
 * <p>While requests take long, the limit of concurrent requests is lowered step by step, down to
 * one, so that each finishes sooner; it is raised again when they are fast.
 *
 * <p>In a burst requests may wait up to {@code patience}. If the queue has not been empty for that
 * long, more requests arrive than can be served, and the longest wait is lowered to {@code haste},
 * since a standing queue only adds latency (controlled delay, CoDel).
 */
public final class Admission {
  /** Requests that take longer are slow, those that take less than a third of it are fast. */
  private static final long SLOW_NANOS = 300_000_000L;

  private static final long QUICK_NANOS = SLOW_NANOS / 3;

  /** Longest wait while the program starts. */
  private static final long STARTING_NANOS = 10_000_000_000L;

  /** Number of requests after which the limit is adjusted. */
  private static final int LOOKED_AT = 8;

  private final Places places;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong lineEmptyAt = new AtomicLong(System.nanoTime());
  private final int mostWaiting;
  private final long patience;
  private final long haste;

  /**
   * An adaptive admission control.
   *
   * @param atOnce most requests running at the same time
   * @param mostWaiting most requests waiting at the same time
   * @param patience longest wait in a burst
   * @param haste longest wait under overload
   */
  public Admission(int atOnce, int mostWaiting, Duration patience, Duration haste) {
    this(new Places(atOnce, 1), mostWaiting, patience, haste);
  }

  private Admission(Places places, int mostWaiting, Duration patience, Duration haste) {
    this.places = places;
    this.mostWaiting = mostWaiting;
    this.patience = patience.toNanos();
    this.haste = haste.toNanos();
  }

  /**
   * An admission control with a fixed limit, for requests whose time depends on the client's
   * connection rather than on the processors.
   */
  static Admission steady(int atOnce, int mostWaiting, Duration patience, Duration haste) {
    return new Admission(new Places(atOnce, atOnce), mostWaiting, patience, haste);
  }

  /** Enters while the program is not starting. */
  public long enter() {
    return enter(false);
  }

  /**
   * Acquires a permit, waiting in order of arrival.
   *
   * @param starting whether the program is starting; requests then wait longer, since the first
   *     pages take seconds
   * @return time at which the request starts, for {@link #leave}
   * @throws OverloadedException if no permit is available in time
   */
  public long enter(boolean starting) {
    if (waiting.get() == 0) {
      lineEmptyAt.set(System.nanoTime());
      if (places.tryAcquire()) {
        return System.nanoTime();
      }
    }
    if (waiting.incrementAndGet() > mostWaiting) {
      waiting.decrementAndGet();
      throw overloaded();
    }
    try {
      long longest = starting ? STARTING_NANOS : longestWait();
      if (!places.tryAcquire(longest, TimeUnit.NANOSECONDS)) {
        throw overloaded();
      }
      return System.nanoTime();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw overloaded();
    } finally {
      if (waiting.decrementAndGet() == 0) {
        lineEmptyAt.set(System.nanoTime());
      }
    }
  }

  private long longestWait() {
    return System.nanoTime() - lineEmptyAt.get() > patience ? haste : patience;
  }

  /**
   * Releases the permit.
   *
   * @param begun the value returned by {@link #enter}
   */
  public void leave(long begun) {
    places.done(System.nanoTime() - begun);
  }

  /** Number of running requests. */
  public int working() {
    return places.taken();
  }

  /** The present limit of running requests. */
  public int places() {
    return places.open();
  }

  /** Number of waiting requests. */
  public int waiting() {
    return waiting.get();
  }

  private OverloadedException overloaded() {
    return new OverloadedException(503, Duration.ofSeconds(1), "too many requests at once");
  }

  /** Permits whose number is lowered while requests are slow. */
  private static final class Places extends Semaphore {
    private static final long serialVersionUID = 1L;

    private final int most;
    private final int least;
    private int open;
    private int seen;
    private int slow;
    private int quick;

    Places(int most, int least) {
      super(most, true);
      this.most = most;
      this.least = least;
      this.open = most;
    }

    /** Releases a permit after a request that took so many nanoseconds. */
    void done(long nanos) {
      release(1 + change(nanos));
    }

    /** Change of the limit by the last requests: 1, -1 or 0. */
    private synchronized int change(long nanos) {
      slow += nanos > SLOW_NANOS ? 1 : 0;
      quick += nanos < QUICK_NANOS ? 1 : 0;
      if (++seen < LOOKED_AT) {
        return 0;
      }
      int change = slow >= 2 && open > least ? -1 : quick >= LOOKED_AT - 1 && open < most ? 1 : 0;
      open += change;
      seen = 0;
      slow = 0;
      quick = 0;
      return change;
    }

    synchronized int open() {
      return open;
    }

    synchronized int taken() {
      return Math.max(0, open - availablePermits());
    }
  }
}
