package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.fact.cell.TableLines.Line;

/**
 * Binds the rows of a table: the one row of a whole and those of its parts, also in the blocks
 * beside it. Columns of several blocks belong together by their order.
 */
final class RowBinder extends TableBinder {
  private final MemberLines members;

  RowBinder(FormIdentity identity, FormTable table) {
    super(identity, table);
    this.members = new MemberLines(identity);
  }

  private record Row(int block, Line line) {}

  @Override
  void bind() {
    List<Row> rows = new ArrayList<>();
    for (int b = 0; b < table.blocks().size(); b++) {
      for (Line line : table.blocks().get(b).rows()) {
        rows.add(new Row(b, line));
      }
    }
    List<Row> wholes = rows.stream().filter(r -> members.isWhole(r.line())).toList();
    List<Line> parts =
        wholes.size() == 1
            ? members.parts(wholes.getFirst().line(), rows.stream().map(Row::line).toList())
            : null;
    for (int k = 0; parts != null && k < columns(wholes.getFirst()).size(); k++) {
      int column = k;
      add(
          cell(wholes.getFirst(), k),
          rows.stream()
              .filter(r -> parts.contains(r.line()) && column < columns(r).size())
              .map(r -> cell(r, column)));
    }
  }

  private List<Line> columns(Row row) {
    return table.blocks().get(row.block()).columns();
  }

  private Cell cell(Row row, int k) {
    return cell(row.block(), row.line().at(), columns(row).get(k).at());
  }
}
