package org.mingzhang.archive;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if the archive cannot be used: locked by another process, damaged, full, or not writable;
 * the message names the folder.
 */
public sealed class ArchiveException extends RuntimeException
    permits DamagedLedgerException, DamagedRecordException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception without a cause. */
  public ArchiveException(String message) {
    super(message);
  }

  /** Creates an exception with its cause. */
  public ArchiveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
