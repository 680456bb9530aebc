package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.MatchRule;
import org.mingzhang.audit.check.Passage;

/**
 * A score and the grade that one sentence gives to it, by the grades of 财预〔2020〕10号: 90 and more is
 * 优, 80 良, 60 中, less 差.
 *
 * <p>A class, since a document that prints bounds of its own is not judged.
 */
public final class ScoreGrade extends MatchRule {
  private static final Pattern GRADED =
      Pattern.compile(
          "(?:得分|评分|总分)(?:为|是)?(?<score>\\d{1,3}(?:\\.\\d+)?)分[^。；\\d]{0,48}?(?:等级|等次|评级|级别)(?:均)?(?:评定)?[为是:]?[“\"]?(?<grade>优秀?|良好?|中(?:等)?|差)(?=[”\"，。；、]|$)");
  private static final Pattern OWN_BOUNDS =
      Pattern.compile(
          "(?:\\d{2}分?(?:\\(含\\))?(?:以上|及以上|[-—~至]100)|100[-—~至]\\d{2})[^。]{0,12}[“\"]?优");

  /** The rule. */
  public ScoreGrade() {
    super(GRADED, "得分", "评分");
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

  @Override
  protected CheckResult judge(AuditedDocument reading, Passage passage, MatchResult graded) {
    BigDecimal score = new BigDecimal(graded.group("score"));
    if (reading.derived(Bounds.class, Bounds::of).own()
        || score.compareTo(BigDecimal.valueOf(100)) > 0) {
      return CheckResult.undecided("文件另有等级的分数线", "the document has other bounds of its grades");
    }
    int points = score.intValue();
    String right = points >= 90 ? "优" : points >= 80 ? "良" : points >= 60 ? "中" : "差";
    String stated = graded.group("grade");
    if (stated.startsWith(right)) {
      return CheckResult.AGREES;
    }
    return FindingDraft.at("score-grade", passage, graded)
        .numbers(stated, right)
        .formulaOf("%s分 → %s，文中写 %s", score, right, stated)
        .says(score, right, stated);
  }
}
