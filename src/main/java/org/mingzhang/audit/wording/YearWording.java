package org.mingzhang.audit.wording;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.text.TsvResource;

/**
 * Words that name a year which a document should not name there: a line of {@code years.tsv}.
 *
 * @param message what is told, the id of a rule or a key that begins with it
 * @param documents the documents that it is looked for in
 * @param place where the year stands
 * @param words words of which one must be there before the pattern is tried; none where any may
 * @param told the years that are told
 * @param pattern the words, with the year as group {@code year}
 */
record YearWording(
    String message,
    Documents documents,
    Place place,
    List<String> words,
    Told told,
    Pattern pattern) {
  private static final int COLUMNS = 7;
  private static final List<YearWording> ALL =
      TsvResource.rows(YearWording.class, "years.tsv", COLUMNS).stream()
          .map(YearWording::of)
          .toList();

  /** Documents in which it is looked for. */
  enum Documents {
    ACCOUNT,
    BUDGET,
    ALL
  }

  /** Where a year stands. */
  enum Place {
    HEADING,
    TEXT,
    INDICATOR
  }

  /** Which years are told. */
  enum Told {
    /** Years before the document's own. */
    EARLIER,
    /** The document's own, where the one before it is meant. */
    SAME,
    /** All but the document's own. */
    OTHER
  }

  private static YearWording of(List<String> cells) {
    return new YearWording(
        cells.get(0),
        Documents.valueOf(cells.get(1).toUpperCase(Locale.ROOT)),
        Place.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
        cells.get(3).isEmpty() ? List.of() : List.of(cells.get(3).split(" ", -1)),
        Told.valueOf(cells.get(4).toUpperCase(Locale.ROOT)),
        Pattern.compile(cells.get(5)));
  }

  /** The wordings of a rule, in the order of the file. */
  static List<YearWording> of(String rule) {
    return ALL.stream()
        .filter(w -> w.message().equals(rule) || w.message().startsWith(rule + "/"))
        .toList();
  }

  boolean isFor(AuditedDocument reading) {
    return documents == Documents.ALL || (documents == Documents.BUDGET) == reading.isBudget();
  }

  boolean isPossible(String text) {
    return words.isEmpty() || words.stream().anyMatch(text::contains);
  }

  /** Whether a stated year is wrong in a document of another. */
  boolean isWrong(int stated, int year) {
    return switch (told) {
      case EARLIER -> stated < year;
      case SAME -> stated == year;
      case OTHER -> stated != year;
    };
  }

  /** The year that is meant in a document of this one. */
  int meant(int year) {
    return told == Told.SAME ? year - 1 : year;
  }
}
