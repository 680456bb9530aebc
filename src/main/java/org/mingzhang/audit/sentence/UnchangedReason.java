package org.mingzhang.audit.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/** A total said to be unchanged, with a reason why it fell or rose. */
public final class UnchangedReason implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "unchanged-reason",
          Kind.CHANGE_AMOUNT,
          "写为“持平”的总计与其后说明的增减原因；同一个数既写减少（增加）又写持平",
          "A total said to be unchanged and the reason given for its change; an amount said both to"
              + " change and not to",
          "无",
          "none",
          "持平的数没有增减的原因。",
          "An amount that did not change has no reason for its change.");
  private static final Pattern UNCHANGED =
      Pattern.compile("(?:与[^，。；]{2,12}相比，)?[^，。；]*总计(?:(?:均?为)?[\\d.,]+万元，)?(?:与[^，。；]*)?持平。");
  private static final Pattern REASON =
      Pattern.compile("^主要(?:原因)?是?:?[^。]*?(?:减少|增加)(?:支付|支出|开支|拨款)?。");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  /** 支出决算减少为0万元，与上年持平. */
  private static final Pattern BOTH =
      Pattern.compile(
          "[^，。；;]{2,24}(?:减少|增加|下降|增长|上升)[为至到][\\d.,]+[万亿]?元[，,][与较和同][^，。；;]{2,14}持平");

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    List<Passage> passages = reading.passages();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      Matcher match = UNCHANGED.matcher(passage.compact());
      if (passage.compact().contains("持平") && match.find()) {
        String next = i + 1 < passages.size() ? passages.get(i + 1).compact() : "";
        String after = passage.compact().substring(match.end());
        boolean contradicted = REASON.matcher(after.endsWith(":") ? after + next : after).find();
        checks.add(contradicted ? finding(passage, match) : new Check.Agrees());
      }
      Matcher both = BOTH.matcher(passage.compact());
      if (passage.compact().contains("持平") && both.find()) {
        checks.add(contradiction(passage, both));
      }
    }
    return checks;
  }

  private static Check contradiction(Passage passage, Matcher match) {
    return Draft.at(ABOUT, Severity.PROBABLE, passage, match.start(), match.end())
        .says("同一个数既写有增减，又写与上年持平。", "The same amount is said to have changed and to be unchanged.");
  }

  private static Check finding(Passage passage, Matcher match) {
    return Draft.at(ABOUT, Severity.PROBABLE, passage, match.start(), match.end())
        .says(
            "总计写为持平，随后说明的是增减的原因。",
            "The total is said to be unchanged, but a reason for its change is given.");
  }
}
