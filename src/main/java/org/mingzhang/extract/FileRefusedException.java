package org.mingzhang.extract;

/**
 * Thrown if a file or a member of an archive cannot be read; the message says why, normally in one
 * line.
 */
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
    /** The file has no bytes, or is an archive without files. */
    EMPTY,
    /** The file is protected by a password or by rights management. */
    ENCRYPTED,
    /** The file is not a valid file of its format. */
    DAMAGED,
    /** No reader exists for its format or version. */
    UNSUPPORTED,
    /** The file was read but contains no text, or only images that could not be recognized. */
    NO_TEXT,
    /** The file exceeds a limit of size, number, nesting or memory. */
    TOO_LARGE,
    /** The file was not read within the time limit. */
    TOO_SLOW,
    /**
     * The file could not be opened or its reader ended unexpectedly; given by callers, not by
     * readers.
     */
    UNREADABLE
  }
}
