package org.mingzhang.web.guard;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a bounded number of requests work at the same time and a bounded number wait for a short
 * while; the rest is turned away at once, so that those let in are served within their time. Call
 * {@link #enter}, work, {@link #leave} in any case. Safe on many threads.
 */
public final class Admission {
  private final Semaphore places;
  private final AtomicInteger waiting = new AtomicInteger();
  private final int atOnce;
  private final int mostWaiting;
  private final Duration patience;

  /**
   * An admission.
   *
   * @param atOnce requests working at the same time
   * @param mostWaiting requests waiting at the same time
   * @param patience longest wait
   */
  public Admission(int atOnce, int mostWaiting, Duration patience) {
    this.atOnce = atOnce;
    this.places = new Semaphore(atOnce, true);
    this.mostWaiting = mostWaiting;
    this.patience = patience;
  }

  /**
   * Takes a place, waiting for one if need be.
   *
   * @throws OverloadedException if there is none in time
   */
  public void enter() {
    if (places.tryAcquire()) {
      return;
    }
    if (waiting.incrementAndGet() > mostWaiting) {
      waiting.decrementAndGet();
      throw overloaded();
    }
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw overloaded();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw overloaded();
    } finally {
      waiting.decrementAndGet();
    }
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
