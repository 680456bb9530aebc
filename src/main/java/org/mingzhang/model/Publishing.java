package org.mingzhang.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a document was published, as far as that is known.
 *
 * @param source name of the source that it was collected from, or null
 * @param site host of its address, or null
 * @param day day of publication, or null
 * @param due last day on which it had to be, or null
 */
public record Publishing(
    @Nullable String source,
    @Nullable String site,
    @Nullable LocalDate day,
    @Nullable LegalDate due) {
  /** Nothing is known. */
  public static final Publishing UNKNOWN = new Publishing(null, null, null, null);

  /** Days by which it came after its legal date; empty where it did not, or that is not known. */
  public OptionalLong daysLate() {
    if (day == null || due == null || !day.isAfter(due.day())) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(ChronoUnit.DAYS.between(due.day(), day));
  }
}
