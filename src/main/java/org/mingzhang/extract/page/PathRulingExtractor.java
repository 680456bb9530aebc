package org.mingzhang.extract.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extracts rulings from drawn paths: straight strokes along an axis, and filled shapes without
 * curves that are as thin as a line. Curves and slopes are ignored. A dot gives a ruling in each
 * direction, since dotted lines consist of dots.
 */
public final class PathRulingExtractor {
  /** Thickest line, in points; anything thicker is shading or a bar. */
  private static final double MAX_THICKNESS = 3.2;

  /** Largest deviation of a line's ends from its axis, in points. */
  private static final double MAX_AXIS_DEVIATION = 0.8;

  private PathRulingExtractor() {}

  /**
   * Rulings drawn by stroking a path, cut to the visible area; empty if there are none.
   *
   * @param toShown transforms the path to points of the page as shown
   * @param visibleBox visible part of the page, in points
   */
  public static List<Ruling> findInStroke(
      Path2D path, AffineTransform toShown, Rectangle2D visibleBox) {
    List<Ruling> rulings = new ArrayList<>();
    double[] at = new double[6];
    double[] start = new double[2];
    double[] last = new double[2];
    for (PathIterator i = path.getPathIterator(toShown); !i.isDone(); i.next()) {
      switch (i.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          start = new double[] {at[0], at[1]};
          last = start;
        }
        case PathIterator.SEG_LINETO -> {
          addSegment(last[0], last[1], at[0], at[1], visibleBox, rulings);
          last = new double[] {at[0], at[1]};
        }
        case PathIterator.SEG_CLOSE -> {
          addSegment(last[0], last[1], start[0], start[1], visibleBox, rulings);
          last = start;
        }
        case PathIterator.SEG_QUADTO -> last = new double[] {at[2], at[3]};
        default -> last = new double[] {at[4], at[5]};
      }
    }
    return rulings;
  }

  /**
   * Rulings drawn by filling the parts of a path, cut to the visible area; empty if there are none.
   *
   * @param toShown transforms the path to points of the page as shown
   * @param visibleBox visible part of the page, in points
   */
  public static List<Ruling> findInFill(
      Path2D path, AffineTransform toShown, Rectangle2D visibleBox) {
    List<Ruling> rulings = new ArrayList<>();
    double[] at = new double[6];
    Rectangle2D box = null;
    boolean curved = false;
    for (PathIterator i = path.getPathIterator(toShown); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      if (kind == PathIterator.SEG_MOVETO) {
        addIfThin(curved ? null : box, visibleBox, rulings);
        box = new Rectangle2D.Double(at[0], at[1], 0, 0);
        curved = false;
      } else if (kind == PathIterator.SEG_LINETO && box != null) {
        box.add(at[0], at[1]);
      } else if (kind != PathIterator.SEG_CLOSE) {
        curved = true;
      }
    }
    addIfThin(curved ? null : box, visibleBox, rulings);
    return rulings;
  }

  private static void addSegment(
      double x0, double y0, double x1, double y1, Rectangle2D visibleBox, List<Ruling> rulings) {
    Rectangle2D box = new Rectangle2D.Double(x0, y0, 0, 0);
    box.add(x1, y1);
    if (Math.min(box.getWidth(), box.getHeight()) <= MAX_AXIS_DEVIATION) {
      addIfThin(box, visibleBox, rulings);
    }
  }

  private static void addIfThin(
      @Nullable Rectangle2D box, Rectangle2D visibleBox, List<Ruling> rulings) {
    if (box == null || Math.min(box.getWidth(), box.getHeight()) > MAX_THICKNESS) {
      return;
    }
    double left = Math.max(box.getMinX(), visibleBox.getMinX());
    double right = Math.min(box.getMaxX(), visibleBox.getMaxX());
    double top = Math.max(box.getMinY(), visibleBox.getMinY());
    double bottom = Math.min(box.getMaxY(), visibleBox.getMaxY());
    if (left > right || top > bottom) {
      return;
    }
    boolean dot = box.getWidth() <= MAX_THICKNESS && box.getHeight() <= MAX_THICKNESS;
    if (dot || box.getWidth() >= box.getHeight()) {
      rulings.add(Ruling.horizontal((float) box.getCenterY(), (float) left, (float) right));
    }
    if (dot || box.getHeight() > box.getWidth()) {
      rulings.add(Ruling.vertical((float) box.getCenterX(), (float) top, (float) bottom));
    }
  }
}
