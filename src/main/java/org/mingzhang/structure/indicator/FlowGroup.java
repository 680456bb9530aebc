package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Pieces under one pair of levels: one row or, when the level's cell is merged, more.
 *
 * @param levels names of the two levels
 * @param pieces what stands beside them
 */
record FlowGroup(List<String> levels, List<FlowPiece> pieces) {
  private static final Set<IndicatorRole> ABOVE =
      EnumSet.of(IndicatorRole.LEVEL1, IndicatorRole.LEVEL2);

  /** Splits a group at the points, if further points follow; else the rest goes on after them. */
  List<FlowGroup> rows(FlowHeader header) {
    if (!header.has(IndicatorRole.SCORE)) {
      return atWholeLines(header);
    }
    List<FlowGroup> rows = new ArrayList<>();
    List<FlowPiece> row = new ArrayList<>();
    boolean ended = false;
    for (int i = 0; i < pieces.size(); i++) {
      FlowPiece piece = pieces.get(i);
      row.add(piece);
      ended |= piece.points();
      boolean more = pieces.subList(i + 1, pieces.size()).stream().anyMatch(FlowPiece::points);
      if (ended && piece.closesLine() && row.size() > 2 && more) {
        rows.add(new FlowGroup(levels, row));
        row = new ArrayList<>();
        ended = false;
      }
    }
    rows.add(new FlowGroup(levels, row));
    return rows;
  }

  /** Without points, a line that holds a whole row begins another one. */
  private List<FlowGroup> atWholeLines(FlowHeader header) {
    int whole = (int) header.roles().stream().filter(role -> !ABOVE.contains(role)).count();
    List<FlowGroup> rows = new ArrayList<>();
    int from = 0;
    for (int i = 0; i + whole <= pieces.size(); i++) {
      List<FlowPiece> line = pieces.subList(i, i + whole);
      boolean row =
          line.getFirst().opensLine()
              && line.getLast().closesLine()
              && line.subList(0, whole - 1).stream().noneMatch(FlowPiece::closesLine);
      if (row && whole > 2 && i - from >= whole) {
        rows.add(new FlowGroup(levels, pieces.subList(from, i)));
        from = i;
      }
    }
    rows.add(new FlowGroup(levels, pieces.subList(from, pieces.size())));
    return rows;
  }
}
