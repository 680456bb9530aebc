package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * Keeps amounts that stand below each other in one cell apart. Lines of cells are otherwise joined
 * without a blank, since words and numbers may be wrapped at any character.
 *
 * <p>A row all of whose filled cells have the same number of lines, each a value of its own,
 * becomes that many rows; in other cells, a blank takes the place of the line break between two
 * amounts.
 */
final class StackedCellPass implements CleaningPass {
  /**
   * A complete amount or rate, with two decimals. A number that continues on the next line does not
   * match.
   */
  private static final Pattern AMOUNT =
      Pattern.compile("[-－−▲]?[(（]?(?:\\d{1,3}(?:[,，]\\d{3})+|\\d+)[.．]\\d{2}[)）]?[%％]?");

  /** A line beside an amount in a cell of amounts: a dash, 0 or another amount. */
  private static final Pattern AMOUNT_OR_NONE =
      Pattern.compile("[-－−—]{1,2}|0|" + AMOUNT.pattern());

  private static final Pattern CODE = Pattern.compile("\\d{3,7}");

  /** Text of at least three ideographs, so that words wrapped in a narrow column are no names. */
  private static final Pattern NAME = Pattern.compile("(?:[^\\p{IsHan}]*\\p{IsHan}){3,}.*");

  @Override
  public List<Block> apply(List<Block> blocks) {
    List<Block> result = new ArrayList<>(blocks.size());
    for (Block block : blocks) {
      result.add(block instanceof TableBlock table ? separateStackedAmounts(table) : block);
    }
    return result;
  }

  private static TableBlock separateStackedAmounts(TableBlock table) {
    if (table.cells().stream().noneMatch(c -> holdsStackedAmounts(c.text()))) {
      return table;
    }
    int[] heights = new int[table.rows()];
    for (int row = 0; row < heights.length; row++) {
      heights[row] = countStackedRows(cellsBeginningIn(table, row));
    }
    int[] starts = new int[heights.length + 1];
    for (int row = 0; row < heights.length; row++) {
      starts[row + 1] = starts[row] + heights[row];
    }
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : table.cells()) {
      int start = starts[cell.row()];
      int end = starts[Math.min(cell.row() + cell.rowSpan(), heights.length)];
      if (cell.rowSpan() == 1 && heights[cell.row()] > 1 && !cell.text().isBlank()) {
        List<String> lines = lines(cell.text());
        for (int i = 0; i < lines.size(); i++) {
          cells.add(new Cell(start + i, cell.column(), 1, cell.columnSpan(), lines.get(i)));
        }
      } else {
        cells.add(
            new Cell(
                start, cell.column(), end - start, cell.columnSpan(), separateLines(cell.text())));
      }
    }
    return new TableBlock(
        table.page(),
        starts[heights.length],
        table.columns(),
        cells,
        table.edges(),
        table.isRecognizedByOcr());
  }

  private static List<Cell> cellsBeginningIn(TableBlock table, int row) {
    return table.cells().stream()
        .filter(c -> c.row() == row && !c.text().isBlank() && c.rowSpan() == 1)
        .toList();
  }

  /** The number of rows of values that the cells of a row hold; 1 if they are one row. */
  private static int countStackedRows(List<Cell> cells) {
    if (cells.size() < 2) {
      return 1;
    }
    int height = lines(cells.getFirst().text()).size();
    boolean stacked =
        height > 1
            && cells.stream().anyMatch(c -> holdsStackedAmounts(c.text()))
            && cells.stream()
                .map(c -> lines(c.text()))
                .allMatch(
                    lines ->
                        lines.size() == height
                            && (allMatch(lines, AMOUNT_OR_NONE)
                                || allMatch(lines, CODE)
                                || allMatch(lines, NAME)));
    return stacked ? height : 1;
  }

  private static boolean allMatch(List<String> lines, Pattern pattern) {
    Predicate<String> matches = pattern.asMatchPredicate();
    return lines.stream().allMatch(matches);
  }

  /** Whether a text has two lines below each other that are whole amounts. */
  private static boolean holdsStackedAmounts(String text) {
    if (text.indexOf('\n') < 0) {
      return false;
    }
    List<String> lines = lines(text);
    for (int i = 1; i < lines.size(); i++) {
      if (isAmount(lines.get(i - 1)) && isAmount(lines.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static String separateLines(String text) {
    if (!holdsStackedAmounts(text)) {
      return text;
    }
    StringBuilder separated = new StringBuilder();
    List<String> lines = lines(text);
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        boolean amounts = isAmount(lines.get(i - 1)) && isAmount(lines.get(i));
        separated.append(amounts ? ' ' : '\n');
      }
      separated.append(lines.get(i));
    }
    return separated.toString();
  }

  private static boolean isAmount(String line) {
    return AMOUNT.matcher(line).matches();
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
