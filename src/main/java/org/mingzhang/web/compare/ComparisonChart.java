package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.chart.BarChart;
import org.mingzhang.web.chart.ChartData;
import org.mingzhang.web.chart.ChartSeries;
import org.mingzhang.web.chart.LineChart;
import org.mingzhang.web.chart.SmallMultiplesChart;
import org.mingzhang.web.chart.TileChart;
import org.mingzhang.web.render.Labels;

/**
 * The chart of a comparison.
 *
 * @param chart how it is drawn
 * @param column the only column drawn, -1 for all
 * @param drawn number of rows drawn
 * @param svg the picture, empty if there is nothing to draw
 */
public record ComparisonChart(ChartStyle chart, int column, int drawn, String svg) {
  /** Maximum number of bars drawn in groups by row. */
  private static final int MAX_GROUPED_BARS = 12;

  static ComparisonChart draw(ComparisonAnswer comparison, String description, Labels labels) {
    ComparisonGrid grid = comparison.grid();
    if (grid.rows().isEmpty()) {
      return new ComparisonChart(ChartStyle.TILES, -1, 0, "");
    }
    ChartStyle chart = chooseStyle(comparison);
    boolean ranked =
        chart == ChartStyle.BARS
            && (grid.years().size() == 1
                || grid.rows().size() * grid.years().size() > MAX_GROUPED_BARS
                || comparison.question().at() != null);
    int column = ranked ? chooseColumn(comparison) : -1;
    ChartData data = buildData(comparison, description, column, labels);
    int rows = data.series().size();
    return switch (chart) {
      case TILES ->
          new ComparisonChart(
              chart, -1, rows, TileChart.draw(data, buildTiles(grid), buildLegend(labels)));
      case BARS ->
          new ComparisonChart(
              chart,
              column,
              Math.min(rows, BarChart.MAX_ROWS),
              ranked ? BarChart.drawRanked(data, column) : BarChart.draw(data));
      case LINES ->
          rows <= LineChart.MAX_ROWS
              ? new ComparisonChart(chart, -1, rows, LineChart.draw(data))
              : new ComparisonChart(
                  chart,
                  -1,
                  Math.min(rows, SmallMultiplesChart.MAX_ROWS),
                  SmallMultiplesChart.draw(data));
    };
  }

  /**
   * The requested style, or lines by default. Lines need values of at least two years; otherwise
   * bars are drawn. Without any numeric value, tiles are drawn whatever is requested.
   */
  private static ChartStyle chooseStyle(ComparisonAnswer comparison) {
    ChartStyle wanted = comparison.question().chart();
    ComparisonGrid grid = comparison.grid();
    long drawable =
        grid.years().stream().filter(y -> grid.valueCount(grid.years().indexOf(y)) > 0).count();
    if (drawable == 0) {
      return ChartStyle.TILES;
    }
    boolean severalYears = drawable > 1;
    if (wanted == null || wanted == ChartStyle.LINES) {
      return severalYears ? ChartStyle.LINES : ChartStyle.BARS;
    }
    return wanted;
  }

  /**
   * Index of the column of the requested year or, if there is no such column, of the latest of the
   * years with the most values.
   */
  private static int chooseColumn(ComparisonAnswer comparison) {
    ComparisonGrid grid = comparison.grid();
    Integer at = comparison.question().at();
    if (at != null && grid.years().contains(at)) {
      return grid.years().indexOf(at);
    }
    int best = grid.years().size() - 1;
    for (int i = best - 1; i >= 0; i--) {
      best = grid.valueCount(i) > grid.valueCount(best) ? i : best;
    }
    return best;
  }

  static ChartData buildData(
      ComparisonAnswer comparison, String description, int column, Labels labels) {
    ComparisonGrid grid = comparison.grid();
    List<String> years = grid.years().stream().map(String::valueOf).toList();
    String span =
        column >= 0
            ? years.get(column)
            : years.size() < 2 ? years.getFirst() : years.getFirst() + "–" + years.getLast();
    ComparisonRequest question = comparison.question();
    String name = ComparePage.titleOf(question, labels);
    String title =
        comparison.unit().isEmpty()
            ? labels.text("compare.chart.plain", name, span)
            : labels.format("compare.chart.title", name, comparison.unit(), span);
    List<ChartSeries> series = grid.rows().stream().map(row -> buildSeries(row, labels)).toList();
    return new ChartData(title, description, years, series);
  }

  private static ChartSeries buildSeries(ComparisonGrid.Row row, Labels labels) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (ComparisonGrid.Cell cell : row.cells()) {
      values.add(cell.value());
      shown.add(cell.isStated() ? cell.shown() : labels.text("compare." + cell.state().id()));
    }
    return new ChartSeries(row.label(), values, shown);
  }

  private static List<List<TileChart.TileState>> buildTiles(ComparisonGrid grid) {
    return grid.rows().stream()
        .map(row -> row.cells().stream().map(c -> tileOf(c.state())).toList())
        .toList();
  }

  private static TileChart.TileState tileOf(ComparisonGrid.CellState state) {
    return switch (Objects.requireNonNull(state)) {
      case STATED, DISPUTED, AMBIGUOUS, OTHER_BASIS -> TileChart.TileState.FILLED;
      case DENIED, UNSTATED -> TileChart.TileState.OUTLINED;
      case UNCOLLECTED -> TileChart.TileState.DOTTED;
    };
  }

  private static TileChart.Legend buildLegend(Labels labels) {
    return new TileChart.Legend(
        labels.text("compare.stated"),
        labels.text("compare.without"),
        labels.text("compare.uncollected"));
  }
}
