package org.mingzhang.audit.wording;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;

/** Sentences that stop behind a word that announces more: 主要原因是。 */
public final class BrokenSentence implements PassageRule {
  private static final Pattern STOPS =
      Pattern.compile(
          "[^。；]{0,30}(?:主要原因是|主要原因为|原因是|原因为|原因系|主要是由于|主要是因为|主要由于|主要因为|主要用于|主要包括|由于|因为|(?<=[，,；。]|减少|增加|下降|增长|持平)主要是)[:：，,]?(?=[。；])");
  private static final Pattern SIGN = Pattern.compile("(?:主要是|是|为|系|由于|因为|用于|包括)[:：，,]?[。；]");

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (!SIGN.matcher(passage.compact()).find()) {
      return;
    }
    Matcher stops = STOPS.matcher(passage.compact());
    while (stops.find()) {
      checks.add(Draft.at("broken-sentence", passage, stops.start(), stops.end() + 1).says());
    }
  }
}
