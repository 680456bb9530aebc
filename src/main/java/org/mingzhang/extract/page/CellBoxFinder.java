package org.mingzhang.extract.page;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds the boxes of the table cells that ruling lines form on a page. */
public final class CellBoxFinder {
  private CellBoxFinder() {}

  /**
   * The boxes of all cells of all tables, in points, table by table, each row by row; empty if the
   * lines form no table.
   */
  public static List<Rectangle2D> find(List<Ruling> rulings) {
    List<Rectangle2D> boxes = new ArrayList<>();
    for (RuledGrid grid : new GridFinder().findGrids(rulings)) {
      if (grid.isTable()) {
        grid.areas().forEach(area -> boxes.add(grid.box(area)));
      }
    }
    return boxes;
  }
}
