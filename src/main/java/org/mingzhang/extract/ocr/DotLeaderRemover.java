package org.mingzhang.extract.ocr;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds and erases the dots between a title and its page number in a table of contents, which OCR
 * would read as letters. A leader is a row of at least eight evenly spaced dots.
 */
final class DotLeaderRemover {
  /** Maximum size of a dot, in points. */
  private static final float MAX_DOT_SIZE = 2.2f;

  /** Maximum distance between neighboring dots, in points. */
  private static final float MAX_DOT_DISTANCE = 9;

  /** Minimum number of dots of a leader. */
  private static final int MIN_DOTS = 8;

  /** Largest vertical distance of the dots of a row, in points. */
  private static final float MAX_ROW_OFFSET = 1.2f;

  private final GrayRaster raster;
  private final int threshold;
  private final int maxDotPixels;

  /**
   * Creates a remover.
   *
   * @param raster the page, from which the dots are erased
   * @param threshold gray value up to which a pixel is ink
   */
  DotLeaderRemover(GrayRaster raster, int threshold) {
    this.raster = raster;
    this.threshold = threshold;
    this.maxDotPixels = Math.max(3, Math.round(MAX_DOT_SIZE / raster.pointsPerPixel()));
  }

  /** Erases all leaders and returns their boxes in pixels; empty if there are none. */
  List<Rectangle> eraseLeaders() {
    List<Rectangle> leaders = new ArrayList<>();
    for (List<Rectangle> row : groupIntoRows(findDots())) {
      row.sort(Comparator.comparingInt(dot -> dot.x));
      int start = 0;
      for (int i = 1; i <= row.size(); i++) {
        if (i == row.size()
            || distanceToPrevious(row, i) > MAX_DOT_DISTANCE / raster.pointsPerPixel()) {
          eraseIfEvenlySpaced(row.subList(start, i), leaders);
          start = i;
        }
      }
    }
    return leaders;
  }

  private void eraseIfEvenlySpaced(List<Rectangle> dots, List<Rectangle> leaders) {
    if (dots.size() < MIN_DOTS) {
      return;
    }
    int even = 0;
    for (int i = 2; i < dots.size(); i++) {
      int change = Math.abs(distanceToPrevious(dots, i) - distanceToPrevious(dots, i - 1));
      even += change <= Math.max(2, distanceToPrevious(dots, i) / 3) ? 1 : 0;
    }
    if (even * 3 >= (dots.size() - 2) * 2) {
      Rectangle leader = new Rectangle(dots.get(0));
      dots.forEach(leader::add);
      leaders.add(leader);
      for (Rectangle dot : dots) {
        dot.grow(1, 1);
        raster.erase(dot);
      }
    }
  }

  private static int distanceToPrevious(List<Rectangle> dots, int index) {
    return dots.get(index).x - dots.get(index - 1).x;
  }

  private List<List<Rectangle>> groupIntoRows(List<Rectangle> dots) {
    dots.sort(Comparator.comparingDouble(Rectangle::getCenterY));
    List<List<Rectangle>> rows = new ArrayList<>();
    List<Rectangle> row = new ArrayList<>();
    for (Rectangle dot : dots) {
      if (!row.isEmpty()
          && dot.getCenterY() - row.get(row.size() - 1).getCenterY()
              > MAX_ROW_OFFSET / raster.pointsPerPixel()) {
        rows.add(row);
        row = new ArrayList<>();
      }
      row.add(dot);
    }
    rows.add(row);
    return rows;
  }

  /** Finds small spots of ink surrounded by white; returns their boxes in pixels. */
  private List<Rectangle> findDots() {
    List<Rectangle> dots = new ArrayList<>();
    for (int y = 1; y < raster.height() - maxDotPixels; y++) {
      for (int x = maxDotPixels; x < raster.width() - maxDotPixels; x++) {
        if (isInk(x, y) && !isInk(x - 1, y) && !isInk(x, y - 1) && isIsolated(x, y)) {
          Rectangle dot = raster.inkBounds(dotBox(x, y), threshold);
          if (dot.y == y) {
            dots.add(dot);
          }
        }
      }
    }
    return dots;
  }

  private Rectangle dotBox(int x, int y) {
    return new Rectangle(x - maxDotPixels / 2, y, maxDotPixels + maxDotPixels / 2, maxDotPixels);
  }

  private boolean isIsolated(int x, int y) {
    Rectangle box = dotBox(x, y);
    for (int i = box.x - 1; i <= box.x + box.width; i++) {
      if (isInk(i, box.y - 1) || isInk(i, box.y + box.height)) {
        return false;
      }
    }
    for (int i = box.y; i < box.y + box.height; i++) {
      if (isInk(box.x - 1, i) || isInk(box.x + box.width, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isInk(int x, int y) {
    return raster.isInk(x, y, threshold);
  }
}
