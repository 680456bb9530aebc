package org.mingzhang.audit.sentence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.text.Mention;

/**
 * A number with decimals and without its unit, where the numbers beside it have theirs: a rate
 * after an amount ({@code 增加5万元，增长13.95。}), an item of a list of costs ({@code 电费3.23万元、维修费1.34、}).
 */
public final class MissingUnit implements PassageRule {
  private static final Pattern RATE =
      Pattern.compile("万元[，,(]?(?:同比)?(?<bare>(?:增长|上升|下降|降低)\\d+\\.\\d+)(?=[。；;，,)])");
  private static final Pattern COST =
      Pattern.compile(
          "(?<=[、:，])(?<bare>[\\p{IsHan}()]{2,14}(?:费|费用|补贴|工资|奖金|缴费|公积金|补助)\\d+\\.\\d+)(?=[、，。；])");

  /** A share of a list whose other shares have the sign. */
  private static final Pattern SHARE =
      Pattern.compile("万元[，,](?<bare>占\\d{1,3}\\.\\d{1,2})(?=[。；，;,])");

  private static final Pattern RESULT = Pattern.compile("(?<bare>支出决算数?为\\d+\\.\\d+)(?=[。；;])");

  private static final int LIST = 3;

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    long amounts = passage.mentions().stream().filter(Mention::isAmount).count();
    if (amounts > 0) {
      find(passage, RATE, checks);
      find(passage, RESULT, checks);
    }
    if (amounts >= LIST && passage.compact().contains("%")) {
      find(passage, SHARE, checks);
    }
    if (amounts >= LIST) {
      find(passage, COST, checks);
    }
  }

  private static void find(Passage passage, Pattern pattern, List<Check> checks) {
    Matcher bare = pattern.matcher(passage.compact());
    while (bare.find()) {
      checks.add(Draft.at("missing-unit", passage, bare.start("bare"), bare.end("bare")).says());
    }
  }
}
