package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.text.CpuTimeBudget;

/**
 * Reads the tables of sections as data. Parts of a table on several pages are joined first, then
 * each grid is interpreted. Performance forms, grids used for layout and grids that OCR read from
 * pictures are not interpreted.
 */
public final class TableReader {
  private final TablePageJoiner joiner = new TablePageJoiner();

  /** Reads all tables of the sections, without a limit of processor time. */
  public Result read(List<Section> sections) {
    return read(sections, CpuTimeBudget.unlimited());
  }

  /**
   * Reads all tables of the sections within a budget.
   *
   * @throws CpuTimeBudget.BudgetExhaustedException if the budget does not suffice
   */
  public Result read(List<Section> sections, CpuTimeBudget budget) {
    List<TableData> tables = new ArrayList<>();
    List<Section> result = new ArrayList<>(sections.size());
    for (int i = 0; i < sections.size(); i++) {
      String before = i == 0 ? "" : lastLineAbove(sections.get(i - 1));
      result.add(read(TableHalfJoiner.join(joiner.join(sections.get(i), budget)), before, tables));
    }
    return new Result(result, tables);
  }

  /**
   * The last line of a section, where some forms print the unit of a table below the next heading;
   * empty if the section ends with a table or is empty.
   */
  private static String lastLineAbove(Section section) {
    boolean text =
        !section.body().isEmpty() && section.body().getLast() instanceof Section.Paragraph;
    return text ? section.body().getLast().text() : "";
  }

  private static Section read(Section section, String lineBeforeSection, List<TableData> tables) {
    List<Section.Part> body = new ArrayList<>(section.body().size());
    for (int i = 0; i < section.body().size(); i++) {
      Section.Part part = section.body().get(i);
      body.add(
          part instanceof Section.TablePart grid
              ? read(section, i, grid, lineBeforeSection, tables)
              : part);
    }
    return section.withBody(body);
  }

  private static Section.TablePart read(
      Section section,
      int partIndex,
      Section.TablePart part,
      String lineBeforeSection,
      List<TableData> tables) {
    Grid grid = new Grid(part.grid());
    int first = tables.size();
    if (!part.grid().isRecognizedByOcr() && !TableVocabulary.isPerformanceForm(grid)) {
      List<TableInterpreter.InterpretedTable> interpretedTables =
          new TableInterpreter(grid, part.rowPages()).read();
      for (TableInterpreter.InterpretedTable interpretedTable : interpretedTables) {
        CaptionFinder captionFinder =
            new CaptionFinder(section, partIndex, grid, lineBeforeSection);
        int row =
            (interpretedTable.hasCaptionInGrid() ? interpretedTable : interpretedTables.get(0))
                .firstRow();
        tables.add(createTable(section, captionFinder, row, interpretedTable));
      }
    }
    int table = tables.size() > first ? first : -1;
    return new Section.TablePart(part.page(), table, part.grid(), part.rowPages());
  }

  /**
   * Creates the data of one table. Tables of a grid without captions of their own get the caption
   * of the grid's first table.
   */
  private static TableData createTable(
      Section section,
      CaptionFinder captionFinder,
      int firstRow,
      TableInterpreter.InterpretedTable interpretedTable) {
    CaptionFinder.Caption caption =
        captionFinder.readTableCaption(firstRow, interpretedTable.header());
    return new TableData(
        section.path(),
        interpretedTable.title().isEmpty() ? caption.title() : interpretedTable.title(),
        caption.unit(),
        interpretedTable.page(),
        interpretedTable.header(),
        interpretedTable.rows(),
        interpretedTable.rowPages());
  }

  /**
   * Sections whose table parts refer by index to the tables read. A part that holds several tables
   * refers to the first of them.
   *
   * @param sections the sections, with continued tables joined into one part
   * @param tables the tables in reading order
   */
  public record Result(List<Section> sections, List<TableData> tables) {}
}
