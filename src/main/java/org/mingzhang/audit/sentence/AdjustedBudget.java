package org.mingzhang.audit.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.text.QuantityMention;

/**
 * {@code 年初预算A万元，年中追加B万元，调整后预算C万元}: the adjusted budget is the initial one and what changed it.
 *
 * <p>It is a class since what was added during the year is no amount of the account, and so no fact
 * that a line of data could name.
 */
public final class AdjustedBudget implements PassageRule {
  private static final Pattern INITIAL =
      Pattern.compile("年初(?:批复|安排|下达|核定|部门|财政)*预算(?:批复|安排|下达)?(?:数|资金|金额|总额)?(?:共|为|是)*$");
  private static final Pattern ADDED =
      Pattern.compile("^(?!.*(?:[比较]|上年)).*(?:追加|调增|增加|新增)(?:预算|指标|安排)?(?:数|资金|金额|经费)?(?:共|了|为)*$");
  private static final Pattern CUT =
      Pattern.compile("^(?!.*(?:[比较]|上年)).*(?:调减|核减|压减|减少|收回)(?:预算|指标)?(?:数|资金|金额|经费)?(?:共|了|为)*$");
  private static final Pattern ADJUSTED =
      Pattern.compile("(?:(?:调整|追加|变更)后|全年|最终|年末)[^，。；]{0,6}(?:预算|指标)(?:数|资金|金额|总额)?(?:共|为|是|达)*$");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    if (!passage.compact().contains("年初")) {
      return;
    }
    List<QuantityMention> sum = new ArrayList<>();
    for (QuantityMention mention : passage.mentions()) {
      if (!mention.isAmount() || mention.quantity().value() == null) {
        continue;
      }
      boolean goesOn = !sum.isEmpty() && sum.getFirst().sentence() == mention.sentence();
      boolean change = ADDED.matcher(mention.label()).find() || CUT.matcher(mention.label()).find();
      if (INITIAL.matcher(mention.label()).find()) {
        sum.clear();
        sum.add(mention);
      } else if (goesOn && change) {
        sum.add(mention);
      } else {
        if (goesOn && sum.size() > 1 && ADJUSTED.matcher(mention.label()).find()) {
          judge(passage, sum, mention, checks);
        }
        sum.clear();
      }
    }
  }

  private static void judge(
      Passage passage,
      List<QuantityMention> parts,
      QuantityMention adjusted,
      List<CheckResult> checks) {
    MentionSum sum = new MentionSum(parts, adjusted, m -> CUT.matcher(m.label()).find());
    if (sum.isPlain()) {
      int from = parts.getFirst().clause();
      checks.add(
          sum.agrees()
              ? new CheckResult.Agrees()
              : sum.finding(
                  FindingDraft.at("adjusted-budget", passage, from, adjusted.quantity().end())));
    }
  }
}
