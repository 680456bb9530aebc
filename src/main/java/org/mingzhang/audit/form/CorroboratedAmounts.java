package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.model.Fact;
import org.mingzhang.text.Amounts;

/**
 * Amounts that other tables of a document, or its sentences, also print.
 *
 * @param tables indices of the tables that print an amount, by the amount in 元 without trailing
 *     zeros; a negative index for sentences
 */
record CorroboratedAmounts(Map<BigDecimal, Set<Integer>> tables) {
  /** Fewest digits of an amount that does not occur in several tables by chance. */
  private static final int SIGNIFICANT = 3;

  private static final int SENTENCES = -1;

  /** What supports a correction, weakest first. */
  enum Evidence {
    NONE,
    /** Two neighbouring digits are swapped. */
    SWAPPED,
    /** The corrected amount is in another table, and the printed one is not. */
    OTHER_TABLE
  }

  static CorroboratedAmounts findIn(List<FormTable> all, List<Fact> facts) {
    CorroboratedAmounts found = new CorroboratedAmounts(new HashMap<>());
    for (FormTable table : all) {
      for (TableLines.Block block : table.blocks()) {
        for (TableLines.Line column : block.columns()) {
          for (int row = 0; row < table.cells().rows(); row++) {
            table
                .cells()
                .findAmount(row, column.at())
                .ifPresent(a -> found.add(toYuan(a, table), table.lines().table()));
          }
        }
      }
    }
    facts.stream()
        .filter(f -> f.kind() == Fact.Kind.AMOUNT)
        .filter(f -> f.places().stream().anyMatch(p -> p.cell() == null))
        .forEach(f -> found.add(f.value().stripTrailingZeros(), SENTENCES));
    return found;
  }

  private void add(BigDecimal amount, int table) {
    tables.computeIfAbsent(amount, k -> new HashSet<>()).add(table);
  }

  private static BigDecimal toYuan(BigDecimal amount, FormTable table) {
    String unit = table.cells().data().unit();
    return amount
        .scaleByPowerOfTen(Amounts.unitPowerOrNone(unit == null ? "万元" : unit))
        .stripTrailingZeros();
  }

  /** What supports that the amount of a cell is wrong by a correction. */
  Evidence findEvidence(FormTable table, Cell cell, BigDecimal correction) {
    BigDecimal own = table.value(cell);
    BigDecimal right = own.add(correction);
    if (!standsElsewhere(toYuan(own, table), cell.table())
        && standsElsewhere(toYuan(right, table), cell.table())) {
      return Evidence.OTHER_TABLE;
    }
    return PrintedNumbers.areSwapped(own, right) ? Evidence.SWAPPED : Evidence.NONE;
  }

  private boolean standsElsewhere(BigDecimal amount, int but) {
    return amount.precision() >= SIGNIFICANT
        && tables.getOrDefault(amount, Set.of()).stream().anyMatch(t -> t != but);
  }
}
