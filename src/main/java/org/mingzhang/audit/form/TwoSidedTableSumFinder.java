package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.LineRole;
import org.mingzhang.fact.cell.TableLines.TableLine;

/**
 * Finds the sums of a table of revenue and expenditure side by side. The numbered lines of a side
 * add up to the sum of the year; the sum of the year and the amounts carried over add up to the
 * total; the lines （一） add up to the line 一、 above them; and the totals of both sides are equal.
 * Single use.
 */
final class TwoSidedTableSumFinder {
  /**
   * Maximum difference between a heading or total and the sum of the lines that are taken for its
   * parts, as a fraction of the heading or total.
   */
  private static final BigDecimal MAX_RELATIVE_DIFFERENCE = new BigDecimal("0.05");

  private final AccountingIdentity identity;
  private final AuditedTable table;
  private final List<TableSum> sums = new ArrayList<>();

  /**
   * The totals of sides without numerals as sums of all their lines; kept apart because they are
   * only checked if one of them holds.
   */
  private final List<TableSum> totalsOfPlainSides = new ArrayList<>();

  TwoSidedTableSumFinder(AccountingIdentity identity, AuditedTable table) {
    this.identity = identity;
    this.table = table;
  }

  Stream<TableSum> find() {
    List<TableLines.LineBlock> blocks = table.blocks();
    for (int b = 0; b < blocks.size(); b++) {
      if (blocks.get(b).isSide()) {
        for (TableLine column : blocks.get(b).columns()) {
          new TableSide(b, column.index()).read(blocks.get(b).rows());
        }
      }
    }
    if (blocks.size() == 2 && blocks.get(0).isSide() && blocks.get(1).isSide()) {
      addTotals(blocks.get(0), blocks.get(1));
    }
    // If a side whose labels have no numerals (一、) adds up, none of its rows is a part of another.
    if (totalsOfPlainSides.stream().anyMatch(t -> t.parts().size() > 1 && t.holds(false))) {
      sums.addAll(totalsOfPlainSides);
    }
    return sums.stream();
  }

  private void addTotals(TableLines.LineBlock left, TableLines.LineBlock right) {
    for (int row = 0; row < left.rows().size(); row++) {
      if (left.rows().get(row).role() == LineRole.TOTAL
          && right.rows().get(row).role() == LineRole.TOTAL) {
        addSum(
            table.cell(0, row, left.columns().getFirst().index()),
            List.of(table.cell(1, row, right.columns().getFirst().index())));
      }
    }
  }

  private void addSum(CellPosition whole, List<CellPosition> parts) {
    table.createSum(identity, whole, parts.stream()).forEach(sums::add);
  }

  /** The revenue or the expenditure side of the table, with the cells that are added up. */
  private final class TableSide {
    private final int blockIndex;
    private final int columnIndex;
    private final List<CellPosition> firstLevelCells = new ArrayList<>();
    private final List<CellPosition> cellsAboveTotal = new ArrayList<>();
    private final List<CellPosition> secondLevelCells = new ArrayList<>();
    private boolean hasYearTotal;
    private boolean isUnnumbered;

    /** The lines after the sum of the year, which may be parts of the total: 上级补助收入, 三、上年结余资金. */
    private final List<CellPosition> cellsAfterYearTotal = new ArrayList<>();

    /**
     * The account of the last line about an amount carried over, or empty. A line of the same
     * account that names a fund is a part of that line.
     */
    private String carriedOverAccount = "";

    TableSide(int blockIndex, int columnIndex) {
      this.blockIndex = blockIndex;
      this.columnIndex = columnIndex;
    }

    void read(List<TableLine> rows) {
      isUnnumbered =
          rows.stream()
              .limit(Math.max(0, rows.size() - 1))
              .noneMatch(r -> r.level() > 0 || r.role() == LineRole.YEAR_TOTAL);
      CellPosition head = null;
      for (TableLine row : rows) {
        CellPosition cell = table.cell(blockIndex, row.index(), columnIndex);
        if (table.findAmount(cell).isEmpty()) {
          continue;
        }
        if (row.level() == 2) {
          secondLevelCells.add(cell);
          continue;
        }
        if (head != null && secondLevelCells.size() > 1) {
          addSum(head, secondLevelCells);
        }
        secondLevelCells.clear();
        head = row.level() == 1 && row.role() == LineRole.YEAR_TOTAL ? cell : null;
        read(row, cell);
      }
    }

