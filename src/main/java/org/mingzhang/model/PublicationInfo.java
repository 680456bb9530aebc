package org.mingzhang.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a document was published, as far as known.
 *
 * @param source name of the source from which it was collected, or null
 * @param site host of its address, or null
 * @param day day of publication, or null
 * @param due legal deadline of publication, or null
 */
public record PublicationInfo(
    @Nullable String source,
    @Nullable String site,
    @Nullable LocalDate day,
    @Nullable PublicationDueDate due) {
  /** The publication of a document about which nothing is known. */
  public static final PublicationInfo UNKNOWN = new PublicationInfo(null, null, null, null);

  /**
   * Days from the deadline to the publication; empty if it was in time, or if either day is not
   * known.
   */
  public OptionalLong daysLate() {
    if (day == null || due == null || !day.isAfter(due.day())) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(ChronoUnit.DAYS.between(due.day(), day));
  }
}
