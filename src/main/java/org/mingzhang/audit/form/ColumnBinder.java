package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.Line;
import org.mingzhang.fact.cell.TableLines.Role;

/**
 * Binds the columns of a table: a whole and the columns behind it, up to the next whole. Behind a
 * plain 合计 every column must be one of its parts; an account that is named is made of its parts
 * whatever stands beside them.
 */
final class ColumnBinder {
  private final FormIdentity identity;
  private final FormTable table;
  private final MemberLines members;

  ColumnBinder(FormIdentity identity, FormTable table) {
    this.identity = identity;
    this.table = table;
    this.members = new MemberLines(identity);
  }

  List<BoundSum> bind() {
    List<BoundSum> sums = new ArrayList<>();
    for (int b = 0; b < table.blocks().size(); b++) {
      TableLines.Block block = table.blocks().get(b);
      List<Line> columns = block.columns();
      for (int i = 0; i < columns.size(); i++) {
        if (members.isWhole(columns.get(i))) {
          bind(b, block, columns.get(i), behind(columns, i), sums);
        }
      }
    }
    return sums;
  }

  /** The columns behind a whole, up to one that is a whole as well. */
  private List<Line> behind(List<Line> columns, int whole) {
    int end = whole + 1;
    while (end < columns.size()
        && !members.isWhole(columns.get(end))
        && !(columns.get(end).role() == Role.TOTAL && columns.get(end).isPlain())) {
      end++;
    }
    return columns.subList(whole + 1, end);
  }

  private void bind(
      int number, TableLines.Block block, Line whole, List<Line> behind, List<BoundSum> sums) {
    List<Line> parts = members.parts(whole, behind);
    if (parts == null
        || parts.size() < 2
        || (whole.account().isEmpty() && !members.isComplete(behind, parts))) {
      return;
    }
    for (Line row : block.rows()) {
      Cell cell = new Cell(table.lines().table(), number, row.at(), whole.at());
      List<Cell> filled =
          parts.stream()
              .map(p -> cell.in(p.at()))
              .filter(c -> table.amount(c).isPresent())
              .toList();
      if (!filled.isEmpty() && table.amount(cell).isPresent()) {
        sums.add(BoundSum.of(identity, table, cell, filled));
      }
    }
  }
}
