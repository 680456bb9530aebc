package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.text.AccountColumns;

/**
 * The table that sets income and expenditure side by side: each side's lines add up to 本年合计, this
 * and what is carried over to 总计, and both totals are the same.
 */
public final class SideTotals implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "side-totals",
          Kind.SUM,
          "收入支出总表：各项之和＝本年合计，加结转结余＝总计，收入总计＝支出总计",
          "Income and expenditure side by side: lines, year's total, carry-over, total",
          "每两项0.01（元为单位时1元）",
          "0.01 for each two lines, 1 where the unit is 元",
          "部门决算公开01表、04表的表内关系。",
          "The arithmetic of forms 01 and 04 of a final account.");
  private static final String NUMBERED = "^[一二三四五六七八九十]+、.*";
  private static final String YEAR = "本年(?:收入|支出)合计";
  private static final String TOTAL = "(?:收入|支出)?总计";
  private static final String CARRIED = "(?:年初|年末|上年|结转下年|使用).*(?:结转|结余).*|结余分配|结转下年.*|使用非财政拨款结余.*";

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    for (AccountTable table : reading.tables()) {
      if (TableKind.of(table.data())
          .filter(k -> k == TableKind.TOTALS || k == TableKind.FISCAL_TOTALS)
          .isPresent()) {
        table.columns().blocks().forEach(b -> side(table, b, checks));
        bothSides(table, checks);
      }
    }
    return checks;
  }

  private static void side(AccountTable table, AccountColumns.Block block, List<Check> checks) {
    int column = block.amounts().getFirst();
    List<BigDecimal> lines = new ArrayList<>();
    List<BigDecimal> above = new ArrayList<>();
    boolean year = false;
    for (int row = 0; row < table.data().rows().size(); row++) {
      String label = block.label(table.data().rows().get(row));
      if (table.amount(row, column).isEmpty()) {
        continue;
      }
      BigDecimal amount = table.amountOrZero(row, column);
      if (label.matches(YEAR)) {
        year = true;
        above.add(amount);
        add(table, block, row, amount, lines, "各项", checks);
      } else if (label.matches(TOTAL)) {
        add(table, block, row, amount, year ? above : lines, "本年合计与结转结余", checks);
      } else if (label.matches(CARRIED)) {
        above.add(amount);
        lines.addAll(year ? List.of() : List.of(amount));
      } else if (label.matches(NUMBERED)) {
        lines.add(amount);
      }
    }
  }

  private static void add(
      AccountTable table,
      AccountColumns.Block block,
      int row,
      BigDecimal stated,
      List<BigDecimal> parts,
      String what,
      List<Check> checks) {
    if (!parts.isEmpty()) {
      checks.add(
          TableRule.compare(
              ABOUT,
              table,
              Draft.place(table, row, table.quote(row, block)),
              stated,
              List.copyOf(parts),
              what));
    }
  }

  private static void bothSides(AccountTable table, List<Check> checks) {
    List<AccountColumns.Block> blocks = table.columns().blocks();
    if (blocks.size() != 2) {
      return;
    }
    for (int row = 0; row < table.data().rows().size(); row++) {
      List<String> cells = table.data().rows().get(row);
      if (blocks.get(0).label(cells).matches(TOTAL) && blocks.get(1).label(cells).matches(TOTAL)) {
        int left = blocks.get(0).amounts().getFirst();
        int right = blocks.get(1).amounts().getFirst();
        if (table.amount(row, left).isPresent() && table.amount(row, right).isPresent()) {
          checks.add(
              TableRule.compare(
                  ABOUT,
                  table,
                  Draft.place(table, row, table.quote(row, 0, cells.size() - 1)),
                  table.amountOrZero(row, left),
                  List.of(table.amountOrZero(row, right)),
                  "支出一方"));
        }
      }
    }
  }
}
