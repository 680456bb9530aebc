package org.mingzhang.structure.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.TableBlock.Cell;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.text.PatternTable;

/**
 * Divides the rows of a grid into lines above the table, header and data. The header ends before
 * the first row with an amount, a code or a label with a list number; rows that divide merged
 * header cells belong to the header. Note that the last header row may also be the first data row
 * (类 款 项 | 合计 …).
 */
final class TableHeaderFinder {
  private static final int MAX_HEADER_ROWS = 6;
  private static final Pattern YEAR = Pattern.compile("20\\d\\d");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(TableHeaderFinder.class);
  private static final Pattern SIDE_TITLE = PATTERNS.get("side");
  private final Grid grid;

  TableHeaderFinder(Grid grid) {
    this.grid = grid;
  }

  /**
   * The row indices at which the header and the data of a table begin and end.
   *
   * @param headerStart first header row; rows before it contain caption, unit and similar lines
   * @param headerEnd row after the last complete header row; equal to {@code headerStart} without a
   *     header
   * @param codePartsRow row in which only the cells 类, 款, 项 are header, or -1
   * @param dataStart first data row, after the column numbers; may be the row of the code parts
   */
  record TableRowBounds(int headerStart, int headerEnd, int codePartsRow, int dataStart) {}

  /**
   * Finds the rows of the table that starts at a row; a header has at most {@link #MAX_HEADER_ROWS}
   * rows. The header starts at the number of rows of the grid if no table follows.
   */
  TableRowBounds findRowBounds(int start) {
    int first = start;
    while (first < grid.rows() && isAboveTable(first)) {
      first++;
    }
    int end = first;
    while (end < grid.rows() && end - first < MAX_HEADER_ROWS && isHeaderRow(end, first)) {
      end++;
    }
    int codeParts = end > first && end < grid.rows() && hasCodeParts(end) ? end : -1;
    int data = end;
    while (end > first
        && data < grid.rows()
        && TableVocabulary.areColumnNumbers(grid.nonEmptyTexts(data))) {
      data++;
    }
    return new TableRowBounds(first, end, codeParts, data);
  }

  private boolean isAboveTable(int row) {
    List<String> words = grid.nonEmptyTexts(row);
    if (words.isEmpty()) {
      return true;
    }
    if (words.size() == 1 && TableVocabulary.isCaption(words.get(0))) {
      return true;
    }
    if (isAgencyBesideUnit(words)) {
      return true;
    }
    return words.stream()
        .allMatch(
            w ->
                TableVocabulary.isFormNumberOrYear(w)
                    || TableVocabulary.isLineAboveTable(w)
                    || (TableVocabulary.isCaption(w) && !TableVocabulary.isHeaderWord(w)));
  }

  /**
   * Whether a row holds only the name of an agency without a label, and the unit: 南浦县水务局 | 单位：万元.
   */
  private static boolean isAgencyBesideUnit(List<String> words) {
    return words.size() == 2
        && TableVocabulary.isLineAboveTable(words.getLast())
        && TableVocabulary.findUnit(words.getLast()) != null
        && !TableVocabulary.isHeaderWord(words.getLast())
        && !TableVocabulary.isHeaderWord(words.getFirst())
        && !isDataValue(words.getFirst());
  }

  private boolean isHeaderRow(int row, int firstRow) {
    List<String> words = grid.nonEmptyTexts(row);
    if (TableVocabulary.areColumnNumbers(words) && words.contains("栏次")) {
      return false;
    }
    if (words.stream()
        .anyMatch(w -> isDataValue(w) && !(row == firstRow && YEAR.matcher(w).matches()))) {
      return false;
    }
    if (row == firstRow) {
      return words.size() > 1 || grid.firstCellWidth(row) > 1;
    }
    if (isTotalRow(row, words)) {
      return false;
    }
    if (words.isEmpty()) {
      return isCoveredFromAbove(row, firstRow);
    }
    if (fillsBlankTitlesAbove(row)) {
      return true;
    }
    boolean reached = isCoveredFromAbove(row, firstRow);
    boolean divides = subdividesHeaderAbove(row, words);
    boolean titles =
        isBelowTwoSides(row)
            || (words.stream().anyMatch(TableVocabulary::isHeaderWord)
                && words.stream().allMatch(TableVocabulary::mayBeHeaderBesideHeaderWords));
    return titles ? reached || divides : reached && divides;
  }

