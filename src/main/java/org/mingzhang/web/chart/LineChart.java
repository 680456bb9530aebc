package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A few rows over time as lines on one plane, each named where it ends. */
public final class LineChart {
  /** Most rows it can hold; more are told apart by panels only. */
  public static final int MOST = Paint.MOST;

  private static final int WIDTH = 800;
  private static final int LEFT = 72;
  private static final int RIGHT = 200;
  private static final int TOP = 44;
  private static final int HEIGHT = 260;
  private static final int LINE = 18;

  /** A name beside the end of its line, pushed down where another is too near. */
  private record Name(int number, double x, double y) {}

  private LineChart() {}

  /** Draws the first rows, at most {@link #MOST}; columns stand in order of time. */
  public static String draw(ChartData data) {
    List<Series> drawn = data.series().stream().limit(MOST).toList();
    int columns = data.columns().size();
    Svg svg = new Svg(WIDTH, TOP + HEIGHT + 52, data.title(), data.description());
    LinePlot plane =
        new LinePlot(
            svg, LEFT + 20, TOP, WIDTH - LEFT - RIGHT - 40.0, HEIGHT, Scale.of(drawn), columns);
    svg.text(0, 18, "start", "title", data.title());
    axes(svg, plane, data.columns());
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      plane.draw(drawn.get(i), i);
      names.add(end(drawn.get(i), i, plane));
    }
    names.sort(Comparator.comparingDouble(Name::y));
    double free = TOP - LINE;
    for (Name name : names) {
      double y = Math.max(name.y(), free + LINE);
      free = y;
      name(svg, plane, name, y, drawn.get(name.number()));
    }
    return svg.end();
  }

  private static void axes(Svg svg, LinePlot plane, List<String> columns) {
    for (double mark : plane.scale().ticks()) {
      double y = plane.y(mark);
      svg.line(LEFT, y, WIDTH - RIGHT, y, mark == 0 ? Paint.AXIS : Paint.GRID);
      svg.text(LEFT - 8.0, y + 4, "end", "value", Scale.shown(mark));
    }
    for (int i = 0; i < columns.size(); i++) {
      svg.text(plane.x(i), TOP + HEIGHT + 22.0, "middle", "label", columns.get(i));
    }
  }

  /** The last value there is; a row without any is named at the foot. */
  private static Name end(Series series, int number, LinePlot plane) {
    for (int i = series.values().size() - 1; i >= 0; i--) {
      BigDecimal value = series.values().get(i);
      if (value != null) {
        return new Name(number, plane.x(i), plane.y(value.doubleValue()));
      }
    }
    return new Name(number, plane.x(series.values().size() - 1), plane.y(0));
  }

  /** The name at the edge, joined to the end of its line; a point alone has no line at all. */
  private static void name(Svg svg, LinePlot plane, Name name, double y, Series series) {
    double left = WIDTH - RIGHT + 14.0;
    if (series.stated() > 1 && name.x() >= plane.x(plane.columns() - 1)) {
      svg.line(name.x() + 7, name.y(), left - 4, y, Paint.GRID);
    }
    plane.point(left + 4, y, name.number());
    svg.text(left + 14, y + 4, "start", "label", series.clipped(13));
  }
}
