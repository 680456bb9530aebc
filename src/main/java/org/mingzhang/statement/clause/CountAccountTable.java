package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.text.TsvResource;

/**
 * Table of the accounts of {@code counts.tsv} for numbers of things, found by the unit of the
 * number and the words before it.
 */
final class CountAccountTable {
  /** Prefix of a word that must be the whole text and not only a part of it. */
  private static final String WHOLE_TEXT = "=";

  private static final CountAccountTable STANDARD = new CountAccountTable();

  private final List<CountAccountEntry> entries =
      TsvResource.parseRows(CountAccountTable.class, "counts.tsv", 4, CountAccountEntry::parse);

  private CountAccountTable() {}

  static CountAccountTable standard() {
    return STANDARD;
  }

  /**
   * Finds the account of the first row that has this unit, of whose words at least one is in the
   * text, and of whose excluded words none is.
   *
   * @param words the text to search: the phrase before the number, with or without words above it
   */
  Optional<String> find(String unit, String words) {
    return entries.stream()
        .filter(r -> r.units.contains(unit))
        .filter(r -> r.requiredWords.stream().anyMatch(need -> containsWord(words, need)))
        .filter(r -> r.excludedWords.stream().noneMatch(words::contains))
        .map(CountAccountEntry::account)
        .findFirst();
  }

  /**
   * Whether a text contains a word or, if the word begins with {@link #WHOLE_TEXT}, equals the rest
   * of the word.
   */
  private static boolean containsWord(String words, String need) {
    return need.startsWith(WHOLE_TEXT)
        ? words.equals(need.substring(WHOLE_TEXT.length()))
        : words.contains(need);
  }

  /** A line of {@code counts.tsv}: an account with the units and words by which it is found. */
  private record CountAccountEntry(
      String account, Set<String> units, Set<String> requiredWords, Set<String> excludedWords) {
    static CountAccountEntry parse(List<String> cells) {
      return new CountAccountEntry(
          cells.get(0),
          Set.copyOf(TsvResource.splitList(cells.get(1))),
          Set.copyOf(TsvResource.splitList(cells.get(2))),
          Set.copyOf(TsvResource.splitList(cells.get(3))));
    }
  }
}
