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
import org.mingzhang.text.AmountFinder;

/**
 * Amounts that other tables of a document, or its sentences, also print.
 *
 * @param tables indices of the tables that print an amount, by the amount in 元 without trailing
 *     zeros; a negative index for sentences
 */
record CorroboratedAmounts(Map<BigDecimal, Set<Integer>> tables) {
  /**
   * Minimum number of significant digits of an amount; shorter amounts may occur in several tables
   * by coincidence.
   */
  private static final int MIN_SIGNIFICANT_DIGITS = 3;

  private static final int SENTENCES = -1;

  /** How strongly other tables and sentences support the correction of a cell, weakest first. */
  enum Evidence {
    NONE,
    /** Two neighboring digits are swapped. */
    SWAPPED,
    /** The corrected amount is in another table, and the printed one is not. */
    OTHER_TABLE
  }

  static CorroboratedAmounts findIn(List<FormTable> all, List<Fact> facts) {
    CorroboratedAmounts found = new CorroboratedAmounts(new HashMap<>());
    for (FormTable table : all) {
      for (TableLines.Block block : table.blocks()) {
        for (TableLines.TableLine column : block.columns()) {
          for (int row = 0; row < table.cells().rows(); row++) {
            table
                .cells()
                .findAmount(row, column.index())
                .ifPresent(a -> found.add(toYuan(a, table), table.lines().table()));
          }
        }
      }
    }
    facts.stream()
        .filter(f -> f.kind() == Fact.Kind.AMOUNT)
        .filter(DocumentFacts::isInProse)
        .forEach(f -> found.add(f.value().stripTrailingZeros(), SENTENCES));
    return found;
  }

  private void add(BigDecimal amount, int table) {
    tables.computeIfAbsent(amount, k -> new HashSet<>()).add(table);
  }

  private static BigDecimal toYuan(BigDecimal amount, FormTable table) {
    String unit = table.cells().data().unit();
    return amount
        .scaleByPowerOfTen(AmountFinder.powerOfTenOrNone(unit == null ? "万元" : unit))
        .stripTrailingZeros();
  }

  /** The evidence that the amount of a cell is wrong and a correction is right. */
  Evidence findEvidence(FormTable table, CellPosition cell, BigDecimal correction) {
    BigDecimal own = table.value(cell);
    BigDecimal right = own.add(correction);
    if (!isPrintedElsewhere(toYuan(own, table), cell.table())
        && isPrintedElsewhere(toYuan(right, table), cell.table())) {
      return Evidence.OTHER_TABLE;
    }
    return PrintedNumbers.areSwapped(own, right) ? Evidence.SWAPPED : Evidence.NONE;
  }

  private boolean isPrintedElsewhere(BigDecimal amount, int excludedTable) {
    return amount.precision() >= MIN_SIGNIFICANT_DIGITS
        && tables.getOrDefault(amount, Set.of()).stream().anyMatch(t -> t != excludedTable);
  }
}
