package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
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
 * A government's report adds to its income what it received and carried over besides, and says what
 * that comes to: {@code 一般公共预算收入A万元。加上上级补助收入B万元、上年结转C万元，收入总量为D万元} (also called 一般公共预算总收入). So it
 * does with its expenditure. What stands between is all there is.
 *
 * <p>It is a class since its parts are all amounts between two words, whatever they are called; a
 * line of data names its terms.
 */
public final class ReportTotals implements PassageRule {
  private static final Pattern TOTAL =
      Pattern.compile("(?:(?:预算|基金|经营|财政)总(?:收入|支出)|(?:^|预算|基金|经营)(?:收入|支出)(?:总[量计额]|合计))[为是达]?$");
  private static final Pattern OWN =
      Pattern.compile("(?:预算|(?<!调节)基金|资本经营)(?:收入|支出)(?:累计)?(?:完成|决算数?|执行数?)?[为是]?$");
  private static final Pattern CHANGE =
      Pattern.compile("(?:增加|减少|增长|下降|上升|降低|增[收支]|减[收支]|超收|短收)(?:额|了)?[为约]?$");
  private static final Pattern UNSURE = Pattern.compile("其中|包括|减去|扣除|[（(][^）)]*\\d[^）)]*元");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    if (!passage.compact().contains("加上")) {
      return;
    }
    List<QuantityMention> amounts = new ArrayList<>();
    for (QuantityMention mention : passage.mentions()) {
      if (!mention.isAmount() || mention.quantity().value() == null) {
        continue;
      }
      if (TOTAL.matcher(mention.label()).find()) {
        judge(passage, amounts, mention, checks);
        amounts.clear();
      } else if (OWN.matcher(mention.label()).find()) {
        amounts.clear();
        amounts.add(mention);
      } else if (!CHANGE.matcher(mention.label()).find()) {
        amounts.add(mention);
      }
    }
  }

  private static void judge(
      Passage passage,
      List<QuantityMention> parts,
      QuantityMention total,
      List<CheckResult> checks) {
    if (parts.size() < 2 || !OWN.matcher(parts.getFirst().label()).find()) {
      return;
    }
    QuantityMention own = parts.getFirst();
    String side = own.label().replaceAll("^.*(收入|支出)[^收支]*$", "$1");
    String between =
        passage.compact().substring(own.quantity().end(), parts.get(1).quantity().start());
    String all = passage.compact().substring(own.quantity().end(), total.quantity().start());
    if (!between.contains("加上")
        || !total.label().contains(side)
        || !new MentionSum(parts, total).isPlain()) {
      return;
    }
    MentionSum sum = new MentionSum(parts, total);
    if (agrees(sum)) {
      checks.add(new CheckResult.Agrees());
    } else if (UNSURE.matcher(all).find()) {
      checks.add(new CheckResult.Undecided("列出的项目中有分项", "what is listed has parts of its own"));
    } else {
      checks.add(
          sum.finding(
              FindingDraft.at("report-totals", passage, own.clause(), total.quantity().end())));
    }
  }

  private static boolean agrees(MentionSum sum) {
    int scale = Math.max(sum.stated().scale(), sum.sum().scale());
    BigDecimal allowed =
        BigDecimal.ONE.movePointLeft(scale).multiply(BigDecimal.valueOf(sum.parts().size()));
    return sum.stated().subtract(sum.sum()).abs().multiply(BigDecimal.TWO).compareTo(allowed) <= 0;
  }
}
