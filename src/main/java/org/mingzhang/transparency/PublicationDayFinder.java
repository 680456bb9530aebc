package org.mingzhang.transparency;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Evidence;

/** Finds the day of publication that a document prints, from the evidence kept in its record. */
public final class PublicationDayFinder {
  private static final Pattern DAY = Pattern.compile("(20\\d\\d)\\D(\\d{1,2})\\D(\\d{1,2})");

  private PublicationDayFinder() {}

  /**
   * The printed day; empty if the document prints none or one that does not exist, or was read by
   * an earlier version of the program.
   */
  public static Optional<LocalDate> findPrinted(Disclosure disclosure) {
    return disclosure.metadata().evidence().stream()
        .filter(evidence -> evidence.field().equals(Evidence.PUBLISHED))
        .map(evidence -> DAY.matcher(evidence.quote()))
        .filter(Matcher::find)
        .findFirst()
        .flatMap(
            day ->
                findDay(
                    Integer.parseInt(day.group(1)),
                    Integer.parseInt(day.group(2)),
                    Integer.parseInt(day.group(3))));
  }

  private static Optional<LocalDate> findDay(int year, int month, int dayOfMonth) {
    boolean exists =
        month >= 1
            && month <= 12
            && dayOfMonth >= 1
            && dayOfMonth <= LocalDate.of(year, month, 1).lengthOfMonth();
    return exists ? Optional.of(LocalDate.of(year, month, dayOfMonth)) : Optional.empty();
  }
}
