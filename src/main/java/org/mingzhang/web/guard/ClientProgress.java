package org.mingzhang.web.guard;

/**
 * How far one client has come with sending a request and reading its answer. Told of what happens
 * by the threads that serve the connection, asked by the one that looks after all of them.
 */
final class ClientProgress {
  private static final long SECOND = 1_000_000_000L;

  /** From the first byte of a request to the end of its head. */
  private static final long HEAD_NANOS = 10 * SECOND;

  /** A body has so long, and more by its length. */
  private static final long BODY_NANOS = 20 * SECOND;

  /** Bytes of a body a second that are always enough. */
  private static final long BODY_RATE = 16_384;

  /** An answer must go on being read: over so long, at least so many bytes. */
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

  /** The head of a request is here. */
  synchronized void headRead(long now, long bytesIn) {
    doing = Doing.BODY;
    since = now;
    bytes = bytesIn;
  }

  /** The body is here, or there is none. */
  synchronized void bodyRead(long now) {
    doing = Doing.ANSWER;
    since = now;
    begun = false;
  }

  /** The request is answered. */
  synchronized void answered(long bytesIn) {
    doing = Doing.IDLE;
    bytes = bytesIn;
    begun = false;
  }

  /**
   * Whether the client takes longer than anybody needs.
   *
   * @param bytesIn received on the connection so far
   * @param bytesOut sent on it so far
   * @param stuck whether something waits to be sent to it
   */
  synchronized boolean tooSlow(long now, long bytesIn, long bytesOut, boolean stuck) {
    return switch (doing) {
      case IDLE -> bytesIn > bytes && over(now, HEAD_NANOS);
      case BODY -> now - since > BODY_NANOS + (bytesIn - bytes) * SECOND / BODY_RATE;
      case ANSWER -> stuck ? reading(now, bytesOut) : forget();
    };
  }

  /** Whether the time has passed since this was first asked. */
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
