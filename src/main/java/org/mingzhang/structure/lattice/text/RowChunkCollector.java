package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Separator;

/**
 * Collects the cells of rows whose ends are known as chunks. Empty cells become the count that the
 * next chunk of the row has. Confined to one thread.
 */
final class RowChunkCollector {
  private final List<Chunk> chunks = new ArrayList<>();
  private boolean atRowStart = true;
  private int empties;

  /**
   * Adds the next cell of the row.
   *
   * @param line index of its line
   * @param start index of its first character on the line
   */
  void addCell(String text, int line, int start) {
    if (text.isEmpty()) {
      empties++;
      return;
    }
    Separator separator = atRowStart ? Separator.ROW_END : Separator.INNER;
    chunks.add(new Chunk(text, separator, atRowStart ? 0 : empties, line, start));
    atRowStart = false;
    empties = 0;
  }

  /** Whether the row has no filled cell yet. */
  boolean isAtRowStart() {
    return atRowStart;
  }

  /** Ends the row. */
  void endRow() {
    atRowStart = true;
    empties = 0;
  }

  List<Chunk> chunks() {
    return chunks;
  }
}
