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
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.text.AccountColumns;

/**
 * Amounts of a table by item roll up along its codes: 类 = its 款, 款 = its 项, 合计 = all 类. Codes order
 * the rows and are never added.
 */
public final class CodeRollUp implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "code-roll-up",
          Kind.SUM,
          "按科目编码逐级相加：类＝款之和，款＝项之和，合计＝类之和",
          "Amounts rolled up along the codes of the classification",
          "每两个科目0.01（元为单位时1元）",
          "0.01 for each two items, 1 where the unit is 元",
          "《政府收支分类科目》中类由款、款由项组成。",
          "In the classification of revenue and expenditure each class is made of its groups and"
              + " items.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    for (AccountTable table : reading.tables()) {
      for (AccountColumns.Block block : table.columns().blocks()) {
        if (!block.codes().isEmpty()) {
          new Ladder(table, block, checks).climb();
        }
      }
    }
    return checks;
  }

  /** The rows of one block with their codes. */
  private static final class Ladder {
    private final AccountTable table;
    private final AccountColumns.Block block;
    private final List<@Nullable String> codes;
    private final List<Check> checks;

    private Ladder(AccountTable table, AccountColumns.Block block, List<Check> checks) {
      this.table = table;
      this.block = block;
      this.codes = block.codes(table.data().rows());
      this.checks = checks;
    }

    private void climb() {
      for (int row = 0; row < codes.size(); row++) {
        String code = codes.get(row);
        String label = block.label(table.data().rows().get(row));
        for (int column : block.amounts()) {
          if (code == null && label.equals("合计")) {
            compare(row, column, children("", 3));
          } else if (code != null && code.length() <= 5) {
            compare(row, column, children(code, code.length() + 2));
          }
        }
      }
    }

    /** Rows whose code begins with this one and has this length. */
    private List<Integer> children(String code, int length) {
      List<Integer> rows = new ArrayList<>();
      for (int row = 0; row < codes.size(); row++) {
        String own = codes.get(row);
        if (own != null && own.length() == length && own.startsWith(code)) {
          rows.add(row);
        }
      }
      return rows;
    }

    private void compare(int row, int column, List<Integer> children) {
      List<BigDecimal> parts = new ArrayList<>();
      for (int child : children) {
        table.amount(child, column).ifPresent(parts::add);
      }
      TableRule.cell(ABOUT, table, block, row, column, parts, "下级科目").ifPresent(checks::add);
    }
  }
}
