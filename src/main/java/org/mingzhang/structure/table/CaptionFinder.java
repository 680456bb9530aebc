package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.text.PatternTable;

/**
 * Finds the caption and the unit of a table, in order of distance from it: in grid rows above its
 * header, in paragraphs just above the grid, in the section's heading. The unit may also be in the
 * header or in the caption.
 */
public final class CaptionFinder {
  private static final int MAX_LINES_ABOVE = 5;
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(CaptionFinder.class);
  private static final Pattern COVERED_AGENCIES_CAPTION = PATTERNS.get("covered-agencies-caption");
  private static final Pattern YEAR = Pattern.compile("\\d{4}年度?");
  private static final Pattern FORM_CAPTION = PATTERNS.get("form");
  private static final Pattern UNIT_IN_BRACKETS = PATTERNS.get("unit-mark");
  private static final Pattern BROKEN_UNIT = PATTERNS.get("unit-broken");
  private static final Pattern WHOLE_UNIT = PATTERNS.get("unit-whole");
  private static final Pattern UNIT_AFTER_CAPTION = PATTERNS.get("unit-after-caption");

  private static final Pattern LIST_TITLE = PATTERNS.get("list-title");
  private static final Pattern ANNEX_MARK = PATTERNS.get("annex-mark");
  private static final Pattern CAPTION_WITHOUT_TABLE_WORD =
      PATTERNS.get("caption-without-table-word");

  private static final int MAX_FORM_LINES_ABOVE = 25;

  private final Section section;
  private final int partIndex;
  private final Grid grid;
  private final String lineBeforeSection;

  /**
   * Creates a finder for the caption of one grid.
   *
   * @param section the section that contains it
   * @param partIndex its index in the section's body
   * @param grid the grid
   * @param lineBeforeSection the line just above the section's heading, empty if there is none
   */
  public CaptionFinder(Section section, int partIndex, Grid grid, String lineBeforeSection) {
    this.section = section;
    this.partIndex = partIndex;
    this.grid = grid;
    this.lineBeforeSection = lineBeforeSection;
  }

  /**
   * A table's caption and unit.
   *
   * @param title the caption, empty if none is printed
   * @param unit unit of money, or null
   */
  public record Caption(String title, @Nullable String unit) {}

  /**
   * Reads the caption and the unit of a table above its header.
   *
   * @param firstRow first header row in the grid
   * @param header names of its columns
   */
  public Caption readTableCaption(int firstRow, List<String> header) {
    List<String> above = linesAbove(firstRow, MAX_LINES_ABOVE);
    String title = findTitle(above);
    if (title.isEmpty() && header.stream().anyMatch(h -> h.endsWith("单位名称"))) {
      title = findCoveredAgenciesCaption(above);
    }
    String unit = findUnit(above, title, header);
    return new Caption(UNIT_IN_BRACKETS.matcher(title).replaceFirst(""), unit);
  }

  /**
   * Reads the caption of a performance form: the first row of its grid if that is a single cell
   * across most of its width; otherwise as for a table; otherwise the nearest caption of a form
   * further up, since in plain text the upper part of a form stands between its caption and its
   * grid. Returns an empty string if there is none.
   */
  public String readFormCaption() {
    String first = grid.rows() == 0 ? "" : grid.textOfOnlyFilledCell(0);
    if (!first.isEmpty()
        && grid.firstCellWidth(0) * 2 > grid.columns()
        && FORM_CAPTION.matcher(first).matches()) {
      return first;
    }
    String title = findTitle(linesAbove(0, MAX_LINES_ABOVE));
    if (!title.isEmpty()) {
      return title;
    }
    return linesAbove(0, MAX_FORM_LINES_ABOVE).stream()
        .filter(line -> TableVocabulary.isCaption(line) && FORM_CAPTION.matcher(line).matches())
        .findFirst()
        .orElse("");
  }

