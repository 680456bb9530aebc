package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.structure.table.Captions;
import org.mingzhang.structure.table.TableReader;

/**
 * Reads the rows of performance forms (绩效目标表, 绩效自评表) from the grids of sections, after {@link
 * TableReader} has joined the grids that go on over pages. Stateless.
 */
public final class IndicatorReader {
  /** Reads all indicator rows in reading order. */
  public List<Indicator> read(List<Section> sections) {
    List<Indicator> rows = new ArrayList<>();
    for (Section section : sections) {
      for (int i = 0; i < section.body().size(); i++) {
        if (section.body().get(i) instanceof Section.TablePart part) {
          Grid grid = new Grid(part.grid());
          String caption = Captions.ofForm(section, i, grid);
          rows.addAll(new FormReader(grid, part.rowPages()).read(section.path(), caption));
        }
      }
    }
    return rows;
  }
}
