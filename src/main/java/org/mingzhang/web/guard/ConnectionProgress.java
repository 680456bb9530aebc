package org.mingzhang.web.guard;

/**
 * The progress of one connection in sending a request and reading the response. Updated by the
 * threads that serve the connection, checked by the timer of {@link SlowClientHandler}.
 */
final class ConnectionProgress {
  private static final long SECOND_NANOS = 1_000_000_000L;

  /** Time limit from the first byte of a request to the end of its header. */
  private static final long HEAD_LIMIT_NANOS = 10 * SECOND_NANOS;

  /**
   * Time limit of a body, in addition to the number of bytes received divided by {@link
   * #MIN_BODY_RATE}.
   */
  private static final long BODY_LIMIT_NANOS = 20 * SECOND_NANOS;

  /** Minimum rate of a body in bytes per second. */
  private static final long MIN_BODY_RATE = 16_384;

  /** Window in which at least {@link #MIN_READ_BYTES} of a response must be read. */
  private static final long READ_WINDOW_NANOS = 30 * SECOND_NANOS;

  private static final long MIN_READ_BYTES = 30 * 1024;

  /** Whether a connection waits for a request, receives its body, or sends the response. */
  private enum ConnectionPhase {
    IDLE,
    BODY,
    ANSWER
  }

  private ConnectionPhase phase = ConnectionPhase.IDLE;

  /** Time at which the phase began or, while the timer runs, at which the timer was started. */
  private long phaseStartNanos;

  /** Number of bytes transferred when the phase or the read window began. */
  private long baseBytes;

  private boolean timerStarted;

  /** Records that the header of a request has been received. */
  synchronized void startBody(long nowNanos, long bytesIn) {
    phase = ConnectionPhase.BODY;
    phaseStartNanos = nowNanos;
    baseBytes = bytesIn;
  }

  /** Records that the body has been received, or that the request has none. */
  synchronized void startAnswer(long nowNanos) {
    phase = ConnectionPhase.ANSWER;
    phaseStartNanos = nowNanos;
    timerStarted = false;
  }

  /** Records that the response has been sent. */
  synchronized void finishRequest(long bytesIn) {
    phase = ConnectionPhase.IDLE;
    baseBytes = bytesIn;
    timerStarted = false;
  }

  /**
   * Whether the client is slower than the limits. Starts and resets the timer, so it has to be
   * called at short intervals.
   *
   * @param nowNanos {@link System#nanoTime}
   * @param bytesIn bytes received on the connection so far
   * @param bytesOut bytes sent on it so far
   * @param isWriteBlocked whether a write is waiting for the client
   */
  synchronized boolean isTooSlow(
      long nowNanos, long bytesIn, long bytesOut, boolean isWriteBlocked) {
    return switch (phase) {
      case IDLE -> bytesIn > baseBytes && startOrCheckTimer(nowNanos, HEAD_LIMIT_NANOS);
      case BODY ->
          nowNanos - phaseStartNanos
              > BODY_LIMIT_NANOS + (bytesIn - baseBytes) * SECOND_NANOS / MIN_BODY_RATE;
      case ANSWER -> isWriteBlocked ? readsTooSlowly(nowNanos, bytesOut) : resetTimer();
    };
  }

  /**
   * Starts the timer if it is not running. Returns whether it has run for longer than the given
   * time.
   */
  private boolean startOrCheckTimer(long nowNanos, long limitNanos) {
    if (!timerStarted) {
      timerStarted = true;
      phaseStartNanos = nowNanos;
    }
    return nowNanos - phaseStartNanos > limitNanos;
  }

  /**
   * Whether a window has ended in which fewer than {@link #MIN_READ_BYTES} were read. Starts a
   * window if none is running, and stops one that has ended.
   */
  private boolean readsTooSlowly(long nowNanos, long bytesOut) {
    if (!timerStarted) {
      baseBytes = bytesOut;
    }
    if (!startOrCheckTimer(nowNanos, READ_WINDOW_NANOS)) {
      return false;
    }
    timerStarted = false;
    return bytesOut - baseBytes < MIN_READ_BYTES;
  }

  /** Stops the timer. Always returns false. */
  private boolean resetTimer() {
    timerStarted = false;
    return false;
  }
}
