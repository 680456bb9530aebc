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
 * @param balanceNames names of the balance; empty if words state that nothing remains
 * @param nothingRemainsWords those words, or null
 * @param terms the amounts before it
 * @param spansParagraph whether the terms may occur in several sentences of a paragraph
 * @param mustBeOnlyAmounts whether the sentence must print no other amount before it
 * @param mustDiffer whether the terms must differ
 * @param mustBeOnlyBalance whether the sentence must name no other balance
 */
record BalanceDefinition(
    Set<String> balanceNames,
    @Nullable String nothingRemainsWords,
    List<SignedTerm> terms,
    boolean spansParagraph,
    boolean mustBeOnlyAmounts,
    boolean mustDiffer,
    boolean mustBeOnlyBalance) {
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
  record SignedTerm(List<String> names, boolean subtracted) {

    boolean matches(Subject subject) {
      String item = subject.item();
      String name = item == null ? subject.account() : item;
      return names.stream()
          .anyMatch(n -> n.startsWith("*") ? name.endsWith(n.substring(1)) : name.equals(n));
    }
  }

  private static BalanceDefinition parse(List<String> cells) {
    String left = cells.getFirst();
    boolean inWords = left.startsWith("「");
    List<String> guards = List.of(cells.get(3).split(";"));
    return new BalanceDefinition(
        inWords ? Set.of() : Set.of(left.split(";")),
        inWords ? left.substring(1, left.length() - 1) : null,
        List.of(cells.get(1).split(";")).stream()
            .map(t -> new SignedTerm(List.of(t.substring(1).split("\\|")), t.startsWith("-")))
            .toList(),
        cells.get(2).equals("paragraph"),
        guards.contains("alone"),
        guards.contains("apart"),
        guards.contains("whole"));
  }
}
