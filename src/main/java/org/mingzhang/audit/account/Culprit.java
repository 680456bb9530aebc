package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Digits;
import org.mingzhang.audit.check.Reading;

/**
 * Which cell of a sum is wrong, where others tell it: the amount that the sum asks for stands in
 * another table and the one that is printed does not, or the two differ by two digits that changed
 * places. Where several cells may be wrong, none is named.
 *
 * @param tables the tables in which an amount stands, by the amount without trailing zeros
 */
record Culprit(Map<BigDecimal, Set<AccountTable>> tables) {
  /** Amounts of fewer digits stand in several tables by chance. */
  private static final int TELLING = 3;

  static Culprit of(Reading reading) {
    Map<BigDecimal, Set<AccountTable>> tables = new HashMap<>();
    TableRule.blocks(
        reading,
        (table, block) -> {
          for (int row = 0; row < table.rows(); row++) {
            for (int column : block.amounts()) {
              table
                  .amount(row, column)
                  .ifPresent(
                      a ->
                          tables
                              .computeIfAbsent(a.stripTrailingZeros(), k -> identities())
                              .add(table));
            }
          }
        });
    return new Culprit(tables);
  }

  /** A set that tells tables apart by themselves: their contents are long to compare. */
  private static Set<AccountTable> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /**
   * The row of the wrong cell, or that of the total where it cannot be told.
   *
   * @param difference the total as printed less the sum of the parts
   */
  int row(AccountTable table, int column, int total, List<Integer> parts, BigDecimal difference) {
    List<Integer> rows = new ArrayList<>(parts);
    rows.addFirst(total);
    int found = find(table, column, total, rows, difference);
    return found < 0 ? total : found;
  }

  /** The part with the wrong cell where others vouch for the total; the total's row otherwise. */
  int part(AccountTable table, int column, int total, List<Integer> parts, BigDecimal difference) {
    int found = find(table, column, total, parts, difference);
    return found < 0 ? total : found;
  }

  private int find(
      AccountTable table, int column, int total, List<Integer> rows, BigDecimal difference) {
    Predicate<Integer> elsewhere =
        r -> {
          BigDecimal own = table.amountOrZero(r, column);
          return !isIn(own, table) && isIn(right(own, r == total, difference), table);
        };
    Predicate<Integer> swapped =
        r -> {
          BigDecimal own = table.amountOrZero(r, column);
          return Digits.areSwapped(own, right(own, r == total, difference));
        };
    int found = only(rows, elsewhere);
    return found < 0 ? only(rows, swapped) : found;
  }

  private static int only(List<Integer> rows, Predicate<Integer> wrong) {
    List<Integer> found = rows.stream().filter(wrong).distinct().toList();
    return found.size() == 1 ? found.getFirst() : -1;
  }

  private static BigDecimal right(BigDecimal own, boolean total, BigDecimal difference) {
    return total ? own.subtract(difference) : own.add(difference);
  }

  /** Whether an amount stands in another table. */
  @SuppressWarnings("ReferenceEquality") // a table is itself, not its like
  private boolean isIn(BigDecimal amount, AccountTable but) {
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.precision() >= TELLING
        && tables.getOrDefault(plain, Set.of()).stream().anyMatch(t -> t != but);
  }
}
