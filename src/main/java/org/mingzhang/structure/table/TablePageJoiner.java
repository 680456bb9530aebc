package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.text.CpuTimeBudget;
import org.mingzhang.text.PatternTable;

/**
 * Joins the grids of one table across pages. The next page's grid continues the table if it has the
 * same columns, only page numbers and repeated lines lie between, and it does not start a table of
 * its own. The rows of a performance form may have different columns, since its blocks differ even
 * within a page.
 */
final class TablePageJoiner {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(TablePageJoiner.class);
  private static final Pattern PAGE_TEXT = PATTERNS.get("page-text");
  private static final Pattern FORM_START = PATTERNS.get("form-start");
  private static final int MAX_COMPARED_ROWS = 8;

  /**
   * Joins the grids of a section that continue one table across pages. Repeated page text between
   * joined grids is dropped, and so are the positions of column edges of all grids that OCR did not
   * read.
   *
   * @throws CpuTimeBudget.BudgetExhaustedException if the budget does not suffice
   */
  Section join(Section section, CpuTimeBudget budget) {
    List<Section.Part> body = new ArrayList<>();
    List<Section.Part> between = new ArrayList<>();
    PagedTable open = null;
    boolean form = false;
    for (Section.Part part : section.body()) {
      budget.throwIfExhausted();
      if (open != null
          && part instanceof Section.TablePart next
          && !next.grid().isRecognizedByOcr()
          && continuesTable(open.firstAndLastRows(), form, next, between.isEmpty())) {
        addPage(open, form, next);
        form = form || TableVocabulary.isPerformanceForm(new Grid(next.grid()));
        between.clear();
      } else if (open != null
          && part instanceof Section.Paragraph p
          && isRepeatedPageText(section, p)) {
        between.add(part);
      } else {
        addOpenTableAndText(body, open, between);
        boolean printed =
            part instanceof Section.TablePart table && !table.grid().isRecognizedByOcr();
        open = printed ? new PagedTable((Section.TablePart) part) : null;
        form =
            open != null
                && TableVocabulary.isPerformanceForm(new Grid(open.firstAndLastRows().grid()));
        if (open == null) {
          body.add(part);
        }
      }
    }
    addOpenTableAndText(body, open, between);
    return section.withBody(body);
  }

  private static void addPage(PagedTable openTable, boolean isForm, Section.TablePart nextTable) {
    Section.TablePart upper = openTable.firstAndLastRows();
    GridColumnAlignment fit = GridColumnAlignment.align(upper, isForm, nextTable);
    if (fit.upper().grid().columns() != upper.grid().columns()) {
      // The page has columns that the table does not have so far, so all earlier rows must be split
      // at its edges.
      fit = GridColumnAlignment.align(openTable.wholeTable(), isForm, nextTable);
    }
    int repeated = countRepeatedRows(upper, nextTable);
    openTable.addPage(new GridConcatenator(fit.upper(), fit.lower(), repeated).join());
  }

  private static void addOpenTableAndText(
      List<Section.Part> body, @Nullable PagedTable openTable, List<Section.Part> partsBetween) {
    if (openTable != null) {
      body.add(withoutEdgePositions(openTable.wholeTable()));
    }
    body.addAll(partsBetween);
    partsBetween.clear();
  }

  /** Copies a part without the positions of edges, which are needed only for joining. */
  private static Section.TablePart withoutEdgePositions(Section.TablePart part) {
    TableBlock grid = part.grid();
    return new Section.TablePart(
        part.page(),
        part.table(),
        new TableBlock(grid.page(), grid.rows(), grid.columns(), grid.cells()),
        part.rowPages());
  }

  /**
   * Whether a paragraph may be repeated on each page of a table: a page number, 续表, the caption, or
   * a line with agency or unit above the table.
   */
  static boolean isRepeatedPageText(Section section, Section.Paragraph paragraph) {
    String text = CellText.joinLines(paragraph.text());
    return PAGE_TEXT.matcher(text).matches()
        || TableVocabulary.isFormNumberOrYear(text)
        || TableVocabulary.isLineAboveTable(text)
        || text.equals(section.title())
        || (text.startsWith(section.title()) && text.contains("续"));
  }

