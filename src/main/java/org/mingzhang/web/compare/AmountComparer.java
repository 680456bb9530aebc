package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
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

  /** Maximum number of documents without an amount that are read for what they say instead. */
  private static final int MAX_READ_DOCUMENTS = 60;

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
    Map<ComparisonGridBuilder.RowKey, Map<Integer, List<Hit>>> documents =
        ComparisonReader.groupDocuments(catalog, question);
    BiFunction<ComparisonGridBuilder.RowKey, Integer, List<Hit>> due =
        (row, year) ->
            StageDisclosureDuty.findDueDocuments(
                documents.getOrDefault(row, Map.of()).getOrDefault(year, List.of()),
                year,
                question.slice().stage());
    BiPredicate<ComparisonGridBuilder.RowKey, Integer> collected =
        (row, year) -> !due.apply(row, year).isEmpty();
    AmountTableBuilder maker =
        new AmountTableBuilder(new FactCellBuilder(links), collected, question.slice().stage());
    AccountSlice slice = question.slice();
    List<FactHit> all = findFacts(question, slice, KINDS);
    List<FactHit> shown = all.stream().filter(fact -> passesScanFilter(fact, slice)).toList();
    AmountTableBuilder.Table table =
        maker.build(
            shown,
            question.hasRegionOrAgencyFilter() ? documents.keySet() : Set.of(),
            ComparisonReader.yearColumns(question),
            question.movement().year());
    int ocrValueCount = (int) all.stream().filter(FactHit::isReadByOcr).count();
    ComparisonGrid grid = fillFromOtherBases(table.grid(), question, maker);
    if (question.slice().item().isEmpty()) {
      boolean nothing = grid.rows().isEmpty() && !question.agencyWords().isEmpty();
      if (nothing) {
        TreeSet<Integer> years = new TreeSet<>(ComparisonReader.yearColumns(question));
        if (years.isEmpty()) {
          documents.values().forEach(ofRow -> years.addAll(ofRow.keySet()));
        }
        grid =
            new ComparisonGridBuilder(collected, links)
                .build(List.of(), List.copyOf(documents.keySet()), List.copyOf(years));
      }
      ComparisonGrid quoted = quoteDenials(grid, question.name(), due, links);
      boolean denied = quoted.count(ComparisonGrid.CellState.DENIED) > 0;
      grid = nothing && !denied ? table.grid() : quoted;
    }
    return filterRows(question, choices, table.withGrid(grid), ocrValueCount);
  }

  private static boolean passesScanFilter(FactHit fact, AccountSlice slice) {
    return slice.includesScans() || !fact.isReadByOcr();
  }

  private ComparisonGrid fillFromOtherBases(
      ComparisonGrid grid, ComparisonRequest question, AmountTableBuilder maker) {
    if (!grid.hasCellWithoutValue()) {
      return grid;
    }
    AccountSlice slice = question.slice();
    AccountSlice any = new AccountSlice(slice.item(), slice.stage(), "", "", slice.includesScans());
    List<FactHit> facts = findFacts(question, any, List.of(Fact.Kind.AMOUNT));
    return maker.fillFromOtherBases(
        grid, facts.stream().filter(fact -> passesScanFilter(fact, slice)).toList(), slice);
  }

  /**
   * The grid in which cells without an amount quote the document that says that there was none.
   * Reads at most {@link #MAX_READ_DOCUMENTS} documents.
   *
   * @param due finds the documents of a row and year that should state the amount
   */
  private ComparisonGrid quoteDenials(
      ComparisonGrid grid,
      String account,
      BiFunction<ComparisonGridBuilder.RowKey, Integer, List<Hit>> due,
      PortalLinks links) {
    AtomicInteger unread = new AtomicInteger(MAX_READ_DOCUMENTS);
    return grid.mapCells(
        (row, year, cell) -> {
          ComparisonGridBuilder.RowKey key =
              new ComparisonGridBuilder.RowKey(row.region(), row.label());
          return cell.hasValue()
              ? cell
              : due.apply(key, year).stream()
                  .takeWhile(document -> unread.getAndDecrement() > 0)
                  .flatMap(document -> catalog.findRecord(document).stream())
                  .flatMap(record -> AccountStatement.find(record, account, year).stream())
                  .filter(AccountStatement::deniesAmount)
                  .findFirst()
                  .map(statement -> ComparisonGrid.Cell.ofStatedAbsence(statement, links))
                  .orElse(cell);
        });
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
    return new AmountComparison(
        question,
        choices,
        table.withGrid(new ComparisonGrid(table.grid().years(), passing)),
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
    Function<ComparisonGrid.Row, @Nullable BigDecimal> number =
        switch (order) {
          case REGION -> throw new IllegalArgumentException("rows come in the order of regions");
          case VALUE, VALUE_ASC -> row -> findSortedAmount(row, column);
          case CHANGE, CHANGE_ASC -> row -> row.change() == null ? null : row.change().yuan();
          case RATE, RATE_ASC -> row -> row.change() == null ? null : row.change().percent();
        };
    Comparator<BigDecimal> natural = Comparator.naturalOrder();
    boolean ascending =
        EnumSet.of(AmountOrder.VALUE_ASC, AmountOrder.CHANGE_ASC, AmountOrder.RATE_ASC)
            .contains(order);
    return Comparator.comparing(
        number, Comparator.nullsLast(ascending ? natural : natural.reversed()));
  }

  private static @Nullable BigDecimal findSortedAmount(ComparisonGrid.Row row, int column) {
    if (column >= 0) {
      return row.cells().get(column).exactNumber();
    }
    return row.cells().reversed().stream()
        .map(ComparisonGrid.Cell::exactNumber)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private List<FactHit> findFacts(
      ComparisonRequest question, AccountSlice slice, List<Fact.Kind> kinds) {
    SearchUrl searchUrl = question.amountSearch(slice, kinds);
    for (String year : addYearsBefore(question.years())) {
      searchUrl = searchUrl.withToggled(FacetDimension.FACT_YEAR, year);
    }
    return IndicatorAndTopicReader.findHits(search, searchUrl.request()).stream()
        .map(FactHit::new)
        .toList();
  }

  private static Set<String> addYearsBefore(List<String> years) {
    Set<String> all = new TreeSet<>(years);
    years.forEach(y -> all.add(Integer.toString(Integer.parseInt(y) - 1)));
    return all;
  }
}
