package org.mingzhang.extract.ocr;

/**
 * Measures the skew of a scanned page: the angle at which its ink forms the sharpest horizontal
 * rows, as level lines of text and ruling lines do.
 */
final class SkewEstimator {
  /** Largest angle tried, in degrees; a document feeder turns a sheet by less. */
  private static final double MAX_DEGREES = 4;

  /** Difference between the angles tried, in degrees. */
  private static final double STEP_DEGREES = 0.1;

  /** Maximum number of ink pixels sampled. */
  private static final int MAX_SAMPLES = 40_000;

  /**
   * Minimum ratio of the sharpness of the rows to the sharpness of the rows of the unrotated page.
   */
  private static final double MIN_SHARPNESS_RATIO = 1.05;

  private SkewEstimator() {}

  /**
   * The skew in degrees, −4 to 4, positive where lines fall to the right; 0 if the page is level or
   * no angle is clearly sharper.
   *
   * @param threshold gray value up to which a pixel is ink
   */
  static double measure(GrayRaster page, int threshold) {
    int cell = Math.max(1, Math.round(page.dpi() / 100));
    int[] xs = new int[MAX_SAMPLES];
    int[] ys = new int[MAX_SAMPLES];
    int count = samplePixels(page, threshold, cell, xs, ys);
    double best = 0;
    double level = sharpness(xs, ys, count, page, cell, 0);
    double sharpest = level * MIN_SHARPNESS_RATIO;
    for (int i = (int) -(MAX_DEGREES / STEP_DEGREES); i <= MAX_DEGREES / STEP_DEGREES; i++) {
      double sharp = sharpness(xs, ys, count, page, cell, i * STEP_DEGREES);
      if (sharp > sharpest) {
        sharpest = sharp;
        best = i * STEP_DEGREES;
      }
    }
    return best;
  }

  /**
   * Samples ink pixels evenly over the page: counts them first, then takes every n-th. Returns
   * their number.
   */
  private static int samplePixels(
      GrayRaster page, int threshold, int cellSize, int[] xs, int[] ys) {
    int ink = 0;
    for (int y = 0; y < page.height(); y += cellSize) {
      for (int x = 0; x < page.width(); x += cellSize) {
        ink += page.grayAt(x, y) <= threshold ? 1 : 0;
      }
    }
    int each = ink / MAX_SAMPLES + 1;
    int seen = 0;
    int count = 0;
    for (int y = 0; y < page.height(); y += cellSize) {
      for (int x = 0; x < page.width(); x += cellSize) {
        if (page.grayAt(x, y) <= threshold && seen++ % each == 0 && count < MAX_SAMPLES) {
          xs[count] = x;
          ys[count++] = y;
        }
      }
    }
    return count;
  }

  /** Sum of squared ink counts per row after rotating the page back by an angle. */
  private static double sharpness(
      int[] xs, int[] ys, int count, GrayRaster page, int cellSize, double degrees) {
    double slope = Math.tan(Math.toRadians(degrees));
    int margin = (int) (page.width() * Math.abs(slope)) + 1;
    long[] rows = new long[(page.height() + 2 * margin) / cellSize + 2];
    for (int i = 0; i < count; i++) {
      rows[(int) ((ys[i] - xs[i] * slope + margin) / cellSize)]++;
    }
    double sum = 0;
    for (long row : rows) {
      sum += (double) row * row;
    }
    return sum;
  }
}
