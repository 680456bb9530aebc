package org.mingzhang.structure.lattice.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.structure.table.CaptionFinder;

/**
 * A grid of a section that was not read as a data table, such as a performance form, from which
 * small tables are read. All texts are without white space.
 *
 * @param section the section that contains it
 * @param part the part of the section's body that contains it
 * @param grid its cells
 * @param captionFinder finds the caption and unit of a table in it
 */
record FormGrid(Section section, Section.TablePart part, Grid grid, CaptionFinder captionFinder) {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s");

  /** The grids in reading order; grids that were recognized from images are left out. */
  static List<FormGrid> findAll(List<Section> sections) {
    List<FormGrid> grids = new ArrayList<>();
    for (Section section : sections) {
      for (int i = 0; i < section.body().size(); i++) {
        if (section.body().get(i) instanceof Section.TablePart part
            && part.table() < 0
            && !part.grid().isRecognizedByOcr()) {
          Grid grid = new Grid(part.grid());
          grids.add(new FormGrid(section, part, grid, new CaptionFinder(section, i, grid, "")));
        }
      }
    }
    return grids;
  }

  int rows() {
    return grid.rows();
  }

  int columns() {
    return grid.columns();
  }

  /** Text of the cell that covers a position; empty if there is none. */
  String text(int row, int column) {
    return removeWhiteSpace(grid.text(row, column));
  }

  /** Text of the cell that begins at a position; empty if none begins there. */
  String ownText(int row, int column) {
    return removeWhiteSpace(grid.ownText(row, column));
  }

  /** The first text of the cells of a row from one column to before another; empty if none. */
  String firstOwnText(int row, int from, int to) {
    String text = "";
    for (int c = from; c < to && text.isEmpty(); c++) {
      text = ownText(row, c);
    }
    return text;
  }

  /** The column after the last that the cell at a position covers. */
  int endOfCell(int row, int column) {
    int end = column + 1;
    while (end < grid.columns() && grid.isSameCell(row, column, row, end)) {
      end++;
    }
    return end;
  }

  /** Whether one cell covers a column in two rows. */
  boolean isMergedOver(int row, int otherRow, int column) {
    return grid.isSameCell(row, column, otherRow, column);
  }

  /**
   * The table of some rows.
   *
   * @param title its title
   * @param headerRow index of its header in the grid
   * @param from index of the first row below the header
   * @param rows its rows, one for each row of the grid from {@code from} on
   */
  TableData toTable(
      String title, int headerRow, int from, List<String> header, List<List<String>> rows) {
    return new TableData(
        section.path(),
        title,
        captionFinder.readTableCaption(headerRow, grid.nonEmptyTexts(headerRow)).unit(),
        part.rowPages().get(headerRow),
        header,
        rows,
        part.rowPages().subList(from, from + rows.size()));
  }

  private static String removeWhiteSpace(String text) {
    return WHITE_SPACE.matcher(text).replaceAll("");
  }
}
