package org.mingzhang.web.guard;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Admission control: a bounded number of requests run at the same time and a bounded number wait;
 * others are rejected at once, so that the admitted ones are served in time. Call {@link #enter},
 * work, and {@link #leave} in a finally block. Thread-safe.
 *
 * <p>While requests take long, the limit of concurrent requests is lowered step by step, down to
 * one, so that each request finishes sooner; the limit is raised again when requests are fast.
 *
 * <p>In a burst, requests may wait up to {@code maxWait}. If the queue has not been empty for that
 * long, more requests arrive than can be served, and the maximum wait is lowered to {@code
 * shortWait}, since a standing queue only adds latency (controlled delay, CoDel).
 */
public final class AdmissionControl {
  /**
   * Time above which a request is slow. A request that takes less than a third of this time is
   * fast.
   */
  private static final long SLOW_NANOS = 300_000_000L;

  private static final long FAST_NANOS = SLOW_NANOS / 3;

  /** Maximum wait while the program starts. */
  private static final long STARTUP_WAIT_NANOS = 10_000_000_000L;

  /** Number of requests after which the limit is adjusted. */
  private static final int SAMPLE_SIZE = 8;

  private final AdaptivePermits permits;
  private final AtomicInteger waitingCount = new AtomicInteger();
  private final AtomicLong queueEmptyAtNanos = new AtomicLong(System.nanoTime());
  private final int maxWaiting;
  private final long maxWaitNanos;
  private final long shortWaitNanos;

  /**
   * Creates an adaptive admission control.
   *
   * @param maxRunning maximum number of requests running at the same time
   * @param maxWaiting maximum number of requests waiting at the same time
   * @param maxWait maximum wait in a burst
   * @param shortWait maximum wait under overload
   */
  public AdmissionControl(int maxRunning, int maxWaiting, Duration maxWait, Duration shortWait) {
    this(new AdaptivePermits(maxRunning, 1), maxWaiting, maxWait, shortWait);
  }

  private AdmissionControl(
      AdaptivePermits permits, int maxWaiting, Duration maxWait, Duration shortWait) {
    this.permits = permits;
    this.maxWaiting = maxWaiting;
    this.maxWaitNanos = maxWait.toNanos();
    this.shortWaitNanos = shortWait.toNanos();
  }

  /**
   * An admission control with a fixed limit, for requests whose time depends on the client's
   * connection rather than on the processors.
   */
  static AdmissionControl withFixedLimit(
      int maxRunning, int maxWaiting, Duration maxWait, Duration shortWait) {
    return new AdmissionControl(
        new AdaptivePermits(maxRunning, maxRunning), maxWaiting, maxWait, shortWait);
  }

  /** Acquires a permit as {@link #enter(boolean)} does if the program is not starting. */
  public long enter() {
    return enter(false);
  }

  /**
   * Acquires a permit, waiting in order of arrival.
   *
   * @param isProgramStarting whether the program is starting; requests then wait longer, since the
   *     first pages take seconds
   * @return time at which the request starts, for {@link #leave}
   * @throws OverloadedException if no permit is available in time, too many requests are waiting,
   *     or the thread is interrupted, in which case its interrupt status is set
   */
  public long enter(boolean isProgramStarting) {
    if (waitingCount.get() == 0) {
      queueEmptyAtNanos.set(System.nanoTime());
      if (permits.tryAcquire()) {
        return System.nanoTime();
      }
    }
    if (waitingCount.incrementAndGet() > maxWaiting) {
      waitingCount.decrementAndGet();
      throw createOverloadedException();
    }
    try {
      long waitNanos = isProgramStarting ? STARTUP_WAIT_NANOS : currentMaxWaitNanos();
      if (!permits.tryAcquire(waitNanos, TimeUnit.NANOSECONDS)) {
        throw createOverloadedException();
      }
      return System.nanoTime();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw createOverloadedException();
    } finally {
      if (waitingCount.decrementAndGet() == 0) {
        queueEmptyAtNanos.set(System.nanoTime());
      }
    }
  }

  private long currentMaxWaitNanos() {
    return System.nanoTime() - queueEmptyAtNanos.get() > maxWaitNanos
        ? shortWaitNanos
        : maxWaitNanos;
  }

  /**
   * Releases the permit, and adjusts the limit of concurrent requests to the time taken.
   *
   * @param startNanos the value returned by {@link #enter}
   */
  public void leave(long startNanos) {
    permits.releaseAfter(System.nanoTime() - startNanos);
  }

  /** Number of running requests. */
  public int runningCount() {
    return permits.usedPermitCount();
  }

  /** The current limit of running requests. */
  public int permitCount() {
    return permits.limit();
  }

  /** Number of waiting requests. */
  public int waitingCount() {
    return waitingCount.get();
  }

  private OverloadedException createOverloadedException() {
    return new OverloadedException(503, Duration.ofSeconds(1), "too many requests at once");
  }

  /** Permits whose number is reduced while requests are slow. */
  private static final class AdaptivePermits extends Semaphore {
    private static final long serialVersionUID = 1L;

    private final int maxPermits;
    private final int minPermits;
    private int limit;
    private int sampleCount;
    private int slowCount;
    private int fastCount;

    AdaptivePermits(int maxPermits, int minPermits) {
      super(maxPermits, true);
      this.maxPermits = maxPermits;
      this.minPermits = minPermits;
      this.limit = maxPermits;
    }

    /**
     * Releases a permit after a request that took {@code elapsedNanos} nanoseconds; two permits or
     * none if this raises or lowers the limit.
     */
    void releaseAfter(long elapsedNanos) {
      release(1 + adjustLimit(elapsedNanos));
    }

    /** Adjusts the limit to the durations of the last requests. Returns the change: 1, -1 or 0. */
    private synchronized int adjustLimit(long elapsedNanos) {
      slowCount += elapsedNanos > SLOW_NANOS ? 1 : 0;
      fastCount += elapsedNanos < FAST_NANOS ? 1 : 0;
      if (++sampleCount < SAMPLE_SIZE) {
        return 0;
      }
      int change =
          slowCount >= 2 && limit > minPermits
              ? -1
              : fastCount >= SAMPLE_SIZE - 1 && limit < maxPermits ? 1 : 0;
      limit += change;
      sampleCount = 0;
      slowCount = 0;
      fastCount = 0;
      return change;
    }

    synchronized int limit() {
      return limit;
    }

    synchronized int usedPermitCount() {
      return Math.max(0, limit - availablePermits());
    }
  }
}
