package org.mingzhang.audit.account;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;

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
          "每两个科目0.01（元为单位时1元，均为整百元时100元）",
          "0.01 for each two items, 1 where the unit is 元, 100 where all amounts are whole hundreds"
              + " of it",
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
    TableRule.blocks(
        reading,
        (table, block) -> {
          if (!block.codes().isEmpty()) {
            new CodeLadder(ABOUT, reading, table, block).climb(checks);
          }
        });
    return checks;
  }
}
