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

  private final List<Row> rows = new ArrayList<>();

  private CountAccounts() {
    for (String[] cells : Lexicon.readRows("counts.tsv")) {
      rows.add(
          new Row(
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
   * The account that a unit counts.
   *
   * @param words the phrase before the number, or the topic
   */
  Optional<String> find(String unit, String words) {
    return rows.stream()
        .filter(r -> r.units.contains(unit))
        .filter(r -> r.needs.stream().anyMatch(words::contains))
        .filter(r -> r.excludes.stream().noneMatch(words::contains))
        .map(Row::account)
        .findFirst();
  }

  private record Row(String account, Set<String> units, Set<String> needs, Set<String> excludes) {}
}
