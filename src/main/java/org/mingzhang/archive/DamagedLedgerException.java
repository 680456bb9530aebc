package org.mingzhang.archive;

import org.jspecify.annotations.Nullable;

/** Thrown if the ledger cannot be read; it can be rebuilt from the journal and the records. */
public final class DamagedLedgerException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  DamagedLedgerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
