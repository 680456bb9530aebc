package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Assigns glyphs to the cells of a ruled table by their centers. Text printed across the border
 * into an empty neighboring cell, as spreadsheets do, is returned to the cell in which it starts.
 * One instance per table; not thread-safe.
 */
final class CellGlyphAssigner {
  /**
   * Minimum part of a glyph's width that must lie on each side of a border for the glyph to count
   * as crossing it.
   */
  private static final float MIN_OVERLAP = 0.15f;

  /** Largest gap, in font sizes, between glyphs of a word. */
  private static final float MAX_GLYPH_GAP = 0.2f;

  private final RuledGrid grid;
  private final List<List<Glyph>> glyphsByArea = new ArrayList<>();

  CellGlyphAssigner(RuledGrid grid) {
    this.grid = grid;
    grid.areas().forEach(area -> glyphsByArea.add(new ArrayList<>()));
  }

  RuledGrid grid() {
    return grid;
  }

  /** Adds a glyph if its center lies in the grid; returns whether it does. */
  boolean addIfInside(Glyph glyph) {
    Integer area = grid.areaIndexAt(glyph.centerX(), glyph.centerY());
    if (area == null) {
      return false;
    }
    glyphsByArea.get(area).add(glyph);
    return true;
  }

  /** All glyphs added, cell by cell. */
  List<Glyph> glyphs() {
    return glyphsByArea.stream().flatMap(List::stream).toList();
  }

  /**
   * Moves overflowing text back and returns the text of each cell in the order of the grid's areas,
   * with wrapped lines joined by line feeds; empty for a cell without text.
   */
  List<String> joinCellTexts(LineAssembler assembler) {
    for (int i = 0; i < glyphsByArea.size(); i++) {
      moveOverflowBack(i);
    }
    return glyphsByArea.stream().map(assembler::joinText).toList();
  }

  /**
   * Moves text from the cell to the right of a cell into that cell if it continues text that
   * crosses the border between them.
   */
  private void moveOverflowBack(int index) {
    RuledGrid.CellArea area = grid.areas().get(index);
    List<Glyph> own = glyphsByArea.get(index);
    Integer next = grid.areaIndexRightOf(area);
    if (next == null || own.isEmpty() || glyphsByArea.get(next).isEmpty()) {
      return;
    }
    float border = (float) grid.box(area).getMaxX();
    List<Glyph> other = glyphsByArea.get(next);
    if (crossesBorder(own, other, border) && continuesLastGlyph(own, other)) {
      own.addAll(other);
      other.clear();
    }
  }

  private static boolean crossesBorder(
      List<Glyph> ownGlyphs, List<Glyph> neighborGlyphs, float border) {
    return Stream.concat(ownGlyphs.stream(), neighborGlyphs.stream())
        .anyMatch(
            g -> {
              float edge = MIN_OVERLAP * (g.right() - g.left());
              return !g.isBlank() && g.left() < border - edge && g.right() > border + edge;
            });
  }

  /** Whether all text of the other cell continues this cell's last glyph without a gap. */
  private static boolean continuesLastGlyph(List<Glyph> ownGlyphs, List<Glyph> neighborGlyphs) {
    List<Glyph> run =
        neighborGlyphs.stream()
            .filter(g -> !g.isBlank())
            .sorted(Comparator.comparingDouble(Glyph::left))
            .toList();
    for (int i = 0; i < run.size(); i++) {
      Glyph glyph = run.get(i);
      boolean follows =
          i > 0
              ? followsWithoutGap(run.get(i - 1), glyph)
              : ownGlyphs.stream().anyMatch(before -> followsWithoutGap(before, glyph));
      if (!follows) {
        return false;
      }
    }
    return !run.isEmpty();
  }

  private static boolean followsWithoutGap(Glyph before, Glyph after) {
    float gap = after.left() - before.right();
    return !before.isBlank()
        && Math.abs(before.centerY() - after.centerY()) < 0.3f * after.fontSize()
        && Math.abs(gap) < MAX_GLYPH_GAP * after.fontSize();
  }
}
