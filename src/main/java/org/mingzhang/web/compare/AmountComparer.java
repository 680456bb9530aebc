package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.source.SearchPort;

/**
 * Compares the amounts of an account by agency and year, in one slice, with changes against the
 * year before. Reads at most {@link IndicatorAndTopicReader#MAX_VALUES} facts.
 */
final class AmountComparer {
  private static final List<Fact.Kind> KINDS =
      List.of(Fact.Kind.AMOUNT, Fact.Kind.CHANGE, Fact.Kind.RATE);

  private final SearchPort search;
  private final DocumentCatalog catalog;

  AmountComparer(SearchPort search, DocumentCatalog catalog) {
    this.search = search;
    this.catalog = catalog;
  }

  /**
   * The amounts of an account by agency and year.
   *
   * @param question the request with its slice completed
   * @param choices the available slices
   * @param table the rows that pass the filter of changes, in order
   * @param unfilteredRowCount number of rows before the filter of changes
   * @param undecidedRowCount number of rows that the filter of changes cannot decide on
   * @param ocrValueCount number of values recognized from scans, which are omitted unless the slice
   *     includes them
   */
  record AmountComparison(
      ComparisonRequest question,
      SliceChoices choices,
      AmountTableBuilder.Table table,
      int unfilteredRowCount,
      int undecidedRowCount,
      int ocrValueCount) {}

  AmountComparison compare(ComparisonRequest request, PortalLinks links) {
    SliceChoices choices = SliceChoices.find(search, request);
    ComparisonRequest question = request.withAccount(request.name(), choices.slice());
    Set<ComparisonGridBuilder.RowKey> rows = new LinkedHashSet<>();
    Set<List<Object>> collected = new HashSet<>();
    for (Hit document : catalog.currentSnapshot().readDocuments()) {
      Integer year = document.year();
      if (year != null && ComparisonReader.matches(document, question)) {
        rows.add(ComparisonReader.rowKey(document));
        if (StageDisclosureDuty.isDueToState(document, question.slice().stage())) {
          collected.add(List.of(ComparisonReader.rowKey(document), year));
        }
      }
    }
    AmountTableBuilder maker =
        new AmountTableBuilder(
            new FactCellBuilder(links),
            (rowKey, year) -> collected.contains(List.of(rowKey, year)),
            question.slice().stage());
    List<FactHit> all = findFacts(question);
    List<FactHit> notRecognized = all.stream().filter(fact -> !fact.isReadByOcr()).toList();
    AmountTableBuilder.Table table =
        maker.build(
            question.slice().scans() ? all : notRecognized,
            question.hasRegionOrAgencyFilter() ? rows : Set.of(),
            ComparisonReader.yearColumns(question),
            question.movement().year());
    return filterRows(question, choices, table, all.size() - notRecognized.size());
  }

  private static AmountComparison filterRows(
      ComparisonRequest question,
      SliceChoices choices,
      AmountTableBuilder.Table table,
      int ocrValueCount) {
    ChangeFilter movement = question.movement();
    List<ComparisonGrid.Row> all = table.grid().rows();
    List<ComparisonGrid.Row> passing =
        new ArrayList<>(all.stream().filter(r -> movement.accepts(r.change())).toList());
    if (question.order() != AmountOrder.REGION) {
      Integer year = movement.year();
      passing.sort(
          rowComparator(question.order(), year == null ? -1 : table.grid().years().indexOf(year)));
    }
    int undecidedRowCount = (int) all.stream().filter(r -> !movement.canDecide(r.change())).count();
    ComparisonGrid grid = new ComparisonGrid(table.grid().years(), passing);
    return new AmountComparison(
        question,
        choices,
        new AmountTableBuilder.Table(grid, table.changeYear(), table.yearsWithChange()),
        all.size(),
        undecidedRowCount,
        ocrValueCount);
  }

  /**
   * The order of rows. Rows without the number by which they are sorted come last, in the order of
   * regions, since the sort is stable.
   *
   * @param column the column by whose amounts rows are sorted; negative for the newest amount of
   *     each row
   */
  private static Comparator<ComparisonGrid.Row> rowComparator(AmountOrder order, int column) {
    return switch (order) {
      case REGION -> throw new IllegalArgumentException("rows come in the order of regions");
      case VALUE -> comparingBy(r -> findSortedAmount(r, column), true);
      case VALUE_ASC -> comparingBy(r -> findSortedAmount(r, column), false);
      case CHANGE -> comparingBy(r -> r.change() == null ? null : r.change().yuan(), true);
      case CHANGE_ASC -> comparingBy(r -> r.change() == null ? null : r.change().yuan(), false);
      case RATE -> comparingBy(r -> r.change() == null ? null : r.change().percent(), true);
      case RATE_ASC -> comparingBy(r -> r.change() == null ? null : r.change().percent(), false);
    };
  }

  private static @Nullable BigDecimal findSortedAmount(ComparisonGrid.Row row, int column) {
    if (column >= 0) {
      return AmountTableBuilder.amountInYuan(row.cells().get(column));
    }
    return row.cells().reversed().stream()
        .map(AmountTableBuilder::amountInYuan)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Comparator<ComparisonGrid.Row> comparingBy(
      Function<ComparisonGrid.Row, @Nullable BigDecimal> number, boolean largestFirst) {
    Comparator<BigDecimal> natural = Comparator.naturalOrder();
    Comparator<BigDecimal> ordered = largestFirst ? natural.reversed() : natural;
    return Comparator.comparing(number, Comparator.nullsLast(ordered));
  }

  private List<FactHit> findFacts(ComparisonRequest question) {
    SearchUrl searchUrl = question.amountSearch(question.slice(), KINDS);
    for (String year : withYearBefore(question.years())) {
      searchUrl = searchUrl.withToggled(FacetDimension.FACT_YEAR, year);
    }
    List<FactHit> facts = new ArrayList<>();
    search.forEach(
        searchUrl.request(),
        hit -> {
          if (facts.size() < IndicatorAndTopicReader.MAX_VALUES) {
            facts.add(new FactHit(hit));
          }
        });
    return facts;
  }

  private static Set<String> withYearBefore(List<String> years) {
    Set<String> all = new TreeSet<>(years);
    years.forEach(y -> all.add(Integer.toString(Integer.parseInt(y) - 1)));
    return all;
  }
}
