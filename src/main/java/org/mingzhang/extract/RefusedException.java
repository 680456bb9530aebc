package org.mingzhang.extract;

/** Thrown if a file cannot be read; the message says why in one line. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * A refusal.
   *
   * @param reason the kind of fault
   * @param message one line that names what is wrong, without the file's name
   */
  public RefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A refusal with its cause. */
  public RefusedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The kind of fault. */
  public Reason reason() {
    return reason;
  }

  /** Kinds of fault. */
  public enum Reason {
    EMPTY,
    ENCRYPTED,
    DAMAGED,
    UNSUPPORTED,
    NO_TEXT,
    TOO_LARGE,
    TOO_SLOW,
    UNREADABLE
  }
}
