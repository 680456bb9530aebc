package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A word-sized line chart of one row on its own scale, shown next to the numbers. */
public final class Sparkline {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 24;

  private Sparkline() {}

  /** Draws a row; returns an empty text if there are fewer than two values. */
  public static String draw(String label, List<@Nullable BigDecimal> values) {
    List<BigDecimal> stated = values.stream().filter(Objects::nonNull).toList();
    if (stated.size() < 2) {
      return "";
    }
    ChartSeries series = new ChartSeries(label, values, List.of());
    SvgBuilder svg = new SvgBuilder(WIDTH, HEIGHT, label, "");
    new LinePlot(svg, 5, 5, WIDTH - 10.0, HEIGHT - 10.0, ChartAxis.fitRange(stated), values.size())
        .drawSeries(series, 0);
    return svg.build().replace("class=\"chart\"", "class=\"chart spark\"");
  }
}
