package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.List;

/**
 * Small multiples: rows over time, each in its own panel, all on the same scale, whose range is
 * written above the panels.
 */
public final class SmallMultiplesChart {
  /** Maximum number of rows drawn. */
  public static final int MAX_ROWS = 30;

  private static final int COLUMN_COUNT = 3;
  private static final int WIDTH = 800;
  private static final int HEADER_HEIGHT = 34;
  private static final int PANEL_WIDTH = 256;
  private static final int ROW_HEIGHT = 132;
  private static final int PLOT_HEIGHT = 64;

  private SmallMultiplesChart() {}

  /** Draws the first rows, at most {@link #MAX_ROWS}; a cross on the axis marks a missing value. */
  public static String draw(ChartData data) {
    List<ChartSeries> drawn = data.series().stream().limit(MAX_ROWS).toList();
    int height = HEADER_HEIGHT + ROW_HEIGHT * ((drawn.size() + COLUMN_COUNT - 1) / COLUMN_COUNT);
    SvgBuilder svg = new SvgBuilder(WIDTH, height, data.title(), data.description());
    svg.text(0, 18, "start", "title", data.title());
    ChartAxis scale = ChartAxis.fit(drawn);
    String span = ChartAxis.formatTick(scale.low()) + " – " + ChartAxis.formatTick(scale.high());
    svg.text(WIDTH - 16.0, 18, "end", "value", span);
    for (int i = 0; i < drawn.size(); i++) {
      double left = (PANEL_WIDTH + 16.0) * (i % COLUMN_COUNT);
      drawPanel(
          svg,
          drawn.get(i),
          data.columns(),
          scale,
          left,
          HEADER_HEIGHT + ROW_HEIGHT * (i / COLUMN_COUNT));
    }
    return svg.build();
  }

  private static void drawPanel(
      SvgBuilder svg,
      ChartSeries series,
      List<String> columns,
      ChartAxis axis,
      double left,
      double top) {
    int count = columns.size();
    LinePlot plot =
        new LinePlot(svg, left + 16, top + 34, PANEL_WIDTH - 112.0, PLOT_HEIGHT, axis, count);
    svg.text(left, top + 16, "start", "label", series.truncateLabel(17));
    double zero = plot.y(0);
    svg.line(left, zero, left + PANEL_WIDTH - 84, zero, ShapeStyle.AXIS);
    svg.line(
        left, plot.y(axis.high()), left + PANEL_WIDTH - 84, plot.y(axis.high()), ShapeStyle.GRID);
    for (int i = 0; i < count; i++) {
      if (series.values().get(i) == null) {
        double x = plot.x(i);
        svg.line(x - 3, zero - 3, x + 3, zero + 3, ShapeStyle.AXIS);
        svg.line(x - 3, zero + 3, x + 3, zero - 3, ShapeStyle.AXIS);
      }
    }
    plot.drawSeries(series, 0);
    svg.text(plot.x(0), top + PLOT_HEIGHT + 54, "middle", "value", columns.getFirst());
    if (count > 1) {
      svg.text(plot.x(count - 1), top + PLOT_HEIGHT + 54, "middle", "value", columns.getLast());
    }
    drawLastValue(svg, series, plot);
  }

  /** Writes the last value to the right of the panel, at the height of its point. */
  private static void drawLastValue(SvgBuilder svg, ChartSeries series, LinePlot plot) {
    double right = plot.left() + plot.width() + 18;
    for (int i = series.values().size() - 1; i >= 0; i--) {
      BigDecimal value = series.values().get(i);
      if (value != null) {
        double y = plot.y(value.doubleValue());
        svg.text(right, y + 4, "start", "value", series.valueTexts().get(i));
        return;
      }
    }
  }
}
