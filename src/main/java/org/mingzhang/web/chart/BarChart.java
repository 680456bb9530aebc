package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** Bars that lie, each with its value; what is not there is said in words and has no bar. */
public final class BarChart {
  /** Most rows that are drawn. */
  public static final int MOST = 40;

  private static final int WIDTH = 800;
  private static final int LABEL = 250;
  private static final int ROOM = 380;
  private static final int BAR = 24;
  private static final int HEAD = 34;

  private BarChart() {}

  /** One column, the largest first, those without a value last. */
  public static String ranked(ChartData data, int column) {
    List<Series> ordered =
        data.series().stream()
            .map(
                s ->
                    new Series(
                        s.label(),
                        Collections.singletonList(s.values().get(column)),
                        List.of(s.shown().get(column))))
            .sorted(BarChart::compare)
            .limit(MOST)
            .toList();
    return draw(
        new ChartData(
            data.title(), data.description(), List.of(data.columns().get(column)), ordered));
  }

  private static int compare(Series a, Series b) {
    BigDecimal left = a.values().getFirst();
    BigDecimal right = b.values().getFirst();
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    return right.compareTo(left);
  }

  /**
   * Every value, those of a row together. With several columns the column stands behind the value,
   * so that colour alone says nothing.
   */
  public static String draw(ChartData data) {
    int columns = data.columns().size();
    List<Series> drawn = data.series().stream().limit(MOST).toList();
    int gap = columns > 1 ? 8 : 0;
    int height = HEAD + 14 + (BAR * columns + gap) * drawn.size();
    Svg svg = new Svg(WIDTH, height, data.title(), data.description());
    svg.text(0, 18, "start", "title", data.title());
    Scale scale = Scale.of(drawn);
    double ground = LABEL + ROOM * scale.fraction(0);
    double top = HEAD + 6.0;
    for (Series one : drawn) {
      svg.text(LABEL - 10.0, top + 15, "end", "label", one.clipped(18));
      for (int i = 0; i < columns; i++) {
        String behind = columns > 1 ? " · " + data.columns().get(i) : "";
        bar(svg, one, i, scale, top, behind);
        top += BAR;
      }
      top += gap;
    }
    return svg.line(ground, HEAD + 2.0, ground, top + 4, Paint.AXIS).end();
  }

  private static void bar(
      Svg svg, Series series, int column, Scale scale, double top, String behind) {
    BigDecimal value = series.values().get(column);
    String words = series.shown().get(column) + behind;
    double ground = LABEL + ROOM * scale.fraction(0);
    if (value == null) {
      svg.text(ground + 6, top + 15, "start", "missing", words);
      return;
    }
    double end = LABEL + ROOM * scale.fraction(value.doubleValue());
    double width = Math.max(Math.abs(end - ground), 1);
    svg.rect(Math.min(ground, end), top + 3, width, BAR - 8.0, Paint.bar(column));
    svg.text(Math.max(ground, end) + 6, top + 15, "start", "value", words);
  }
}
