package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.fact.cell.TableLines.Line;

/**
 * Binds the rows of a table: the one row of a whole and those of its parts, also in the blocks
 * beside it. Columns of several blocks belong together by their order.
 */
final class RowBinder {
  private final FormIdentity identity;
  private final FormTable table;
  private final MemberLines members;

  RowBinder(FormIdentity identity, FormTable table) {
    this.identity = identity;
    this.table = table;
    this.members = new MemberLines(identity);
  }

  /** A row with the block that it is a row of. */
  private record Row(int block, Line line) {}

  List<BoundSum> bind() {
    List<Row> rows = new ArrayList<>();
    for (int b = 0; b < table.blocks().size(); b++) {
      for (Line line : table.blocks().get(b).rows()) {
        rows.add(new Row(b, line));
      }
    }
    List<Row> wholes = rows.stream().filter(r -> members.isWhole(r.line())).toList();
    List<BoundSum> sums = new ArrayList<>();
    if (wholes.size() == 1) {
      bind(wholes.getFirst(), rows, sums);
    }
    return sums;
  }

  private void bind(Row whole, List<Row> rows, List<BoundSum> sums) {
    List<Line> parts = members.parts(whole.line(), rows.stream().map(Row::line).toList());
    if (parts == null) {
      return;
    }
    List<Line> columns = table.blocks().get(whole.block()).columns();
    for (int k = 0; k < columns.size(); k++) {
      Cell cell = cell(whole, k);
      List<Cell> filled = new ArrayList<>();
      for (Row row : rows) {
        Cell part = parts.contains(row.line()) ? cell(row, k) : null;
        if (part != null && table.amount(part).isPresent()) {
          filled.add(part);
        }
      }
      if (cell != null && !filled.isEmpty() && table.amount(cell).isPresent()) {
        sums.add(BoundSum.of(identity, table, cell, filled));
      }
    }
  }

  private @Nullable Cell cell(Row row, int k) {
    List<Line> columns = table.blocks().get(row.block()).columns();
    return k < columns.size()
        ? new Cell(table.lines().table(), row.block(), row.line().at(), columns.get(k).at())
        : null;
  }
}
