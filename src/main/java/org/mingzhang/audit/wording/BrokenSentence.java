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

/** Sentences that stop behind a word that announces more: 主要原因是。 */
public final class BrokenSentence implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "broken-sentence",
          Kind.OTHER,
          "写到“主要原因是”“主要用于”就结束的句子",
          "Sentences that stop behind 主要原因是 or 主要用于",
          "无",
          "none",
          "说明原因或用途的句子应写完整。",
          "A sentence that announces a reason or purpose should give it.");
  private static final Pattern STOPS =
      Pattern.compile(
          "[^。；]{0,30}(?:主要原因是|主要原因为|原因是|原因为|原因系|主要是由于|主要是因为|主要由于|主要因为|主要用于|主要包括|由于|因为|(?<=[，,；。]|减少|增加|下降|增长|持平)主要是)[:：，,]?(?=[。；])");
  private static final Pattern SIGN = Pattern.compile("(?:主要是|是|为|系|由于|因为|用于|包括)[:：，,]?[。；]");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (!SIGN.matcher(passage.compact()).find()) {
      return;
    }
    Matcher stops = STOPS.matcher(passage.compact());
    while (stops.find()) {
      checks.add(
          Draft.at(ABOUT, Severity.WORDING, passage, stops.start(), stops.end() + 1)
              .says("句子没有写完。", "The sentence stops before it says what it announces."));
    }
  }
}
