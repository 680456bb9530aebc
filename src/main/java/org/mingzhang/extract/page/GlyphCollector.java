package org.mingzhang.extract.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the visible glyphs of one page by their direction. Slanted text, such as a watermark or
 * a stamp, is dropped. One instance per page; not thread-safe.
 */
public final class GlyphCollector {
  /** Assumed ascent of all fonts, in font sizes. */
  private static final float ASCENT = 0.88f;

  /** Assumed descent of all fonts, in font sizes. */
  private static final float DESCENT = 0.12f;

  /** Largest deviation of text from an axis, in degrees. */
  private static final double MAX_SLANT_DEGREES = 10;

  private final List<List<Glyph>> glyphsByQuarterTurn =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

  /**
   * Adds a glyph if its center is visible and it is not slanted.
   *
   * @param text its characters, at least one
   * @param transform transforms glyph space, where one font size is 1, the baseline starts at the
   *     origin and y runs upwards, to points of the page as shown
   * @param width width in font sizes
   * @param bold whether it is bolder than body text
   * @param visibleBox part of the page that is not clipped away, in points
   */
  public void add(
      String text, AffineTransform transform, float width, boolean bold, Rectangle2D visibleBox) {
    Point2D start = transform.transform(new Point2D.Float(0, -DESCENT), null);
    Point2D end = transform.transform(new Point2D.Float(width, ASCENT), null);
    Rectangle2D box = new Rectangle2D.Double(start.getX(), start.getY(), 0, 0);
    box.add(end);
    int quarter = quarterTurns(transform);
    if (quarter < 0 || !visibleBox.contains(box.getCenterX(), box.getCenterY())) {
      return;
    }
    glyphsByQuarterTurn
        .get(quarter)
        .add(
            new Glyph(
                text,
                (float) box.getMinX(),
                (float) box.getMinY(),
                (float) box.getMaxX(),
                (float) box.getMaxY(),
                fontSize(transform),
                bold));
  }

  private static float fontSize(AffineTransform transform) {
    double leaning = transform.getShearX();
    double upright = transform.getScaleY();
    return (float) (leaning == 0 ? Math.abs(upright) : Math.hypot(leaning, upright));
  }

  /** Clockwise quarter turns of the text; −1 if it is slanted. */
  private static int quarterTurns(AffineTransform transform) {
    if (transform.getShearY() == 0 && transform.getScaleX() > 0) {
      return 0;
    }
    double angle = Math.toDegrees(Math.atan2(transform.getShearY(), transform.getScaleX()));
    long quarter = Math.round(angle / 90);
    return Math.abs(angle - quarter * 90) > MAX_SLANT_DEGREES
        ? -1
        : Math.floorMod((int) quarter, 4);
  }

  /**
   * The page rotated so that most of its text is upright, without overprinted glyphs; text in other
   * directions is dropped. The collector is not changed.
   *
   * @param number 1-based page
   * @param width width as shown, before the rotation, in points
   * @param height height as shown, before the rotation, in points
   * @param rulings lines of the page as shown; rotated with it
   */
  public PageContent createPage(int number, float width, float height, List<Ruling> rulings) {
    int main = mainQuarterTurns();
    List<Glyph> glyphs = OverprintRemover.remove(glyphsByQuarterTurn.get(main));
    return new PageContent(number, width, height, glyphs, rulings).rotateUpright(main);
  }

  /** The direction of most of the text, in quarter turns clockwise, 0 to 3; 0 without text. */
  public int mainQuarterTurns() {
    int main = 0;
    for (int quarter = 1; quarter < 4; quarter++) {
      if (glyphsByQuarterTurn.get(quarter).size() > glyphsByQuarterTurn.get(main).size()) {
        main = quarter;
      }
    }
    return main;
  }
}
