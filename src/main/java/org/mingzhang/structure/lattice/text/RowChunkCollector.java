package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Separator;

/**
 * Collects the cells of rows whose ends are known, as chunks. An empty cell does not become a
 * chunk; it is counted in the next chunk of its row. Confined to one thread.
 */
final class RowChunkCollector {
  private final List<Chunk> chunks = new ArrayList<>();
  private boolean atRowStart = true;
  private int emptyCellCount;

  /**
   * Adds the next cell of the row.
   *
   * @param line index of its line
   * @param start index of its first character on the line
   */
  void addCell(String text, int line, int start) {
    if (text.isEmpty()) {
      emptyCellCount++;
      return;
    }
    Separator separator = atRowStart ? Separator.ROW_END : Separator.CELL_BOUNDARY;
    chunks.add(new Chunk(text, separator, emptyCellCount, line, start));
    atRowStart = false;
    emptyCellCount = 0;
  }

  /** Whether no filled cell of the current row has been added yet. */
  boolean isRowEmpty() {
    return atRowStart;
  }

  /** Ends the row; empty cells at its end are dropped. */
  void endRow() {
    atRowStart = true;
    emptyCellCount = 0;
  }

  /** The chunks collected so far; not a copy. */
  List<Chunk> chunks() {
    return chunks;
  }
}
