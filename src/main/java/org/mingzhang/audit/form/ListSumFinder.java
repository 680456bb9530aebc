package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.fact.cell.TableLines.TableLine;
import org.mingzhang.text.PatternTable;

/** Finds the sums and products of one table that is a list or that has no codes. */
record ListSumFinder(AccountingIdentity identity, AuditedTable table) {
  private static final int MIN_ROWS = 3;
  private static final int MIN_PARTS = 2;
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ListSumFinder.class);
  private static final Pattern NESTED_ROW_LABEL = PATTERNS.get("nested");
  private static final Pattern ORDINAL_HEADER = PATTERNS.get("ordinal");
  private static final Pattern ADDITIVE_HEADER = PATTERNS.get("additive-header");
  private static final Pattern NON_ADDITIVE_HEADER =
      PATTERNS.get("list-sum-finder-non-additive-header");

  private static final Pattern NON_ADDITIVE_HEADER_OF_LEVELS =
      PATTERNS.get("non-additive-header-of-levels");

  /** Factors between the units of a price and of an amount, each 元 or 万元. */
  private static final List<BigDecimal> PRICE_SCALES =
      List.of(BigDecimal.ONE, new BigDecimal("10000"), new BigDecimal("0.0001"));

  private static final int MIN_PRODUCTS = 2;
  private static final Pattern UNIT_SUFFIX = Pattern.compile("[(（].*[)）]$");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s");

  /**
   * Finds the sums of a plain list: the row 合计, first or last, is the sum of the other rows, of
   * which there are at least {@link #MIN_ROWS}, or two if most columns add up. A list is plain if
   * its rows are of one level: no row is labeled 其中 or 小计, none names a group of a class that
   * another row names, none is the sum of rows after it, and row numbers, if printed, run from 1
   * without gaps. Empty for other tables.
   */
  Stream<TableSum> findRowSums() {
    List<List<String>> rows =
        table.cells().data().rows().stream()
            .map(r -> r.stream().map(c -> WHITE_SPACE.matcher(c).replaceAll("")).toList())
            .toList();
    int total = findTotal(rows.size(), r -> rows.get(r).stream().anyMatch(RowTree::isTotalLabel));
    List<Integer> others = IntStream.range(0, rows.size()).filter(r -> r != total).boxed().toList();
    return total >= 0
            && others.size() >= MIN_PARTS
            && isSingleBlockWithoutCodes()
            && hasNoNestedRows(others.stream().map(rows::get).toList())
            && !nameSeveralLevels(others.stream().map(rows::get).toList())
            && !new RowTree(table, additiveColumnsOfLevels()).hasHeadings()
        ? withoutPartsOfOneColumn(createSums(total, others))
        : Stream.empty();
  }

  /** Whether more than half of some sums hold and are not zero. */
  private static boolean mostHold(List<TableSum> sums) {
    return 2 * sums.stream().filter(s -> s.statedValue().signum() != 0 && s.holds(false)).count()
        > sums.size();
  }

  private List<TableSum> createSums(int totalRow, List<Integer> rows) {
    List<TableSum> sums =
        table
            .createSums(
                identity,
                0,
                table.blocks().getFirst().columns().stream()
                    .filter(
                        c ->
                            ADDITIVE_HEADER.matcher(c.label()).find()
                                && !NON_ADDITIVE_HEADER.matcher(c.label()).find()),
                totalRow,
                rows)
            .toList();
    return rows.size() >= MIN_ROWS || mostHold(sums) ? sums : List.of();
  }

  /**
   * Omits sums that do not hold but would hold if they included only rows with amounts in the
   * columns whose sums hold. The remaining rows are then parts of these rows, printed in a single
   * column.
   */
  private static Stream<TableSum> withoutPartsOfOneColumn(List<TableSum> sums) {
    Set<Integer> added =
        sums.stream()
            .filter(s -> s.statedValue().signum() != 0 && s.holds(false))
            .flatMap(TableSum::rowsOfNonzeroParts)
            .collect(Collectors.toSet());
    return sums.stream()
        .filter(
            s ->
                s.holds(false)
                    || added.size() < MIN_PARTS
                    || !s.withPartsInRows(added).holds(false));
  }

  private boolean isSingleBlockWithoutCodes() {
    return table.blocks().size() == 1 && !table.blocks().getFirst().hasCodes();
  }

  /** Index of the only row that is a total, if it is the first or the last; -1 otherwise. */
  private static int findTotal(int rowCount, IntPredicate isTotal) {
    int[] totals = IntStream.range(0, rowCount).filter(isTotal).toArray();
    return totals.length == 1 && (totals[0] == 0 || totals[0] == rowCount - 1) ? totals[0] : -1;
  }

  /** Whether rows name a class of expenditure and a group or an item of this class. */
  private static boolean nameSeveralLevels(List<List<String>> rows) {
    Set<String> codes =
        rows.stream()
            .flatMap(List::stream)
            .flatMap(c -> BudgetClassification.functional().findByName(c).stream())
            .map(BudgetClassification.Entry::code)
            .collect(Collectors.toSet());
    return codes.stream().anyMatch(c -> c.length() > 3 && codes.contains(c.substring(0, 3)));
  }

  /** Whether no row is marked as a part of another row and row numbers, if printed, run from 1. */
  private boolean hasNoNestedRows(List<List<String>> rows) {
    return rows.stream().flatMap(List::stream).noneMatch(c -> NESTED_ROW_LABEL.matcher(c).find())
        && IntStream.range(0, table.cells().data().header().size())
            .filter(c -> ORDINAL_HEADER.matcher(table.cells().lastHeaderLevel(c)).find())
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
    for (BigDecimal scale : PRICE_SCALES) {
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
        .filter(
            c ->
                headers.contains(
                    UNIT_SUFFIX.matcher(table.cells().lastHeaderLevel(c)).replaceFirst("")))
        .findFirst()
        .orElse(-1);
  }

  private List<TableSum> createProducts(
      int amountColumn, List<Integer> factorColumns, BigDecimal scale) {
    return IntStream.range(0, table.cells().rowCount())
        .mapToObj(r -> table.cell(0, r, amountColumn))
        .filter(whole -> table.findAmount(whole).isPresent())
        .map(
            whole ->
                new TableSum(
                    identity,
                    table,
                    whole,
                    factorColumns.stream().map(whole::withColumn).toList(),
                    List.of(),
                    scale))
        .filter(p -> p.operandValues().stream().allMatch(v -> v.signum() > 0))
        .toList();
  }

  /**
   * Finds the sums of a table without codes: 一般公共预算支出合计 is the sum of the classes above it, 一、税收收入
   * the sum of the taxes below it. {@link RowTree} infers from numerals and amounts which rows are
   * parts. Because this may be wrong, columns that do not add up are reported only if at least one
   * column, and at least half of all, add up.
   */
  Stream<TableSum> findLevelSums() {
    return isSingleBlockWithoutCodes()
        ? new RowTree(table, additiveColumnsOfLevels())
            .findSums().stream().flatMap(this::createSumsIfMostHold)
        : Stream.empty();
  }

  private List<TableLine> additiveColumnsOfLevels() {
    return table.blocks().getFirst().columns().stream()
        .filter(
            c ->
                !NON_ADDITIVE_HEADER_OF_LEVELS
                    .matcher(table.cells().lastHeaderLevel(c.index()))
                    .find())
        .toList();
  }

  private Stream<TableSum> createSumsIfMostHold(RowTree.RowSum rowSum) {
    if (rowSum.partRows().size() < MIN_PARTS) {
      return Stream.empty();
    }
    List<TableSum> all =
        table
            .createSums(
                identity,
                0,
                additiveColumnsOfLevels().stream(),
                rowSum.wholeRow(),
                rowSum.partRows())
            .toList();
    long held = all.stream().filter(s -> s.statedValue().signum() != 0 && s.holds(false)).count();
    return held > 0 && held * 2 >= all.size() ? withoutPartsOfOneColumn(all) : Stream.empty();
  }
}
