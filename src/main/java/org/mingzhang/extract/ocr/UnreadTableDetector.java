package org.mingzhang.extract.ocr;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.mingzhang.extract.page.CellBoxFinder;
import org.mingzhang.extract.page.Glyph;
import org.mingzhang.extract.page.Ruling;

/**
 * Detects scanned pages with tables whose cells are drawn but were not read, for example because
 * their print is too pale or too small.
 */
final class UnreadTableDetector {
  /** Gray value, of 255 for white, up to which a pixel of a pale line counts as ink. */
  static final int PALE_LINE_THRESHOLD = 225;

  private static final int MIN_CELLS = 6;

  /** Smallest width of the cells together, in points; strokes of large characters enclose less. */
  private static final double MIN_TABLE_WIDTH = 120;

  /**
   * Maximum number of cells for each cell with text. A table with more is unread; an empty form has
   * fewer, since its header has text.
   */
  private static final int MAX_CELLS_PER_READ_CELL = 10;

  private UnreadTableDetector() {}

  /**
   * Whether fewer than a tenth of the cells drawn on a page have text; the cells of all its tables
   * count together. False if the page has fewer than {@value #MIN_CELLS} cells, or if they extend
   * over less than 120 points horizontally.
   *
   * @param paleRulings the lines of the page, including pale ones
   * @param glyphs what was recognized
   */
  static boolean hasUnreadTable(List<Ruling> paleRulings, List<Glyph> glyphs) {
    List<Rectangle2D> cells = CellBoxFinder.find(paleRulings);
    if (cells.size() < MIN_CELLS || width(cells) < MIN_TABLE_WIDTH) {
      return false;
    }
    long read =
        cells.stream()
            .filter(
                cell ->
                    glyphs.stream()
                        .anyMatch(
                            glyph ->
                                !glyph.isBlank()
                                    && cell.contains(glyph.centerX(), glyph.centerY())))
            .count();
    return read * MAX_CELLS_PER_READ_CELL < cells.size();
  }

  private static double width(List<Rectangle2D> cells) {
    double left = cells.stream().mapToDouble(Rectangle2D::getMinX).min().orElse(0);
    double right = cells.stream().mapToDouble(Rectangle2D::getMaxX).max().orElse(0);
    return right - left;
  }
}
