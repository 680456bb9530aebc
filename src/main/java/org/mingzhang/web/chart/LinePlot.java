package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The plotting area of a line chart, in which rows are drawn as lines with points. A missing value
 * leaves a gap in the line.
 *
 * @param svg the picture
 * @param left left edge of the area
 * @param top its upper edge
 * @param width its width
 * @param height its height
 * @param axis its vertical axis
 * @param columns number of columns
 */
record LinePlot(
    SvgBuilder svg,
    double left,
    double top,
    double width,
    double height,
    ChartAxis axis,
    int columns) {
  double x(int column) {
    return columns == 1 ? left + width / 2 : left + width * column / (columns - 1);
  }

  double y(double value) {
    return top + height * (1 - axis.fraction(value));
  }

  /** Draws the line and the points of a row. */
  void drawSeries(ChartSeries series, int seriesIndex) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      BigDecimal value = series.values().get(i);
      if (value == null) {
        drawSegment(points, seriesIndex);
        continue;
      }
      double x = x(i);
      double y = y(value.doubleValue());
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      drawPoint(x, y, seriesIndex);
    }
    drawSegment(points, seriesIndex);
  }

  private void drawSegment(StringBuilder points, int seriesIndex) {
    if (points.indexOf(" ") != points.lastIndexOf(" ")) {
      svg.polyline(points.toString().strip(), ShapeStyle.stroke(seriesIndex));
    }
    points.setLength(0);
  }

  /**
   * Draws a point in the shape of its row: disc, square, triangle, diamond, inverted triangle,
   * cross.
   */
  void drawPoint(double x, double y, int seriesIndex) {
    String form =
        switch (seriesIndex % ShapeStyle.STYLE_COUNT) {
          case 0 -> "m-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z";
          case 1 -> "m-3.5,-3.5h7v7h-7z";
          case 2 -> "m0,-4.5l4.5,8h-9z";
          case 3 -> "m0,-5l5,5l-5,5l-5,-5z";
          case 4 -> "m0,4.5l4.5,-8h-9z";
          default -> "m-1.5,-4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z";
        };
    svg.path(String.format(Locale.ROOT, "M%.1f,%.1f", x, y) + form, ShapeStyle.dot(seriesIndex));
  }
}
