package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The glyphs of a table's cells, each in the cell that holds its middle. Text that is printed over
 * the border into an empty neighbour, as spreadsheets do, goes back to the cell it starts in.
 */
final class CellGlyphs {
  /** Part of a glyph that must lie on each side of a border to be printed over it. */
  private static final float MIN_OVERLAP = 0.15f;

  /** Largest gap, in font sizes, between glyphs of a word. */
  private static final float MAX_GLYPH_GAP = 0.2f;

  private final RuledGrid grid;
  private final List<List<Glyph>> byArea = new ArrayList<>();

  CellGlyphs(RuledGrid grid) {
    this.grid = grid;
    grid.areas().forEach(area -> byArea.add(new ArrayList<>()));
  }

  RuledGrid grid() {
    return grid;
  }

  /** Adds a glyph if its middle lies in the grid. */
  boolean add(Glyph glyph) {
    Integer area = grid.areaAt(glyph.centerX(), glyph.centerY());
    if (area == null) {
      return false;
    }
    byArea.get(area).add(glyph);
    return true;
  }

  List<Glyph> glyphs() {
    return byArea.stream().flatMap(List::stream).toList();
  }

  /**
   * The text of each cell in the order of the grid's areas, wrapped lines joined with line feeds.
   */
  List<String> texts(LineAssembler assembler) {
    for (int i = 0; i < byArea.size(); i++) {
      reclaimOverflow(i);
    }
    return byArea.stream()
        .map(
            glyphs ->
                assembler.lines(glyphs).stream()
                    .map(TextLine::text)
                    .collect(Collectors.joining("\n")))
        .toList();
  }

  /** Takes what runs over the right border of a cell out of the cell after it. */
  private void reclaimOverflow(int index) {
    RuledGrid.Area area = grid.areas().get(index);
    List<Glyph> own = byArea.get(index);
    Integer next = grid.areaAfter(area);
    if (next == null || own.isEmpty() || byArea.get(next).isEmpty()) {
      return;
    }
    float border = (float) grid.box(area).getMaxX();
    List<Glyph> other = byArea.get(next);
    if (crossesBorder(own, other, border) && continuesAll(own, other)) {
      own.addAll(other);
      other.clear();
    }
  }

  private static boolean crossesBorder(List<Glyph> own, List<Glyph> other, float border) {
    return Stream.concat(own.stream(), other.stream())
        .anyMatch(
            g -> {
              float edge = MIN_OVERLAP * (g.right() - g.left());
              return !g.isBlank() && g.left() < border - edge && g.right() > border + edge;
            });
  }

  /** Whether all text of the other cell is one run that goes on from this cell's last glyph. */
  private static boolean continuesAll(List<Glyph> own, List<Glyph> other) {
    List<Glyph> run =
        other.stream()
            .filter(g -> !g.isBlank())
            .sorted(Comparator.comparingDouble(Glyph::left))
            .toList();
    for (int i = 0; i < run.size(); i++) {
      Glyph glyph = run.get(i);
      boolean follows =
          i > 0
              ? isNext(run.get(i - 1), glyph)
              : own.stream().anyMatch(before -> isNext(before, glyph));
      if (!follows) {
        return false;
      }
    }
    return !run.isEmpty();
  }

  private static boolean isNext(Glyph before, Glyph after) {
    float gap = after.left() - before.right();
    return !before.isBlank()
        && Math.abs(before.centerY() - after.centerY()) < 0.3f * after.size()
        && Math.abs(gap) < MAX_GLYPH_GAP * after.size();
  }
}
