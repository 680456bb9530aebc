package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.HeadlineAccounts;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fund;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.chart.Sparkline;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.Labels;

/**
 * Arranges facts of one agency and perimeter as lines over years. A line has one account, fund and
 * stage, so that it never mixes incomparable amounts.
 *
 * @param region region path, for links to comparisons
 * @param perimeter label of the perimeter, for links to comparisons; {@link
 *     SearchRequest#NOT_STATED} if not stated
 * @param years columns
 * @param isCollected whether there is a document of a year that states accounts at a stage
 */
public record RowByYearBuilder(
    List<String> region,
    String perimeter,
    List<Integer> years,
    BiPredicate<Integer, String> isCollected,
    Labels labels,
    PortalLinks links) {
  /** Makes an immutable copy of the lists. */
  public RowByYearBuilder {
    region = List.copyOf(region);
    years = List.copyOf(years);
  }

  /**
   * The values of one account or item in one slice, by year.
   *
   * @param name its account or item
   * @param slice its stage and fund as text
   * @param compare address of the comparison of the account within the region, or empty
   * @param cells its values
   * @param spark its sparkline, or empty
   */
  public record YearLine(
      String name, String slice, String compare, List<ComparisonGrid.Cell> cells, String spark) {}

  /** Key of a line: the account and slice that its facts have in common. */
  private record LineKey(String account, String fund, String stage) {}

  /**
   * Selects, for each account and stage, the facts in the fund that has values for the most years,
   * the widest if there are several. Parts and their total are then of the same fund, provided that
   * a document states them for it.
   */
  public static List<FactHit> selectMostFrequentFund(List<FactHit> facts) {
    return facts.stream()
        .collect(Collectors.groupingBy(f -> List.of(f.account(), f.label("stage"))))
        .values()
        .stream()
        .flatMap(RowByYearBuilder::filterByMostFrequentFund)
        .toList();
  }

  /**
   * Builds a line for each account, fund and stage.
   *
   * @param stages stages in the order of lines; lines of other stages follow
   */
  public List<YearLine> buildAccountLines(List<FactHit> facts, List<String> stages) {
    Comparator<LineKey> order =
        Comparator.comparingInt((LineKey k) -> HeadlineAccounts.standard().rank(k.account()))
            .thenComparingInt(k -> ChartOfAccounts.agencies().rank(k.account()))
            .thenComparing(LineKey::account)
            .thenComparing(LineKey::fund)
            .thenComparingInt(k -> Math.floorMod(stages.indexOf(k.stage()), stages.size() + 1))
            .thenComparing(LineKey::stage);
    Map<LineKey, List<FactHit>> sorted = new TreeMap<>(order);
    for (FactHit fact : facts) {
      LineKey lineKey = new LineKey(fact.account(), fact.label("fund"), fact.label("stage"));
      sorted.computeIfAbsent(lineKey, k -> new ArrayList<>()).add(fact);
    }
    List<YearLine> yearLines = new ArrayList<>();
    sorted.forEach((lineKey, members) -> yearLines.add(buildLine(lineKey, members)));
    return yearLines;
  }

  private static Stream<FactHit> filterByMostFrequentFund(List<FactHit> facts) {
    List<String> order = List.of(Fund.values()).stream().map(Fund::label).toList();
    Map<String, Set<Integer>> years =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    f -> f.label("fund"),
                    Collectors.mapping(
                        f -> Objects.requireNonNullElse(f.year(), 0), Collectors.toSet())));
    String fund =
        years.entrySet().stream()
            .min(
                Comparator.comparingInt((Map.Entry<String, Set<Integer>> e) -> -e.getValue().size())
                    .thenComparingInt(
                        e -> Math.floorMod(order.indexOf(e.getKey()), order.size() + 1)))
            .map(Map.Entry::getKey)
            .orElseThrow();
    return facts.stream().filter(f -> f.label("fund").equals(fund));
  }

  private YearLine buildLine(LineKey lineKey, List<FactHit> facts) {
    AccountSlice slice = new AccountSlice("", lineKey.stage(), lineKey.fund(), perimeter);
    return buildLine(
        labels.account(lineKey.account()),
        sliceLabel(lineKey.stage(), lineKey.fund(), labels),
        links.page(ComparisonRequest.address(lineKey.account(), slice, region)),
        lineKey.stage(),
        facts);
  }

  /** The text for a stage and a fund, shown next to the name of the line. */
  public static String sliceLabel(String stage, String fund, Labels labels) {
    return labels.text(
        "fact.slice.short",
        AccountSlice.nameOf(FacetDimension.STAGE, stage, labels),
        AccountSlice.nameOf(FacetDimension.FUND, fund, labels));
  }

  /**
   * Builds a line with a cell for each of {@link #years}.
   *
   * @param stage stage of the facts, by which an absent value is unstated or uncollected
   * @param facts facts that differ only in their year and in the document that states them
   */
  public YearLine buildLine(
      String name, String slice, String compare, String stage, List<FactHit> facts) {
    FactCellBuilder maker = new FactCellBuilder(links);
    List<ComparisonGrid.Cell> cells =
        years.stream()
            .map(
                y ->
                    maker.buildCell(
                        facts.stream().filter(f -> Objects.equals(f.year(), y)).toList(),
                        isCollected.test(y, stage)))
            .toList();
    cells =
        new ComparisonGrid(years, List.of(new ComparisonGrid.Row(name, List.of(), cells)))
            .withoutMixedBudgets()
            .rows()
            .getFirst()
            .cells();
    List<@Nullable BigDecimal> values = new ArrayList<>();
    cells.forEach(c -> values.add(c.value()));
    return new YearLine(name, slice, compare, cells, Sparkline.draw(name, values));
  }
}
