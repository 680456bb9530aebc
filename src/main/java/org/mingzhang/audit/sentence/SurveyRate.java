package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Tolerance;

/**
 * {@code 发放问卷400份，收回380份，回收率95%，其中满意361份，满意率95%}. Where several grades of content are counted,
 * nothing is said of the rate of content.
 *
 * <p>It is a class since forms that are sent and returned are no accounts, and which rate is of
 * which number is told by verbs.
 */
public final class SurveyRate implements PassageRule {
  private static final String RATE = "(?:约)?(?:为|达到?|是)?(?<rate>\\d+(?:\\.\\d+)?)%";
  private static final Pattern RETURNED =
      Pattern.compile(
          "发放[^。；，\\d]{0,16}(?<all>\\d+)份[，,、](?:实际)?(?:收回|回收)[^，。；\\d]{0,10}(?<part>\\d+)份[，,](?:有效)?(?:问卷)?(?:有效)?(?:回收|收回)率"
              + RATE);
  private static final Pattern CONTENT =
      Pattern.compile(
          "(?:收回|回收|访问|调查|走访|抽查|访谈)[^，。；\\d]{0,10}(?<all>\\d+)[份人户名][^。；]{0,16}?[，,；;。](?:其中)?[，,:]?(?:表示)?满意(?:的)?(?:有|为)?(?<part>\\d+)[份人户名][，,](?:总体|综合|群众|服务对象)?满意[率度]"
              + RATE);
  private static final Pattern GRADES = Pattern.compile("(?:非常|比较|较为?|基本|很)满意");

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    String text = passage.compact();
    if (!text.contains("%") || !(text.contains("份") || text.contains("满意"))) {
      return;
    }
    judge(passage, RETURNED.matcher(text), checks);
    if (!GRADES.matcher(text).find()) {
      judge(passage, CONTENT.matcher(text), checks);
    }
  }

  private static void judge(Passage passage, Matcher stated, List<Check> checks) {
    while (stated.find()) {
      BigDecimal all = new BigDecimal(stated.group("all"));
      BigDecimal part = new BigDecimal(stated.group("part"));
      BigDecimal rate = new BigDecimal(stated.group("rate"));
      if (all.signum() == 0 || Tolerance.rateAgrees(rate, part, all, true)) {
        checks.add(new Check.Agrees());
        continue;
      }
      String right = Tolerance.fullRate(Tolerance.percent(part, all));
      String printed = rate.toPlainString() + "%";
      checks.add(
          Draft.at("survey-rate", passage, stated.start("part"), stated.end())
              .numbers(printed, right)
              .formula(part + " ÷ " + all, right, printed)
              .says(right, printed));
    }
  }
}
