package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/**
 * A chart of horizontal bars with their values. A missing value is shown as text instead of a bar.
 */
public final class BarChart {
  /** Maximum number of rows drawn. */
  public static final int MAX_ROWS = 40;

  private static final int WIDTH = 800;
  private static final int LABEL_WIDTH = 250;
  private static final int PLOT_WIDTH = 380;
  private static final int BAR_HEIGHT = 24;
  private static final int HEADER_HEIGHT = 34;

  private BarChart() {}

  /**
   * Draws one column, the largest value first, missing values last; at most {@link #MAX_ROWS} rows.
   *
   * @param column index into {@link ChartData#columns}
   */
  public static String drawRanked(ChartData data, int column) {
    List<ChartSeries> ordered =
        data.series().stream()
            .map(
                s ->
                    new ChartSeries(
                        s.label(),
                        Collections.singletonList(s.values().get(column)),
                        List.of(s.valueTexts().get(column))))
            .sorted(BarChart::compareDescendingNullsLast)
            .limit(MAX_ROWS)
            .toList();
    return draw(
        new ChartData(
            data.title(), data.description(), List.of(data.columns().get(column)), ordered));
  }

  private static int compareDescendingNullsLast(ChartSeries a, ChartSeries b) {
    BigDecimal left = a.values().getFirst();
    BigDecimal right = b.values().getFirst();
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    return right.compareTo(left);
  }

  /**
   * Draws the values of the first rows, at most {@link #MAX_ROWS}, grouped by row. If there are
   * several columns, the name of the column follows the value, so that color is not the only
   * distinction.
   */
  public static String draw(ChartData data) {
    int columns = data.columns().size();
    List<ChartSeries> drawn = data.series().stream().limit(MAX_ROWS).toList();
    int gap = columns > 1 ? 8 : 0;
    int height = HEADER_HEIGHT + 14 + (BAR_HEIGHT * columns + gap) * drawn.size();
    SvgBuilder svg = new SvgBuilder(WIDTH, height, data.title(), data.description());
    svg.text(0, 18, "start", "title", data.title());
    ChartAxis scale = ChartAxis.fit(drawn);
    double zero = LABEL_WIDTH + PLOT_WIDTH * scale.fraction(0);
    double top = HEADER_HEIGHT + 6.0;
    for (ChartSeries one : drawn) {
      svg.text(LABEL_WIDTH - 10.0, top + 15, "end", "label", one.truncateLabel(18));
      for (int i = 0; i < columns; i++) {
        String suffix = columns > 1 ? " · " + data.columns().get(i) : "";
        drawBar(svg, one, i, scale, top, suffix);
        top += BAR_HEIGHT;
      }
      top += gap;
    }
    return svg.line(zero, HEADER_HEIGHT + 2.0, zero, top + 4, ShapeStyle.AXIS).build();
  }

  private static void drawBar(
      SvgBuilder svg, ChartSeries series, int column, ChartAxis axis, double top, String suffix) {
    BigDecimal value = series.values().get(column);
    String words = series.valueTexts().get(column) + suffix;
    double zero = LABEL_WIDTH + PLOT_WIDTH * axis.fraction(0);
    if (value == null) {
      svg.text(zero + 6, top + 15, "start", "missing", words);
      return;
    }
    double end = LABEL_WIDTH + PLOT_WIDTH * axis.fraction(value.doubleValue());
    double width = Math.max(Math.abs(end - zero), 1);
    svg.rect(Math.min(zero, end), top + 3, width, BAR_HEIGHT - 8.0, ShapeStyle.bar(column));
    svg.text(Math.max(zero, end) + 6, top + 15, "start", "value", words);
  }
}
