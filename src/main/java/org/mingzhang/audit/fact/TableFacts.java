package org.mingzhang.audit.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.text.AccountColumns;
import org.mingzhang.text.Amounts;

/** Reads from account tables the amounts that sentences and other tables repeat. */
final class TableFacts {
  private static final Pattern LEAD = Pattern.compile("^(?:其中[:：]|[一二三四五]、|部门)+");

  private final Reading reading;
  private final boolean balanced;
  private final List<Fact> facts = new ArrayList<>();

  TableFacts(Reading reading) {
    this.reading = reading;
    this.balanced = balanced(reading);
  }

  /**
   * Whether the document is a budget whose table of totals has neither balances nor sums of the
   * year: then all income is the total, and all expenditure.
   */
  static boolean balanced(Reading reading) {
    List<AccountTable> totals =
        reading.tables().stream()
            .filter(t -> TableKind.of(t.data()).filter(k -> k == TableKind.TOTALS).isPresent())
            .toList();
    return reading.isBudget()
        && totals.size() == 1
        && totals.getFirst().data().rows().stream()
            .flatMap(List::stream)
            .noneMatch(c -> c.matches("\\s*本年.*合计\\s*|.*(?:结转|结余).*"));
  }

  List<Fact> read() {
    for (AccountTable table : reading.tables()) {
      if (table.data().unit() != null) {
        TableKind.of(table.data()).ifPresentOrElse(k -> read(table, k), () -> byYear(table));
      }
    }
    return facts;
  }

  private void read(AccountTable table, TableKind kind) {
    switch (kind) {
      case TOTALS -> totals(table, "");
      case FISCAL_TOTALS -> totals(table, "财政拨款");
      case INCOME -> total(table, "(?:本年收入)?合计", balanced ? "收入总计" : "本年收入合计");
      case EXPENDITURE -> {
        total(table, "(?:本年支出)?合计", balanced ? "支出总计" : "本年支出合计");
        total(table, "基本支出", "基本支出");
        total(table, "项目支出", "项目支出");
      }
      case GENERAL -> {
        total(table, "(?:本年支出)?(?:合计|小计)|支出合计|本年支出", "一般公共预算财政拨款支出");
        total(table, "基本支出", "一般公共预算财政拨款基本支出");
      }
      case BASIC -> staff(table);
      default -> {}
    }
  }

  /** Rows of the table that sets income and expenditure side by side. */
  private void totals(AccountTable table, String money) {
    List<AccountColumns.Block> blocks = table.columns().blocks();
    for (int b = 0; b < blocks.size(); b++) {
      AccountColumns.Block block = blocks.get(b);
      for (int row = 0; row < table.rows(); row++) {
        String label = table.label(row, block);
        String side = label.startsWith("支出") || b > 0 ? "支出" : "收入";
        if (label.matches("(?:收入|支出)?总计")) {
          add(table, row, block, block.amounts().getFirst(), money + side + "总计");
        } else if (label.matches("本年(?:收入|支出)合计") && money.isEmpty()) {
          add(table, row, block, block.amounts().getFirst(), label);
        }
      }
    }
  }

  /** The row 合计 of a table of items, in the first column with this head. */
  private void total(AccountTable table, String head, String name) {
    for (AccountColumns.Block block : table.columns().blocks()) {
      OptionalInt column = columns(table, block, head).findFirst();
      if (column.isPresent()) {
        rows(table, block, label -> label.equals("合计"))
            .forEach(row -> add(table, row, block, column.getAsInt(), name));
        return;
      }
    }
  }

  private void staff(AccountTable table) {
    for (AccountColumns.Block block : table.columns().blocks()) {
      rows(table, block, label -> label.matches("(?:人员|公用)经费合计"))
          .forEach(
              row -> {
                String name = table.label(row, block).substring(0, 4);
                block.amounts().forEach(column -> add(table, row, block, column, name));
              });
    }
    total(table, "人员经费", "人员经费");
    total(table, "公用经费", "公用经费");
  }

  /** A table of several years: the result of the fiscal year. */
  private void byYear(AccountTable table) {
    for (AccountColumns.Block block : table.columns().blocks()) {
      columns(table, block, reading.year() + "年决算数").forEach(c -> ofYear(table, block, c));
    }
  }

  private void ofYear(AccountTable table, AccountColumns.Block block, int column) {
    for (int row = 0; row < table.rows(); row++) {
      String name = LEAD.matcher(table.label(row, block)).replaceFirst("");
      if (name.matches("基本支出|项目支出|公用经费|人员经费")) {
        add(table, row, block, column, name);
      }
    }
  }

  private static IntStream columns(AccountTable table, AccountColumns.Block block, String head) {
    return block.amounts().stream().mapToInt(c -> c).filter(c -> table.head(c).matches(head));
  }

  private static IntStream rows(
      AccountTable table, AccountColumns.Block block, Predicate<String> label) {
    return IntStream.range(0, table.rows()).filter(r -> label.test(table.label(r, block)));
  }

  private void add(
      AccountTable table, int row, AccountColumns.Block block, int column, String name) {
    table
        .amount(row, column)
        .ifPresent(
            value -> {
              String unit = table.data().unit() == null ? "万元" : table.data().unit();
              BigDecimal wan = value.scaleByPowerOfTen(Amounts.power(unit) - 4);
              facts.add(
                  new Fact(
                      name,
                      wan,
                      value.toPlainString() + unit,
                      Draft.place(table, row, table.quote(row, block)),
                      true));
            });
  }
}
