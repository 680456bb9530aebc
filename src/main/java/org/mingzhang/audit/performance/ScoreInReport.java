package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Section;

/**
 * The score in a report against the total of a form: that of the whole body against the one form on
 * it, {@code 修缮项目绩效自评得分98.5分} against the one form of a project of this name.
 *
 * <p>A class, since its operands are points, which have no account and are found by a name.
 */
public final class ScoreInReport {
  private static final Pattern OF_BODY =
      Pattern.compile("[^。；，]*整体[^。；，\\d]{0,24}(?:得分|评分)(?:为|是)?(?<score>\\d{1,3}(?:\\.\\d+)?)分");
  private static final Pattern OF_PROJECT =
      Pattern.compile(
          "(?<name>[^。，；、：:]{2,40}?)(?:支出)?(?:绩效)?(?:自评|评价|自我评价)+(?:综合|总体)?(?:得分|评分|总分)(?:为|是|:)?(?<score>\\d{1,3}(?:\\.\\d+)?)分");
  private static final Pattern THIS = Pattern.compile("(?:本|该)?项目");
  private static final String NAME = "(?:二级)?(?:项目|专项)(?:支出)?名称";
  private static final String TOTAL = "总分|合计|总得分|自评总分";

  private ScoreInReport() {}

  private record Total(CompactForm form, int row, BigDecimal score) {
    static Optional<Total> of(CompactForm form) {
      for (int row = form.rows().size() - 1; row >= 0; row--) {
        if (form.column(row, TOTAL) >= 0) {
          for (int c = form.rows().get(row).size() - 1; c > 0; c--) {
            Optional<BigDecimal> score = form.number(row, c);
            if (score.isPresent()) {
              return Optional.of(new Total(form, row, score.get()));
            }
          }
        }
      }
      return Optional.empty();
    }

    CheckResult judge(
        String message, AuditedDocument reading, Passage passage, MatchResult stated) {
      BigDecimal said = new BigDecimal(stated.group("score"));
      if (said.subtract(score).abs().compareTo(Tolerance.half(said)) <= 0) {
        return CheckResult.AGREES;
      }
      if (ScoreTotal.isRather(form.place(row), said, reading)) {
        return CheckResult.undecided(
            "自评表总分已提示", "the total of the form is told to be wrong itself");
      }
      return FindingDraft.at(message, passage, stated)
          .numbers(said, score)
          .formulaOf("%s ≠ %s", said, score)
          .other(form.place(row))
          .says(said, score);
    }
  }

  /** The scores of the whole body. */
  public static List<CheckResult> ofBody(AuditedDocument reading) {
    List<Total> totals =
        CompactForm.of(reading).stream()
            .filter(f -> reading.section(f.section()).map(Section::title).orElse("").contains("整体"))
            .flatMap(f -> Total.of(f).stream())
            .toList();
    List<CheckResult> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      Matcher stated = OF_BODY.matcher(passage.compact());
      if (passage.compact().contains("整体") && stated.find()) {
        checks.add(
            totals.size() == 1
                ? totals.getFirst().judge("score-in-report", reading, passage, stated)
                : CheckResult.undecided("没有读到整体绩效自评表的总分", "the total of the form was not read"));
      }
    }
    return checks;
  }

  /** The scores of projects; none of a name that several forms have. */
  public static List<CheckResult> ofProjects(AuditedDocument reading) {
    Map<String, Optional<Total>> totals = new HashMap<>();
    for (CompactForm form : CompactForm.of(reading)) {
      project(form)
          .ifPresent(name -> totals.merge(name, Total.of(form), (a, b) -> Optional.empty()));
    }
    List<CheckResult> checks = new ArrayList<>();
    for (Passage passage : totals.isEmpty() ? List.<Passage>of() : reading.passages()) {
      boolean possible = passage.compact().contains("分");
      for (MatchResult stated : possible ? passage.matches(OF_PROJECT) : List.<MatchResult>of()) {
        // 本项目 is the only one that a document has a form of
        boolean only = totals.size() == 1 && THIS.matcher(stated.group("name")).matches();
        String name = only ? totals.keySet().iterator().next() : plain(stated.group("name"));
        totals
            .getOrDefault(name, Optional.empty())
            .map(total -> total.judge("project-score", reading, passage, stated))
            .ifPresent(checks::add);
      }
    }
    return checks;
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
    return ReportAgainstForms.plain(project.replaceAll("[\\d.]", ""));
  }
}
