package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mingzhang.model.TableBlock;
import org.mingzhang.structure.grid.Grid;

/**
 * The columns of a table: which grid columns form a column, and its name. A grid column belongs to
 * its left neighbor if no row has text in both of them separately, as in grids that combine several
 * tables.
 *
 * @param startColumns first grid column of each column
 * @param names name of each column, the header's levels joined with {@code /}
 */
record TableColumns(List<Integer> startColumns, List<String> names) {

  /** Reads the columns of the rows from {@code bounds.dataStart()} to {@code end} (exclusive). */
  static TableColumns read(Grid grid, TableHeaderFinder.TableRowBounds bounds, int end) {
    List<Integer> starts = new ArrayList<>();
    for (int c = 0; c < grid.columns(); c++) {
      if (starts.isEmpty() || !belongsToColumnAtLeft(grid, bounds, end, starts.getLast(), c)) {
        starts.add(c);
      }
    }
    List<List<String>> paths = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int next = i + 1 < starts.size() ? starts.get(i + 1) : grid.columns();
      paths.add(titlePath(grid, bounds, starts.get(i), next));
    }
    return new TableColumns(starts, joinTitlePaths(paths));
  }

  /** Whether a grid column belongs to the column that starts further left. */
  private static boolean belongsToColumnAtLeft(
      Grid grid, TableHeaderFinder.TableRowBounds bounds, int end, int start, int column) {
    for (int r = bounds.headerStart(); r < end; r++) {
      String text = grid.text(r, column);
      if (text.isEmpty() || grid.isSameCell(r, column, r, column - 1)) {
        continue;
      }
      boolean parts = r == bounds.codePartsRow() && TableVocabulary.isCodePart(text);
      boolean header = r < bounds.headerEnd() || parts;
      boolean skipped = !header && r < bounds.dataStart();
      if (header || (!skipped && hasText(grid, r, start, column))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasText(Grid grid, int row, int from, int to) {
    return IntStream.range(from, to).anyMatch(c -> !grid.text(row, c).isEmpty());
  }

  private static List<String> titlePath(
      Grid grid, TableHeaderFinder.TableRowBounds bounds, int from, int to) {
    List<String> path = new ArrayList<>();
    for (int r = bounds.headerStart(); r < bounds.headerEnd(); r++) {
      for (int c = from; c < to; c++) {
        boolean seen =
            (r > bounds.headerStart() && grid.isSameCell(r, c, r - 1, c))
                || (c > from && grid.isSameCell(r, c, r, c - 1));
        String text = seen ? "" : headerText(grid, bounds, r, c);
        if (r > bounds.headerStart() && continuesHeaderAbove(grid, bounds, r, c)) {
          path.set(path.size() - 1, path.getLast() + text);
        } else if (!text.isEmpty()
            && !(r > bounds.headerStart() && isTotalLabelUnderSeveralColumns(grid, r, c))) {
          path.add(text);
        }
      }
    }
    if (bounds.codePartsRow() >= 0
        && TableVocabulary.isCodePart(grid.ownText(bounds.codePartsRow(), from))) {
      path.add(grid.ownText(bounds.codePartsRow(), from));
    }
    return path;
  }

  /**
   * Whether a header cell is the second half of the cell above it, which is not the name of a group
   * of columns.
   */
  private static boolean continuesHeaderAbove(
      Grid grid, TableHeaderFinder.TableRowBounds bounds, int row, int column) {
    TableBlock.Cell above = grid.cell(row - 1, column);
    TableBlock.Cell cell = grid.cell(row, column);
    return above != null
        && cell != null
        && !cell.equals(above)
        && above.column() == cell.column()
        && above.columnSpan() == cell.columnSpan()
        && TableVocabulary.isHeaderContinuation(grid.text(row, column))
        && !grid.text(row - 1, column).isEmpty()
        && !(column + 1 < grid.columns()
            && grid.text(row - 1, column + 1).isEmpty()
            && !headerText(grid, bounds, row - 1, column + 1).isEmpty());
  }

  /**
   * Whether a cell 合计 below several columns is the label of a total row that shares its row with
   * the header.
   */
  private static boolean isTotalLabelUnderSeveralColumns(Grid grid, int row, int column) {
    TableBlock.Cell cell = grid.cell(row, column);
    return cell != null
        && cell.columnSpan() > 1
        && TableVocabulary.isTotal(grid.text(row, column))
        && !grid.isSameCell(row - 1, cell.column(), row - 1, cell.column() + cell.columnSpan() - 1);
  }

  /**
   * Text of a header position. In a grid without merged cells, the name of a group applies up to
   * the next name.
   */
  private static String headerText(
      Grid grid, TableHeaderFinder.TableRowBounds bounds, int row, int column) {
    String text = grid.text(row, column);
    if (!text.isEmpty() || row + 1 >= bounds.headerEnd() || hasMergedCells(grid, bounds)) {
      return text;
    }
    for (int c = column; c >= 0 && hasTitleBelow(grid, bounds, row, column); c--) {
      if (!grid.ownText(row, c).isEmpty()) {
        return grid.ownText(row, c);
      }
    }
    return "";
  }

  private static boolean hasTitleBelow(
      Grid grid, TableHeaderFinder.TableRowBounds bounds, int row, int column) {
    return IntStream.range(row + 1, bounds.headerEnd())
        .anyMatch(r -> !grid.ownText(r, column).isEmpty());
  }

  private static boolean hasMergedCells(Grid grid, TableHeaderFinder.TableRowBounds bounds) {
    return IntStream.range(bounds.headerStart(), bounds.headerEnd())
        .anyMatch(
            r -> IntStream.range(1, grid.columns()).anyMatch(c -> grid.isSameCell(r, c, r, c - 1)));
  }

  /**
   * Joins the paths to names. Columns with equal names are distinguished by a mark at the first
   * level: (左) and (右) for two columns, a number for more.
   */
  private static List<String> joinTitlePaths(List<List<String>> paths) {
    Map<List<String>, Integer> count = new HashMap<>();
    paths.forEach(path -> count.merge(path, 1, Integer::sum));
    Map<List<String>, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (List<String> path : paths) {
      int times = count.getOrDefault(path, 1);
      List<String> named = new ArrayList<>(path);
      if (times > 1 && !path.isEmpty()) {
        int nth = seen.merge(path, 1, Integer::sum);
        String mark = times == 2 ? (nth == 1 ? "(左)" : "(右)") : "(" + nth + ")";
        named.set(0, path.get(0) + mark);
      }
      names.add(String.join("/", named));
    }
    return names;
  }

  /**
   * The texts of a grid row, one for each column. A name without digits that is merged over several
   * rows is repeated in each that has another text; other merged texts are in the first row only.
   */
  List<String> cellTexts(Grid grid, int row, TableHeaderFinder.TableRowBounds bounds) {
    List<String> cells = new ArrayList<>(startColumns.size());
    for (int i = 0; i < startColumns.size(); i++) {
      int next = i + 1 < startColumns.size() ? startColumns.get(i + 1) : grid.columns();
      StringBuilder text = new StringBuilder();
      for (int c = startColumns.get(i); c < next; c++) {
        String own =
            isBelowTopOfMergedName(grid, row, c, bounds.dataStart())
                ? grid.text(row, c)
                : grid.ownText(row, c);
        text.append(row == bounds.codePartsRow() && TableVocabulary.isCodePart(own) ? "" : own);
      }
      cells.add(text.toString());
    }
    return cells;
  }

  /** Whether a position is below the top of a name that is merged over several rows. */
  private static boolean isBelowTopOfMergedName(Grid grid, int row, int column, int firstDataRow) {
    TableBlock.Cell cell = grid.cell(row, column);
    return cell != null
        && cell.row() >= firstDataRow
        && cell.row() < row
        && cell.column() == column
        && !TableVocabulary.isTotal(grid.text(row, column))
        && !TableVocabulary.isCodePart(grid.text(row, column))
        && grid.text(row, column).chars().noneMatch(Character::isDigit)
        && !grid.isBlankRow(row);
  }

  /** Whether a column holds line numbers (行次). */
  boolean holdsLineNumbers(int column) {
    return names.get(column).endsWith("行次");
  }
}
