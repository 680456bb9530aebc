package org.mingzhang.audit.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;

/**
 * A total said to be unchanged, with a reason why it fell or rose.
 *
 * <p>A class, since it holds what a sentence says against the one behind it.
 */
public final class UnchangedReason implements Rule {
  private static final Pattern UNCHANGED =
      Pattern.compile("(?:与[^，。；]{2,12}相比，)?[^，。；]*总计(?:(?:均?为)?[\\d.,]+万元，)?(?:与[^，。；]*)?持平。");
  private static final Pattern REASON =
      Pattern.compile("^主要(?:原因)?是?:?[^。]*?(?:减少|增加)(?:支付|支出|开支|拨款)?。");

  /** 支出决算减少为0万元，与上年持平. */
  private static final Pattern BOTH =
      Pattern.compile(
          "[^，。；;]{2,24}(?:减少|增加|下降|增长|上升)[为至到][\\d.,]+[万亿]?元[，,][与较和同][^，。；;]{2,14}持平");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    List<Passage> passages = reading.passages();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      Matcher match = UNCHANGED.matcher(passage.compact());
      if (passage.compact().contains("持平") && match.find()) {
        String next = i + 1 < passages.size() ? passages.get(i + 1).compact() : "";
        String after = passage.compact().substring(match.end());
        boolean contradicted = REASON.matcher(after.endsWith(":") ? after + next : after).find();
        checks.add(contradicted ? finding(passage, match) : new CheckResult.Agrees());
      }
      Matcher both = BOTH.matcher(passage.compact());
      if (passage.compact().contains("持平") && both.find()) {
        checks.add(contradiction(passage, both));
      }
    }
    return checks;
  }

  private static CheckResult contradiction(Passage passage, Matcher match) {
    return FindingDraft.at("unchanged-reason/both", passage, match.start(), match.end()).says();
  }

  private static CheckResult finding(Passage passage, Matcher match) {
    return FindingDraft.at("unchanged-reason", passage, match.start(), match.end()).says();
  }
}
