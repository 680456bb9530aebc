package org.mingzhang.extract.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.mingzhang.extract.page.Glyph;

/**
 * The visible glyphs of one page, kept by the direction in which they run. Characters without a
 * meaning in the file are counted, not guessed.
 */
final class GlyphLayer {
  /** Height of a character over and under its baseline, in font sizes. */
  private static final float ASCENT = 0.88f;

  private static final float DESCENT = 0.12f;

  private final List<List<Glyph>> byQuarter =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private final IdentityHashMap<PDFont, Boolean> bold = new IdentityHashMap<>();
  private int unknown;

  /**
   * Notes one glyph if it is visible.
   *
   * @param place glyph space (one em is 1) to the page as shown
   * @param width width in ems
   * @param heavy whether it is painted twice as thick
   * @param visible what the clip leaves
   */
  void add(
      PDFont font, int code, AffineTransform place, float width, boolean heavy, Rectangle2D visible)
      throws IOException {
    Point2D start = place.transform(new Point2D.Float(0, -DESCENT), null);
    Point2D end = place.transform(new Point2D.Float(width, ASCENT), null);
    Rectangle2D box = new Rectangle2D.Double(start.getX(), start.getY(), 0, 0);
    box.add(end);
    if (!visible.contains(box.getCenterX(), box.getCenterY())) {
      return;
    }
    int quarter = quarter(place);
    if (quarter < 0) {
      return;
    }
    String text = GlyphText.of(font, code);
    if (text == null) {
      unknown++;
      return;
    }
    float size = (float) Math.hypot(place.getShearX(), place.getScaleY());
    boolean isBold = heavy || bold.computeIfAbsent(font, GlyphText::isBold);
    byQuarter
        .get(quarter)
        .add(
            new Glyph(
                text,
                (float) box.getMinX(),
                (float) box.getMinY(),
                (float) box.getMaxX(),
                (float) box.getMaxY(),
                size,
                isBold));
  }

  /** Quarter turns, clockwise as shown, from upright; −1 for text at a slant (a watermark). */
  private static int quarter(AffineTransform place) {
    double angle = Math.toDegrees(Math.atan2(place.getShearY(), place.getScaleX()));
    long quarter = Math.round(angle / 90);
    return Math.abs(angle - quarter * 90) > 10 ? -1 : Math.floorMod((int) quarter, 4);
  }

  /** The direction of most glyphs. */
  int mainQuarter() {
    int main = 0;
    for (int i = 1; i < 4; i++) {
      if (byQuarter.get(i).size() > byQuarter.get(main).size()) {
        main = i;
      }
    }
    return main;
  }

  /** Glyphs that run in a direction. */
  List<Glyph> glyphs(int quarter) {
    return byQuarter.get(quarter);
  }

  /** How many glyphs have no meaning in the file. */
  int unknown() {
    return unknown;
  }

  /** Number of glyphs in all directions. */
  int size() {
    return byQuarter.stream().mapToInt(List::size).sum();
  }
}
