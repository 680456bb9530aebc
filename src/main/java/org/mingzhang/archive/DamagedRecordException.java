package org.mingzhang.archive;

/**
 * Thrown if the record of a version is damaged or missing; it can be rewritten by reading the
 * version's original again.
 */
public final class DamagedRecordException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  private final transient DocumentVersion version;

  DamagedRecordException(DocumentVersion version, Throwable cause) {
    super(
        "the record of "
            + version.documentId()
            + " version "
            + version.number()
            + " is damaged: "
            + cause.getMessage(),
        cause);
    this.version = version;
  }

  /** The version whose record is damaged or missing. */
  public DocumentVersion version() {
    return version;
  }
}
