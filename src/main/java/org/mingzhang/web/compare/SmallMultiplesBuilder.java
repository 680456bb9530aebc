package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.chart.BarChart;
import org.mingzhang.web.chart.ChartData;
import org.mingzhang.web.chart.SmallMultiplesChart;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * Draws the values of an account for several agencies on the same scale: as small multiples over
 * years, or as bars for a single year.
 */
public final class SmallMultiplesBuilder {
  private static final int MAX_ROWS = 12;

  /**
   * A chart with the grid of values that it shows.
   *
   * @param svg the chart
   * @param grid its rows and columns
   * @param undrawnRowCount number of rows that are not drawn
   * @param address address of the comparison of all rows
   */
  public record DrawnChart(String svg, ComparisonGrid grid, int undrawnRowCount, String address) {}

  private final AmountComparer comparer;

  /** Creates an instance that reads from an index. */
  public SmallMultiplesBuilder(SearchPort search, DocumentCatalog catalog) {
    this.comparer = new AmountComparer(search, catalog);
  }

  /**
   * Draws the account of an agency together with that of other agencies. Empty if no other agency
   * has a value.
   *
   * @param context what is compared, and in which language
   * @param regions paths of regions joined with a slash; empty for all
   * @param agency part of the agencies' names, empty for any
   * @param isOwnRow selects the row of the agency itself, which comes first
   * @param isOtherRow selects the other rows; rows whose latest value is closest to the agency's
   *     latest value come first, and rows beyond {@link #MAX_ROWS} are not drawn
   */
  public Optional<DrawnChart> draw(
      ComparisonContext context,
      List<String> regions,
      String agency,
      Predicate<ComparisonGrid.Row> isOwnRow,
      Predicate<ComparisonGrid.Row> isOtherRow) {
    ComparisonRequest question = createRequest(context, regions, agency);
    ComparisonGrid all = comparer.compare(question, context.links()).table().grid();
    List<ComparisonGrid.Row> valued =
        all.rows().stream()
            .filter(r -> r.cells().stream().anyMatch(ComparisonGrid.Cell::isStated))
            .toList();
    List<ComparisonGrid.Row> rows = new ArrayList<>(valued.stream().filter(isOwnRow).toList());
    double size = rows.isEmpty() ? 0 : latestValue(rows.getFirst());
    List<ComparisonGrid.Row> others =
        valued.stream()
            .filter(r -> !isOwnRow.test(r) && isOtherRow.test(r))
            .sorted(Comparator.comparingDouble(r -> Math.abs(latestValue(r) - size)))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    int fitting = Math.max(0, MAX_ROWS - rows.size());
    rows.addAll(others.stream().limit(fitting).toList());
    ComparisonGrid drawn = new ComparisonGrid(all.years(), rows);
    Labels labels = context.labels();
    ComparisonAnswer answer =
        new ComparisonAnswer(question, drawn, labels.text("unit.wan"), "", null);
    ChartData data = ComparisonChart.buildData(answer, "", -1, labels);
    return Optional.of(
        new DrawnChart(
            all.years().size() > 1 ? SmallMultiplesChart.draw(data) : BarChart.draw(data),
            drawn,
            Math.max(0, others.size() - fitting),
            context.links().page(question.address())));
  }

  /**
   * What the charts compare, and the language of their labels and links.
   *
   * @param account name of the account
   * @param slice its stage, fund and perimeter
   */
  public record ComparisonContext(
      String account, AccountSlice slice, Labels labels, PortalLinks links) {}

  private static ComparisonRequest createRequest(
      ComparisonContext context, List<String> regions, String agency) {
    AccountSlice slice = context.slice();
    return ComparisonRequest.decode(
        new RequestParameters(
            Map.of(
                "name", List.of(context.account()),
                "agency", List.of(agency),
                "region", regions,
                "item", List.of(slice.item()),
                "stage", List.of(slice.stage()),
                "fund", List.of(slice.fund()),
                "perimeter", List.of(slice.perimeter()))));
  }

  private static double latestValue(ComparisonGrid.Row row) {
    for (ComparisonGrid.Cell cell : row.cells().reversed()) {
      BigDecimal value = cell.value();
      if (value != null) {
        return value.doubleValue();
      }
    }
    return 0;
  }
}
