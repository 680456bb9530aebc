package org.mingzhang.web.address;

import java.time.LocalDate;
import java.time.ZoneId;
import org.mingzhang.archive.Removal;

/** The document was taken out. */
public final class RemovedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final LocalDate day;

  public RemovedException(Removal removal) {
    super(removal.documentId() + " was taken out", null, false, false);
    this.reason = removal.reason();
    this.day = LocalDate.ofInstant(removal.when(), ZoneId.systemDefault());
  }

  /** Why, as the administrator wrote it. */
  public String reason() {
    return reason;
  }

  /** When. */
  public LocalDate day() {
    return day;
  }
}
