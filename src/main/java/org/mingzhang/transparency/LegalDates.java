package org.mingzhang.transparency;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.LegalDate;
import org.mingzhang.model.Section;

/**
 * By when a document had to be published: the days after the approval that it names, of several the
 * last one, else the latest day for its fiscal year.
 */
public final class LegalDates {
  private static final Pattern DAY =
      Pattern.compile("(20\\d\\d)\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日");

  private static final Pattern END = Pattern.compile("[。；;！？\\n]");

  /** What follows a day and still speaks of it. */
  private static final int NEAR = 80;

  private LegalDates() {}

  /** The legal date of a document; empty where no rule gives one. */
  public static Optional<LegalDate> of(Disclosure disclosure) {
    Integer year = disclosure.metadata().year();
    Category category = disclosure.metadata().category();
    if (year == null || category == null) {
      return Optional.empty();
    }
    for (PublicationDeadline deadline : PublicationDeadline.of(category)) {
      Optional<LegalDate> due =
          deadline.approval().isEmpty()
              ? deadline.latest(year).map(day -> new LegalDate(day, deadline.id(), ""))
              : approved(disclosure, deadline, category.isBudget() ? year - 1 : year + 1);
      if (due.isPresent()) {
        return due;
      }
    }
    return Optional.empty();
  }

  /**
   * The last approval that is named.
   *
   * @param first the year in which it can have been at the earliest; it can have been in the next
   */
  private static Optional<LegalDate> approved(
      Disclosure disclosure, PublicationDeadline deadline, int first) {
    LegalDate last = null;
    for (Section section : disclosure.sections()) {
      String text = section.text();
      Matcher day = DAY.matcher(text);
      while (day.find()) {
        LocalDate named = date(day);
        if (named == null || named.getYear() < first || named.getYear() > first + 1) {
          continue;
        }
        String said = sentence(text, day.start(), day.end());
        LocalDate due = named.plusDays(deadline.days());
        if (names(said, deadline) && (last == null || due.isAfter(last.day()))) {
          last = new LegalDate(due, deadline.id(), said);
        }
      }
    }
    return Optional.ofNullable(last);
  }

  private static boolean names(String said, PublicationDeadline deadline) {
    return deadline.approval().stream().anyMatch(said::contains)
        && deadline.subject().stream().anyMatch(said::contains)
        && !said.contains("调整");
  }

  /** The day and what follows it, to the end of the sentence. */
  private static String sentence(String text, int start, int end) {
    int most = Math.min(text.length(), end + NEAR);
    Matcher stop = END.matcher(text).region(end, most);
    return text.substring(start, stop.find() ? stop.start() : most);
  }

  private static @Nullable LocalDate date(Matcher day) {
    try {
      return LocalDate.of(
          Integer.parseInt(day.group(1)),
          Integer.parseInt(day.group(2)),
          Integer.parseInt(day.group(3)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
