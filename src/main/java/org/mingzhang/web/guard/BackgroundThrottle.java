package org.mingzhang.web.guard;

import io.javalin.http.Context;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes long work give way to pages. A handler that works through many parts (a list of queries,
 * the rows of an export) calls {@link #step} after each; now and then the call rests, in proportion
 * to the work done since the last rest. All long requests together then use about as much as one
 * processor less than there are, and about a quarter of one while pages are being made. One object
 * a request, used by its thread.
 *
 * <p>A rest is never longer than {@link #LONGEST_REST_NANOS} or twice the work before it, so that
 * long work comes to its end also where pages never pause.
 */
public final class BackgroundThrottle {
  /** Work after which a rest is due. */
  static final long TURN_NANOS = 10_000_000L;

  static final long LONGEST_REST_NANOS = 100_000_000L;

  /** Part of a processor that is left to long work while pages are made: one in so many. */
  private static final int WHILE_PAGES = 4;

  private static final String KEY = BackgroundThrottle.class.getName();

  private final IntSupplier requests;
  private final BooleanSupplier pages;
  private final int processors;
  private final LongSupplier clock;
  private final LongConsumer rest;
  private long begun;

  /**
   * Pacing of a request.
   *
   * @param requests how many long requests work now, this one included
   * @param pages whether pages are being made or wait for that
   */
  BackgroundThrottle(IntSupplier requests, BooleanSupplier pages) {
    this(
        requests,
        pages,
        Runtime.getRuntime().availableProcessors(),
        System::nanoTime,
        LockSupport::parkNanos);
  }

  BackgroundThrottle(
      IntSupplier requests,
      BooleanSupplier pages,
      int processors,
      LongSupplier clock,
      LongConsumer rest) {
    this.requests = requests;
    this.pages = pages;
    this.processors = processors;
    this.clock = clock;
    this.rest = rest;
    this.begun = clock.getAsLong();
  }

  /** The pacing of a request that has passed a {@link RequestGuard}; else one that never rests. */
  public static BackgroundThrottle of(Context ctx) {
    @Nullable BackgroundThrottle own = ctx.attribute(KEY);
    return own == null ? none() : own;
  }

  /** One that never rests. */
  public static BackgroundThrottle none() {
    return new BackgroundThrottle(() -> 0, () -> false);
  }

  /** Makes this the pacing of a request. */
  void set(Context ctx) {
    ctx.attribute(KEY, this);
  }

  /** The work begins now: what was waited for until here is none. */
  public void begin() {
    begun = clock.getAsLong();
  }

  /** A part of the work is done; rests if that is due. An interrupted thread does not rest. */
  public void step() {
    long worked = clock.getAsLong() - begun;
    if (worked < TURN_NANOS) {
      return;
    }
    long wanted = rest(worked);
    if (wanted > 0) {
      rest.accept(wanted);
    }
    begun = clock.getAsLong();
  }

  private long rest(long worked) {
    int together = requests.getAsInt();
    double times =
        pages.getAsBoolean()
            ? (double) WHILE_PAGES * together - 1
            : (double) together / Math.max(1, processors - 1) - 1;
    long most = Math.max(LONGEST_REST_NANOS, 2 * worked);
    return Math.min(most, (long) (worked * Math.max(0, times)));
  }
}