  /**
   * Reads the caption of a performance form whose funding rows begin at a row of the grid, which
   * may hold several forms: the nearest row above that has only a caption, once or in each column;
   * otherwise as {@link #readFormCaption()}.
   */
  public String readFormCaptionAbove(int firstRow) {
    for (int row = firstRow - 1; row >= 0; row--) {
      List<String> texts = grid.nonEmptyTexts(row).stream().distinct().toList();
      if (texts.size() == 1
          && TableVocabulary.isCaption(texts.getFirst())
          && FORM_CAPTION.matcher(texts.getFirst()).matches()) {
        return texts.getFirst();
      }
    }
    return readFormCaption();
  }

  /**
   * Rows and paragraphs above the header, nearest first, up to another table.
   *
   * @param limit maximum number of parts of the section above the grid that are read
   */
  private List<String> linesAbove(int firstRow, int limit) {
    List<String> lines = new ArrayList<>();
    for (int row = firstRow - 1; row >= 0; row--) {
      lines.addAll(grid.nonEmptyTexts(row));
    }
    for (int i = partIndex - 1; i >= 0 && i >= partIndex - limit; i--) {
      if (section.body().get(i) instanceof Section.Paragraph paragraph) {
        lines.add(CellText.joinLines(paragraph.text()));
      } else if (section.body().get(i) instanceof Section.TablePart table
          && holdsOnlyLabelsAndUnit(table)) {
        table.grid().cells().forEach(cell -> lines.add(CellText.joinLines(cell.text())));
      } else {
        break;
      }
    }
    return lines;
  }

  /** Whether a grid contains only the lines above a table, placed side by side: 部门：… | 单位：万元. */
  private static boolean holdsOnlyLabelsAndUnit(Section.TablePart table) {
    return table.grid().rows() <= 2
        && table.grid().cells().stream()
            .map(cell -> CellText.joinLines(cell.text()))
            .allMatch(
                t ->
                    t.isEmpty()
                        || TableVocabulary.isFormNumberOrYear(t)
                        || TableVocabulary.isLineAboveTable(t));
  }

  private String findTitle(List<String> linesAbove) {
    String year = "";
    for (String line : linesAbove) {
      String name = line.endsWith("元") ? UNIT_AFTER_CAPTION.matcher(line).replaceFirst("") : line;
      if (TableVocabulary.isCaption(name) || CAPTION_WITHOUT_TABLE_WORD.matcher(name).matches()) {
        return year + ANNEX_MARK.matcher(name).replaceFirst("");
      }
      boolean beside =
          TableVocabulary.isFormNumberOrYear(line)
              || TableVocabulary.isLineAboveTable(line)
              || line.isEmpty();
      if (!beside) {
        break;
      }
      year = YEAR.matcher(line).matches() ? line : year;
    }
    boolean named =
        TableVocabulary.isCaption(section.title()) || LIST_TITLE.matcher(section.title()).matches();
    return named ? ANNEX_MARK.matcher(section.title()).replaceFirst("") : "";
  }

  /**
   * Composes the caption of the list of agencies that a document covers from the sentence above
   * that list; empty if there is no such sentence.
   */
  private static String findCoveredAgenciesCaption(List<String> linesAbove) {
    Matcher matcher = COVERED_AGENCIES_CAPTION.matcher(String.join("", linesAbove.reversed()));
    if (!matcher.find()) {
      return "";
    }
    String owner = matcher.group(1) == null ? "部门" : matcher.group(1);
    return owner + matcher.group(2) + "编制范围单位表";
  }

  private @Nullable String findUnit(List<String> linesAbove, String title, List<String> header) {
    List<String> places = new ArrayList<>(linesAbove);
    places.add(title);
    places.addAll(header);
    places.add(lineBeforeSection);
    for (String place : places) {
      String unit = place.length() < 60 ? TableVocabulary.findUnit(place) : null;
      if (unit != null) {
        return unit;
      }
    }
    return findBrokenUnit(linesAbove);
  }

  /** The unit of amounts if a narrow cell wrapped it over several lines; otherwise null. */
  private static @Nullable String findBrokenUnit(List<String> linesAbove) {
    return linesAbove.stream()
        .filter(line -> BROKEN_UNIT.matcher(line).matches())
        .flatMap(line -> linesAbove.stream().map(end -> line + end))
        .filter(line -> WHOLE_UNIT.matcher(line).matches())
        .map(TableVocabulary::findUnit)
        .findFirst()
        .orElse(null);
  }
}
