package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Digits;
import org.mingzhang.fact.cell.TableLines;

/**
 * What the other tables of a document vouch for.
 *
 * @param tables indices of the tables in which an amount stands, by the amount without trailing
 *     zeros
 */
record Elsewhere(Map<BigDecimal, Set<Integer>> tables) {
  /** Amounts of fewer digits stand in several tables by chance. */
  private static final int TELLING = 3;

  /** How strongly something speaks for a corrected amount. */
  enum Voucher {
    /** Nothing. */
    NONE,
    /** Two neighbouring digits changed places. */
    SWAPPED,
    /** It stands in another table, and what is printed does not. */
    OTHER_TABLE
  }

  static Elsewhere of(List<FormTable> all) {
    Map<BigDecimal, Set<Integer>> tables = new HashMap<>();
    for (FormTable table : all) {
      AccountTable cells = table.cells();
      for (TableLines.Block block : table.blocks()) {
        for (TableLines.Line column : block.columns()) {
          for (int row = 0; row < cells.rows(); row++) {
            cells
                .amount(row, column.at())
                .ifPresent(
                    a ->
                        tables
                            .computeIfAbsent(a.stripTrailingZeros(), k -> new HashSet<>())
                            .add(table.lines().table()));
          }
        }
      }
    }
    return new Elsewhere(tables);
  }

  /** What speaks for a correction of a cell. */
  Voucher voucher(FormTable table, Cell cell, BigDecimal correction) {
    BigDecimal own = table.value(cell);
    BigDecimal right = own.add(correction);
    if (!isIn(own, cell.table()) && isIn(right, cell.table())) {
      return Voucher.OTHER_TABLE;
    }
    return Digits.areSwapped(own, right) ? Voucher.SWAPPED : Voucher.NONE;
  }

  private boolean isIn(BigDecimal amount, int but) {
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.precision() >= TELLING
        && tables.getOrDefault(plain, Set.of()).stream().anyMatch(t -> t != but);
  }
}
