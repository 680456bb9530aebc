package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.AccountColumns;
import org.mingzhang.text.Amounts;

/**
 * The classes of expenditure in the tables of totals (forms 01 and 04, budgets likewise) against
 * the tables by item. Held against each other only where both tables add up to the same total: then
 * it is the same money, and a class has one amount.
 */
public final class ClassRows implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "class-rows",
          Kind.CROSS_SECTION_MISMATCH,
          "收支总表各类支出（一般公共预算、政府性基金分栏）与按科目列示的支出表中同类的金额",
          "Classes of expenditure in the tables of totals against those of the tables by item",
          "每两个科目0.01（元为单位时1元）",
          "0.01 for each two items, 1 where the unit is 元",
          "两表合计相同时，同一类支出在两表中的金额也相同。",
          "Where two tables have the same total, each class has one amount in both.");
  private static final Pattern ORDINAL = Pattern.compile("^[(（]?[一二三四五六七八九十]+[)）、.]|\\s|支出$");
  private static final String YEAR = "(?:[一二三]、)?本年支出(?:合计)?";

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    compare(reading, TableKind.TOTALS, ".*", TableKind.EXPENDITURE, checks);
    compare(reading, TableKind.FISCAL_TOTALS, "一般公共预算.*", TableKind.GENERAL, checks);
    compare(reading, TableKind.FISCAL_TOTALS, "政府性基金.*", TableKind.FUNDS, checks);
    return checks;
  }

  /** A class in one table, its amount in 万元. */
  private record Entry(BigDecimal value, String printed, Place place) {}

  private static void compare(
      Reading reading, TableKind totals, String head, TableKind items, List<Check> checks) {
    List<AccountTable> left = TableRule.tables(reading, totals);
    List<AccountTable> right = TableRule.tables(reading, items);
    if (left.size() == 1 && right.size() == 1) {
      Classes sums = sides(left.getFirst(), head);
      Classes rows = coded(right.getFirst());
      if (sums.isOfSameMoney(rows)) {
        sums.entries().forEach((name, entry) -> checks.add(judge(entry, rows.entries().get(name))));
      } else {
        checks.add(new Check.Undecided("两表口径不同", "the tables are not of the same money"));
      }
    }
  }

  /**
   * The classes of a table.
   *
   * @param entries by name
   * @param printed the total that the table gives, in 万元, or null
   */
  private record Classes(Map<String, Entry> entries, @Nullable BigDecimal printed) {
    private BigDecimal sum() {
      return entries.values().stream().map(Entry::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether two tables have the same total, added up or, where a class is wrong, printed. */
    private boolean isOfSameMoney(Classes other) {
      BigDecimal own = printed;
      BigDecimal others = other.printed;
      boolean alike = own != null && others != null && near(own, others, 1);
      return sum().signum() > 0 && (near(sum(), other.sum(), entries.size()) || alike);
    }
  }

  private static boolean near(BigDecimal left, BigDecimal right, int items) {
    return left.subtract(right).abs().movePointRight(2).compareTo(BigDecimal.valueOf(items)) <= 0;
  }

  /** The side of expenditure of a table of totals: its classes in one column. */
  private static Classes sides(AccountTable table, String head) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    AtomicReference<@Nullable BigDecimal> total = new AtomicReference<>();
    List<AccountColumns.Block> blocks = table.columns().blocks();
    if (blocks.size() > 1) {
      AccountColumns.Block block = blocks.get(1);
      block.amounts().stream()
          .filter(c -> table.head(c).matches(head))
          .findFirst()
          .ifPresent(
              c -> {
                for (int row = 0; row < table.rows(); row++) {
                  String label = table.label(row, block);
                  if (label.matches(YEAR)) {
                    total.set(wan(table, row, c));
                  } else if (ORDINAL.matcher(label).lookingAt()) {
                    put(table, block, row, c, label, entries);
                  }
                }
              });
    }
    return new Classes(entries, total.get());
  }

  /** The rows of a table by item whose code is that of a class, in its column of totals. */
  private static Classes coded(AccountTable table) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    @Nullable BigDecimal total = null;
    for (AccountColumns.Block block : table.columns().blocks()) {
      List<@Nullable String> codes = block.codes(table.data().rows());
      Optional<Integer> column =
          block.amounts().stream()
              .filter(c -> table.head(c).matches("(?:本年支出)?(?:合计|小计)|支出合计|本年支出"))
              .findFirst();
      for (int row = 0; row < codes.size() && column.isPresent(); row++) {
        String code = codes.get(row);
        if (code != null && code.length() == 3) {
          put(table, block, row, column.get(), table.label(row, block), entries);
        } else if (code == null && table.label(row, block).equals("合计")) {
          total = wan(table, row, column.get());
        }
      }
    }
    return new Classes(entries, total);
  }

  private static void put(
      AccountTable table,
      AccountColumns.Block block,
      int row,
      int column,
      String label,
      Map<String, Entry> entries) {
    String unit = unit(table);
    table
        .amount(row, column)
        .filter(v -> v.signum() != 0)
        .ifPresent(
            v ->
                entries.putIfAbsent(
                    ORDINAL.matcher(label).replaceAll(""),
                    new Entry(
                        v.scaleByPowerOfTen(Amounts.power(unit) - 4),
                        v.toPlainString() + unit,
                        TableRule.place(table, row, block))));
  }

  private static String unit(AccountTable table) {
    String unit = table.data().unit();
    return unit == null ? "万元" : unit;
  }

  private static @Nullable BigDecimal wan(AccountTable table, int row, int column) {
    return table
        .amount(row, column)
        .map(v -> v.scaleByPowerOfTen(Amounts.power(unit(table)) - 4))
        .orElse(null);
  }

  private static Check judge(Entry entry, @Nullable Entry row) {
    if (row == null) {
      return new Check.Undecided("另一表没有这一类", "the other table does not have this class");
    }
    return near(entry.value(), row.value(), 2)
        ? new Check.Agrees()
        : Draft.at(ABOUT, Severity.PROOF, entry.place())
            .numbers(entry.printed(), row.printed())
            .formula(entry.printed() + " ≠ " + row.printed())
            .other(row.place())
            .says(
                "两表合计相同，这一类支出此表为%s，另一表为%s。",
                "Both tables have the same total, but this class is %s here and %s there.",
                entry.printed(),
                row.printed());
  }
}
