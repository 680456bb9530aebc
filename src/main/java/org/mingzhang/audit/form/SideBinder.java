package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.Line;
import org.mingzhang.fact.cell.TableLines.Role;

/**
 * Binds the lines of a table of revenue and expenditure side by side: the numbered lines of a side
 * add up to the sum of the year, this and what was carried over to the total, lines （一） below a
 * line 一、 to it, and both totals are the same.
 */
final class SideBinder extends TableBinder {
  SideBinder(FormIdentity identity, FormTable table) {
    super(identity, table);
  }

  @Override
  void bind() {
    List<TableLines.Block> blocks = table.blocks();
    for (int b = 0; b < blocks.size(); b++) {
      if (blocks.get(b).side()) {
        for (Line column : blocks.get(b).columns()) {
          new Side(b, column.at()).bind(blocks.get(b).rows());
        }
      }
    }
    if (blocks.size() == 2 && blocks.get(0).side() && blocks.get(1).side()) {
      both(blocks.get(0), blocks.get(1));
    }
  }

  private void both(TableLines.Block left, TableLines.Block right) {
    for (int row = 0; row < left.rows().size(); row++) {
      if (left.rows().get(row).role() == Role.TOTAL && right.rows().get(row).role() == Role.TOTAL) {
        add(
            cell(0, row, left.columns().getFirst().at()),
            Stream.of(cell(1, row, right.columns().getFirst().at())));
      }
    }
  }

  private final class Side {
    private final int block;
    private final int column;
    private final List<Cell> chapters = new ArrayList<>();
    private final List<Cell> above = new ArrayList<>();
    private final List<Cell> inner = new ArrayList<>();
    private boolean year;

    /** Lines behind the sum of the year that may be parts of the total: 上级补助收入, 债务转贷收入. */
    private final List<Cell> beside = new ArrayList<>();

    /** Account carried over above a line: a line that only names a fund is a part of it. */
    private String carried = "";

    Side(int block, int column) {
      this.block = block;
      this.column = column;
    }

    void bind(List<Line> rows) {
      Cell head = null;
      for (Line row : rows) {
        Cell cell = cell(block, row.at(), column);
        if (table.amount(cell).isEmpty()) {
          continue;
        }
        if (row.level() == 2) {
          inner.add(cell);
          continue;
        }
        if (head != null && inner.size() > 1) {
          SideBinder.this.add(head, inner.stream());
        }
        inner.clear();
        head = row.level() == 1 && row.role() == Role.YEAR ? cell : null;
        line(row, cell);
      }
    }

    private void line(Line row, Cell cell) {
      if (row.role() == Role.YEAR && row.level() == 0) {
        year = true;
        above.add(cell);
        SideBinder.this.add(cell, chapters.stream());
      } else if (row.role() == Role.TOTAL) {
        total(cell, year ? above : chapters);
      } else if (row.role() == Role.CARRIED) {
        if (!row.account().equals(carried) || row.fund() == null) {
          above.add(cell);
          if (!year) {
            chapters.add(cell);
          }
        }
        carried = row.account();
      } else if (row.level() == 1) {
        chapters.add(cell);
      } else if (year && row.level() == 0 && table.value(cell).signum() != 0) {
        beside.add(cell);
      }
    }

    /**
     * The total of a side. Where lines of the balance of a government stand behind the year's own,
     * the total is theirs as well, or they say what it is made of: nothing is bound that does not
     * hold in one of both readings.
     */
    private void total(Cell whole, List<Cell> parts) {
      if (beside.isEmpty()) {
        SideBinder.this.add(whole, parts.stream());
        return;
      }
      List<Cell> all = new ArrayList<>(parts);
      all.addAll(beside);
      for (List<Cell> reading : List.of(all, parts)) {
        BoundSum sum = BoundSum.of(identity, table, whole, reading);
        if (!reading.isEmpty() && sum.holds(BoundSum.Shortened.ROUNDED)) {
          SideBinder.this.add(sum);
          return;
        }
      }
    }
  }
}
