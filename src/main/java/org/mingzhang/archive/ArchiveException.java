package org.mingzhang.archive;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if the archive cannot be used: locked, damaged, written by a newer program, not reachable,
 * not writable, or on a full disk.
 */
public sealed class ArchiveException extends RuntimeException
    permits DamagedLedgerException, DamagedRecordException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception without a cause. */
  public ArchiveException(String message) {
    super(message);
  }

  /** Creates an exception with its cause, which may be null. */
  public ArchiveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
