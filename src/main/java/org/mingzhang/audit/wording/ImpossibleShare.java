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

/** What is left of a budget cannot be more than all of it. */
public final class ImpossibleShare implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "impossible-share",
          Kind.OTHER,
          "结余率大于100%等不可能出现的条件",
          "Conditions that can never hold, such as a balance of more than 100% of the budget",
          "无",
          "none",
          "结余不可能多于预算。",
          "What is left cannot be more than the whole.");
  private static final Pattern BALANCE =
      Pattern.compile("(?:其中:)?[^。，；:]{0,8}结余率(?:大于|超过|高于)(?:100|[2-9]\\d\\d)%[^。，；]*[。，；]?");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    Matcher match = BALANCE.matcher(passage.compact());
    while (passage.compact().contains("结余率") && match.find()) {
      checks.add(
          Draft.at(ABOUT, Severity.PROBABLE, passage, match.start(), match.end())
              .says("结余率不可能大于100%。", "A balance cannot be more than 100% of the budget."));
    }
  }
}
