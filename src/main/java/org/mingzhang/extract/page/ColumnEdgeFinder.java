package org.mingzhang.extract.page;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the aligned edges of cells in columns without ruling lines. Columns that are close to each
 * other are distinguished by edges that are aligned in all rows.
 */
final class ColumnEdgeFinder {
  /** Tolerance of an aligned edge, in points. */
  private static final float EDGE_TOLERANCE = 0.9f;

  /** Minimum number of cells of a column whose edges are evaluated. */
  private static final int MIN_CELLS = 3;

  /**
   * Minimum share of the cells of a column that must begin at its left edge for it to be
   * left-aligned.
   */
  private static final float MIN_ALIGNED_SHARE = 0.8f;

  private static final Pattern AMOUNT = Pattern.compile("-?[\\d,]+\\.\\d+%?");

  /** Codes of the functional and economic classifications. */
  private static final Pattern CODE = Pattern.compile("\\d{3}(\\d\\d){0,2}");

  private final List<TextLine> lines;

  ColumnEdgeFinder(List<TextLine> lines) {
    this.lines = lines;
  }

  /**
   * Whether an interval has cells in at least three lines, of which at least 80 % begin at its left
   * edge.
   */
  boolean isLeftAligned(XInterval column) {
    int cells = 0;
    int set = 0;
    for (TextLine line : lines) {
      List<Glyph> own = column.inkedGlyphsOf(line);
      cells += own.isEmpty() ? 0 : 1;
      set += !own.isEmpty() && own.getFirst().left() - column.left() < EDGE_TOLERANCE ? 1 : 0;
    }
    return cells >= MIN_CELLS && set >= MIN_ALIGNED_SHARE * cells;
  }

  /**
   * Whether the left interval has right-aligned amounts or codes in at least three lines and the
   * right one is a left-aligned column of words.
   */
  boolean areAmountsBesideText(XInterval left, XInterval right) {
    int amounts = 0;
    for (TextLine line : lines) {
      List<Glyph> own = left.inkedGlyphsOf(line);
      boolean set = !own.isEmpty() && left.right() - own.getLast().right() < EDGE_TOLERANCE;
      amounts += (set && matches(AMOUNT, own)) || matches(CODE, own) ? 1 : 0;
    }
    boolean words =
        lines.stream()
            .map(line -> right.inkedGlyphsOf(line))
            .anyMatch(own -> !own.isEmpty() && Character.isIdeographic(firstCharacter(own)));
    return amounts >= MIN_CELLS && words && isLeftAligned(right);
  }

  private static int firstCharacter(List<Glyph> glyphs) {
    return glyphs.getFirst().text().codePointAt(0);
  }

  private static boolean matches(Pattern pattern, List<Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.text()));
    return pattern.matcher(text).matches();
  }
}
