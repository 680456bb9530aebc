package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;

/**
 * A score and the grade that one sentence gives to it, by the grades of 财预〔2020〕10号: 90 and more is
 * 优, 80 良, 60 中, less 差. A document that prints bounds of its own is not judged.
 *
 * <p>A class, since a document may print bounds of its own.
 */
public final class ScoreGrade implements PassageRule {
  private static final Pattern GRADED =
      Pattern.compile(
          "(?:得分|评分|总分)(?:为|是)?(?<score>\\d{1,3}(?:\\.\\d+)?)分[^。；\\d]{0,48}?(?:等级|等次|评级|级别)(?:均)?(?:评定)?[为是:]?[“\"]?(?<grade>优秀?|良好?|中(?:等)?|差)(?=[”\"，。；、]|$)");
  private static final Pattern OWN_BOUNDS =
      Pattern.compile(
          "(?:\\d{2}分?(?:\\(含\\))?(?:以上|及以上|[-—~至]100)|100[-—~至]\\d{2})[^。]{0,12}[“\"]?优");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    if (!passage.compact().contains("得分") && !passage.compact().contains("评分")) {
      return;
    }
    Matcher graded = GRADED.matcher(passage.compact());
    while (graded.find()) {
      BigDecimal score = new BigDecimal(graded.group("score"));
      if (reading.derived(Bounds.class, Bounds::of).own()
          || score.compareTo(BigDecimal.valueOf(100)) > 0) {
        checks.add(
            new CheckResult.Undecided("文件另有等级的分数线", "the document has other bounds of its grades"));
      } else {
        checks.add(judge(passage, graded, score));
      }
    }
  }

  /** Whether the document prints other bounds. */
  private record Bounds(boolean own) {
    static Bounds of(AuditedDocument reading) {
      return new Bounds(
          reading.passages().stream()
              .map(p -> OWN_BOUNDS.matcher(p.compact()))
              .anyMatch(m -> m.find() && !m.group().matches("90.*|.*90[^\\d]*")));
    }
  }

  private static String grade(BigDecimal score) {
    int points = score.intValue();
    return points >= 90 ? "优" : points >= 80 ? "良" : points >= 60 ? "中" : "差";
  }

  private static CheckResult judge(Passage passage, Matcher graded, BigDecimal score) {
    String right = grade(score);
    String stated = graded.group("grade");
    if (stated.startsWith(right)) {
      return new CheckResult.Agrees();
    }
    return FindingDraft.at("score-grade", passage, graded.start(), graded.end())
        .numbers(stated, right)
        .formulaOf("%s分 → %s，文中写 %s", score, right, stated)
        .says(score, right, stated);
  }
}
