package org.mingzhang.audit.wording;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/** Places of the form that were left blank: an amount, a date. */
public final class UnfilledBlank implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "unfilled-blank",
          Kind.TEMPLATE_RESIDUE,
          "留空未填的金额和填报日期",
          "Amounts and dates of the form that were left blank",
          "无",
          "none",
          "公开文本不应留空。",
          "A published text should leave nothing blank.");
  private static final Pattern DATE = Pattern.compile("填报日期:?年月日|^编制(?:部门|单位):单位:万?元$");

  /** Where the blanks themselves were lost, a verb or a comma directly before the unit. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?:预算|支出决算|决算|支出|收入|金额|资金|经费|费)数?为(?:万元|%)(?=[，。；])|(?:增加|减少|增长|下降|占)(?:万元|%)(?=[，。；;])|(?:团组\\d+个|批次\\d+个)，人次(?=[(，。；])");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    for (Mention mention : passage.mentions()) {
      if (mention.quantity() instanceof Amount amount && amount.missing()) {
        checks.add(finding(passage, mention.clause(), amount.end()));
      }
    }
    boolean told =
        passage.mentions().stream()
            .anyMatch(m -> m.quantity() instanceof Amount amount && amount.missing());
    Matcher bare = BARE.matcher(passage.compact());
    while (!told && bare.find()) {
      checks.add(finding(passage, bare.start(), bare.end()));
    }
    Matcher date = DATE.matcher(passage.compact());
    if (date.find()) {
      checks.add(finding(passage, date.start(), date.end()));
    }
  }

  private static Check finding(Passage passage, int from, int to) {
    return Draft.at(ABOUT, Severity.WORDING, passage, from, to)
        .says("此处留空，没有填写。", "A place of the form was left blank.");
  }
}
