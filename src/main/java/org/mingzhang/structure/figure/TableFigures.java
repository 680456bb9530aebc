package org.mingzhang.structure.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Figure;
import org.mingzhang.model.TableData;

/** Reads the figures of data tables. */
final class TableFigures {
  private final @Nullable Integer year;

  TableFigures(@Nullable Integer year) {
    this.year = year;
  }

  List<Figure> read(List<TableData> tables) {
    return List.of();
  }
}