    private void read(TableLine row, CellPosition cell) {
      if (row.role() == LineRole.YEAR_TOTAL && row.level() == 0) {
        hasYearTotal = true;
        cellsAboveTotal.add(cell);
        if (isUnnumbered) {
          addTotalOfUnnumberedSide(cell, firstLevelCells);
        } else {
          addSum(cell, firstLevelCells);
        }
      } else if (row.role() == LineRole.TOTAL) {
        addTotal(cell, hasYearTotal ? cellsAboveTotal : firstLevelCells);
      } else if (row.role() == LineRole.CARRIED_OVER) {
        if (!row.account().equals(carriedOverAccount) || row.fund() == null) {
          cellsAboveTotal.add(cell);
          if (!hasYearTotal) {
            firstLevelCells.add(cell);
          }
        }
        carriedOverAccount = row.account();
      } else if (!hasYearTotal
          && (row.level() == 1 || (isUnnumbered && row.role() == LineRole.PART))) {
        firstLevelCells.add(cell);
      } else if (hasYearTotal && table.amountOrZero(cell).signum() != 0) {
        cellsAfterYearTotal.add(cell);
      }
    }

    /**
     * Adds the total of a side. The lines of a government's balance after the sum of the year are
     * either further parts of the total or only show what it consists of; the reading that adds up
     * is used. If neither does, the lines are read as a heading followed by its parts.
     */
    private void addTotal(CellPosition whole, List<CellPosition> parts) {
      if (isUnnumbered) {
        addTotalOfUnnumberedSide(whole, parts);
        return;
      }
      if (cellsAfterYearTotal.isEmpty()) {
        addSum(whole, parts);
        return;
      }
      Optional<TableSum> held =
          Stream.of(Stream.concat(parts.stream(), cellsAfterYearTotal.stream()).toList(), parts)
              .filter(reading -> !reading.isEmpty())
              .map(reading -> TableSum.create(identity, table, whole, reading))
              .filter(sum -> sum.holds(false))
              .findFirst();
      held.ifPresentOrElse(sums::add, () -> addNestedTotal(whole, parts, cellsAfterYearTotal));
    }

    /**
     * Adds the total of a side without numerals as the sum of all its lines if it differs from that
     * sum by at most {@link #MAX_RELATIVE_DIFFERENCE}; otherwise reads the lines as a heading
     * followed by its parts.
     */
    private void addTotalOfUnnumberedSide(CellPosition whole, List<CellPosition> lines) {
      TableSum flat = TableSum.create(identity, table, whole, lines);
      BigDecimal near = table.amountOrZero(whole).multiply(MAX_RELATIVE_DIFFERENCE);
      if (lines.isEmpty() || flat.difference().abs().compareTo(near) <= 0) {
        table.createSum(identity, whole, lines.stream()).forEach(totalsOfPlainSides::add);
        return;
      }
      addNestedTotal(whole, List.of(), lines);
    }

    /**
     * Adds the total and the sum of a heading among the lines, such as 上级补助收入 with the lines of its
     * three kinds. A line is a heading if the total is the sum of all parts and all lines except
     * that line. The parts of the heading are the lines after it whose sum comes nearest to it; if
     * the heading is wrong, its sum and the total fail by the same amount. Adds nothing unless
     * exactly one line is a heading.
     */
    private void addNestedTotal(
        CellPosition whole, List<CellPosition> parts, List<CellPosition> lines) {
      List<CellPosition> all = Stream.concat(parts.stream(), lines.stream()).toList();
      BigDecimal excess = TableSum.create(identity, table, whole, all).difference().negate();
      List<Integer> headings =
          IntStream.range(0, lines.size())
              .filter(i -> table.amountOrZero(lines.get(i)).compareTo(excess) == 0)
              .boxed()
              .toList();
      if (headings.size() == 1) {
        findNearestSum(lines, headings.getFirst())
            .ifPresent(
                heading -> {
                  sums.add(heading);
                  List<CellPosition> others =
                      all.stream().filter(c -> !heading.parts().contains(c)).toList();
                  sums.add(TableSum.create(identity, table, whole, others));
                });
      }
    }

    /**
     * The sum of a heading and the lines directly after it, at least two, that comes nearest to it;
     * empty if the difference is above {@link #MAX_RELATIVE_DIFFERENCE}.
     */
    private Optional<TableSum> findNearestSum(List<CellPosition> lines, int headingIndex) {
      BigDecimal limit =
          table.amountOrZero(lines.get(headingIndex)).multiply(MAX_RELATIVE_DIFFERENCE);
      return IntStream.rangeClosed(headingIndex + 3, lines.size())
          .mapToObj(end -> List.copyOf(lines.subList(headingIndex + 1, end)))
          .map(kinds -> TableSum.create(identity, table, lines.get(headingIndex), kinds))
          .min(Comparator.comparing(sum -> sum.difference().abs()))
          .filter(sum -> sum.difference().abs().compareTo(limit) <= 0);
    }
  }
}
