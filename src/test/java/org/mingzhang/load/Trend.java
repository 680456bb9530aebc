package org.mingzhang.load;

import java.util.Locale;

/**
 * The slope of equally spaced values by least squares, with its 95 % interval. The interval is
 * widened where neighbors are alike, since they then tell less than as many independent values.
 *
 * @param slope for one step
 * @param margin half the width of the interval
 */
record Trend(double slope, double margin) {
  private static final double NORMAL = 1.96;

  static Trend of(double[] values) {
    int n = values.length;
    double meanX = (n - 1) / 2.0;
    double meanY = 0;
    for (double value : values) {
      meanY += value / n;
    }
    double above = 0;
    double below = 0;
    for (int i = 0; i < n; i++) {
      above += (i - meanX) * (values[i] - meanY);
      below += (i - meanX) * (i - meanX);
    }
    if (n < 3) {
      return new Trend(0, Double.POSITIVE_INFINITY);
    }
    double slope = above / below;
    double squares = 0;
    double alike = 0;
    double before = 0;
    for (int i = 0; i < n; i++) {
      double rest = values[i] - meanY - slope * (i - meanX);
      squares += rest * rest;
      alike += i == 0 ? 0 : rest * before;
      before = rest;
    }
    double correlation = squares == 0 ? 0 : Math.clamp(alike / squares, 0, 0.95);
    double error = Math.sqrt(squares / (n - 2) / below);
    return new Trend(slope, NORMAL * error * Math.sqrt((1 + correlation) / (1 - correlation)));
  }

  /** The same for as many steps. */
  Trend times(double steps) {
    return new Trend(slope * steps, margin * steps);
  }

  /** Whether zero is within the interval, or the slope is below. */
  boolean noGrowth() {
    return slope - margin <= 0;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%+.2f ± %.2f", slope, margin);
  }
}
