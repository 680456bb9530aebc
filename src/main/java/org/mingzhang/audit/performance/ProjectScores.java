package org.mingzhang.audit.performance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;

/**
 * {@code 修缮项目绩效自评得分98.5分}: the score of a project in words against the total of the one form of its
 * name.
 *
 * <p>A class, since its operands are found by the name of a project and not by an account.
 */
public final class ProjectScores implements PassageRule {
  private static final Pattern STATED =
      Pattern.compile(
          "(?<name>[^。，；、：:]{2,40}?)(?:支出)?(?:绩效)?(?:自评|评价|自我评价)+(?:综合|总体)?(?:得分|评分|总分)(?:为|是|:)?(?<score>\\d{1,3}(?:\\.\\d+)?)分");
  private static final Pattern THIS = Pattern.compile("(?:本|该)?项目");
  private static final String NAME = "(?:二级)?(?:项目|专项)(?:支出)?名称";

  /** The totals by the project's name; none for a name that several forms have. */
  private record Totals(Map<String, Optional<ScoreInReport.Total>> totals) {
    /** The total of the project of this name; 本项目 is the only one that a document has a form of. */
    private Optional<ScoreInReport.Total> of(String name) {
      boolean only = totals.size() == 1 && THIS.matcher(name).matches();
      return only
          ? totals.values().iterator().next()
          : totals.getOrDefault(plain(name), Optional.empty());
    }

    private static Totals of(AuditedDocument reading) {
      Map<String, Optional<ScoreInReport.Total>> totals = new HashMap<>();
      for (CompactForm form : CompactForm.of(reading)) {
        project(form)
            .ifPresent(
                name -> totals.merge(name, ScoreInReport.score(form), (a, b) -> Optional.empty()));
      }
      return new Totals(totals);
    }
  }

  private static Optional<String> project(CompactForm form) {
    for (int row = 0; row < Math.min(3, form.rows().size()); row++) {
      int head = form.column(row, NAME);
      List<String> cells = form.rows().get(row);
      if (head >= 0 && head + 1 < cells.size() && cells.get(head + 1).length() > 2) {
        return Optional.of(plain(cells.get(head + 1)));
      }
    }
    return Optional.empty();
  }

  private static String plain(String project) {
    return project.replaceAll("[\\s“”\"《》()（）\\d.]", "").replaceFirst("(?:项目|经费|专项|支出|资金)+$", "");
  }

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    if (!passage.compact().contains("分")) {
      return;
    }
    Matcher stated = STATED.matcher(passage.compact());
    while (stated.find()) {
      reading
          .derived(Totals.class, Totals::of)
          .of(stated.group("name"))
          .map(total -> total.judge("project-score", reading, passage, stated))
          .ifPresent(checks::add);
    }
  }
}
