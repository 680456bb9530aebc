package org.mingzhang.extract.ocr;

/**
 * How far a scanned page is turned: the angle at which its ink falls into the sharpest rows. Lines
 * of text and ruling lines both give sharp rows when they are level.
 */
final class Skew {
  /** Largest angle looked for, in degrees; a scanner's feeder turns a sheet by less. */
  private static final double MAX_DEGREES = 4;

  private static final double STEP = 0.1;

  /** Most ink pixels that are looked at. */
  private static final int MAX_SAMPLES = 40_000;

  /** How much sharper the rows must be than those of the page as it is. */
  private static final double MIN_SHARPNESS_RATIO = 1.05;

  private Skew() {}

  /** Degrees by which lines fall to the right, 0 if the page is level or shows no lines. */
  static double degrees(Raster page, int threshold) {
    int cell = Math.max(1, Math.round(page.dpi() / 100));
    int[] xs = new int[MAX_SAMPLES];
    int[] ys = new int[MAX_SAMPLES];
    int count = sample(page, threshold, cell, xs, ys);
    double best = 0;
    double level = sharpness(xs, ys, count, page, cell, 0);
    double sharpest = level * MIN_SHARPNESS_RATIO;
    for (int i = (int) -(MAX_DEGREES / STEP); i <= MAX_DEGREES / STEP; i++) {
      double sharp = sharpness(xs, ys, count, page, cell, i * STEP);
      if (sharp > sharpest) {
        sharpest = sharp;
        best = i * STEP;
      }
    }
    return best;
  }

  /** Ink spread evenly over the page: counts first, then takes each so-many-th. */
  private static int sample(Raster page, int threshold, int cell, int[] xs, int[] ys) {
    int ink = 0;
    for (int y = 0; y < page.height(); y += cell) {
      for (int x = 0; x < page.width(); x += cell) {
        ink += page.greyAt(x, y) <= threshold ? 1 : 0;
      }
    }
    int each = ink / MAX_SAMPLES + 1;
    int seen = 0;
    int count = 0;
    for (int y = 0; y < page.height(); y += cell) {
      for (int x = 0; x < page.width(); x += cell) {
        if (page.greyAt(x, y) <= threshold && seen++ % each == 0 && count < MAX_SAMPLES) {
          xs[count] = x;
          ys[count++] = y;
        }
      }
    }
    return count;
  }

  /** Sum of squares of the ink in each row after turning the page back by an angle. */
  private static double sharpness(
      int[] xs, int[] ys, int count, Raster page, int cell, double degrees) {
    double slope = Math.tan(Math.toRadians(degrees));
    int margin = (int) (page.width() * Math.abs(slope)) + 1;
    long[] rows = new long[(page.height() + 2 * margin) / cell + 2];
    for (int i = 0; i < count; i++) {
      rows[(int) ((ys[i] - xs[i] * slope + margin) / cell)]++;
    }
    double sum = 0;
    for (long row : rows) {
      sum += (double) row * row;
    }
    return sum;
  }
}
