package org.mingzhang.archive;

/**
 * Thrown if a disclosure is not stored, for the reason in the message. Only this file is refused;
 * the archive is in order.
 */
public final class NotStoredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a disclosure was not stored. */
  public enum Reason {
    /** The file has changed since it was read; it must be read again. */
    CHANGED,
    /** The disclosure would be a version of a removed document. */
    REMOVED,
    /**
     * The document that it should replace does not exist or is of another agency, region, year or
     * category, or the content is stored as another document already.
     */
    NOT_ITS_VERSION
  }

  /**
   * Creates an exception.
   *
   * @param message describes the reason for the user
   */
  public NotStoredException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The kind of reason; the message describes it for the user. */
  public Reason reason() {
    return reason;
  }
}
