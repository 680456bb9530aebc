package org.mingzhang.archive;

/**
 * A disclosure is not kept, and the message says why in one line. What was read is in order
 * otherwise: the file is refused, nothing else.
 */
public final class NotKeptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why. */
  public enum Reason {
    /** The file has changed since it was read; it is to be read again. */
    CHANGED,
    /** It would be a version of a document that was taken out. */
    REMOVED,
    /** What it is said to replace is not there, is another document, or has its content already. */
    NOT_ITS_VERSION
  }

  /** A refusal. */
  public NotKeptException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
