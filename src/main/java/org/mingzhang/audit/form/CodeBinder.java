package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.fact.cell.TableLines;

/**
 * Binds amounts to the codes of their rows: a class is made of its groups, a group of its items,
 * the total of all classes. Codes order the rows and are never added.
 */
final class CodeBinder {
  /** Digits of the code of a class. */
  private static final int CLASS = 3;

  /** Digits of the code of a group, the lowest that has parts. */
  private static final int GROUP = 5;

  private final FormIdentity identity;
  private final FormTable table;

  CodeBinder(FormIdentity identity, FormTable table) {
    this.identity = identity;
    this.table = table;
  }

  List<BoundSum> bind() {
    List<BoundSum> sums = new ArrayList<>();
    for (int b = 0; b < table.blocks().size(); b++) {
      if (table.blocks().get(b).coded()) {
        bind(b, table.blocks().get(b), sums);
      }
    }
    return sums;
  }

  private void bind(int number, TableLines.Block block, List<BoundSum> sums) {
    Map<String, List<Integer>> below = new HashMap<>();
    for (TableLines.Line line : block.rows()) {
      String code = line.code();
      if (code.length() >= CLASS) {
        String above = code.substring(0, code.length() - 2);
        below
            .computeIfAbsent(code.length() == CLASS ? "" : above, k -> new ArrayList<>())
            .add(line.at());
      }
    }
    for (TableLines.Line line : block.rows()) {
      boolean total = line.code().isEmpty() && line.role() == TableLines.Role.TOTAL;
      boolean parent = line.code().length() >= CLASS && line.code().length() <= GROUP;
      List<Integer> rows = total || parent ? below.getOrDefault(line.code(), List.of()) : List.of();
      for (TableLines.Line column : block.columns()) {
        add(new Cell(table.lines().table(), number, line.at(), column.at()), rows, sums);
      }
    }
  }

  private void add(Cell whole, List<Integer> rows, List<BoundSum> sums) {
    List<Cell> parts = new ArrayList<>();
    for (int row : rows) {
      Cell part = new Cell(whole.table(), whole.block(), row, whole.column());
      if (table.amount(part).isPresent()) {
        parts.add(part);
      }
    }
    if (!parts.isEmpty() && table.amount(whole).isPresent()) {
      sums.add(BoundSum.of(identity, table, whole, parts));
    }
  }
}
