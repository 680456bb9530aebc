package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.grid.Grid;

/**
 * Reads the tables of sections as data: parts of a table continued over pages are joined first,
 * then each grid is read. Performance forms and grids that only arrange text are left as they are.
 */
public final class TableReader {
  private final PageJoiner joiner = new PageJoiner();

  /** Reads all tables. */
  public Result read(List<Section> sections) {
    List<TableData> tables = new ArrayList<>();
    List<Section> result = new ArrayList<>(sections.size());
    for (Section section : sections) {
      result.add(read(joiner.join(section), tables));
    }
    return new Result(result, tables);
  }

  private static Section read(Section section, List<TableData> tables) {
    List<Section.Part> body = new ArrayList<>(section.body().size());
    for (int i = 0; i < section.body().size(); i++) {
      Section.Part part = section.body().get(i);
      body.add(part instanceof Section.TablePart grid ? read(section, i, grid, tables) : part);
    }
    return withBody(section, body);
  }

  private static Section.TablePart read(
      Section section, int index, Section.TablePart part, List<TableData> tables) {
    Grid grid = new Grid(part.grid());
    int first = tables.size();
    if (!TableWords.performance(grid)) {
      List<TableInterpreter.Content> contents = new TableInterpreter(grid, part.rowPages()).read();
      for (TableInterpreter.Content content : contents) {
        tables.add(table(section, index, grid, contents.get(0).firstRow(), content));
      }
    }
    int table = tables.size() > first ? first : -1;
    return new Section.TablePart(part.page(), table, part.grid(), part.rowPages());
  }

  /** The tables of one grid share the caption above the first of them. */
  private static TableData table(
      Section section, int index, Grid grid, int firstRow, TableInterpreter.Content content) {
    Captions.Caption caption = Captions.read(section, index, grid, firstRow, content.header());
    return new TableData(
        section.path(),
        caption.title(),
        caption.unit(),
        content.page(),
        content.header(),
        content.rows(),
        content.pages());
  }

  static Section withBody(Section section, List<Section.Part> body) {
    return new Section(
        section.path(),
        section.number(),
        section.title(),
        section.level(),
        section.topic(),
        section.page(),
        section.item(),
        section.runIn(),
        body);
  }

  /**
   * Sections whose table parts point at the tables.
   *
   * @param sections the sections, continued tables joined into one part
   * @param tables the tables in reading order
   */
  public record Result(List<Section> sections, List<TableData> tables) {}
}
