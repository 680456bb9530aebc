package org.mingzhang.collect.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown if an address could not be fetched completely. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  /** The kinds of failures of a request. */
  public enum Reason {
    /** The host has a private, loopback or other special-purpose address. */
    PRIVATE_ADDRESS,
    /** The host name cannot be resolved. */
    UNKNOWN_HOST,
    /** No connection can be established. */
    UNREACHABLE,
    /** The certificate is invalid or the TLS handshake failed. */
    TLS,
    /** Nothing was received for too long. */
    SLOW,
    /** The response was not complete when the time for one response was up. */
    TOO_LONG,
    /** The response exceeds the size limit. */
    TOO_LARGE,
    /** The response decompresses to more than the size limit, or to far more than was sent. */
    DECOMPRESSION_BOMB,
    /** The head of the response is malformed. */
    BAD_HEAD,
    /** The response is truncated or its framing malformed. */
    BROKEN
  }

  private final Reason reason;

  /** Creates an exception without cause. */
  public FetchException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Creates an exception with its cause, which may be null. */
  public FetchException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why the fetch failed. */
  public Reason reason() {
    return reason;
  }

  /**
   * Whether the same request may succeed within the same run; false if it has already taken all the
   * time that one response may take.
   */
  public boolean isWorthRetryingSoon() {
    return isTransient() && reason != Reason.TOO_LONG;
  }

  /** Whether the same request may succeed later. */
  public boolean isTransient() {
    return switch (reason) {
      case UNKNOWN_HOST, UNREACHABLE, SLOW, TOO_LONG, BROKEN, TLS -> true;
      case PRIVATE_ADDRESS, TOO_LARGE, DECOMPRESSION_BOMB, BAD_HEAD -> false;
    };
  }
}
