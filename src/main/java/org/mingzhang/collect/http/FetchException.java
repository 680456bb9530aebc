package org.mingzhang.collect.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An address did not give a whole answer; says which rule or fault stood in the way. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What stood in the way. */
  public enum Reason {
    /** The address is not one that may be asked. */
    NOT_ALLOWED,
    /** The name leads to a private, loopback or otherwise special network. */
    PRIVATE_ADDRESS,
    /** The name has no address. */
    UNKNOWN_HOST,
    /** There is no connection. */
    UNREACHABLE,
    /** The certificate or the encryption is not in order. */
    TLS,
    /** The answer took too long. */
    SLOW,
    /** The answer is larger than is accepted. */
    TOO_LARGE,
    /** The answer unpacks to far more than was sent. */
    DECOMPRESSION_BOMB,
    /** The head of the answer breaks the rules of HTTP. */
    BAD_HEAD,
    /** The answer ends before its end, or its framing is broken. */
    BROKEN
  }

  private final Reason reason;

  /** With what stood in the way and a line for people. */
  public FetchException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A fault with its cause. */
  public FetchException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What stood in the way. */
  public Reason reason() {
    return reason;
  }

  /** Whether the same request may succeed later. */
  public boolean passing() {
    return switch (reason) {
      case UNKNOWN_HOST, UNREACHABLE, SLOW, BROKEN, TLS -> true;
      case NOT_ALLOWED, PRIVATE_ADDRESS, TOO_LARGE, DECOMPRESSION_BOMB, BAD_HEAD -> false;
    };
  }
}
