package org.mingzhang.web.guard;

/**
 * The progress of one connection in sending a request and reading the response. Updated by the
 * threads that serve the connection, checked by the timer of {@link SlowClients}.
 */
final class ClientProgress {
  private static final long SECOND = 1_000_000_000L;

  /** Time limit from the first byte of a request to the end of its header. */
  private static final long HEAD_NANOS = 10 * SECOND;

  /** Time limit of a body, in addition to its length divided by {@link #BODY_RATE}. */
  private static final long BODY_NANOS = 20 * SECOND;

  /** Minimum rate of a body in bytes per second. */
  private static final long BODY_RATE = 16_384;

  /** Window in which at least {@link #READING_BYTES} of a response must be read. */
  private static final long READING_NANOS = 30 * SECOND;

  private static final long READING_BYTES = 30 * 1024;

  private enum Doing {
    IDLE,
    BODY,
    ANSWER
  }

  private Doing doing = Doing.IDLE;
  private long since;
  private long bytes;
  private boolean begun;

  /** The header of a request has been received. */
  synchronized void headRead(long now, long bytesIn) {
    doing = Doing.BODY;
    since = now;
    bytes = bytesIn;
  }

  /** The body has been received, or there is none. */
  synchronized void bodyRead(long now) {
    doing = Doing.ANSWER;
    since = now;
    begun = false;
  }

  /** The response has been sent. */
  synchronized void answered(long bytesIn) {
    doing = Doing.IDLE;
    bytes = bytesIn;
    begun = false;
  }

  /**
   * Whether the client is slower than the limits.
   *
   * @param bytesIn bytes received on the connection so far
   * @param bytesOut bytes sent on it so far
   * @param stuck whether a write is waiting for the client
   */
  synchronized boolean tooSlow(long now, long bytesIn, long bytesOut, boolean stuck) {
    return switch (doing) {
      case IDLE -> bytesIn > bytes && over(now, HEAD_NANOS);
      case BODY -> now - since > BODY_NANOS + (bytesIn - bytes) * SECOND / BODY_RATE;
      case ANSWER -> stuck ? reading(now, bytesOut) : forget();
    };
  }

  /** Whether a time has passed since the first call in this phase. */
  private boolean over(long now, long nanos) {
    if (!begun) {
      begun = true;
      since = now;
    }
    return now - since > nanos;
  }

  private boolean reading(long now, long bytesOut) {
    if (!begun) {
      bytes = bytesOut;
    }
    if (!over(now, READING_NANOS)) {
      return false;
    }
    begun = false;
    return bytesOut - bytes < READING_BYTES;
  }

  private boolean forget() {
    begun = false;
    return false;
  }
}
