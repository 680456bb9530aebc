package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bar and line charts of amounts. What is missing is left out and never drawn as nought; series are
 * told apart by dashes as well as by colour.
 */
public final class Charts {
  /**
   * One row of numbers.
   *
   * @param label its name
   * @param values one for each column, null where missing
   * @param shown the same as text
   */
  public record Series(String label, List<@Nullable BigDecimal> values, List<String> shown) {}

  /** Told apart by people who see colours differently. */
  private static final List<String> COLOURS =
      List.of("#23408e", "#b35c00", "#2c6e49", "#7a3b8f", "#8a6d00", "#4a5560");

  private static final List<String> DASHES = List.of("none", "7 3", "2 3", "9 3 2 3", "4 2", "1 2");

  /** Most series that a line chart can hold. */
  public static final int MOST_LINES = 6;

  private static final int WIDTH = 760;
  private static final int LABEL = 250;
  private static final int BAR = 26;
  private static final int HEAD = 30;

  private Charts() {}

  /**
   * A bar for each value that is stated, those of a series together, the latest column last; the
   * column stands behind the value, so that colour alone says nothing.
   *
   * @param missing what is written where a series has no value at all
   */
  public static String bars(
      String title, String missing, List<String> columns, List<Series> series) {
    int rows = series.stream().mapToInt(s -> Math.max(1, stated(s))).sum();
    Svg svg = new Svg(WIDTH, HEAD + 12 + BAR * rows, title);
    svg.words(0, 18, "start", "title", title);
    double most = most(series);
    int row = 0;
    for (Series one : series) {
      double top = HEAD + 6.0 + BAR * row;
      svg.words(LABEL - 10.0, top + 15, "end", "label", clipped(one.label(), 18));
      if (stated(one) == 0) {
        svg.words(LABEL + 6.0, top + 15, "start", "missing", missing);
        row++;
        continue;
      }
      for (int i = 0; i < columns.size(); i++) {
        BigDecimal value = one.values().get(i);
        if (value != null) {
          bar(svg, row++, value, most, one.shown().get(i) + " · " + columns.get(i), i);
        }
      }
    }
    return svg.line(LABEL, HEAD + 2.0, LABEL, HEAD + 10.0 + BAR * rows, "axis").end();
  }

  private static void bar(
      Svg svg, int row, BigDecimal value, double most, String words, int column) {
    double top = HEAD + 6.0 + BAR * row;
    double room = WIDTH - LABEL - 160.0;
    double width = most <= 0 ? 0 : room * Math.max(0, value.doubleValue()) / most;
    int colour = column % COLOURS.size();
    svg.rect(
        LABEL, top + 3, Math.max(width, 1), BAR - 10.0, "bar bar-" + colour, COLOURS.get(colour));
    svg.words(LABEL + width + 6, top + 15, "start", "value", words);
  }

  private static int stated(Series series) {
    return (int) series.values().stream().filter(Objects::nonNull).count();
  }

  /** One line for each of the first series over the columns, which stand in order of time. */
  public static String lines(String title, List<String> columns, List<Series> series) {
    int height = 260 + HEAD;
    List<Series> drawn = series.subList(0, Math.min(MOST_LINES, series.size()));
    Svg svg = new Svg(WIDTH, height + 24 * drawn.size() + 30, title);
    svg.words(0, 18, "start", "title", title);
    double most = most(drawn);
    svg.line(60, height - 20.0, WIDTH - 20.0, height - 20.0, "axis");
    svg.words(54, HEAD + 20.0, "end", "value", String.format(Locale.ROOT, "%,.2f", most));
    svg.words(54, height - 16.0, "end", "value", "0");
    for (int i = 0; i < columns.size(); i++) {
      svg.words(x(i, columns.size()), height, "middle", "label", columns.get(i));
    }
    for (int s = 0; s < drawn.size(); s++) {
      line(svg, drawn.get(s), s, columns.size(), most, height);
      double top = height + 30.0 + 24 * s;
      svg.polyline(
          String.format(Locale.ROOT, "60,%.1f 100,%.1f", top - 4, top - 4),
          s,
          COLOURS.get(s),
          DASHES.get(s));
      svg.words(110, top, "start", "label", drawn.get(s).label());
    }
    return svg.end();
  }

  private static void line(
      Svg svg, Series series, int index, int columns, double most, int height) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      BigDecimal value = series.values().get(i);
      if (value == null) {
        segment(svg, points, index);
        continue;
      }
      double x = x(i, columns);
      double y =
          most == 0
              ? height - 20.0
              : height - 20 - (height - HEAD - 40) * value.doubleValue() / most;
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      svg.dot(x, y, index, COLOURS.get(index));
    }
    segment(svg, points, index);
  }

  /** A gap in the data is a gap in the line. */
  private static void segment(Svg svg, StringBuilder points, int index) {
    if (points.indexOf(" ") != points.lastIndexOf(" ")) {
      svg.polyline(points.toString().strip(), index, COLOURS.get(index), DASHES.get(index));
    }
    points.setLength(0);
  }

  private static double x(int column, int columns) {
    return columns == 1 ? WIDTH / 2.0 : 90 + (WIDTH - 140.0) * column / (columns - 1);
  }

  private static double most(List<Series> series) {
    return series.stream()
        .flatMap(s -> s.values().stream())
        .filter(Objects::nonNull)
        .mapToDouble(BigDecimal::doubleValue)
        .max()
        .orElse(0);
  }

  private static String clipped(String label, int most) {
    return label.length() > most ? "…" + label.substring(label.length() - most) : label;
  }
}
