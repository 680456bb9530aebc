package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;

/**
 * Joins the parts of a table of copied text that is continued below a page number and its repeated
 * caption with the word 续. The parts have the same titles. Stateless.
 */
final class ContinuedTableJoiner {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ContinuedTableJoiner.class);
  private static final Pattern CONTINUATION_MARK = PATTERNS.get("continued");
  private static final Pattern ANNEX_NUMBER = PATTERNS.get("annex");
  private static final Pattern UNIT = PATTERNS.get("account-body-finder-unit");

  /** Maximum number of lines between two parts: page number, annex, caption, agency and unit. */
  private static final int MAX_LINES_BETWEEN = 5;

  private ContinuedTableJoiner() {}

  /** The blocks, with continued tables appended to the tables that they continue. */
  static List<Block> join(List<Block> blocks) {
    List<Block> joined = new ArrayList<>();
    int last = -1;
    for (Block block : blocks) {
      if (block instanceof TableBlock next
          && last >= 0
          && joined.get(last) instanceof TableBlock open
          && isContinuation(open, next, joined.subList(last + 1, joined.size()))) {
        joined.set(last, append(open, next));
        joined.subList(last + 1, joined.size()).clear();
        continue;
      }
      last = block instanceof TableBlock ? joined.size() : last;
      joined.add(block);
    }
    return joined;
  }

  private static boolean isContinuation(
      TableBlock table, TableBlock nextTable, List<Block> between) {
    boolean marked = false;
    if (between.size() > MAX_LINES_BETWEEN
        || table.page() != nextTable.page()
        || nextTable.rows() < 2
        || !table.grid().getFirst().equals(nextTable.grid().getFirst())) {
      return false;
    }
    for (Block block : between) {
      String text = block instanceof TextBlock line ? LineText.removeBlanks(line.text()) : "";
      boolean mark = !text.isEmpty() && CONTINUATION_MARK.matcher(text).find();
      marked |= mark;
      if (!mark
          && !ANNEX_NUMBER.matcher(text).matches()
          && !UNIT.matcher(text).find()
          && !LineText.isPageNumberOrStroke(text)) {
        return false;
      }
    }
    return marked;
  }

  /** The rows of a table and of its continuation, whose repeated titles are left out. */
  private static TableBlock append(TableBlock open, TableBlock next) {
    List<TableBlock.Cell> cells = new ArrayList<>(open.cells());
    for (TableBlock.Cell cell : next.cells()) {
      if (cell.row() > 0) {
        cells.add(
            new TableBlock.Cell(
                cell.row() - 1 + open.rows(),
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.text()));
      }
    }
    return new TableBlock(
        open.page(), open.rows() + next.rows() - 1, open.columns(), List.copyOf(cells));
  }
}
