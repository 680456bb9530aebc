package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.web.fact.FactHit;

/**
 * Arranges the facts of one slice of an account by agency and year.
 *
 * @param cells creates cells from facts
 * @param isCollected whether there is a document for a row and year
 * @param stage stage of the slice
 */
public record AmountTableBuilder(
    FactCellBuilder cells,
    BiPredicate<ComparisonGridBuilder.RowKey, Integer> isCollected,
    String stage) {

  /** Facts of one row: amounts by year, and stated changes. */
  private record Facts(Map<Integer, List<FactHit>> amounts, List<FactHit> changes) {}

  private static Map<ComparisonGridBuilder.RowKey, Facts> groupByRow(List<FactHit> facts) {
    Map<ComparisonGridBuilder.RowKey, Facts> rows = new LinkedHashMap<>();
    facts.stream()
        .sorted(
            Comparator.comparing((FactHit f) -> String.join("/", f.hit().region()))
                .thenComparing(FactHit::entity))
        .forEach(fact -> addFact(rows, fact));
    return rows;
  }

  private static void addFact(Map<ComparisonGridBuilder.RowKey, Facts> rows, FactHit fact) {
    Integer year = fact.year();
    if (year == null) {
      return;
    }
    ComparisonGridBuilder.RowKey rowKey =
        new ComparisonGridBuilder.RowKey(fact.hit().region(), fact.entity());
    Facts facts = rows.computeIfAbsent(rowKey, k -> new Facts(new TreeMap<>(), new ArrayList<>()));
    if (fact.kind() == Fact.Kind.AMOUNT) {
      facts.amounts().computeIfAbsent(year, k -> new ArrayList<>()).add(fact);
    } else {
      facts.changes().add(fact);
    }
  }

  /**
   * Builds the grid of amounts with their changes. An agency without any amount has no row unless
   * it is one of {@code rowsWithoutFacts}.
   *
   * @param facts amounts and stated changes
   * @param rowsWithoutFacts rows that are shown even without facts, provided that some row has an
   *     amount
   * @param years the columns; empty for all years found
   * @param changeYear year whose change against the year before is shown; null, or a year without
   *     any change, for the latest year with enough of them ({@link YearCoverage})
   */
  Table build(
      List<FactHit> facts,
      Collection<ComparisonGridBuilder.RowKey> rowsWithoutFacts,
      List<Integer> years,
      @Nullable Integer changeYear) {
    Map<ComparisonGridBuilder.RowKey, Facts> rows = groupByRow(facts);
    rows.values().removeIf(rowFacts -> rowFacts.amounts().isEmpty());
    if (!rows.isEmpty()) {
      rowsWithoutFacts.forEach(
          rowKey ->
              rows.computeIfAbsent(rowKey, k -> new Facts(new TreeMap<>(), new ArrayList<>())));
    }
    TreeSet<Integer> columns = new TreeSet<>(years);
    if (years.isEmpty()) {
      rows.values().forEach(rowFacts -> columns.addAll(rowFacts.amounts().keySet()));
    }
    List<Integer> yearsWithChange = findYearsWithChange(rows.values(), columns);
    Integer year =
        changeYear != null && yearsWithChange.contains(changeYear)
            ? changeYear
            : chooseYear(rows.values(), yearsWithChange);
    List<ComparisonGrid.Row> made = new ArrayList<>();
    rows.forEach(
        (rowKey, rowFacts) -> made.add(buildRow(rowKey, rowFacts, List.copyOf(columns), year)));
    ComparisonGrid grid = new ComparisonGrid(List.copyOf(columns), made);
    return new Table(grid.withoutMixedBudgets(), year, yearsWithChange);
  }

  /**
   * A grid whose cells without a value have the amount that the documents state of another fund or
   * perimeter, if there is one.
   *
   * @param facts amounts of the account and stage of any fund and perimeter
   * @param slice the slice of the grid
   */
  ComparisonGrid fillFromOtherBases(ComparisonGrid grid, List<FactHit> facts, AccountSlice slice) {
    Map<ComparisonGridBuilder.RowKey, Facts> rows = groupByRow(facts);
    return grid.mapCells(
        (row, year, cell) -> {
          Facts stated = rows.get(new ComparisonGridBuilder.RowKey(row.region(), row.label()));
          return cell.hasValue() || stated == null
              ? cell
              : cells
                  .buildCellOfOtherBasis(
                      Objects.requireNonNullElse(stated.amounts().get(year), List.of()), slice)
                  .orElse(cell);
        });
  }

  /**
   * Amounts by agency and year, with changes against the year before.
   *
   * @param grid the grid
   * @param changeYear year whose change against the year before the rows have, or null
   * @param yearsWithChange years for which some row has a change: a value, and either the value of
   *     the year before or a stated change
   */
  public record Table(
      ComparisonGrid grid, @Nullable Integer changeYear, List<Integer> yearsWithChange) {
    /** A copy with other rows or cells. */
    Table withGrid(ComparisonGrid other) {
      return new Table(other, changeYear, yearsWithChange);
    }
  }

  private List<Integer> findYearsWithChange(Collection<Facts> rows, Collection<Integer> columns) {
    return columns.stream()
        .filter(y -> rows.stream().anyMatch(facts -> mayHaveChange(facts, y)))
        .toList();
  }

  /** The newest year for which enough rows have a change; null if there is no year. */
  private @Nullable Integer chooseYear(Collection<Facts> rows, List<Integer> yearsWithChange) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (int year : yearsWithChange) {
      counts.put(year, (int) rows.stream().filter(facts -> mayHaveChange(facts, year)).count());
    }
    return YearCoverage.findLatestYear(counts).orElse(null);
  }

  private boolean mayHaveChange(Facts facts, int year) {
    return facts.amounts().containsKey(year)
        && (facts.amounts().containsKey(year - 1)
            || !cells.statedChanges(facts.changes(), year, stage).isEmpty());
  }

  private ComparisonGrid.Row buildRow(
      ComparisonGridBuilder.RowKey rowKey,
      Facts facts,
      List<Integer> columns,
      @Nullable Integer changeYear) {
    List<ComparisonGrid.Cell> row =
        columns.stream().map(year -> buildCell(rowKey, facts, year)).toList();
    return new ComparisonGrid.Row(
        rowKey.label(),
        rowKey.region(),
        row,
        changeYear == null ? null : computeChange(rowKey, facts, changeYear));
  }

  private ComparisonGrid.Cell buildCell(
      ComparisonGridBuilder.RowKey rowKey, Facts facts, int year) {
    return cells.buildCell(
        Objects.requireNonNullElse(facts.amounts().get(year), List.of()),
        isCollected.test(rowKey, year));
  }

  private @Nullable YearChange computeChange(
      ComparisonGridBuilder.RowKey rowKey, Facts facts, int year) {
    ComparisonGrid.Cell cell = buildCell(rowKey, facts, year);
    BigDecimal before = comparableAmount(buildCell(rowKey, facts, year - 1), cell);
    BigDecimal after = cell.exactNumber();
    List<ComparisonGrid.StatedValue> stated = cells.statedChanges(facts.changes(), year, stage);
    if (after == null) {
      return null;
    }
    return before == null
        ? YearChange.ofStated(after, stated)
        : YearChange.compute(before, after, stated);
  }

  /**
   * The exact amount of a cell in 元; null if the cell has none, or if exactly one of the two cells
   * is a budget of the whole year, since such a budget and other values are not comparable.
   */
  public static @Nullable BigDecimal comparableAmount(
      ComparisonGrid.Cell cell, ComparisonGrid.Cell other) {
    return cell.isFullYearBudget() == other.isFullYearBudget() ? cell.exactNumber() : null;
  }
}
