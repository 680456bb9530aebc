package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the sums and products of one list of projects, purchases or assets. */
final class ListSumFinder {
  private static final int MIN_ROWS = 3;
  private static final Pattern TOTAL = Pattern.compile("[合总]计");
  private static final Pattern NESTED =
      Pattern.compile(
          "其中|小计|合计|总计|^[(（]?[一二三四五六七八九十]+[)）、.．]|^[(（]\\d+[)）]|^\\d{1,2}[.．]\\d{1,2}[^\\d.,%]|^-\\D|——");
  private static final Pattern ORDINAL = Pattern.compile("序号|编号|行次");
  private static final Pattern ADDED =
      Pattern.compile("金额|合计|小计|总计|预算|资金|拨款|收入|支出|经费|原值|净值|价值|决算|执行|数量|人数|编制|年末|期末|年初|期初|账面");
  private static final Pattern NOT_ADDED = Pattern.compile("单价|率|比|年限|年度|时间|代码|编码|上年|%");

  /** Factors between the units of a price and of an amount, each 元 or 万元. */
  private static final List<BigDecimal> SCALES =
      List.of(BigDecimal.ONE, new BigDecimal("10000"), new BigDecimal("0.0001"));

  private static final int MIN_PRODUCTS = 2;
  private static final Pattern UNIT = Pattern.compile("[(（].*[)）]$");
  private static final Pattern BLANKS = Pattern.compile("\\s");

  private final FormIdentity identity;
  private final FormTable table;

  ListSumFinder(FormIdentity identity, FormTable table) {
    this.identity = identity;
    this.table = table;
  }

  /**
   * Finds the sums of plain lists: the row 合计 is the sum of the other rows. A list is plain if its
   * rows are of one level: no row is labeled 其中 or 小计, and row numbers, if printed, are
   * consecutive.
   */
  Stream<TableSum> findRowSums() {
    List<List<String>> rows =
        table.cells().data().rows().stream()
            .map(r -> r.stream().map(c -> BLANKS.matcher(c).replaceAll("")).toList())
            .toList();
    int total = findTotalRow(rows);
    List<Integer> others = IntStream.range(0, rows.size()).filter(r -> r != total).boxed().toList();
    return total >= 0
            && table.blocks().size() == 1
            && others.size() >= MIN_ROWS
            && !table.blocks().getFirst().coded()
            && hasNoNestedRows(others.stream().map(rows::get).toList())
        ? table.blocks().getFirst().columns().stream()
            .filter(c -> ADDED.matcher(c.label()).find() && !NOT_ADDED.matcher(c.label()).find())
            .flatMap(
                c ->
                    table.createSum(
                        identity,
                        table.cell(0, total, c.index()),
                        others.stream().map(row -> table.cell(0, row, c.index()))))
        : Stream.empty();
  }

  /** The first or last row, if it is the only one labeled as the total; -1 otherwise. */
  private static int findTotalRow(List<List<String>> rows) {
    int[] totals =
        IntStream.range(0, rows.size())
            .filter(r -> rows.get(r).stream().anyMatch(c -> TOTAL.matcher(c).matches()))
            .toArray();
    boolean end = totals.length == 1 && (totals[0] == 0 || totals[0] == rows.size() - 1);
    return end ? totals[0] : -1;
  }

  /** Whether no row is marked as a part of another row. */
  private boolean hasNoNestedRows(List<List<String>> rows) {
    return rows.stream().flatMap(List::stream).noneMatch(c -> NESTED.matcher(c).find())
        && IntStream.range(0, table.cells().data().header().size())
            .filter(c -> ORDINAL.matcher(table.cells().lowestHeader(c)).find())
            .allMatch(
                c ->
                    IntStream.range(0, rows.size())
                        .allMatch(i -> rows.get(i).get(c).equals(String.valueOf(i + 1))));
  }

  /**
   * Finds the products of a list: in each row, quantity × price is the amount, in 元 or 万元. No row
   * is checked unless at least two rows agree and at least twice as many agree as disagree;
   * otherwise the columns may have another meaning.
   */
  Stream<TableSum> findQuantityPriceProducts() {
    int amount = findColumn(identity.wholes());
    List<Integer> factors =
        identity.parts().stream().map(p -> findColumn(List.of(p.name().split("\\|")))).toList();
    for (BigDecimal scale : SCALES) {
      boolean printed = amount >= 0 && !factors.contains(-1);
      List<TableSum> rows = printed ? createProducts(amount, factors, scale) : List.of();
      long agree = rows.stream().filter(r -> r.holds(false)).count();
      if (agree >= MIN_PRODUCTS && agree >= 2 * (rows.size() - agree)) {
        return rows.stream();
      }
    }
    return Stream.empty();
  }

  private int findColumn(List<String> headers) {
    return IntStream.range(0, table.cells().data().header().size())
        .filter(c -> headers.contains(UNIT.matcher(table.cells().lowestHeader(c)).replaceFirst("")))
        .findFirst()
        .orElse(-1);
  }

  private List<TableSum> createProducts(int amount, List<Integer> factors, BigDecimal scale) {
    return IntStream.range(0, table.cells().rows())
        .mapToObj(r -> table.cell(0, r, amount))
        .filter(whole -> table.amount(whole).isPresent())
        .map(
            whole ->
                new TableSum(
                    identity,
                    table,
                    whole,
                    factors.stream().map(whole::withColumn).toList(),
                    scale))
        .filter(p -> p.values().stream().allMatch(v -> v.signum() > 0))
        .toList();
  }
}
