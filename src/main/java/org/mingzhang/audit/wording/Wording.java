package org.mingzhang.audit.wording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.text.TsvResource;

/**
 * A wording that no published text should have: a line of {@code wordings.tsv}.
 *
 * @param message what is told, the id of a rule or a key that begins with it
 * @param place where the wording stands
 * @param words words of which one must be there before the pattern is tried; none where any may
 * @param amounts how many amounts its paragraph has at least
 * @param pattern matches the wording; its group {@code quote} is quoted, or all that it matches
 * @param except is not found in what is quoted
 */
record Wording(
    String message,
    Place place,
    List<String> words,
    int amounts,
    Pattern pattern,
    Optional<Pattern> except) {
  private static final int COLUMNS = 7;
  private static final List<Wording> ALL =
      TsvResource.rows(Wording.class, "wordings.tsv", COLUMNS).stream().map(Wording::of).toList();

  /** Where a wording stands. */
  enum Place {
    /** In a paragraph. */
    TEXT,
    /** In the title of a section. */
    HEADING,
    /** In a cell of a form. */
    CELL
  }

  private static Wording of(List<String> cells) {
    return new Wording(
        cells.get(0),
        Place.valueOf(cells.get(1).toUpperCase(Locale.ROOT)),
        cells.get(2).isEmpty() ? List.of() : List.of(cells.get(2).split(" ", -1)),
        Integer.parseInt(cells.get(3)),
        Pattern.compile(cells.get(4)),
        Optional.of(cells.get(5)).filter(c -> !c.isEmpty()).map(Pattern::compile));
  }

  /** The wordings of a rule at one kind of place, in the order of the file. */
  static List<Wording> of(RuleDescription rule, Place place) {
    return ALL.stream()
        .filter(w -> w.place() == place)
        .filter(w -> w.message().equals(rule.id()) || w.message().startsWith(rule.id() + "/"))
        .toList();
  }

  /** Whether a text has one of the words. */
  boolean isPossible(String text) {
    return words.isEmpty() || words.stream().anyMatch(text::contains);
  }

  boolean isExcepted(String quote) {
    return except.filter(e -> e.matcher(quote).find()).isPresent();
  }
}
