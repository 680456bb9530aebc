package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Accounts of {@code counts.tsv} for numbers of things, found by the unit of the number and the
 * words before it.
 */
final class CountAccounts {
  private static final CountAccounts STANDARD = new CountAccounts();

  private final List<CountAccountEntry> entries = new ArrayList<>();

  private CountAccounts() {
    for (String[] cells : Lexicon.readRows("counts.tsv")) {
      entries.add(
          new CountAccountEntry(
              cells[0],
              parseWords(cells[1]),
              parseWords(cells[2]),
              parseWords(cells.length > 3 ? cells[3] : "")));
    }
  }

  static CountAccounts standard() {
    return STANDARD;
  }

  private static Set<String> parseWords(String cell) {
    return cell.isEmpty() ? Set.of() : Set.of(cell.split(";"));
  }

  /**
   * Finds the account that numbers with a unit count, by the words before the number.
   *
   * @param words the phrase before the number, or the topic
   */
  Optional<String> find(String unit, String words) {
    return entries.stream()
        .filter(r -> r.units.contains(unit))
        .filter(r -> r.needs.stream().anyMatch(words::contains))
        .filter(r -> r.excludes.stream().noneMatch(words::contains))
        .map(CountAccountEntry::account)
        .findFirst();
  }

  /** A line of {@code counts.tsv}: an account with the units and words by which it is found. */
  private record CountAccountEntry(
      String account, Set<String> units, Set<String> needs, Set<String> excludes) {}
}
