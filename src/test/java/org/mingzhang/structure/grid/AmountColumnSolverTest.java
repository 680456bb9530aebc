package org.mingzhang.structure.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AmountColumnSolverTest {
  private static final int NONE = AmountColumnSolver.NO_PARENT;
  private static final int UNKNOWN = AmountColumnSolver.UNKNOWN_COLUMN;

  private static final List<String> TITLES = List.of("合计", "基本支出", "项目支出");

  @Test
  void sums_of_columns_and_totals_of_rows_tell_the_columns() {
    assertEquals(
        Optional.of(List.of(List.of(0, 1, 2), List.of(0, 1), List.of(0, 2), List.of(0, 2))),
        AmountColumnSolver.solve(
            List.of(
                row(NONE, 1000, 600, 400), row(0, 600, 600), row(0, 100, 100), row(0, 300, 300)),
            TITLES,
            true));
  }

  @Test
  void amounts_that_several_arrangements_fit_have_no_column() {
    assertEquals(
        Optional.of(
            List.of(List.of(0, 1, 2), List.of(0, UNKNOWN), List.of(0, UNKNOWN), List.of(0, 1, 2))),
        AmountColumnSolver.solve(
            List.of(
                row(NONE, 500, 300, 200),
                row(0, 100, 100),
                row(0, 100, 100),
                row(0, 300, 200, 100)),
            TITLES,
            true));
  }

  @Test
  void a_level_below_decides_for_the_level_above() {
    assertEquals(
        Optional.of(
            List.of(List.of(0, 1, 2), List.of(0, 1), List.of(0, 2), List.of(0, 1), List.of(0, 1))),
        AmountColumnSolver.solve(
            List.of(row(NONE, 10, 7, 3), row(0, 7, 7), row(0, 3, 3), row(1, 3, 3), row(1, 4, 4)),
            TITLES,
            true));
  }

  @Test
  void nothing_is_placed_where_no_arrangement_adds_up() {
    assertEquals(
        Optional.empty(),
        AmountColumnSolver.solve(
            List.of(row(NONE, 10, 7, 3), row(0, 6, 6), row(0, 3, 3)), TITLES, true));
  }

  @Test
  void columns_that_are_seldom_filled_are_the_empty_ones() {
    assertEquals(
        Optional.of(List.of(List.of(0, 2), List.of(0, 2))),
        AmountColumnSolver.solve(
            List.of(row(NONE, 8, 8), row(0, 8, 8)), List.of("合计", "政府性基金预算", "一般公共预算"), true));
    assertEquals(
        Optional.of(List.of(List.of(0, UNKNOWN), List.of(0, UNKNOWN))),
        AmountColumnSolver.solve(List.of(row(NONE, 8, 8), row(0, 8, 8)), TITLES, true));
  }

  @Test
  void parts_of_which_some_are_missing_may_not_exceed_the_whole() {
    List<AmountColumnSolver.Row> rows =
        List.of(row(NONE, 1000, 900, 100), row(0, 400, 400), row(0, 90, 90));
    assertEquals(
        Optional.of(List.of(List.of(0, 1, 2), List.of(0, 1), List.of(0, UNKNOWN))),
        AmountColumnSolver.solve(rows, TITLES, false));
    assertEquals(Optional.empty(), AmountColumnSolver.solve(rows, TITLES, true));
  }

  @Test
  void an_exact_sum_goes_before_one_within_rounding() {
    List<AmountColumnSolver.Row> rows =
        Stream.of("3.00 1.00 2.00", "1.01 1.01", "1.00 1.00", "0.99 0.99")
            .map(text -> Stream.of(text.split(" ")).map(BigDecimal::new).toList())
            .map(
                amounts ->
                    new AmountColumnSolver.Row(amounts.size() == 3 ? NONE : 0, amounts, true))
            .toList();
    assertEquals(
        Optional.of(List.of(List.of(0, 1, 2), List.of(0, 2), List.of(0, 1), List.of(0, 2))),
        AmountColumnSolver.solve(rows, TITLES, true));
  }

  @Test
  void agrees_with_trying_every_arrangement() {
    Random random = new Random(7);
    for (int n = 0; n < 2_000; n++) {
      int columns = 2 + random.nextInt(2);
      List<AmountColumnSolver.Row> rows = randomTable(random, columns);
      assertEquals(
          solveByTrial(rows, columns),
          AmountColumnSolver.solve(rows, TITLES.subList(0, columns), true),
          rows::toString);
    }
  }

  private static AmountColumnSolver.Row row(int parent, int... amounts) {
    return new AmountColumnSolver.Row(
        parent, IntStream.of(amounts).mapToObj(BigDecimal::valueOf).toList(), true);
  }

  /** A total, two or three rows below it and rows below the first, some without a sum. */
  private static List<AmountColumnSolver.Row> randomTable(Random random, int columns) {
    int middle = 2 + random.nextInt(2);
    int leaves = random.nextInt(3);
    int[][] cells = new int[1 + middle + leaves][columns];
    for (int i = cells.length - 1; i > 0; i--) {
      int parent = i <= middle ? 0 : 1;
      for (int c = 0; c < columns; c++) {
        boolean sum = i == 1 && leaves > 0;
        cells[i][c] += sum || random.nextBoolean() ? 0 : 1 + random.nextInt(4);
        cells[parent][c] += cells[i][c];
      }
    }
    if (random.nextInt(5) == 0) {
      cells[0][0]++;
    }
    List<AmountColumnSolver.Row> rows = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      List<BigDecimal> amounts =
          IntStream.of(cells[i]).filter(v -> v > 0).mapToObj(BigDecimal::valueOf).toList();
      rows.add(new AmountColumnSolver.Row(i == 0 ? NONE : i <= middle ? 0 : 1, amounts, false));
    }
    return rows;
  }

  private static Optional<List<List<Integer>>> solveByTrial(
      List<AmountColumnSolver.Row> rows, int columns) {
    List<List<List<Integer>>> found = new ArrayList<>();
    tryArrangementsFrom(rows, columns, new ArrayList<>(), found);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            IntStream.range(0, rows.size())
                .mapToObj(
                    i ->
                        IntStream.range(0, rows.get(i).amounts().size())
                            .map(
                                k ->
                                    found.stream().map(f -> f.get(i).get(k)).distinct().count() == 1
                                        ? found.getFirst().get(i).get(k)
                                        : UNKNOWN)
                            .boxed()
                            .toList())
                .toList());
  }

  private static void tryArrangementsFrom(
      List<AmountColumnSolver.Row> rows,
      int columns,
      List<List<Integer>> placed,
      List<List<List<Integer>>> found) {
    if (placed.size() == rows.size()) {
      if (IntStream.range(0, rows.size()).allMatch(i -> addsUp(rows, placed, i, columns))) {
        found.add(List.copyOf(placed));
      }
      return;
    }
    int size = rows.get(placed.size()).amounts().size();
    for (int mask = 0; mask < 1 << columns; mask++) {
      if (Integer.bitCount(mask) == size) {
        int bits = mask;
        placed.add(IntStream.range(0, columns).filter(c -> (bits >> c & 1) == 1).boxed().toList());
        tryArrangementsFrom(rows, columns, placed, found);
        placed.removeLast();
      }
    }
  }

  private static boolean addsUp(
      List<AmountColumnSolver.Row> rows, List<List<Integer>> placed, int parent, int columns) {
    List<Integer> below =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).parent() == parent)
            .boxed()
            .toList();
    return below.isEmpty()
        || IntStream.range(0, columns)
            .allMatch(
                c ->
                    below.stream()
                            .map(i -> amountIn(rows.get(i), placed.get(i), c))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .compareTo(amountIn(rows.get(parent), placed.get(parent), c))
                        == 0);
  }

  private static BigDecimal amountIn(
      AmountColumnSolver.Row row, List<Integer> columns, int column) {
    int index = columns.indexOf(column);
    return index < 0 ? BigDecimal.ZERO : row.amounts().get(index);
  }
}
