package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.Line;
import org.mingzhang.fact.cell.TableLines.Role;

/**
 * Binds amounts to the codes of their rows: a class is made of its groups, a group of its items,
 * the total of all classes. Codes order the rows and are never added.
 */
final class CodeBinder extends TableBinder {
  private static final int CLASS = 3;

  /** Digits of the code of a group, the lowest that has parts. */
  private static final int GROUP = 5;

  CodeBinder(FormIdentity identity, FormTable table) {
    super(identity, table);
  }

  @Override
  void bind() {
    for (int b = 0; b < table.blocks().size(); b++) {
      if (table.blocks().get(b).coded()) {
        bind(b, table.blocks().get(b));
      }
    }
  }

  private void bind(int block, TableLines.Block lines) {
    Map<String, List<Integer>> below = new HashMap<>();
    for (Line line : lines.rows()) {
      String code = line.code();
      if (code.length() >= CLASS) {
        String above = code.length() == CLASS ? "" : code.substring(0, code.length() - 2);
        below.computeIfAbsent(above, k -> new ArrayList<>()).add(line.at());
      }
    }
    for (Line line : lines.rows()) {
      boolean total = line.code().isEmpty() && line.role() == Role.TOTAL;
      boolean parent = line.code().length() >= CLASS && line.code().length() <= GROUP;
      List<Integer> rows = total || parent ? below.getOrDefault(line.code(), List.of()) : List.of();
      for (Line column : lines.columns()) {
        add(
            cell(block, line.at(), column.at()),
            rows.stream().map(row -> cell(block, row, column.at())));
      }
    }
  }
}
