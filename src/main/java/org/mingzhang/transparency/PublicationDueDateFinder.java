package org.mingzhang.transparency;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.PublicationDueDate;
import org.mingzhang.model.Section;

/**
 * Computes the date by which a document had to be published: a number of days after the last
 * approval that it mentions, or, if it mentions none, a fixed day after its fiscal year.
 */
public final class PublicationDueDateFinder {
  private static final Pattern DATE =
      Pattern.compile("(20\\d\\d)\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日");

  private static final Pattern SENTENCE_END = Pattern.compile("[。；;！？\\n]");

  /** Maximum number of characters after a date that are read as part of its sentence. */
  private static final int MAX_CONTEXT_LENGTH = 80;

  private PublicationDueDateFinder() {}

  /**
   * The date by which a document had to be published; empty if its year or category is unknown or
   * no rule gives a date.
   */
  public static Optional<PublicationDueDate> find(Disclosure disclosure) {
    Integer year = disclosure.metadata().year();
    Category category = disclosure.metadata().category();
    if (year == null || category == null) {
      return Optional.empty();
    }
    for (PublicationDeadlineRule deadline : PublicationDeadlineRule.rulesFor(category)) {
      Optional<PublicationDueDate> due =
          deadline.approval().isEmpty()
              ? deadline.latestDay(year).map(day -> new PublicationDueDate(day, deadline.id(), ""))
              : findDueDateAfterApproval(
                  disclosure, deadline, category.isBudget() ? year - 1 : year + 1);
      if (due.isPresent()) {
        return due;
      }
    }
    return Optional.empty();
  }

  /**
   * The due date that follows from the last approval that a document mentions; empty if it mentions
   * none.
   *
   * @param firstYear earliest year of the approval; the following year is accepted too
   */
  private static Optional<PublicationDueDate> findDueDateAfterApproval(
      Disclosure disclosure, PublicationDeadlineRule deadline, int firstYear) {
    PublicationDueDate last = null;
    for (Section section : disclosure.sections()) {
      String text = section.text();
      Matcher day = DATE.matcher(text);
      while (day.find()) {
        LocalDate named = parseDate(day);
        if (named == null || named.getYear() < firstYear || named.getYear() > firstYear + 1) {
          continue;
        }
        String sentence = sentenceAt(text, day.start(), day.end());
        LocalDate due = named.plusDays(deadline.days());
        if (mentionsApproval(sentence, deadline) && (last == null || due.isAfter(last.day()))) {
          last = new PublicationDueDate(due, deadline.id(), sentence);
        }
      }
    }
    return Optional.ofNullable(last);
  }

  private static boolean mentionsApproval(String sentence, PublicationDeadlineRule deadline) {
    return deadline.approval().stream().anyMatch(sentence::contains)
        && deadline.subject().stream().anyMatch(sentence::contains)
        && !sentence.contains("调整");
  }

  /**
   * A date and the text after it, up to the end of the sentence or at most {@link
   * #MAX_CONTEXT_LENGTH} characters.
   */
  private static String sentenceAt(String text, int start, int end) {
    int limit = Math.min(text.length(), end + MAX_CONTEXT_LENGTH);
    Matcher stop = SENTENCE_END.matcher(text).region(end, limit);
    return text.substring(start, stop.find() ? stop.start() : limit);
  }

  private static @Nullable LocalDate parseDate(Matcher match) {
    try {
      return LocalDate.of(
          Integer.parseInt(match.group(1)),
          Integer.parseInt(match.group(2)),
          Integer.parseInt(match.group(3)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
