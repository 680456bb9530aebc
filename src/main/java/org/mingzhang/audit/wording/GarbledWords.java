package org.mingzhang.audit.wording;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;

/** Words that stand where only one of them can: 增加增加27万元, 与上年增加持平, 支出收入100万元. */
public final class GarbledWords implements PassageRule {
  private static final String WAY = "(?:增加|减少|增长|下降)";
  private static final Pattern GARBLED =
      Pattern.compile(
          "[^，。；:]{0,24}(?:(增加|减少|增长|下降|持平|占比|为)\\1(?=[\\d.,]+(?:万?元|%)|。)"
              + "|"
              + WAY
              + "(?:了)?持平|(?<=[，。；])支出收入(?:为)?[\\d.,]+万?元|万元万元|(主要是|主要|原因|其中|由于)\\2|主要是是|用于(\\p{IsHan}{2})\\3)[^，。；:]{0,12}");

  /** What all of these hold, looked for first: most paragraphs do not have it. */
  private static final Pattern SIGN =
      Pattern.compile(
          "(增加|减少|增长|下降|持平|占比|为)\\1|[加少长降]了?持平|支出收入|万元万元|(主要是|主要|原因|其中|由于)\\2|主要是是|用于(\\p{IsHan}{2})\\3");

  private static final Pattern OPEN = Pattern.compile("[(（/或]");

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (!SIGN.matcher(passage.compact()).find()) {
      return;
    }
    Matcher words = GARBLED.matcher(passage.compact());
    while (words.find()) {
      if (!OPEN.matcher(words.group()).find()) {
        checks.add(Draft.at("garbled-words", passage, words.start(), words.end()).says());
      }
    }
  }
}
