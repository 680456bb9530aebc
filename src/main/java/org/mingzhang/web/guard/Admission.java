package org.mingzhang.web.guard;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets a bounded number of requests work at the same time and a bounded number wait; the rest is
 * turned away at once, so that those let in are served within their time. Call {@link #enter},
 * work, {@link #leave} in any case. Safe on many threads.
 *
 * <p>A burst may wait for as long as the patience. When somebody has been waiting all that time
 * without a break, what comes is more than can be served: from then on nobody waits longer than the
 * haste, because a line that never ends would only make everybody in it slow (controlled delay).
 */
public final class Admission {
  private final Semaphore places;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong lineEmptyAt = new AtomicLong(System.nanoTime());
  private final int atOnce;
  private final int mostWaiting;
  private final long patience;
  private final long haste;

  /**
   * An admission.
   *
   * @param atOnce requests working at the same time
   * @param mostWaiting requests waiting at the same time
   * @param patience longest wait in a burst
   * @param haste longest wait while more comes than can be served
   */
  public Admission(int atOnce, int mostWaiting, Duration patience, Duration haste) {
    this.atOnce = atOnce;
    this.places = new Semaphore(atOnce, true);
    this.mostWaiting = mostWaiting;
    this.patience = patience.toNanos();
    this.haste = haste.toNanos();
  }

  /**
   * Takes a place, waiting for one behind those that wait already.
   *
   * @throws OverloadedException if there is none in time
   */
  public void enter() {
    if (waiting.get() == 0) {
      lineEmptyAt.set(System.nanoTime());
      if (places.tryAcquire()) {
        return;
      }
    }
    if (waiting.incrementAndGet() > mostWaiting) {
      waiting.decrementAndGet();
      throw overloaded();
    }
    try {
      if (!places.tryAcquire(longestWait(), TimeUnit.NANOSECONDS)) {
        throw overloaded();
      }
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

  /** Gives the place back. */
  public void leave() {
    places.release();
  }

  /** Requests working now. */
  public int working() {
    return atOnce - places.availablePermits();
  }

  /** Requests waiting now. */
  public int waiting() {
    return waiting.get();
  }

  private OverloadedException overloaded() {
    return new OverloadedException(503, Duration.ofSeconds(1), "too many requests at once");
  }
}
