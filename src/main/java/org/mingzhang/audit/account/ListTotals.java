package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.mingzhang.text.AccountColumns;

/**
 * A list of projects, purchases or assets with a row 合计: each column of amounts adds up to it. Only
 * plain lists are added, whose rows are of one level: no row says 其中 or 小计, and where rows are
 * numbered they are numbered through.
 */
public final class ListTotals implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "list-totals",
          Kind.SUM,
          "项目、采购、资产等明细表：各行之和＝合计",
          "A list of projects, purchases or assets: its rows against its total",
          "每两行0.01（元为单位时1元）",
          "0.01 for each two rows, 1 where the unit is 元",
          "明细表的合计为各行之和。",
          "The total of a list is the sum of its rows.");
  private static final int LEAST = 3;
  private static final Set<String> TOTALS = Set.of("合计", "总计");
  private static final Pattern BLANKS = Pattern.compile("\\s");
  private static final Pattern NESTED =
      Pattern.compile(
          "其中|小计|合计|总计|^[(（]?[一二三四五六七八九十]+[)）、.．]|^[(（]\\d+[)）]|^\\d{1,2}[.．]\\d{1,2}[^\\d.,%]|^-\\D|——");
  private static final Pattern ORDINAL = Pattern.compile("序号|编号|行次");
  private static final Pattern ADDED =
      Pattern.compile("金额|合计|小计|总计|预算|资金|拨款|收入|支出|经费|原值|净值|价值|决算|执行|数量|人数|编制|年末|期末|年初|期初|账面");
  private static final Pattern NOT_ADDED = Pattern.compile("单价|率|比|年限|年度|时间|代码|编码|上年|%");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    for (AccountTable table : reading.tables()) {
      if (TableKind.of(table.data()).isEmpty() && table.columns().blocks().size() == 1) {
        check(reading, table, checks);
      }
    }
    return checks;
  }

  private static void check(Reading reading, AccountTable table, List<Check> checks) {
    AccountColumns.Block block = table.columns().blocks().getFirst();
    int total = total(table);
    List<Integer> rows = IntStream.range(0, table.rows()).filter(r -> r != total).boxed().toList();
    if (total < 0 || rows.size() < LEAST || !block.codes().isEmpty() || !isPlain(table, rows)) {
      return;
    }
    for (int column : block.amounts()) {
      String head = table.data().header().get(column);
      if (ADDED.matcher(head).find() && !NOT_ADDED.matcher(head).find()) {
        judge(reading, table, block, total, rows, column).ifPresent(checks::add);
      }
    }
  }

  /** The first or last row, if it is the only one that says that it is the total; -1 otherwise. */
  private static int total(AccountTable table) {
    int[] rows =
        IntStream.range(0, table.rows())
            .filter(r -> cells(table, r).stream().anyMatch(TOTALS::contains))
            .toArray();
    boolean end = rows.length == 1 && (rows[0] == 0 || rows[0] == table.rows() - 1);
    return end ? rows[0] : -1;
  }

  private static List<String> cells(AccountTable table, int row) {
    return table.data().rows().get(row).stream()
        .map(c -> BLANKS.matcher(c).replaceAll(""))
        .toList();
  }

  private static boolean isPlain(AccountTable table, List<Integer> rows) {
    boolean nested =
        rows.stream()
            .flatMap(r -> cells(table, r).stream())
            .anyMatch(c -> NESTED.matcher(c).find());
    return !nested && isNumberedThrough(table, rows);
  }

  /** Whether a column of numbers, where there is one, counts the rows. */
  private static boolean isNumberedThrough(AccountTable table, List<Integer> rows) {
    for (int c = 0; c < table.data().header().size(); c++) {
      if (ORDINAL.matcher(table.head(c)).find()) {
        for (int i = 0; i < rows.size(); i++) {
          if (!cells(table, rows.get(i)).get(c).equals(String.valueOf(i + 1))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static Optional<Check> judge(
      Reading reading,
      AccountTable table,
      AccountColumns.Block block,
      int total,
      List<Integer> rows,
      int column) {
    List<Integer> filled = rows.stream().filter(r -> table.amount(r, column).isPresent()).toList();
    @Nullable BigDecimal stated = table.amount(total, column).orElse(null);
    if (stated == null || filled.isEmpty()) {
      return Optional.empty();
    }
    List<BigDecimal> parts = filled.stream().map(r -> table.amountOrZero(r, column)).toList();
    BigDecimal off = stated.subtract(TableRule.sum(parts));
    TableDoubts doubts = reading.derived(TableDoubts.class, TableDoubts::of);
    boolean explained =
        IntStream.concat(IntStream.of(total), filled.stream().mapToInt(Integer::intValue))
            .boxed()
            .flatMap(r -> Stream.of(TableRule.place(table, r, block), place(table, r)))
            .anyMatch(p -> doubts.explains(p, off));
    if (explained) {
      return Optional.of(new Check.Undecided("差额已在另一行提示", "the difference is told at another row"));
    }
    int row = reading.derived(Culprit.class, Culprit::of).row(table, column, total, filled, off);
    return Optional.of(TableRule.compare(ABOUT, table, place(table, row), stated, parts, "各行"));
  }

  private static Place place(AccountTable table, int row) {
    return Draft.place(table, row, table.quote(row, 0, table.data().header().size() - 1));
  }
}
