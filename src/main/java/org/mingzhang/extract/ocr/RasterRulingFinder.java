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
  private static final float MIN_RUN_LENGTH = 15f;

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

  /**
   * Adds the runs of a line of pixels, in ascending order. Among any three consecutive pixels of a
   * run at least one is dark, so that three pixels are examined at intervals of the shortest run;
   * the pixels between are examined only where one of the three is dark. This is fast because most
   * of a sheet is white.
   */
  private void collectRunsOnLine(int line, int length, boolean horizontal, List<Rectangle> runs) {
    int shortest = Math.round(MIN_RUN_LENGTH / raster.pointsPerPixel());
    int stride = Math.max(1, shortest - MAX_GAP_PIXELS);
    int looked;
    for (int probe = 0; probe < length; probe = looked + stride) {
      looked = probe;
      int dark = probe;
      while (dark <= probe + MAX_GAP_PIXELS && !isDark(dark, line, horizontal)) {
        dark++;
      }
      if (dark <= probe + MAX_GAP_PIXELS) {
        int start = findRunEnd(dark, -1, line, horizontal);
        int last = findRunEnd(dark, 1, line, horizontal);
        if (last - start + 1 >= shortest && isThin(start, last, line, horizontal)) {
          runs.add(
              horizontal
                  ? new Rectangle(start, line, last - start + 1, 1)
                  : new Rectangle(line, start, 1, last - start + 1));
        }
        looked = last;
      }
    }
  }

  /** The last dark pixel of the run of a dark pixel, in a direction of 1 or -1. */
  private int findRunEnd(int darkPosition, int direction, int line, boolean horizontal) {
    int end = darkPosition;
    for (int i = darkPosition; Math.abs(i - end) <= MAX_GAP_PIXELS + 1; i += direction) {
      end = isDark(i, line, horizontal) ? i : end;
    }
    return end;
  }

  private boolean isDark(int position, int line, boolean horizontal) {
    return horizontal
        ? raster.isInk(position, line, threshold)
        : raster.isInk(line, position, threshold);
  }

  /**
   * Whether at least two thirds of a run are thin, which shows that it belongs to a line and not to
   * a bar or picture.
   */
  private boolean isThin(int start, int end, int line, boolean horizontal) {
    int looked = (end - start) / 3 + 1;
    int thick = 0;
    for (int i = start; i <= end && thick * 3 <= looked; i += 3) {
      thick += isThick(i, line, horizontal) ? 1 : 0;
    }
    return thick * 3 <= looked;
  }

  /** Whether the ink across a run is thicker than a line at one of its pixels. */
  private boolean isThick(int position, int line, boolean horizontal) {
    int thickest = Math.max(2, Math.round(MAX_THICKNESS / raster.pointsPerPixel()));
    int first = line;
    while (line - first < thickest && isDark(position, first - 1, horizontal)) {
      first--;
    }
    int last = line;
    while (last - first < thickest && isDark(position, last + 1, horizontal)) {
      last++;
    }
    return last - first >= thickest;
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
