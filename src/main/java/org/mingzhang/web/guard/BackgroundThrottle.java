package org.mingzhang.web.guard;

import io.javalin.http.Context;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Throttles long requests in favor of pages. A handler that works in many steps (a list of queries,
 * the rows of an export) calls {@link #pauseIfBusy} after each step. From time to time the call
 * sleeps for a time proportional to the work since the last pause. All long requests together use
 * about all processors but one, or about a quarter of one processor while pages are being served.
 * Use one object per request, on the thread of the request.
 *
 * <p>A pause is never longer than {@link #MAX_PAUSE_NANOS} or twice the work before it, whichever
 * is longer, so that long requests finish even under constant load.
 */
public final class BackgroundThrottle {
  /** Duration of work after which a pause is considered. */
  static final long WORK_SLICE_NANOS = 10_000_000L;

  static final long MAX_PAUSE_NANOS = 100_000_000L;

  /** Reciprocal of the share of a processor that long requests use while pages are being served. */
  private static final int SHARE_DIVISOR_WITH_PAGES = 4;

  private static final String ATTRIBUTE_KEY = BackgroundThrottle.class.getName();

  private final IntSupplier longRequestCount;
  private final BooleanSupplier servesPages;
  private final int processorCount;
  private final LongSupplier clock;
  private final LongConsumer sleep;
  private long workSliceStartNanos;

  /**
   * Creates a throttle of a request.
   *
   * @param longRequestCount number of long requests running, including this one
   * @param servesPages whether pages are being served or are waiting
   */
  BackgroundThrottle(IntSupplier longRequestCount, BooleanSupplier servesPages) {
    this(
        longRequestCount,
        servesPages,
        Runtime.getRuntime().availableProcessors(),
        System::nanoTime,
        LockSupport::parkNanos);
  }

  BackgroundThrottle(
      IntSupplier longRequestCount,
      BooleanSupplier servesPages,
      int processorCount,
      LongSupplier clock,
      LongConsumer sleep) {
    this.longRequestCount = longRequestCount;
    this.servesPages = servesPages;
    this.processorCount = processorCount;
    this.clock = clock;
    this.sleep = sleep;
    this.workSliceStartNanos = clock.getAsLong();
  }

  /**
   * The throttle that {@link RequestGuard} has set for a request; if none is set, a throttle
   * without pauses.
   */
  public static BackgroundThrottle findThrottle(Context ctx) {
    @Nullable BackgroundThrottle own = ctx.attribute(ATTRIBUTE_KEY);
    return own == null ? none() : own;
  }

  /** A throttle without pauses. */
  public static BackgroundThrottle none() {
    return new BackgroundThrottle(() -> 0, () -> false);
  }

  /** Makes this the throttle that {@link #findThrottle} returns for a request. */
  void attachTo(Context ctx) {
    ctx.attribute(ATTRIBUTE_KEY, this);
  }

  /** Restarts the measurement of work; to be called after a wait. */
  public void restart() {
    workSliceStartNanos = clock.getAsLong();
  }

  /** Ends a step of work and sleeps if a pause is due, unless the thread is interrupted. */
  public void pauseIfBusy() {
    long workedNanos = clock.getAsLong() - workSliceStartNanos;
    if (workedNanos < WORK_SLICE_NANOS) {
      return;
    }
    long pause = pauseNanos(workedNanos);
    if (pause > 0) {
      sleep.accept(pause);
    }
    workSliceStartNanos = clock.getAsLong();
  }

  private long pauseNanos(long workedNanos) {
    int together = longRequestCount.getAsInt();
    double times =
        servesPages.getAsBoolean()
            ? (double) SHARE_DIVISOR_WITH_PAGES * together - 1
            : (double) together / Math.max(1, processorCount - 1) - 1;
    long limit = Math.max(MAX_PAUSE_NANOS, 2 * workedNanos);
    return Math.min(limit, (long) (workedNanos * Math.max(0, times)));
  }
}
