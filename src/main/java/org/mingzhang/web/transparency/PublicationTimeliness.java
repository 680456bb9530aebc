package org.mingzhang.web.transparency;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.Provenance;
import org.mingzhang.model.PublicationDueDate;
import org.mingzhang.transparency.PublicationDayFinder;
import org.mingzhang.transparency.PublicationDeadlineRule;
import org.mingzhang.transparency.PublicationDueDateFinder;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * Whether a document was published in time. The result is not part of the score.
 *
 * @param state the result
 * @param publicationDate day of publication, or null if unknown
 * @param dueDate last day that the law allows, or null if unknown
 * @param rule the rule that gives {@code dueDate}, or null
 * @param quote text of the document about its approval, or empty
 */
public record PublicationTimeliness(
    TimelinessState state,
    @Nullable LocalDate publicationDate,
    @Nullable LocalDate dueDate,
    @Nullable PublicationDeadlineRule rule,
    String quote) {
  /** Whether the document was published in time, as far as this is known. */
  public enum TimelinessState {
    /**
     * Published within the time that the law allows after the approval mentioned in the document.
     */
    IN_TIME,
    LATE,
    /**
     * The document does not mention its approval, and it was published by the latest legal day, or
     * that day is unknown.
     */
    UNDECIDED,
    /** The day of publication is unknown. */
    UNKNOWN;

    /** Name in files and for texts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Compares the day of publication with the last day allowed by law. The day stated by the site
   * takes precedence over the one printed in the document.
   */
  static PublicationTimeliness assess(ArchivedDisclosure document, DocumentLookup lookup) {
    LocalDate published =
        lookup
            .findProvenance(document.version())
            .map(Provenance::published)
            .or(() -> PublicationDayFinder.findPrinted(document.disclosure()))
            .orElse(null);
    Optional<PublicationDueDate> dueDate = PublicationDueDateFinder.find(document.disclosure());
    LocalDate due = dueDate.map(PublicationDueDate::day).orElse(null);
    String quote = dueDate.map(PublicationDueDate::quote).orElse("");
    return new PublicationTimeliness(
        state(published, due, quote),
        published,
        due,
        dueDate.flatMap(l -> PublicationDeadlineRule.ofId(l.rule())).orElse(null),
        quote);
  }

  private static TimelinessState state(
      @Nullable LocalDate published, @Nullable LocalDate due, String quote) {
    if (published == null) {
      return TimelinessState.UNKNOWN;
    }
    if (due != null && published.isAfter(due)) {
      return TimelinessState.LATE;
    }
    return quote.isEmpty() ? TimelinessState.UNDECIDED : TimelinessState.IN_TIME;
  }

  /** Number of days after the last day allowed by law; 0 if it was not exceeded or is unknown. */
  public long daysLate() {
    return publicationDate == null || dueDate == null
        ? 0
        : Math.max(0, ChronoUnit.DAYS.between(dueDate, publicationDate));
  }
}
