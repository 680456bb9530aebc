package org.mingzhang.archive;

import org.jspecify.annotations.Nullable;

/** Thrown if the ledger is damaged or missing; opening the archive for writing rebuilds it. */
public final class DamagedLedgerException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  DamagedLedgerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
