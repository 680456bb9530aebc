package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Section;
import org.mingzhang.text.Amounts;
import org.mingzhang.text.CompactText;

/**
 * The grid of a performance form as text without white space, each cell with its place in the text
 * of the section.
 *
 * @param section path of the section
 * @param rows the cells, row by row
 */
record FormGrid(String section, List<List<Cell>> rows) {
  /**
   * A cell.
   *
   * @param row its row
   * @param column its column
   * @param text its text without white space
   * @param start its place in the text of the section
   * @param end place behind it
   * @param page 1-based page
   */
  record Cell(int row, int column, String text, int start, int end, int page) {
    /** The number in the cell, and nothing else. */
    Optional<BigDecimal> number() {
      return Amounts.number(text);
    }

    Cell inRow(int other) {
      return new Cell(other, column, text, start, end, page);
    }
  }

  /**
   * The grid of a part of a section.
   *
   * @param at place of the part in the section's text
   */
  static FormGrid of(String section, Section.TablePart part, int at) {
    List<List<Cell>> rows = new ArrayList<>();
    int start = at;
    List<List<String>> grid = part.grid().grid();
    for (int r = 0; r < grid.size(); r++) {
      List<Cell> row = new ArrayList<>();
      int from = start;
      for (int c = 0; c < grid.get(r).size(); c++) {
        String printed = grid.get(r).get(c).replace("\n", "");
        String text = CompactText.of(printed).text();
        int blank = printed.length() - printed.stripLeading().length();
        row.add(
            new Cell(
                r,
                c,
                text,
                from + blank,
                from + printed.stripTrailing().length(),
                part.rowPages().get(r)));
        from += printed.length() + 1;
      }
      rows.add(row);
      start += line(grid.get(r)).length() + 1;
    }
    return new FormGrid(section, rows);
  }

  /**
   * The forms of a grid that holds one below the other: each begins with a row that names its
   * project, behind the indicators of the one before.
   */
  List<FormGrid> forms(Pattern label) {
    List<FormGrid> forms = new ArrayList<>();
    int from = 0;
    boolean indicators = false;
    for (int r = 0; r < rows.size(); r++) {
      if (indicators && rows.get(r).stream().anyMatch(c -> label.matcher(c.text()).matches())) {
        forms.add(rows(from, r));
        from = r;
        indicators = false;
      }
      indicators |= rows.get(r).stream().anyMatch(FormGrid::headsIndicators);
    }
    forms.add(from == 0 ? this : rows(from, rows.size()));
    return forms;
  }

  private FormGrid rows(int from, int to) {
    return new FormGrid(
        section,
        rows.subList(from, to).stream()
            .map(row -> row.stream().map(c -> c.inRow(c.row() - from)).toList())
            .toList());
  }

  private static boolean headsIndicators(Cell cell) {
    return cell.text().equals("一级指标") || cell.text().equals("三级指标");
  }

  /** A row as the text of a section has it. */
  private static String line(List<String> row) {
    return String.join("\t", row).replace("\n", "").stripTrailing();
  }

  /** Rows above the indicators. */
  List<List<Cell>> head() {
    return rows.stream().takeWhile(r -> r.stream().noneMatch(FormGrid::headsIndicators)).toList();
  }

  /** The first cell right of one that is not empty. */
  Optional<Cell> right(Cell cell) {
    List<Cell> row = rows.get(cell.row());
    return row.subList(cell.column() + 1, row.size()).stream()
        .filter(c -> !c.text().isEmpty())
        .findFirst();
  }

  /** Where a cell stands; it is quoted with its row. */
  FactPlace place(Cell cell) {
    return new FactPlace(section, cell.page(), cell.start(), cell.end(), words(cell.row()), null);
  }

  /** The words of a row, parted by blanks. */
  String words(int row) {
    return String.join(
        " ", rows.get(row).stream().map(Cell::text).filter(t -> !t.isEmpty()).toList());
  }
}
