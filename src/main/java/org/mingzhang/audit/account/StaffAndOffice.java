package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.text.AccountColumns;

/**
 * The table of basic expenditure by economic item, staff at the left and office costs at the right:
 * 人员经费合计 = 301 + 303, 公用经费合计 = the other 类.
 */
public final class StaffAndOffice implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "staff-and-office",
          Kind.SUM,
          "基本支出表：人员经费合计、公用经费合计与各类之和",
          "Staff and office costs against the items of basic expenditure",
          "每两类0.01",
          "0.01 for each two items",
          "基本支出由人员经费和公用经费组成，按经济科目分类。",
          "Basic expenditure is staff and office cost by economic item.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  private record Answers(List<Check> checks) {
    private static Answers of(Reading reading) {
      List<Check> checks = new ArrayList<>();
      for (AccountTable table : TableRule.tables(reading, TableKind.BASIC)) {
        StaffAndOffice.check(table, "人员经费合计", "30[13]", checks);
        StaffAndOffice.check(table, "公用经费合计", "30(?![13])\\d|31\\d|39\\d", checks);
      }
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

  private static void check(AccountTable table, String label, String codes, List<Check> checks) {
    List<BigDecimal> parts = new ArrayList<>();
    for (AccountColumns.Block block : table.columns().blocks()) {
      List<@Nullable String> own = block.codes(table.data().rows());
      for (int row = 0; row < own.size(); row++) {
        String code = own.get(row);
        if (code != null && code.matches(codes)) {
          table.amount(row, block.amounts().getFirst()).ifPresent(parts::add);
        }
      }
    }
    for (AccountColumns.Block block : table.columns().blocks()) {
      for (int row = 0; row < table.rows(); row++) {
        if (table.label(row, block).equals(label) && !parts.isEmpty()) {
          total(table, block, row, parts, checks);
        }
      }
    }
  }

  private static void total(
      AccountTable table,
      AccountColumns.Block block,
      int row,
      List<BigDecimal> parts,
      List<Check> checks) {
    block.amounts().stream()
        .flatMap(c -> TableRule.cell(ABOUT, table, block, row, c, parts, "各类").stream())
        .findFirst()
        .ifPresent(checks::add);
  }
}
