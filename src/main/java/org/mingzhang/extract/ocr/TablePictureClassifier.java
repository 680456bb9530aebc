package org.mingzhang.extract.ocr;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.mingzhang.extract.page.CellBoxFinder;
import org.mingzhang.text.ExtractionNotes;

/**
 * Distinguishes pictures of tables from seals, logos and photographs: a table has thin lines whose
 * cells cover much of the picture. Stateless.
 */
public final class TablePictureClassifier {
  /** The placeholder in the text for a picture of a table. */
  public static final String PLACEHOLDER = ExtractionNotes.PICTURE_TABLE;

  /** Long side of A4 in inches, the assumed printed size of a picture. */
  private static final float A4_LONG_SIDE_INCHES = 11.69f;

  /** Smallest width, in pixels, of a picture with readable rows. */
  private static final int MIN_PICTURE_WIDTH = 240;

  /** Smallest height, in pixels, of a picture with readable rows. */
  private static final int MIN_PICTURE_HEIGHT = 90;

  /** Minimum number of ruled cells of a picture that shows a table. */
  private static final int MIN_CELLS = 6;

  /** Smallest share of the picture that its cells cover. */
  private static final double MIN_COVERED_SHARE = 0.3;

  private TablePictureClassifier() {}

  /**
   * Whether an image shows a table: it has at least 240 × 90 pixels, and at least six cells that
   * together cover at least 30 % of it.
   */
  public static boolean showsTable(BufferedImage image) {
    if (image.getWidth() < MIN_PICTURE_WIDTH || image.getHeight() < MIN_PICTURE_HEIGHT) {
      return false;
    }
    float dpi = Math.max(image.getWidth(), image.getHeight()) / A4_LONG_SIDE_INCHES;
    GrayRaster raster = GrayRaster.of(image, dpi);
    RasterRulingFinder lines = new RasterRulingFinder(raster, raster.computeThreshold());
    List<Rectangle2D> cells = CellBoxFinder.find(lines.toRulings(lines.findRuns()));
    double points = raster.pointsPerPixel();
    double area = raster.width() * points * raster.height() * points;
    double covered = cells.stream().mapToDouble(c -> c.getWidth() * c.getHeight()).sum();
    return cells.size() >= MIN_CELLS && covered >= MIN_COVERED_SHARE * area;
  }
}
