package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.List;

/**
 * Many rows over time, each in a panel of its own, all on the same scale, which is written above
 * them.
 */
public final class PanelChart {
  /** Most rows that are drawn. */
  public static final int MOST = 30;

  private static final int ACROSS = 3;
  private static final int WIDTH = 800;
  private static final int HEAD = 34;
  private static final int PANEL = 256;
  private static final int TALL = 132;
  private static final int PLOT = 64;

  private PanelChart() {}

  /** Draws the first rows, at most {@link #MOST}; a cross on the axis is a value not there. */
  public static String draw(ChartData data) {
    List<Series> drawn = data.series().stream().limit(MOST).toList();
    int height = HEAD + TALL * ((drawn.size() + ACROSS - 1) / ACROSS);
    Svg svg = new Svg(WIDTH, height, data.title(), data.description());
    svg.text(0, 18, "start", "title", data.title());
    Scale scale = Scale.of(drawn);
    String span = Scale.shown(scale.low()) + " – " + Scale.shown(scale.high());
    svg.text(WIDTH - 16.0, 18, "end", "value", span);
    for (int i = 0; i < drawn.size(); i++) {
      double left = (PANEL + 16.0) * (i % ACROSS);
      panel(svg, drawn.get(i), data.columns(), scale, left, HEAD + TALL * (i / ACROSS));
    }
    return svg.end();
  }

  private static void panel(
      Svg svg, Series series, List<String> columns, Scale scale, double left, double top) {
    int count = columns.size();
    LinePlot plane = new LinePlot(svg, left + 16, top + 34, PANEL - 112.0, PLOT, scale, count);
    svg.text(left, top + 16, "start", "label", series.clipped(17));
    double ground = plane.y(0);
    svg.line(left, ground, left + PANEL - 84, ground, Paint.AXIS);
    svg.line(left, plane.y(scale.high()), left + PANEL - 84, plane.y(scale.high()), Paint.GRID);
    for (int i = 0; i < count; i++) {
      if (series.values().get(i) == null) {
        double x = plane.x(i);
        svg.line(x - 3, ground - 3, x + 3, ground + 3, Paint.AXIS);
        svg.line(x - 3, ground + 3, x + 3, ground - 3, Paint.AXIS);
      }
    }
    plane.draw(series, 0);
    svg.text(plane.x(0), top + PLOT + 54, "middle", "value", columns.getFirst());
    if (count > 1) {
      svg.text(plane.x(count - 1), top + PLOT + 54, "middle", "value", columns.getLast());
    }
    last(svg, series, plane);
  }

  /** The last value in figures, beside the plane at its height. */
  private static void last(Svg svg, Series series, LinePlot plane) {
    double right = plane.left() + plane.width() + 18;
    for (int i = series.values().size() - 1; i >= 0; i--) {
      BigDecimal value = series.values().get(i);
      if (value != null) {
        double y = plane.y(value.doubleValue());
        svg.text(right, y + 4, "start", "value", series.shown().get(i));
        return;
      }
    }
  }
}
