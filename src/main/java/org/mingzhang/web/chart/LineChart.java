package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A line chart of a few rows over time, each labeled at its end. */
public final class LineChart {
  /** Maximum number of rows of one chart; for more use {@link SmallMultiplesChart}. */
  public static final int MAX_ROWS = ShapeStyle.STYLE_COUNT;

  private static final int WIDTH = 800;
  private static final int LEFT_MARGIN = 72;
  private static final int RIGHT_MARGIN = 200;
  private static final int TOP_MARGIN = 44;
  private static final int PLOT_HEIGHT = 260;
  private static final int LABEL_LINE_HEIGHT = 18;

  /** A label at the end of its line, moved down if it would overlap another label. */
  private record EndLabel(int number, double x, double y) {}

  private LineChart() {}

  /** Draws the first rows, at most {@link #MAX_ROWS}; columns are in order of time. */
  public static String draw(ChartData data) {
    List<ChartSeries> drawn = data.series().stream().limit(MAX_ROWS).toList();
    int columns = data.columns().size();
    SvgBuilder svg =
        new SvgBuilder(WIDTH, TOP_MARGIN + PLOT_HEIGHT + 52, data.title(), data.description());
    LinePlot plot =
        new LinePlot(
            svg,
            LEFT_MARGIN + 20,
            TOP_MARGIN,
            WIDTH - LEFT_MARGIN - RIGHT_MARGIN - 40.0,
            PLOT_HEIGHT,
            ChartAxis.fit(drawn),
            columns);
    svg.text(0, 18, "start", "title", data.title());
    drawAxes(svg, plot, data.columns());
    List<EndLabel> labels = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      plot.drawSeries(drawn.get(i), i);
      labels.add(createEndLabel(drawn.get(i), i, plot));
    }
    labels.sort(Comparator.comparingDouble(EndLabel::y));
    double lowest = TOP_MARGIN - LABEL_LINE_HEIGHT;
    for (EndLabel label : labels) {
      double y = Math.max(label.y(), lowest + LABEL_LINE_HEIGHT);
      lowest = y;
      drawLabel(svg, plot, label, y, drawn.get(label.number()));
    }
    return svg.build();
  }

  private static void drawAxes(SvgBuilder svg, LinePlot plot, List<String> columns) {
    for (double mark : plot.axis().ticks()) {
      double y = plot.y(mark);
      svg.line(
          LEFT_MARGIN, y, WIDTH - RIGHT_MARGIN, y, mark == 0 ? ShapeStyle.AXIS : ShapeStyle.GRID);
      svg.text(LEFT_MARGIN - 8.0, y + 4, "end", "value", ChartAxis.formatTick(mark));
    }
    for (int i = 0; i < columns.size(); i++) {
      svg.text(plot.x(i), TOP_MARGIN + PLOT_HEIGHT + 22.0, "middle", "label", columns.get(i));
    }
  }

  /** The label at the last value of a row; at zero if the row has no values. */
  private static EndLabel createEndLabel(ChartSeries series, int number, LinePlot plot) {
    for (int i = series.values().size() - 1; i >= 0; i--) {
      BigDecimal value = series.values().get(i);
      if (value != null) {
        return new EndLabel(number, plot.x(i), plot.y(value.doubleValue()));
      }
    }
    return new EndLabel(number, plot.x(series.values().size() - 1), plot.y(0));
  }

  /**
   * Draws a label at the right edge, connected with the end of its line if that is in the last
   * column.
   */
  private static void drawLabel(
      SvgBuilder svg, LinePlot plot, EndLabel label, double y, ChartSeries series) {
    double left = WIDTH - RIGHT_MARGIN + 14.0;
    if (series.valueCount() > 1 && label.x() >= plot.x(plot.columns() - 1)) {
      svg.line(label.x() + 7, label.y(), left - 4, y, ShapeStyle.GRID);
    }
    plot.drawPoint(left + 4, y, label.number());
    svg.text(left + 14, y + 4, "start", "label", series.truncateLabel(13));
  }
}
