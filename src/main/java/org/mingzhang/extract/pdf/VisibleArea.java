package org.mingzhang.extract.pdf;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The visible part of a page under the current clips, as a rectangle on the page as shown.
 * Spreadsheets print a cell's text on both pages that it spans and clip the rest. Clips other than
 * rectangles are replaced by their bounds. One instance per page; not thread-safe.
 */
final class VisibleArea {
  private final PageGeometry geometry;
  private final Rectangle2D page;
  private @Nullable List<Path2D> lastClipPaths;
  private int lastClipCount;
  private Rectangle2D lastArea;

  VisibleArea(PageGeometry geometry) {
    this.geometry = geometry;
    this.page = new Rectangle2D.Double(0, 0, geometry.width(), geometry.height());
    this.lastArea = page;
  }

  /**
   * The visible rectangle under these clips, in points; of no or negative size if nothing is
   * visible.
   */
  // PDFBox shares one list between graphics states until a clip is added. Comparing its identity
  // and size spares comparing paths for each glyph.
  @SuppressWarnings("ReferenceEquality")
  Rectangle2D clipTo(List<Path2D> clipPaths) {
    if (clipPaths != lastClipPaths || clipPaths.size() != lastClipCount) {
      Rectangle2D area = page;
      for (Path2D clip : clipPaths) {
        Rectangle2D bounds =
            geometry.toShownPage().createTransformedShape(clip.getBounds2D()).getBounds2D();
        area = area.createIntersection(bounds);
      }
      lastClipPaths = clipPaths;
      lastClipCount = clipPaths.size();
      lastArea = area;
    }
    return lastArea;
  }
}
