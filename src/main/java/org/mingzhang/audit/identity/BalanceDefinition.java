package org.mingzhang.audit.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.TsvResource;

/**
 * A balance: an amount that remains after others are added and subtracted, as a line of {@code
 * balances.tsv} defines it.
 *
 * @param results names of the balance; empty if words state that nothing remains
 * @param words those words, or null
 * @param terms the amounts before it
 * @param paragraph whether the terms may occur in several sentences of a paragraph
 * @param alone whether the sentence must print no other amount before it
 * @param apart whether the terms must differ
 * @param whole whether the sentence must name no other balance
 */
record BalanceDefinition(
    Set<String> results,
    @Nullable String words,
    List<SignedTerm> terms,
    boolean paragraph,
    boolean alone,
    boolean apart,
    boolean whole) {
  private static final int COLUMNS = 5;
  private static final List<BalanceDefinition> ALL =
      TsvResource.readRows(BalanceDefinition.class, "balances.tsv", COLUMNS).stream()
          .map(BalanceDefinition::parse)
          .toList();

  static List<BalanceDefinition> all() {
    return ALL;
  }

  /** Whether an amount of a subject is one of the terms. */
  boolean hasTerm(@Nullable Subject subject) {
    return subject != null && terms.stream().anyMatch(t -> t.matches(subject));
  }

  /** A term under any of its names, added or subtracted. */
  record SignedTerm(List<String> names, boolean minus) {

    boolean matches(Subject subject) {
      String item = subject.item();
      String name = item == null ? subject.account() : item;
      return names.stream()
          .anyMatch(n -> n.startsWith("*") ? name.endsWith(n.substring(1)) : name.equals(n));
    }
  }

  private static BalanceDefinition parse(List<String> cells) {
    String left = cells.getFirst();
    boolean said = left.startsWith("「");
    List<String> guards = List.of(cells.get(3).split(";"));
    return new BalanceDefinition(
        said ? Set.of() : Set.of(left.split(";")),
        said ? left.substring(1, left.length() - 1) : null,
        List.of(cells.get(1).split(";")).stream()
            .map(t -> new SignedTerm(List.of(t.substring(1).split("\\|")), t.startsWith("-")))
            .toList(),
        cells.get(2).equals("paragraph"),
        guards.contains("alone"),
        guards.contains("apart"),
        guards.contains("whole"));
  }
}
