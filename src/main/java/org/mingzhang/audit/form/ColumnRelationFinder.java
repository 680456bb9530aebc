package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.fact.cell.TableLines.TableLine;
import org.mingzhang.text.PatternTable;

/**
 * Finds columns that can be computed from other columns in nearly every row, whatever they are
 * called: 调整后预算 = 年初预算 + 调整额, 年末余额 = 年初余额 + 收入 − 支出. Relations are inferred from the amounts alone,
 * so a row that breaks one is reported only if the relation holds in many other rows.
 */
record ColumnRelationFinder(AccountingIdentity identity, AuditedTable table) {
  /** Minimum number of rows in which a relation holds with none of its amounts zero. */
  private static final int MIN_ROWS = 4;

  /** Minimum ratio of rows that satisfy a relation to rows that do not. */
  private static final int MIN_MAJORITY_FACTOR = 4;

  /** Maximum number of columns that are related; columns after them are ignored. */
  private static final int MAX_COLUMNS = 8;

  /**
   * Number of rows at the top of the table that are tried first; a candidate that holds in none of
   * them is dropped.
   */
  private static final int SAMPLE_ROW_COUNT = 2;

  /**
   * Maximum number of columns of a table in which a column may be subtracted, as in a balance:
   * opening amount, increase, decrease, closing amount.
   */
  private static final int MAX_BALANCE_COLUMNS = 6;

  /** Minimum number of neighboring columns that are added up as a run. */
  private static final int MIN_RUN_COLUMNS = 3;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ColumnRelationFinder.class);
  private static final Pattern NON_ADDITIVE_HEADER = PATTERNS.get("non-additive-header");

  /**
   * Indices of related columns.
   *
   * @param subtractedColumn column that is subtracted from the sum of the others; -1 if there is
   *     none
   */
  private record Relation(int wholeColumn, List<Integer> partColumns, int subtractedColumn) {}

  /**
   * The sums of the relations that hold in nearly all rows, one for each relation and row,
   * including the rows in which they do not hold. Empty for a table with several blocks or fewer
   * than {@link #MIN_ROWS} rows.
   */
  Stream<TableSum> find() {
    if (table.blocks().size() != 1 || table.cells().rowCount() < MIN_ROWS) {
      return Stream.empty();
    }
    List<Integer> columns =
        table.blocks().getFirst().columns().stream()
            .map(TableLine::index)
            .filter(c -> !NON_ADDITIVE_HEADER.matcher(table.cells().lastHeaderLevel(c)).find())
            .limit(MAX_COLUMNS)
            .toList();
    Set<Set<Integer>> related = new HashSet<>();
    List<TableSum> sums = new ArrayList<>();
    for (Relation relation : createCandidates(columns)) {
      if (!mayHold(relation)) {
        continue;
      }
      List<TableSum> rows = createSums(relation);
      if (holdsInMostRows(rows) && related.add(columnsOf(relation))) {
        sums.addAll(rows);
      }
    }
    return sums.stream();
  }

  private static Set<Integer> columnsOf(Relation relation) {
    Set<Integer> columns = new HashSet<>(relation.partColumns());
    columns.add(relation.wholeColumn());
    columns.add(relation.subtractedColumn());
    return columns;
  }

  /**
   * The candidates: each column as the sum of three or more neighboring columns, of two others, or,
   * in a table with at most {@link #MAX_BALANCE_COLUMNS} columns, of two others minus a third to
   * its left. Of candidates with the same columns, the first that holds is used.
   */
  private static List<Relation> createCandidates(List<Integer> columns) {
    List<Relation> found = new ArrayList<>();
    for (int from = 0; from < columns.size(); from++) {
      for (int to = from + MIN_RUN_COLUMNS; to <= columns.size(); to++) {
        List<Integer> parts = columns.subList(from, to);
        columns.stream()
            .filter(whole -> !parts.contains(whole))
            .forEach(whole -> found.add(new Relation(whole, parts, -1)));
      }
    }
    for (int whole : columns) {
      for (int i = 0; i < columns.size(); i++) {
        for (int j = i + 1; j < columns.size(); j++) {
          int one = columns.get(i);
          int other = columns.get(j);
          if (one == whole || other == whole) {
            continue;
          }
          found.add(new Relation(whole, List.of(one, other), -1));
          for (int less : columns.size() <= MAX_BALANCE_COLUMNS ? columns : List.<Integer>of()) {
            if (less < whole && less != one && less != other) {
              found.add(new Relation(whole, List.of(one, other), less));
            }
          }
        }
      }
    }
    return found;
  }

  /**
   * Whether a relation holds approximately in one of the first {@link #SAMPLE_ROW_COUNT} rows. This
   * quickly excludes most candidates.
   */
  private boolean mayHold(Relation relation) {
    int rows = Math.min(SAMPLE_ROW_COUNT, table.cells().rowCount());
    for (int r = 0; r < rows; r++) {
      BigDecimal sum = table.cells().amountOrZero(r, relation.wholeColumn()).negate();
      for (int part : relation.partColumns()) {
        sum = sum.add(table.cells().amountOrZero(r, part));
      }
      if (relation.subtractedColumn() >= 0) {
        sum = sum.subtract(table.cells().amountOrZero(r, relation.subtractedColumn()));
      }
      if (sum.abs().compareTo(table.unitInLastPlace().multiply(BigDecimal.TEN)) <= 0) {
        return true;
      }
    }
    return false;
  }

  private List<TableSum> createSums(Relation relation) {
    return IntStream.range(0, table.cells().rowCount())
        .mapToObj(r -> table.cell(0, r, relation.wholeColumn()))
        .filter(cell -> table.findAmount(cell).isPresent())
        .map(
            cell ->
                new TableSum(
                    identity,
                    table,
                    cell,
                    relation.partColumns().stream().map(cell::withColumn).toList(),
                    relation.subtractedColumn() < 0
                        ? List.of()
                        : List.of(cell.withColumn(relation.subtractedColumn())),
                    BigDecimal.ONE))
        .filter(s -> s.operandValues().stream().anyMatch(v -> v.signum() != 0))
        .toList();
  }

  private static boolean holdsInMostRows(List<TableSum> rows) {
    long held =
        rows.stream()
            .filter(
                s -> s.operandValues().stream().allMatch(v -> v.signum() != 0) && s.holds(false))
            .count();
    long broken = rows.stream().filter(s -> !s.holds(false)).count();
    return held >= MIN_ROWS && held >= MIN_MAJORITY_FACTOR * broken;
  }
}