  /**
   * Whether a grid continues another grid. On the same page it must be adjacent, have the same
   * columns, and either repeat the header or have amounts without a header.
   */
  private static boolean continuesTable(
      Section.TablePart openTable,
      boolean isForm,
      Section.TablePart nextTable,
      boolean isAdjacent) {
    int last = openTable.rowPages().isEmpty() ? openTable.page() : openTable.rowPages().getLast();
    Grid grid = new Grid(nextTable.grid());
    boolean sameHeader =
        nextTable.page() == last && !isForm && countRepeatedRows(openTable, nextTable) > 0;
    boolean piece =
        nextTable.page() == last && isAdjacent && hasAmountsWithoutHeader(openTable, isForm, grid);
    if (nextTable.page() != last + 1 && !(sameHeader && isAdjacent) && !piece) {
      return false;
    }
    int first = firstFilledRow(grid);
    if (first == grid.rows()) {
      return true;
    }
    return (GridColumnAlignment.align(openTable, isForm, nextTable).haveSameColumns() || isForm)
        && !startsTable(openTable, isForm, nextTable, grid, first);
  }

  /**
   * Whether a grid on the same page has rows of amounts but no header. Web pages split a table
   * where the original document has a page break.
   */
  private static boolean hasAmountsWithoutHeader(
      Section.TablePart openTable, boolean isForm, Grid grid) {
    TableHeaderFinder.TableRowBounds rows = new TableHeaderFinder(grid).findRowBounds(0);
    return rows.headerEnd() == rows.headerStart()
        && grid.columns() > 2
        && grid.columns() == openTable.grid().columns()
        && !TableVocabulary.isPerformanceForm(grid)
        && !isForm
        && IntStream.range(0, grid.rows())
            .anyMatch(r -> grid.nonEmptyTexts(r).stream().skip(1).anyMatch(CellText::isNumber));
  }

  /**
   * Whether a grid starts a table of its own: with a caption, the first line of a form or, unless
   * the open table is a form, a header that has several rows or belongs to the right half of the
   * open table. False if the grid repeats the header of the open table.
   */
  private static boolean startsTable(
      Section.TablePart openTable,
      boolean isForm,
      Section.TablePart nextTable,
      Grid grid,
      int firstFilledRow) {
    if (countRepeatedRows(openTable, nextTable) > 0) {
      return false;
    }
    List<String> words = grid.nonEmptyTexts(firstFilledRow);
    if (words.stream()
        .anyMatch(w -> TableVocabulary.isCaption(w) || FORM_START.matcher(w).matches())) {
      return true;
    }
    boolean header =
        words.size() > 1
            && words.stream().noneMatch(CellText::isNumber)
            && words.stream().allMatch(TableVocabulary::isHeaderWord);
    return header
        && !isForm
        && (isHeaderContinuedBelow(grid, firstFilledRow)
            || TableHalves.startsRightHalf(openTable, nextTable));
  }

  /** Whether the row after a header row also belongs to the header and is not data. */
  private static boolean isHeaderContinuedBelow(Grid grid, int row) {
    TableHeaderFinder.TableRowBounds rows = new TableHeaderFinder(grid).findRowBounds(row);
    return rows.headerEnd() > row && (rows.headerEnd() > row + 1 || rows.codePartsRow() >= 0);
  }

  /**
   * Number of leading rows that repeat the header of the page before, including blank rows above
   * them; 0 if the header is not repeated.
   */
  private static int countRepeatedRows(Section.TablePart openTable, Section.TablePart nextTable) {
    Grid before = new Grid(openTable.grid());
    Grid after = new Grid(nextTable.grid());
    int first = firstFilledRow(after);
    for (int at = 0; at < Math.min(MAX_COMPARED_ROWS, before.rows()); at++) {
      int same = 0;
      while (at + same < before.rows()
          && first + same < after.rows()
          && !before.isBlankRow(at + same)
          && before.nonEmptyTexts(at + same).equals(after.nonEmptyTexts(first + same))
          && (before.nonEmptyTexts(at + same).stream().noneMatch(CellText::isNumber)
              || (same > 0 && TableVocabulary.areColumnNumbers(before.nonEmptyTexts(at + same))))) {
        same++;
      }
      if (same > 0 && before.nonEmptyTexts(at).size() > 1) {
        return first + same;
      }
    }
    return 0;
  }

  private static int firstFilledRow(Grid grid) {
    int row = 0;
    while (row < grid.rows() && grid.isBlankRow(row)) {
      row++;
    }
    return row;
  }
}
