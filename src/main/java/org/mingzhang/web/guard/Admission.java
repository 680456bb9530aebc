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
 * <p>When work itself takes long, because it is heavy or others use the processors, fewer are let
 * work at once, down to one: each of them is then done sooner, and the rest is told so at once.
 *
 * <p>A burst may wait for as long as the patience. When somebody has been waiting all that time
 * without a break, what comes is more than can be served: from then on nobody waits longer than the
 * haste, because a line that never ends would only make everybody in it slow (controlled delay).
 */
public final class Admission {
  /** Work that takes longer is too slow; all shares are given back when it is this much faster. */
  private static final long SLOW_NANOS = 300_000_000L;

  private static final long QUICK_NANOS = SLOW_NANOS / 3;

  /** Longest wait while the program is starting. */
  private static final long STARTING_NANOS = 10_000_000_000L;

  /** Works after which it is decided whether to let fewer or more work at once. */
  private static final int LOOKED_AT = 8;

  private final Places places;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong lineEmptyAt = new AtomicLong(System.nanoTime());
  private final int mostWaiting;
  private final long patience;
  private final long haste;

  /**
   * An admission.
   *
   * @param atOnce requests working at the same time, at most
   * @param mostWaiting requests waiting at the same time
   * @param patience longest wait in a burst
   * @param haste longest wait while more comes than can be served
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
   * One whose places stay as many as they are: for work that lasts as long as its client's line is
   * slow, which says nothing of the processors.
   */
  static Admission steady(int atOnce, int mostWaiting, Duration patience, Duration haste) {
    return new Admission(new Places(atOnce, atOnce), mostWaiting, patience, haste);
  }

  /** {@link #enter(boolean)} with as much patience as there is. */
  public long enter() {
    return enter(false);
  }

  /**
   * Takes a place, waiting for one behind those that wait already.
   *
   * @param starting whether the program is starting: the first pages take seconds whoever asks, and
   *     who comes then is better served late than told to come again
   * @return when the work begins, for {@link #leave}
   * @throws OverloadedException if there is none in time
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
   * Gives the place back.
   *
   * @param begun what {@link #enter} returned
   */
  public void leave(long begun) {
    places.done(System.nanoTime() - begun);
  }

  /** Requests working now. */
  public int working() {
    return places.taken();
  }

  /** Requests that may work at once as things are. */
  public int places() {
    return places.open();
  }

  /** Requests waiting now. */
  public int waiting() {
    return waiting.get();
  }

  private OverloadedException overloaded() {
    return new OverloadedException(503, Duration.ofSeconds(1), "too many requests at once");
  }

  /** The places, fewer while work is slow. */
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

    /** A work has been done in so many nanoseconds. */
    void done(long nanos) {
      release(1 + change(nanos));
    }

    /** Places opened (1), closed (-1) or neither, seen from the last works. */
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
