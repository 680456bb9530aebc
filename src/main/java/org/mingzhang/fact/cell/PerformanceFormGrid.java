package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.CompactText;

/**
 * The grid of a performance form, with cells that keep their offsets in the text of the section.
 *
 * @param sectionPath path of the section
 * @param rows the cells, row by row; all rows have the same number of cells
 */
record PerformanceFormGrid(String sectionPath, List<List<Cell>> rows) {
  /**
   * A cell.
   *
   * @param row 0-based row
   * @param column 0-based column
   * @param text its text without white space
   * @param start offset of its text in the text of the section, in UTF-16 units
   * @param end offset after it
   * @param page 1-based page of its row
   */
  record Cell(int row, int column, String text, int start, int end, int page) {
    /** The number in the cell; empty if the cell contains any other text. */
    Optional<BigDecimal> parseNumber() {
      return AmountParser.parseNumber(text);
    }

    Cell withRow(int other) {
      return new Cell(other, column, text, start, end, page);
    }
  }

  /**
   * Builds the grid of a table part that starts at an offset in the text of a section.
   *
   * @param at offset of the part in the text of the section
   */
  static PerformanceFormGrid build(String section, Section.TablePart part, int at) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Section.TableTextLine> lines = part.lines();
    List<List<String>> grid = part.grid().grid();
    for (int r = 0; r < grid.size(); r++) {
      List<Cell> row = new ArrayList<>();
      List<Integer> offsets = Section.TableTextLine.cellOffsets(grid.get(r));
      for (int c = 0; c < grid.get(r).size(); c++) {
        String printed = grid.get(r).get(c).replace("\n", "");
        String text = CompactText.compact(printed).text();
        int from = at + lines.get(r).offset() + offsets.get(c);
        int blank = printed.length() - printed.stripLeading().length();
        row.add(
            new Cell(
                r,
                c,
                text,
                from + blank,
                from + printed.stripTrailing().length(),
                part.rowPages().get(r)));
      }
      rows.add(row);
    }
    return new PerformanceFormGrid(section, rows);
  }

  /**
   * The forms of a grid that contains several, one below the other. Each starts with a row that
   * names its project, after the indicators of the form before.
   *
   * @param label pattern of the label of a project
   */
  List<PerformanceFormGrid> splitForms(Pattern label) {
    List<PerformanceFormGrid> forms = new ArrayList<>();
    int from = 0;
    boolean indicators = false;
    for (int r = 0; r < rows.size(); r++) {
      if (indicators && rows.get(r).stream().anyMatch(c -> label.matcher(c.text()).matches())) {
        forms.add(slice(from, r));
        from = r;
        indicators = false;
      }
      indicators |= rows.get(r).stream().anyMatch(PerformanceFormGrid::isIndicatorHeader);
    }
    forms.add(from == 0 ? this : slice(from, rows.size()));
    return forms;
  }

  private PerformanceFormGrid slice(int from, int to) {
    return new PerformanceFormGrid(
        sectionPath,
        rows.subList(from, to).stream()
            .map(row -> row.stream().map(c -> c.withRow(c.row() - from)).toList())
            .toList());
  }

  private static boolean isIndicatorHeader(Cell cell) {
    return cell.text().equals("一级指标") || cell.text().equals("三级指标");
  }

  /** The rows above the header of the indicators (一级指标); all rows if there is no such header. */
  List<List<Cell>> rowsAboveIndicators() {
    return rows.stream()
        .takeWhile(r -> r.stream().noneMatch(PerformanceFormGrid::isIndicatorHeader))
        .toList();
  }

  /** The first cell with text to the right of a cell; empty if there is none. */
  Optional<Cell> findCellRightOf(Cell cell) {
    List<Cell> row = rows.get(cell.row());
    return row.subList(cell.column() + 1, row.size()).stream()
        .filter(c -> !c.text().isEmpty())
        .findFirst();
  }

  /** The location of a cell, with its row as quote and without the position in a data table. */
  FactLocation location(Cell cell) {
    return new FactLocation(
        sectionPath, cell.page(), cell.start(), cell.end(), rowText(cell.row()), null);
  }

  /** The texts of a row, separated by blanks. */
  String rowText(int row) {
    return String.join(
        " ", rows.get(row).stream().map(Cell::text).filter(t -> !t.isEmpty()).toList());
  }
}
