package org.mingzhang.extract;

/** Thrown if a file cannot be read; the message says why in one line. */
public final class FileRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * Creates a refusal.
   *
   * @param reason the kind of fault
   * @param message one line that names what is wrong, without the file's name
   */
  public FileRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Creates a refusal with its cause. */
  public FileRefusedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The kind of fault. */
  public Reason reason() {
    return reason;
  }

  /** Why a file cannot be read. */
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
