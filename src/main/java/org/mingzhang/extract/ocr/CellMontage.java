package org.mingzhang.extract.ocr;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Table cells copied below each other onto a white image, so that OCR reads one cell after another
 * and never across a row.
 */
final class CellMontage {
  /** White margin around a cell, in points. */
  private static final float CELL_MARGIN = 7;

  /**
   * The width of the strip inside a cell's edges that may hold remains of its border is the margin
   * divided by this.
   */
  private static final int MARGIN_TO_BORDER_RATIO = 6;

  /** Maximum height of a montage, in pixels; Tesseract reads at most 32767. */
  private static final int MAX_HEIGHT = 16_000;

  private final GrayRaster raster;
  private final List<PlacedInk> placedInk;

  private CellMontage(GrayRaster raster, List<PlacedInk> placedInk) {
    this.raster = raster;
    this.placedInk = placedInk;
  }

  /**
   * Copies the ink of cells below each other, onto as many images as their height requires; onto
   * none if no cell has ink.
   *
   * @param page raster to which the boxes refer
   * @param cells boxes in pixels; those with less than 3 pixels of ink in either direction are left
   *     out
   * @param threshold gray value up to which a pixel is ink
   */
  static List<CellMontage> stack(GrayRaster page, List<Rectangle> cells, int threshold) {
    int margin = Math.round(CELL_MARGIN / page.pointsPerPixel());
    List<CellMontage> montages = new ArrayList<>();
    List<PlacedInk> places = new ArrayList<>();
    int y = margin;
    for (Rectangle cell : cells) {
      Rectangle inner = new Rectangle(cell);
      inner.grow(-margin / MARGIN_TO_BORDER_RATIO, -margin / MARGIN_TO_BORDER_RATIO);
      Rectangle ink = page.inkBounds(inner, threshold);
      if (ink.width < 3 || ink.height < 3) {
        continue;
      }
      if (y + ink.height + margin > MAX_HEIGHT && !places.isEmpty()) {
        montages.add(draw(page, places, y, margin));
        places = new ArrayList<>();
        y = margin;
      }
      places.add(new PlacedInk(ink, y));
      y += ink.height + 2 * margin;
    }
    if (!places.isEmpty()) {
      montages.add(draw(page, places, y, margin));
    }
    return montages;
  }

  private static CellMontage draw(
      GrayRaster page, List<PlacedInk> placedInk, int height, int margin) {
    int width = placedInk.stream().mapToInt(p -> p.pageBox.width).max().orElseThrow() + 2 * margin;
    GrayRaster montage = page.createBlank(width, height);
    for (PlacedInk place : placedInk) {
      montage.copyBoxFrom(page, place.pageBox, margin, place.montageTop);
    }
    List<PlacedInk> shifted =
        placedInk.stream()
            .map(
                p ->
                    new PlacedInk(
                        new Rectangle(
                            p.pageBox.x - margin, p.pageBox.y, p.pageBox.width, p.pageBox.height),
                        p.montageTop))
            .toList();
    return new CellMontage(montage, shifted);
  }

  GrayRaster raster() {
    return raster;
  }

  /** Maps a box on the montage to the page; both in pixels. */
  Rectangle toPage(Rectangle box) {
    double middle = box.getCenterY();
    PlacedInk nearest = placedInk.get(0);
    for (PlacedInk place : placedInk) {
      if (place.verticalDistance(middle) < nearest.verticalDistance(middle)) {
        nearest = place;
      }
    }
    return new Rectangle(
        box.x + nearest.pageBox.x,
        box.y - nearest.montageTop + nearest.pageBox.y,
        box.width,
        box.height);
  }

  /** Box of a cell's ink on the page, and its upper edge on the montage, in pixels. */
  private record PlacedInk(Rectangle pageBox, int montageTop) {
    double verticalDistance(double montageY) {
      return Math.max(0, Math.max(montageTop - montageY, montageY - (montageTop + pageBox.height)));
    }
  }
}
