package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.text.AccountColumns;

/**
 * A row's total column is the sum of its other columns: 合计 = 基本支出 + 项目支出, 本年收入合计 = its sources, 合计
 * = 人员经费 + 公用经费. Only heads that are known to be complete are added.
 */
public final class RowTotals implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "row-totals",
          Kind.SUM,
          "表中每行的合计栏与各分栏之和",
          "A row's total against its other columns",
          "每两个分栏0.01（元为单位时1元，均为整百元时100元）",
          "0.01 for each two columns, 1 where the unit is 元, 100 where all amounts are whole"
              + " hundreds of it",
          "表头规定合计栏为各分栏之和。",
          "The table's head makes the total the sum of its columns.");
  private static final String TOTAL = "(?:本年支出|本年收入|支出|收入)?(?:合计|小计)|本年支出|本年收入";
  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"),
          Set.of("财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入", "事业单位经营收入"),
          Set.of("人员经费", "公用经费", "项目支出"),
          Set.of("公务用车购置费", "公务用车运行费", "公务用车运行维护费"),
          Set.of("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "一般公共预算", "政府性基金预算", "国有资本经营预算"),
          Set.of("一般公共预算", "政府性基金", "国有资本经营", "国有资本经营预算", "财政专户管理资金", "单位资金", "上年结转", "其他资金"));

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  private record Answers(List<Check> checks) {
    private static Answers of(Reading reading) {
      List<Check> checks = new ArrayList<>();
      TableRule.blocks(reading, (table, block) -> RowTotals.check(table, block, checks));
      return new Answers(checks);
    }
  }

  /** The answers, found once for all rules that ask. */
  static List<Check> answers(Reading reading) {
    return reading.derived(Answers.class, Answers::of).checks();
  }

  @Override
  public List<Check> check(Reading reading) {
    return answers(reading);
  }

  private static void check(AccountTable table, AccountColumns.Block block, List<Check> checks) {
    List<Integer> columns = block.amounts();
    for (int i = 0; i < columns.size(); i++) {
      if (table.head(columns.get(i)).matches(TOTAL)) {
        List<Integer> parts = parts(table, columns.subList(i + 1, columns.size()));
        for (int row = 0; parts.size() >= 2 && row < table.rows(); row++) {
          judge(table, block, row, columns.get(i), parts, checks);
        }
      }
    }
  }

  private static List<Integer> parts(AccountTable table, List<Integer> columns) {
    for (Set<String> family : FAMILIES) {
      List<Integer> parts =
          columns.stream().takeWhile(c -> family.contains(table.head(c))).toList();
      boolean complete =
          parts.size() == columns.size() || table.head(columns.get(parts.size())).matches(TOTAL);
      if (parts.size() >= 2 && complete) {
        return parts;
      }
    }
    return List.of();
  }

  private static void judge(
      AccountTable table,
      AccountColumns.Block block,
      int row,
      int total,
      List<Integer> columns,
      List<Check> checks) {
    List<BigDecimal> parts = new ArrayList<>();
    for (int column : columns) {
      table.amount(row, column).ifPresent(parts::add);
    }
    TableRule.cell(ABOUT, table, block, row, total, parts, "各分栏").ifPresent(checks::add);
  }
}
