package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.Line;

/**
 * Rows of a table whose amounts may stand in columns that are not theirs: text keeps no blank
 * cells, so that of two amounts under three heads the second may be of either column behind the
 * total; and a row that was broken elsewhere has words or the code of its neighbour among its
 * amounts. What is made of such cells is neither right nor wrong.
 */
final class MisreadRows {
  private static final CheckResult.Undecided PACKED =
      new CheckResult.Undecided(
          "文本未保留空白单元格，不能确定金额属于哪一栏",
          "text keeps no blank cells: the column of an amount is not known");
  private static final CheckResult.Undecided BROKEN =
      new CheckResult.Undecided("该行没有按栏读出", "the row was not read column by column");

  /** Short rows of a table from which on its blanks count as lost. */
  private static final int SHORT_ROWS = 2;

  /** Columns up to which the place of an amount is known without the blanks. */
  private static final int FEW_COLUMNS = 2;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2}");

  /**
   * Code of a functional or economic class (政府收支分类科目). Beside amounts printed in whole 元 a number
   * of three digits is no amount.
   */
  private static final Pattern CLASS = Pattern.compile("2[0-3]\\d|3\\d\\d");

  private static final Pattern WHOLE = Pattern.compile("\\d{1,3}(?:[,，]\\d{3})+|\\d{5,}");

  /** Code of a 款 or 项 in a column of its own; no amount begins with a nought. */
  private static final Pattern PART = Pattern.compile("0[1-9]");

  private final boolean text;

  /**
   * Rows of one table.
   *
   * @param text whether it was read from plain text
   */
  MisreadRows(boolean text) {
    this.text = text;
  }

  /** Why nothing can be concluded from the cells of a sum; null where they are in their columns. */
  CheckResult.@Nullable Undecided of(BoundSum sum) {
    FormTable table = sum.table();
    boolean sides = sum.identity().binder() == FormIdentity.Binder.SIDES;
    if (sum.cells().stream().anyMatch(c -> isBroken(table, c)) || (sides && isShifted(table))) {
      return BROKEN;
    }
    return text && isPacked(sum) ? PACKED : null;
  }

  private static boolean isBroken(FormTable table, Cell cell) {
    List<String> row = table.cells().data().rows().get(cell.row());
    List<String> amounts =
        table.blocks().get(cell.block()).columns().stream().map(c -> row.get(c.at())).toList();
    boolean whole = amounts.stream().anyMatch(a -> WHOLE.matcher(a.strip()).matches());
    return amounts.stream().anyMatch(a -> HAN.matcher(a).find() || PART.matcher(a).matches())
        || (whole && amounts.stream().anyMatch(a -> CLASS.matcher(a.strip()).matches()));
  }

  /** Whether amounts stand beside no name in a side that has names: they are of the other side. */
  private static boolean isShifted(FormTable table) {
    for (int b = 0; b < table.blocks().size(); b++) {
      int name = table.cells().columns().blocks().get(b).name();
      for (Line line : table.blocks().get(b).rows()) {
        String label = name < 0 ? "" : table.cells().data().rows().get(line.at()).get(name);
        if (name >= 0 && label.isBlank() && filled(table, b, line.at()).contains(true)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a sum of rows is one of amounts that may stand in another column. */
  private static boolean isPacked(BoundSum sum) {
    TableLines.Block block = sum.table().blocks().get(sum.whole().block());
    return sum.identity().binder() != FormIdentity.Binder.COLUMNS
        && block.columns().size() > FEW_COLUMNS
        && sum.whole().column() != block.columns().getFirst().at()
        && lostBlanks(sum.table(), sum.whole().block());
  }

  /** Whether several rows are too short and none has a blank before an amount. */
  private static boolean lostBlanks(FormTable table, int block) {
    TableLines.Block lines = table.blocks().get(block);
    int found = 0;
    for (Line row : lines.rows()) {
      List<Boolean> filled = filled(table, block, row.at());
      int amounts = (int) filled.stream().filter(f -> f).count();
      if (filled.subList(0, amounts).contains(false)) {
        return false;
      }
      found += isShort(filled, lines.columns().size()) ? 1 : 0;
    }
    return found >= SHORT_ROWS;
  }

  private static boolean isShort(List<Boolean> filled, int columns) {
    long amounts = filled.stream().filter(f -> f).count();
    return amounts > 1 && amounts < columns;
  }

  private static List<Boolean> filled(FormTable table, int block, int row) {
    List<Boolean> filled = new ArrayList<>();
    for (Line column : table.blocks().get(block).columns()) {
      filled.add(!table.cells().data().rows().get(row).get(column.at()).isBlank());
    }
    return filled;
  }
}