  /**
   * Whether a row has header words below both words of the row above, which are the titles of two
   * sides (收入 and 支出) with blank cells to the right of each. The other words of such a row are
   * titles too, known or not.
   */
  private boolean isBelowTwoSides(int row) {
    List<Integer> sides =
        IntStream.range(0, grid.columns())
            .filter(c -> !grid.ownText(row - 1, c).isEmpty())
            .boxed()
            .toList();
    return sides.size() == 2
        && sides.stream()
            .allMatch(
                c ->
                    SIDE_TITLE.matcher(grid.ownText(row - 1, c)).matches()
                        && TableVocabulary.isHeaderWord(grid.ownText(row, c)));
  }

  /**
   * Whether the texts of a row are the titles of a column group in a grid without merged cells: the
   * first text stands below the group's title, and each blank cell of the row above has one of the
   * other texts below it. The first text is a header word or the label of a total, or all these
   * columns have amounts.
   */
  private boolean fillsBlankTitlesAbove(int row) {
    List<Integer> filled =
        IntStream.range(0, grid.columns())
            .filter(c -> !grid.ownText(row, c).isEmpty())
            .boxed()
            .toList();
    if (filled.size() < 2 || filled.getFirst() == 0) {
      return false;
    }
    String first = grid.ownText(row, filled.getFirst());
    List<Integer> blank =
        IntStream.range(0, grid.columns())
            .filter(c -> grid.text(row - 1, c).isEmpty())
            .boxed()
            .toList();
    boolean known =
        filled.size() > 2
            && (TableVocabulary.isTotal(first) || TableVocabulary.isHeaderWord(first));
    return !grid.ownText(row - 1, filled.getFirst()).isEmpty()
        && blank.equals(filled.subList(1, filled.size()))
        && (known || filled.stream().allMatch(c -> hasOnlyAmountsBelow(row, c)));
  }

  /** Whether a column has amounts below a row, and no words. */
  private boolean hasOnlyAmountsBelow(int row, int column) {
    List<String> below =
        IntStream.range(row + 1, grid.rows())
            .mapToObj(r -> grid.ownText(r, column))
            .filter(text -> !text.isEmpty())
            .toList();
    return !below.isEmpty() && below.stream().allMatch(CellText::isNumber);
  }

  private static boolean isDataValue(String word) {
    return CellText.isNumber(word)
        || CellText.startsWithListNumber(word)
        || CellText.isEllipsis(word);
  }

  /** Whether a row holds only 合计, possibly beside the code parts 类 款 项. */
  private static boolean isTotalRow(int row, List<String> words) {
    List<String> rest = words.stream().filter(w -> !TableVocabulary.isCodePart(w)).toList();
    return row > 0 && rest.size() == 1 && TableVocabulary.isTotal(rest.get(0));
  }

  private boolean isCoveredFromAbove(int row, int firstRow) {
    for (int c = 0; c < grid.columns(); c++) {
      Cell cell = grid.cell(row, c);
      if (cell != null && cell.row() < row && cell.row() >= firstRow && !cell.text().isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row is empty, has only code parts, or a cell below a wider or a blank one. */
  private boolean subdividesHeaderAbove(int row, List<String> words) {
    if (words.isEmpty()) {
      return true;
    }
    for (int c = 0; c < grid.columns(); c++) {
      Cell above = grid.cell(row - 1, c);
      Cell own = grid.cell(row, c);
      if (above != null
          && own != null
          && !grid.ownText(row, c).isEmpty()
          && (above.columnSpan() > own.columnSpan() || above.text().isBlank())) {
        return true;
      }
    }
    return words.stream().allMatch(TableVocabulary::isCodePart);
  }

  private boolean hasCodeParts(int row) {
    return grid.nonEmptyTexts(row).stream().filter(TableVocabulary::isCodePart).count() >= 2;
  }
}
