package org.mingzhang.web.address;

import java.time.LocalDate;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.text.ChinaTime;

/** Thrown for a document that an administrator removed from the archive. */
public final class RemovedDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final LocalDate day;

  /** Creates the exception for a removed document, with day and reason of its removal. */
  public RemovedDocumentException(DocumentRemoval removal) {
    super(removal.documentId() + " was taken out", null, false, false);
    this.reason = removal.reason();
    this.day = ChinaTime.toDate(removal.removedAt());
  }

  /** The reason, as the administrator wrote it; blank if none was given. */
  public String reason() {
    return reason;
  }

  /** The day of the removal in the time zone of China. */
  public LocalDate day() {
    return day;
  }
}
