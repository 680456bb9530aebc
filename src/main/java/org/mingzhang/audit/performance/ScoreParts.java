package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;

/**
 * {@code 自评得分95.6分，其中：预算执行9.6分，产出指标47分，效益指标30分，满意度指标9分}: the groups' scores make the whole. Scores
 * that are less than the whole say nothing unless output and effect are both listed.
 */
public final class ScoreParts implements PassageRule {
  private static final String SCORE = "\\d{1,3}(?:\\.\\d+)?";
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?:得分|评分|总分)(?:为|是|:)?(?<score>"
              + SCORE
              + ")分[^。]{0,24}?[，,。；;][^。，；]{0,20}?(?:其中|具体|分别为|各[^，。]{0,8}得分)[^，。\\d]{0,12}?[:，,]");
  private static final Pattern PART =
      Pattern.compile(
          "\\G[、，,；;]?(?<name>[^\\d。；;、，,()]{2,16}?)(?:[(][^()]*[)])?(?:得分?|为|:)*(?<score>"
              + SCORE
              + ")分");
  private static final Pattern OTHER = Pattern.compile("满分|分值|权重|扣|平均|占");
  private static final int LEAST = 3;

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (!passage.compact().contains("分")) {
      return;
    }
    Matcher whole = WHOLE.matcher(passage.compact());
    while (whole.find()) {
      judge(passage, whole, checks);
    }
  }

  private static void judge(Passage passage, Matcher whole, List<Check> checks) {
    Matcher part = PART.matcher(passage.compact()).region(whole.end(), passage.compact().length());
    List<BigDecimal> scores = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int end = whole.end();
    while (part.find() && names.add(part.group("name"))) {
      scores.add(new BigDecimal(part.group("score")));
      end = part.end();
    }
    boolean other = OTHER.matcher(passage.compact().substring(whole.start(), end)).find();
    if (scores.size() < LEAST || other) {
      return;
    }
    BigDecimal stated = new BigDecimal(whole.group("score"));
    BigDecimal sum = scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean complete =
        names.stream().anyMatch(n -> n.contains("产出"))
            && names.stream().anyMatch(n -> n.contains("效益") || n.contains("效果"));
    if (sum.compareTo(stated) == 0) {
      checks.add(new Check.Agrees());
    } else if (sum.compareTo(stated) < 0 && !complete) {
      checks.add(new Check.Undecided("不能确定各组是否已全部列出", "the groups may not all be listed"));
    } else {
      checks.add(finding(passage, whole, end, scores, sum));
    }
  }

  private static Check finding(
      Passage passage, Matcher whole, int end, List<BigDecimal> scores, BigDecimal sum) {
    String formula = String.join(" + ", scores.stream().map(BigDecimal::toPlainString).toList());
    String stated = whole.group("score");
    return Draft.at("score-parts", passage, whole.start(), end)
        .numbers(stated + "分", sum.toPlainString() + "分")
        .formula(formula + " = " + sum.toPlainString() + "，文中写 " + stated)
        .says(sum, stated);
  }
}
