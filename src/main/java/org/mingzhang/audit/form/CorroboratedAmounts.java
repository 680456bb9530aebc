package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.model.Fact;
import org.mingzhang.text.Amounts;

/**
 * What the other tables of a document, and its sentences, vouch for.
 *
 * @param tables indices of the tables in which an amount stands, by the amount in 元 without
 *     trailing zeros; a negative index for sentences
 */
record CorroboratedAmounts(Map<BigDecimal, Set<Integer>> tables) {
  /** Amounts of fewer digits stand in several tables by chance. */
  private static final int TELLING = 3;

  private static final int SENTENCES = -1;

  enum Voucher {
    /** The digits agree. */
    NONE,
    /** Two neighbouring digits changed places. */
    SWAPPED,
    /** It stands in another table, and what is printed does not. */
    OTHER_TABLE
  }

  static CorroboratedAmounts of(List<FormTable> all, List<Fact> facts) {
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
                            .computeIfAbsent(yuan(a, table), k -> new HashSet<>())
                            .add(table.lines().table()));
          }
        }
      }
    }
    for (Fact fact : facts) {
      if (fact.kind() == Fact.Kind.AMOUNT
          && fact.places().stream().anyMatch(p -> p.cell() == null)) {
        tables
            .computeIfAbsent(fact.value().stripTrailingZeros(), k -> new HashSet<>())
            .add(SENTENCES);
      }
    }
    return new CorroboratedAmounts(tables);
  }

  private static BigDecimal yuan(BigDecimal amount, FormTable table) {
    String unit = table.cells().data().unit();
    return amount
        .scaleByPowerOfTen(Amounts.powerOrNone(unit == null ? "万元" : unit))
        .stripTrailingZeros();
  }

  /** What speaks for a correction of a cell. */
  Voucher voucher(FormTable table, Cell cell, BigDecimal correction) {
    BigDecimal own = table.value(cell);
    BigDecimal right = own.add(correction);
    if (!isIn(yuan(own, table), cell.table()) && isIn(yuan(right, table), cell.table())) {
      return Voucher.OTHER_TABLE;
    }
    return PrintedNumbers.areSwapped(own, right) ? Voucher.SWAPPED : Voucher.NONE;
  }

  private boolean isIn(BigDecimal amount, int but) {
    return amount.precision() >= TELLING
        && tables.getOrDefault(amount, Set.of()).stream().anyMatch(t -> t != but);
  }
}
