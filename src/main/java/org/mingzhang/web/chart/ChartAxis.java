package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear axis. An axis that is drawn has ticks at round numbers and includes zero.
 *
 * @param low lower end
 * @param high upper end
 * @param step distance of ticks
 */
record ChartAxis(double low, double high, double step) {
  private static final int TICK_COUNT = 4;

  /**
   * Creates an axis for all values of the series, with ticks at round numbers and including zero.
   */
  static ChartAxis fit(List<ChartSeries> series) {
    double maximum = 0;
    double minimum = 0;
    for (ChartSeries one : series) {
      for (BigDecimal value : one.values()) {
        if (value != null) {
          maximum = Math.max(maximum, value.doubleValue());
          minimum = Math.min(minimum, value.doubleValue());
        }
      }
    }
    double step = roundUp((maximum - minimum) / TICK_COUNT);
    return new ChartAxis(Math.floor(minimum / step) * step, Math.ceil(maximum / step) * step, step);
  }

  /**
   * Creates an axis from the smallest value to the largest, without ticks; if they are equal, from
   * one below to one above.
   */
  static ChartAxis fitRange(List<BigDecimal> values) {
    double minimum = values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
    double maximum = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    return minimum == maximum
        ? new ChartAxis(minimum - 1, maximum + 1, 1)
        : new ChartAxis(minimum, maximum, maximum - minimum);
  }

  /** Rounds up to 1, 2, 2.5 or 5 times a power of ten. */
  private static double roundUp(double step) {
    if (step <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    for (double times : new double[] {1, 2, 2.5, 5}) {
      if (times * power >= step * 0.999) {
        return times * power;
      }
    }
    return 10 * power;
  }

  /** Position of a value on the axis, 0 to 1. */
  double fraction(double value) {
    return high == low ? 0 : (value - low) / (high - low);
  }

  List<Double> ticks() {
    List<Double> marks = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step / 2; i++) {
      marks.add(low + i * step);
    }
    return marks;
  }

  /** A number on the axis, {@code 2,500} or {@code 0.25}. */
  static String formatTick(double mark) {
    BigDecimal exact = new BigDecimal(mark).round(new MathContext(6)).stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, exact.scale()) + "f", exact);
  }
}
