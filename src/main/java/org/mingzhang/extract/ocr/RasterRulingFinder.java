package org.mingzhang.extract.ocr;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.page.Ruling;

/**
 * Finds ruling lines in a raster: long thin runs of ink along an axis. A slightly skewed line gives
 * several runs, which are merged when grids are built.
 */
final class RasterRulingFinder {
  /** Shortest run, in points; longer than a stroke of a character in a table. */
  private static final float MIN_LENGTH = 15f;

  /** Maximum thickness of a line, in points. */
  private static final float MAX_THICKNESS = 2.6f;

  /** Maximum number of consecutive light pixels in a run. */
  private static final int MAX_GAP_PIXELS = 2;

  private final GrayRaster raster;
  private final int threshold;

  /**
   * Creates a finder.
   *
   * @param threshold gray value up to which a pixel is ink
   */
  RasterRulingFinder(GrayRaster raster, int threshold) {
    this.raster = raster;
    this.threshold = threshold;
  }

  /**
   * The horizontal runs from top to bottom, then the vertical ones from left to right, as boxes one
   * pixel thick; a thicker line gives several runs.
   */
  List<Rectangle> findRuns() {
    List<Rectangle> runs = new ArrayList<>();
    for (int y = 0; y < raster.height(); y++) {
      collectRunsOnLine(y, raster.width(), true, runs);
    }
    for (int x = 0; x < raster.width(); x++) {
      collectRunsOnLine(x, raster.height(), false, runs);
    }
    return runs;
  }

  private void collectRunsOnLine(int line, int length, boolean horizontal, List<Rectangle> runs) {
    int shortest = Math.round(MIN_LENGTH / raster.pointsPerPixel());
    int start = -1;
    int last = -1;
    for (int i = 0; i <= length; i++) {
      boolean dark = i < length && isDark(i, line, horizontal);
      if (dark) {
        start = start < 0 ? i : start;
        last = i;
      } else if (start >= 0 && (i - last > MAX_GAP_PIXELS || i == length)) {
        if (last - start + 1 >= shortest && isThin(start, last, line, horizontal)) {
          runs.add(
              horizontal
                  ? new Rectangle(start, line, last - start + 1, 1)
                  : new Rectangle(line, start, 1, last - start + 1));
        }
        start = -1;
      }
    }
  }

  private boolean isDark(int position, int line, boolean horizontal) {
    return horizontal
        ? raster.isInk(position, line, threshold)
        : raster.isInk(line, position, threshold);
  }

  /**
   * Whether at least two thirds of a run are thin, so that it belongs to a line rather than to a
   * bar or picture.
   */
  private boolean isThin(int start, int end, int line, boolean horizontal) {
    int thickest = Math.max(2, Math.round(MAX_THICKNESS / raster.pointsPerPixel()));
    int thin = 0;
    int looked = 0;
    for (int i = start; i <= end; i += 3) {
      int thickness = 1;
      for (int side = -1; side <= 1; side += 2) {
        int distance = 1;
        while (distance <= thickest && isDark(i, line + side * distance, horizontal)) {
          distance++;
        }
        thickness += distance - 1;
      }
      looked++;
      thin += thickness <= thickest ? 1 : 0;
    }
    return thin * 3 >= looked * 2;
  }

  /** Runs in pixels as rulings in points, in the same order. */
  List<Ruling> toRulings(List<Rectangle> runs) {
    float scale = raster.pointsPerPixel();
    List<Ruling> rulings = new ArrayList<>();
    for (Rectangle run : runs) {
      rulings.add(
          run.width >= run.height
              ? Ruling.horizontal(
                  (run.y + 0.5f) * scale, run.x * scale, (run.x + run.width) * scale)
              : Ruling.vertical(
                  (run.x + 0.5f) * scale, run.y * scale, (run.y + run.height) * scale));
    }
    return rulings;
  }
}
