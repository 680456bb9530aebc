package org.mingzhang.structure.lattice.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.grid.AmountColumnSolver;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;

/**
 * The sums that the titles of columns of accounts require of each row: 合计 is the sum of the columns
 * next to it, 小计 the sum of the columns below the same group title. In a table whose rows have no
 * names, these sums are the only evidence that the titles were assigned to the right amounts.
 */
public final class AccountColumnSums {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountColumnSums.class);
  private static final Pattern TOTAL = PATTERNS.get("total");
  private static final Pattern GROUP_SEPARATOR = Pattern.compile("/(?![^（(]*[）)])");

  private AccountColumnSums() {}

  /** A column, by the titles of its groups followed by its own, with its amount in one row. */
  private record Amount(List<String> path, BigDecimal value) {}

  /** Whether all columns are amounts, so that none contains names or codes. */
  public static boolean areAllAmounts(List<Column> columns) {
    return columns.stream().allMatch(column -> column.type() == ColumnType.AMOUNT);
  }

  /** Whether each row has all its amounts and they add up; false if there are no rows. */
  public static boolean allRowsAddUp(List<Column> columns, List<List<String>> rows) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> addsUp(columns, row));
  }

  private static boolean addsUp(List<Column> columns, List<String> row) {
    if (!row.stream().allMatch(AmountColumns::isNumber)) {
      return false;
    }
    Map<String, List<Amount>> groups =
        groupByFirstTitle(
            IntStream.range(0, columns.size())
                .mapToObj(
                    c ->
                        new Amount(
                            List.of(GROUP_SEPARATOR.split(columns.get(c).title())),
                            AmountColumns.valueOrZero(row.get(c))))
                .toList());
    boolean sides = groups.values().stream().allMatch(group -> group.size() > 1);
    return sides
        ? groups.values().stream()
            .allMatch(
                group ->
                    haveTitlesBelow(group) && addsUp(groupByFirstTitle(withoutFirstTitle(group))))
        : addsUp(groups);
  }

  /**
   * Whether the first title is that of a total, its amount is the sum of at least two others, and
   * the sum of each group is right.
   */
  private static boolean addsUp(Map<String, List<Amount>> groups) {
    List<BigDecimal> values = new ArrayList<>();
    for (List<Amount> group : groups.values()) {
      if (group.size() == 1) {
        values.add(group.getFirst().value());
      } else if (haveTitlesBelow(group) && addsUp(groupByFirstTitle(withoutFirstTitle(group)))) {
        values.add(group.getFirst().value());
      } else {
        return false;
      }
    }
    BigDecimal parts = values.stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add);
    return TOTAL.matcher(groups.keySet().iterator().next()).matches()
        && values.size() > 2
        && AmountColumnSolver.isEqualWithinRounding(parts, values.getFirst(), values.size());
  }

  /**
   * Whether any column of a group has a further title below that of the group. Without such titles
   * the columns cannot be distinguished.
   */
  private static boolean haveTitlesBelow(List<Amount> group) {
    return group.stream().anyMatch(amount -> amount.path().size() > 1);
  }

  private static Map<String, List<Amount>> groupByFirstTitle(List<Amount> amounts) {
    Map<String, List<Amount>> groups = new LinkedHashMap<>();
    for (Amount amount : amounts) {
      groups.computeIfAbsent(amount.path().getFirst(), title -> new ArrayList<>()).add(amount);
    }
    return groups;
  }

  /**
   * The amounts of a group with the group's title removed from their paths. A column that has only
   * the group's title is the sum of the group.
   */
  private static List<Amount> withoutFirstTitle(List<Amount> group) {
    return group.stream()
        .map(
            amount ->
                amount.path().size() == 1
                    ? amount
                    : new Amount(amount.path().subList(1, amount.path().size()), amount.value()))
        .toList();
  }
}
