package org.mingzhang.web.chart;

import java.util.List;

/**
 * The style of a shape: its class for the style sheet of the page, and the color and dashes used
 * when the image is shown outside the portal. Series differ by dashes and by the shape of their
 * points as well as by color.
 *
 * @param kind classes for style sheets
 * @param fill color without a style sheet
 * @param dashes dashes of its line, empty for none
 */
record ShapeStyle(String kind, String fill, String dashes) {
  static final ShapeStyle AXIS = new ShapeStyle("axis", "#8d887b", "");
  static final ShapeStyle GRID = new ShapeStyle("grid", "#e3dfd5", "");
  static final ShapeStyle ABSENT = new ShapeStyle("absent", "#8d887b", "2 3");

  /** Colors that can be distinguished by readers with color vision deficiency. */
  private static final List<String> COLORS =
      List.of("#23408e", "#b35c00", "#2c6e49", "#7a3b8f", "#8a6d00", "#4a5560");

  private static final List<String> DASHES = List.of("", "7 3", "2 3", "9 3 2 3", "4 2", "1 2");

  /** Number of series after which the styles repeat. */
  static final int STYLE_COUNT = COLORS.size();

  /**
   * The style of the bars of a series.
   *
   * @param series index of the series from 0; the colors repeat after {@link #STYLE_COUNT} series
   */
  static ShapeStyle bar(int series) {
    int i = series % STYLE_COUNT;
    return new ShapeStyle("bar bar-" + i, COLORS.get(i), "");
  }

  static ShapeStyle stroke(int series) {
    int i = series % STYLE_COUNT;
    return new ShapeStyle("series series-" + i, COLORS.get(i), DASHES.get(i));
  }

  static ShapeStyle dot(int series) {
    int i = series % STYLE_COUNT;
    return new ShapeStyle("dot dot-" + i, COLORS.get(i), "");
  }
}
