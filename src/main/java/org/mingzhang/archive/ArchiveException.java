package org.mingzhang.archive;

/**
 * The archive cannot be used: locked by another process, damaged, full, or not writable; the
 * message names the folder.
 */
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault without a cause of its own. */
  public ArchiveException(String message) {
    super(message);
  }

  /** A fault with its cause. */
  public ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
