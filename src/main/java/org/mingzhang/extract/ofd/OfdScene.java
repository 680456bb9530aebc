package org.mingzhang.extract.ofd;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.page.GlyphCollector;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.PathRulingExtractor;
import org.mingzhang.extract.page.Ruling;

/**
 * The drawn objects of one OFD page in points from its upper left corner: glyphs, and paths and
 * pictures in drawing order. Not thread-safe.
 */
final class OfdScene {
  /**
   * Number of characters below which a page has no text layer; a stamp or page number has fewer.
   */
  private static final int MIN_TEXT_CHARACTERS = 30;

  /** Minimum number of filled paths with curves on a page whose text is drawn as outlines. */
  private static final int MIN_FILLED_CURVES = 5;

  /** Smallest share of the page that a scan covers. */
  private static final double MIN_SCAN_SHARE = 0.6;

  private final int pageNumber;
  private final Rectangle2D pageArea;
  private final GlyphCollector glyphCollector = new GlyphCollector();
  private final List<DrawnObject> drawnObjects = new ArrayList<>();
  private int characterCount;

  /**
   * Creates a scene without objects.
   *
   * @param pageNumber 1-based page
   * @param pageArea the page, in points, with its upper left corner at the origin
   */
  OfdScene(int pageNumber, Rectangle2D pageArea) {
    this.pageNumber = pageNumber;
    this.pageArea = pageArea;
  }

  /** Adds a glyph; see {@link GlyphCollector#add}. */
  void addGlyph(
      String text, AffineTransform transform, float width, boolean bold, Rectangle2D visibleBox) {
    glyphCollector.add(text, transform, width, bold, visibleBox);
    characterCount += text.isBlank() ? 0 : 1;
  }

  void add(DrawnObject drawnObject) {
    drawnObjects.add(drawnObject);
  }

  Rectangle2D area() {
    return pageArea;
  }

  List<DrawnObject> drawnObjects() {
    return drawnObjects;
  }

  /** The glyphs and rulings of the page, with its text upright. */
  PageContent toPageContent() {
    List<Ruling> rulings = new ArrayList<>();
    for (DrawnObject item : drawnObjects) {
      if (item instanceof DrawnPath outline) {
        rulings.addAll(outline.findRulings());
      }
    }
    return glyphCollector.createPage(
        pageNumber, (float) pageArea.getWidth(), (float) pageArea.getHeight(), rulings);
  }

  /** Whether the page must be recognized: it has pictures or outlines but hardly any text. */
  boolean isScanned() {
    int curves = 0;
    double pictures = 0;
    for (DrawnObject item : drawnObjects) {
      switch (item) {
        case DrawnPath outline -> curves += outline.fill() != null && outline.isCurved() ? 1 : 0;
        case DrawnPicture picture -> pictures += coveredPageShare(picture);
      }
    }
    return characterCount < MIN_TEXT_CHARACTERS
        && (curves >= MIN_FILLED_CURVES || pictures >= MIN_SCAN_SHARE);
  }

  /** Share of the page that a picture covers, 0 to 1. */
  double coveredPageShare(DrawnPicture picture) {
    Rectangle2D box = visibleBox(picture);
    double covered = Math.max(0, box.getWidth()) * Math.max(0, box.getHeight());
    return covered / (pageArea.getWidth() * pageArea.getHeight());
  }

  /** The visible box of a picture, in points; of no or negative size if it is outside the page. */
  Rectangle2D visibleBox(DrawnPicture picture) {
    return picture
        .toPage()
        .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
        .getBounds2D()
        .createIntersection(pageArea);
  }

  /** A path or picture of a page. */
  sealed interface DrawnObject {}

  /**
   * A path with its fill and outline.
   *
   * @param path the path, in points of the page
   * @param fill color of its inside, or null if it is not filled
   * @param stroke color of its outline, or null if it has none
   * @param lineWidth width of the outline, in points
   * @param visibleBox part of the page inside its clips
   */
  record DrawnPath(
      Path2D path,
      @Nullable Color fill,
      @Nullable Color stroke,
      double lineWidth,
      Rectangle2D visibleBox)
      implements DrawnObject {
    /** Widest outline, in points, that counts as a ruling. */
    private static final double MAX_RULING_WIDTH = 4;

    /** Whether the path has a curve. */
    boolean isCurved() {
      double[] at = new double[6];
      for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
        int kind = i.currentSegment(at);
        if (kind == PathIterator.SEG_CUBICTO || kind == PathIterator.SEG_QUADTO) {
          return true;
        }
      }
      return false;
    }

    /**
     * The rulings that the path draws unless in white; strokes wider than {@link #MAX_RULING_WIDTH}
     * are none. Empty if there are none.
     */
    List<Ruling> findRulings() {
      List<Ruling> rulings = new ArrayList<>();
      AffineTransform same = new AffineTransform();
      if (stroke != null && !stroke.equals(Color.WHITE) && lineWidth <= MAX_RULING_WIDTH) {
        rulings.addAll(PathRulingExtractor.findInStroke(path, same, visibleBox));
      }
      if (fill != null && !fill.equals(Color.WHITE)) {
        rulings.addAll(PathRulingExtractor.findInFill(path, same, visibleBox));
      }
      return rulings;
    }
  }

  /**
   * A picture of the package with its position on the page.
   *
   * @param part path of the image inside the package
   * @param toPage transforms the unit square, y downwards, to points of the page
   */
  record DrawnPicture(String part, AffineTransform toPage) implements DrawnObject {}
}
