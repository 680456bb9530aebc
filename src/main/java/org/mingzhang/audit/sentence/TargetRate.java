package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Digits;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Tolerance;

/**
 * {@code 培训1860人次，完成年度目标1800人次的103.33%}: what was counted against its target of the same unit.
 *
 * <p>It is a class since what is counted has no account: both numbers are told by their unit alone.
 */
public final class TargetRate implements PassageRule {
  private static final String COUNT = "(?:\\d[\\d,]*(?:\\.\\d+)?)";
  private static final Pattern STATED =
      Pattern.compile(
          "(?<done>"
              + COUNT
              + ")(?<unit>\\p{IsHan}{1,4})[，,](?:超额)?完成(?:了)?(?:全?年度?|年初|当年|绩效)?(?:目标|任务|计划)(?:值|数|任务)?(?:的)?"
              + "(?<target>"
              + COUNT
              + ")\\k<unit>的(?<rate>"
              + COUNT
              + ")%");
  private static final Pattern PLANNED =
      Pattern.compile(
          "(?:计划|目标|预期|应|任务)[^，。；\\d]{0,20}?(?<target>"
              + COUNT
              + ")(?<unit>\\p{IsHan}{1,4})[，,](?:全年|年度|年内|截至年底)?实际[^，。；\\d]{0,16}?(?<done>"
              + COUNT
              + ")\\k<unit>[，,](?:(?:任务|目标|计划)?(?:实际)?完成(?:率|比例)|完成(?:年度)?(?:目标|任务|计划)(?:值|数)?的)(?:为|达到?)?(?<rate>"
              + COUNT
              + ")%");

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (!passage.compact().contains("完成")) {
      return;
    }
    check(passage, STATED.matcher(passage.compact()), checks);
    check(passage, PLANNED.matcher(passage.compact()), checks);
  }

  private static void check(Passage passage, Matcher stated, List<Check> checks) {
    while (stated.find()) {
      BigDecimal target = Digits.number(stated.group("target"));
      if (target.signum() > 0) {
        checks.add(judge(passage, stated, target));
      }
    }
  }

  private static Check judge(Passage passage, Matcher stated, BigDecimal target) {
    BigDecimal done = Digits.number(stated.group("done"));
    BigDecimal rate = Digits.number(stated.group("rate"));
    if (Tolerance.rateAgrees(rate, done, target, true)) {
      return new Check.Agrees();
    }
    String right = Tolerance.fullRate(Tolerance.percent(done, target));
    String printed = rate.toPlainString() + "%";
    return Draft.at("target-rate", passage, stated.start(), stated.end())
        .numbers(printed, right)
        .formula(done + " ÷ " + target, right, printed)
        .says(right, printed);
  }
}
