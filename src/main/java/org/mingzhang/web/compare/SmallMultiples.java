package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.chart.BarChart;
import org.mingzhang.web.chart.ChartData;
import org.mingzhang.web.chart.PanelChart;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * One account of several agencies on one scale: over years each in a panel of its own, in one year
 * as bars.
 */
public final class SmallMultiples {
  private static final int MOST = 12;

  /**
   * A picture, and the same as a table.
   *
   * @param svg the picture
   * @param grid its rows and columns
   * @param more rows that are not drawn
   * @param address the comparison of all
   */
  public record Drawn(String svg, ComparisonGrid grid, int more, String address) {}

  private final AmountComparer comparer;

  /** Reads from an index. */
  public SmallMultiples(SearchPort search, Catalogue catalogue) {
    this.comparer = new AmountComparer(search, catalogue);
  }

  /**
   * An agency's account beside that of others.
   *
   * @param asking what is compared
   * @param regions paths of regions joined with a slash, none for all
   * @param agency part of the agencies' names, empty for any
   * @param own which row is the agency itself; it comes first
   * @param other which rows are the others; of too many those whose latest value is nearest
   */
  public Optional<Drawn> of(
      Asking asking,
      List<String> regions,
      String agency,
      Predicate<ComparisonGrid.Row> own,
      Predicate<ComparisonGrid.Row> other) {
    ComparisonRequest question = question(asking, regions, agency);
    ComparisonGrid all = comparer.of(question, asking.links()).table().grid();
    List<ComparisonGrid.Row> valued =
        all.rows().stream()
            .filter(r -> r.cells().stream().anyMatch(ComparisonGrid.Cell::stated))
            .toList();
    List<ComparisonGrid.Row> rows = new ArrayList<>(valued.stream().filter(own).toList());
    double size = rows.isEmpty() ? 0 : latest(rows.getFirst());
    List<ComparisonGrid.Row> others =
        valued.stream()
            .filter(r -> !own.test(r) && other.test(r))
            .sorted(Comparator.comparingDouble(r -> Math.abs(latest(r) - size)))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    int fitting = Math.max(0, MOST - rows.size());
    rows.addAll(others.stream().limit(fitting).toList());
    ComparisonGrid drawn = new ComparisonGrid(all.years(), rows);
    Labels labels = asking.labels();
    ComparisonAnswer answer =
        new ComparisonAnswer(question, drawn, labels.text("unit.wan"), "", null);
    ChartData plot = ComparisonChart.plot(answer, "", -1, labels);
    return Optional.of(
        new Drawn(
            all.years().size() > 1 ? PanelChart.draw(plot) : BarChart.draw(plot),
            drawn,
            Math.max(0, others.size() - fitting),
            asking.links().page(question.parameters().on("/compare"))));
  }

  /**
   * What is compared, and for whom.
   *
   * @param account name of the account
   * @param slice its stage, fund and perimeter
   */
  public record Asking(String account, Slice slice, Labels labels, Links links) {}

  private static ComparisonRequest question(Asking asking, List<String> regions, String agency) {
    Slice slice = asking.slice();
    return ComparisonRequest.decode(
        new Parameters(
            Map.of(
                "name", List.of(asking.account()),
                "agency", List.of(agency),
                "region", regions,
                "item", List.of(slice.item()),
                "stage", List.of(slice.stage()),
                "fund", List.of(slice.fund()),
                "perimeter", List.of(slice.perimeter()))));
  }

  private static double latest(ComparisonGrid.Row row) {
    for (ComparisonGrid.Cell cell : row.cells().reversed()) {
      BigDecimal value = cell.value();
      if (value != null) {
        return value.doubleValue();
      }
    }
    return 0;
  }
}
