package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.DigitComparison;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Tolerance;

/**
 * {@code 36.2万吨，比上年增加0.7万吨，增长1.97%}: the growth of what is counted or weighed.
 *
 * <p>It is a class since quantities of goods are no statements: they have a unit and no account.
 */
public final class CountChange implements PassageRule {
  private static final String COUNT = "\\d[\\d,]*(?:\\.\\d+)?";
  private static final Pattern STATED =
      Pattern.compile(
          "(?<now>"
              + COUNT
              + ")(?<unit>(?![万亿]?元)\\p{IsHan}{1,4})[，,](?:同比|[比较](?:上年|去年|20\\d\\d年)(?:同期)?)"
              + "(?<way>增加|增长|增产|减少|下降|减产)(?:了)?(?<by>"
              + COUNT
              + ")\\k<unit>[，,](?<rated>增长|上升|增幅|下降|减少|降低|降幅)(?:率)?(?:约)?(?:为|达到?)?(?<rate>"
              + COUNT
              + ")%");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    if (!passage.compact().contains("%")) {
      return;
    }
    Matcher stated = STATED.matcher(passage.compact());
    while (stated.find()) {
      checks.add(judge(passage, stated));
    }
  }

  private static CheckResult judge(Passage passage, Matcher stated) {
    boolean up = stated.group("way").startsWith("增");
    boolean rateUp = stated.group("rated").matches("增.*|上升");
    BigDecimal now = DigitComparison.number(stated.group("now"));
    BigDecimal by = DigitComparison.number(stated.group("by"));
    BigDecimal rate = DigitComparison.number(stated.group("rate"));
    BigDecimal base = up ? now.subtract(by) : now.add(by);
    if (base.signum() <= 0) {
      return new CheckResult.Undecided("上年数为0", "there was nothing the year before");
    }
    if (up == rateUp && Tolerance.rateAgrees(rate, by, base)) {
      return new CheckResult.Agrees();
    }
    String right = (up ? "增长" : "下降") + Tolerance.fullRate(Tolerance.percent(by, base));
    String printed = stated.group("rated") + rate.toPlainString() + "%";
    return FindingDraft.at("count-change", passage, stated.start(), stated.end())
        .numbers(printed, right)
        .formulaOf("%s ÷ %s → %s，文中写 %s", by, base, right, printed)
        .says(right, printed);
  }
}
