package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;

/**
 * Finds the caption and the unit of a table, nearest first: rows of the grid above its header,
 * paragraphs just above the grid, the heading of the section. The unit may also stand in the header
 * or in the caption.
 */
public final class Captions {
  private static final int LINES_ABOVE = 5;
  private static final Pattern SCOPE = Pattern.compile("(部门|单位)?(决算|预算)编制范围");
  private static final Pattern YEAR = Pattern.compile("\\d{4}年度?");

  private static final Pattern FORM = Pattern.compile("[^:：。]{2,50}(绩效|自评|目标)[^:：。]{0,20}");

  private Captions() {}

  /**
   * What stands above a table.
   *
   * @param title the caption, empty where none is printed
   * @param unit unit of money, or null
   */
  record Caption(String title, @Nullable String unit) {}

  /**
   * Reads the caption of a table.
   *
   * @param section the section the table stands in
   * @param part index of its grid in the section's body
   * @param grid its grid
   * @param firstRow first header row in the grid
   * @param header names of its columns
   */
  static Caption read(Section section, int part, Grid grid, int firstRow, List<String> header) {
    List<String> above = linesAbove(section, part, grid, firstRow);
    String title = title(above, section);
    if (title.isEmpty() && header.stream().anyMatch(h -> h.endsWith("单位名称"))) {
      title = scopeTable(above);
    }
    return new Caption(title, unit(above, title, header));
  }

  /**
   * Reads the caption of a performance form: the first row of its grid if that is one line over the
   * whole width, else as of a table.
   *
   * @param section the section the form stands in
   * @param part index of its grid in the section's body
   * @param grid its grid
   */
  public static String ofForm(Section section, int part, Grid grid) {
    String first = grid.rows() == 0 ? "" : grid.lone(0);
    if (grid.breadth(0) * 2 > grid.columns() && FORM.matcher(first).matches()) {
      return first;
    }
    return title(linesAbove(section, part, grid, 0), section);
  }

  /** Rows and paragraphs above the header, the nearest first. */
  private static List<String> linesAbove(Section section, int part, Grid grid, int firstRow) {
    List<String> lines = new ArrayList<>();
    for (int row = firstRow - 1; row >= 0; row--) {
      lines.addAll(grid.words(row));
    }
    for (int i = part - 1; i >= 0 && i >= part - LINES_ABOVE; i--) {
      if (!(section.body().get(i) instanceof Section.Paragraph paragraph)) {
        break;
      }
      lines.add(CellText.clean(paragraph.text()));
    }
    return lines;
  }

  private static String title(List<String> above, Section section) {
    String year = "";
    for (String line : above) {
      if (TableWords.caption(line)) {
        return year + line;
      }
      boolean beside = TableWords.label(line) || TableWords.formLine(line) || line.isEmpty();
      if (!beside) {
        break;
      }
      year = YEAR.matcher(line).matches() ? line : year;
    }
    return TableWords.caption(section.title()) ? section.title() : "";
  }

  /** The list of the bodies a document covers has no caption of its own, only a sentence above. */
  private static String scopeTable(List<String> above) {
    Matcher matcher = SCOPE.matcher(String.join("", above.reversed()));
    if (!matcher.find()) {
      return "";
    }
    String whose = matcher.group(1) == null ? "部门" : matcher.group(1);
    return whose + matcher.group(2) + "编制范围单位表";
  }

  private static @Nullable String unit(List<String> above, String title, List<String> header) {
    List<String> places = new ArrayList<>(above);
    places.add(title);
    places.addAll(header);
    for (String place : places) {
      String unit = place.length() < 60 ? TableWords.unit(place) : null;
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }
}
