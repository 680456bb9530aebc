package org.mingzhang.structure.lattice.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.AmountFinder;

/**
 * Moves amounts of rows that lost empty or merged cells to the columns in which they can be
 * computed: those of the total row are the sums of their columns, and where a merged rate is
 * printed in one row only ({@code 面积 × 每亩补助 = 应发金额}) the products of the rows below tell their
 * column. Rows without such evidence stay as they are.
 */
public final class ArithmeticPlacement {
  private static final Pattern TOTAL = Pattern.compile("(?:合|总|共)计.*|全[省市县区]合计");
  private static final Pattern SUBTOTAL = Pattern.compile(".*(?:小计|合计)");
  private static final BigDecimal TOLERANCE = new BigDecimal("0.011");

  /** Minimum number of rows whose product must be right for a rate to hold for them. */
  private static final int MIN_PRODUCTS = 3;

  private final List<Column> columns;
  private final List<Integer> amounts;

  /** Creates a placement for a table with these columns. */
  public ArithmeticPlacement(List<Column> columns) {
    this.columns = columns;
    this.amounts =
        IntStream.range(0, columns.size())
            .filter(c -> columns.get(c).type() == ColumnType.AMOUNT)
            .boxed()
            .toList();
  }

  /** The rows with the amounts that can be computed in their columns. */
  public List<List<String>> place(List<List<String>> rows) {
    return amounts.size() < 2 ? rows : placeTotals(placeProducts(rows));
  }

  private List<List<String>> placeTotals(List<List<String>> rows) {
    List<List<String>> parts =
        rows.stream().filter(row -> !SUBTOTAL.matcher(nameOf(row)).matches()).toList();
    List<BigDecimal> sums = amounts.stream().map(c -> sum(parts, c)).toList();
    BigDecimal slack = TOLERANCE.multiply(BigDecimal.valueOf(Math.max(1, parts.size())));
    return parts.size() < 2
        ? rows
        : rows.stream()
            .map(row -> TOTAL.matcher(nameOf(row)).matches() ? withSums(row, sums, slack) : row)
            .toList();
  }

  /** The total row with its numbers below each other's sums; itself unless each has a column. */
  private List<String> withSums(List<String> row, List<BigDecimal> sums, BigDecimal slack) {
    List<Integer> from = numbersOf(row);
    List<Integer> to = new ArrayList<>();
    int next = 0;
    for (int cell : from) {
      BigDecimal value = value(row.get(cell));
      while (next < sums.size() && sums.get(next).subtract(value).abs().compareTo(slack) > 0) {
        next++;
      }
      if (next == sums.size()) {
        return row;
      }
      to.add(amounts.get(next));
      next++;
    }
    return move(row, from, to);
  }

  private List<List<String>> placeProducts(List<List<String>> rows) {
    List<String> whole =
        rows.stream()
            .filter(row -> amounts.stream().allMatch(c -> isNumber(row.get(c))))
            .findFirst()
            .orElse(List.of());
    if (whole.isEmpty()) {
      return rows;
    }
    for (int rate = 1; rate + 1 < amounts.size(); rate++) {
      List<List<String>> placed = placeProducts(rows, whole, rate);
      if (placed != null) {
        return placed;
      }
    }
    return rows;
  }

  /** The rows with the products behind a rate that only one row has; null if they are none. */
  private @Nullable List<List<String>> placeProducts(
      List<List<String>> rows, List<String> whole, int rate) {
    BigDecimal factor = value(whole.get(amounts.get(rate)));
    List<Integer> to = new ArrayList<>(amounts.subList(0, rate));
    to.addAll(amounts.subList(rate + 1, amounts.size()));
    List<List<String>> placed = new ArrayList<>();
    int products = 0;
    for (List<String> row : rows) {
      List<Integer> from = numbersOf(row);
      boolean merged = from.size() == amounts.size() - 1;
      List<String> moved = merged ? move(row, from, to) : row;
      if ((merged || row.equals(whole)) && !isProduct(moved, rate, factor)) {
        return null;
      }
      products += merged ? 1 : 0;
      placed.add(moved);
    }
    return products >= MIN_PRODUCTS ? placed : null;
  }

  private boolean isProduct(List<String> row, int rate, BigDecimal factor) {
    BigDecimal product = value(row.get(amounts.get(rate - 1))).multiply(factor);
    BigDecimal printed = value(row.get(amounts.get(rate + 1)));
    return product.subtract(printed).abs().compareTo(TOLERANCE) <= 0;
  }

  private static List<String> move(List<String> row, List<Integer> from, List<Integer> to) {
    List<String> moved = new ArrayList<>(row);
    from.forEach(c -> moved.set(c, ""));
    for (int i = 0; i < from.size(); i++) {
      moved.set(to.get(i), row.get(from.get(i)));
    }
    return moved;
  }

  /** The columns of a row that hold numbers, without its own number. */
  private List<Integer> numbersOf(List<String> row) {
    return IntStream.range(0, row.size())
        .filter(c -> columns.get(c).type() != ColumnType.ORDINAL && isNumber(row.get(c)))
        .boxed()
        .toList();
  }

  private String nameOf(List<String> row) {
    return row.stream().filter(cell -> !cell.isEmpty() && !isNumber(cell)).findFirst().orElse("");
  }

  private static boolean isNumber(String cell) {
    return AmountFinder.parseNumber(cell).isPresent();
  }

  private static BigDecimal value(String cell) {
    return AmountFinder.parseNumber(cell).orElse(BigDecimal.ZERO);
  }

  private static BigDecimal sum(List<List<String>> rows, int column) {
    return rows.stream()
        .map(row -> value(row.get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
