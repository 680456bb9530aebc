package org.mingzhang.audit.form;

import java.util.List;
import org.mingzhang.fact.cell.TableLines.Line;
import org.mingzhang.fact.cell.TableLines.Role;

/**
 * Binds the columns of a table: a whole and the columns behind it, up to the next whole. Behind a
 * plain 合计 every column must be one of its parts; an account that is named is made of its parts
 * whatever stands beside them.
 */
final class ColumnBinder extends TableBinder {
  private final MemberLines members;

  ColumnBinder(FormIdentity identity, FormTable table) {
    super(identity, table);
    this.members = new MemberLines(identity);
  }

  @Override
  void bind() {
    for (int b = 0; b < table.blocks().size(); b++) {
      List<Line> columns = table.blocks().get(b).columns();
      for (int i = 0; i < columns.size(); i++) {
        if (members.isWhole(columns.get(i))) {
          bind(b, columns.get(i), behind(columns, i));
        }
      }
    }
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

  private void bind(int block, Line whole, List<Line> behind) {
    List<Line> parts = members.parts(whole, behind);
    if (parts != null
        && parts.size() >= 2
        && (!whole.account().isEmpty() || members.isComplete(behind, parts))) {
      for (Line row : table.blocks().get(block).rows()) {
        Cell cell = cell(block, row.at(), whole.at());
        add(cell, parts.stream().map(p -> cell.in(p.at())));
      }
    }
  }
}
