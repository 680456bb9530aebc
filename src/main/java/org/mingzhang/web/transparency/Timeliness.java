package org.mingzhang.web.transparency;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.Provenance;
import org.mingzhang.model.LegalDate;
import org.mingzhang.transparency.LegalDates;
import org.mingzhang.transparency.PublicationDeadline;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * Whether a document was published in time, as far as that is known. It is no item of the score.
 *
 * @param state what is known
 * @param published day of publication, or null
 * @param due last day that the law allows, or null
 * @param rule the rule that the day follows from, or null
 * @param quote words of the document that name its approval, or empty
 */
public record Timeliness(
    State state,
    @Nullable LocalDate published,
    @Nullable LocalDate due,
    @Nullable PublicationDeadline rule,
    String quote) {
  /** What is known. */
  public enum State {
    /** Not later than the law allows after the approval that the document names. */
    IN_TIME,
    LATE,
    /** Not later than the latest day; whether it was in time depends on an approval not named. */
    UNDECIDED,
    /** The day of publication is not known. */
    UNKNOWN;

    /** Name in files and for texts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** That of a document. */
  static Timeliness of(ArchivedDisclosure document, DocumentLookup lookup) {
    LocalDate published =
        lookup.provenance(document.version()).map(Provenance::published).orElse(null);
    Optional<LegalDate> legal = LegalDates.of(document.disclosure());
    LocalDate due = legal.map(LegalDate::day).orElse(null);
    String quote = legal.map(LegalDate::quote).orElse("");
    return new Timeliness(
        state(published, due, quote),
        published,
        due,
        legal.flatMap(l -> PublicationDeadline.ofId(l.rule())).orElse(null),
        quote);
  }

  private static State state(@Nullable LocalDate published, @Nullable LocalDate due, String quote) {
    if (published == null) {
      return State.UNKNOWN;
    }
    if (due != null && published.isAfter(due)) {
      return State.LATE;
    }
    return quote.isEmpty() ? State.UNDECIDED : State.IN_TIME;
  }

  /** Days after the last day, 0 where it was not later. */
  public long daysLate() {
    return published == null || due == null
        ? 0
        : Math.max(0, ChronoUnit.DAYS.between(due, published));
  }
}
