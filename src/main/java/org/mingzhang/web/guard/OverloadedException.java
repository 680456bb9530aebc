package org.mingzhang.web.guard;

import java.time.Duration;

/**
 * Thrown if a request is rejected because there are too many requests from its client (429) or in
 * total (503).
 */
public final class OverloadedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final Duration retryAfter;

  OverloadedException(int status, Duration retryAfter, String message) {
    super(message, null, false, false);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** HTTP status, 429 or 503. */
  public int status() {
    return status;
  }

  /** Value of {@code Retry-After} in seconds, at least 1. */
  public long retryAfterSeconds() {
    return Math.max(1, retryAfter.toSeconds() + (retryAfter.toNanosPart() > 0 ? 1 : 0));
  }
}
