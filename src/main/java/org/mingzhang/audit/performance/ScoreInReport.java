package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Section;

/**
 * The score of the whole body in the report against the total of the one form on it.
 *
 * <p>A class, since its operands are points, which have no account.
 */
public final class ScoreInReport implements PassageRule {
  private static final Pattern STATED =
      Pattern.compile("[^。；，]*整体[^。；，\\d]{0,24}(?:得分|评分)(?:为|是)?(?<score>\\d{1,3}(?:\\.\\d+)?)分");
  private static final String TOTAL = "总分|合计|总得分|自评总分";

  /** The total of a form. */
  record Total(CompactForm form, int row, BigDecimal score) {
    /** What a sentence says is the score against this total. */
    CheckResult judge(String message, AuditedDocument reading, Passage passage, Matcher stated) {
      BigDecimal said = new BigDecimal(stated.group("score"));
      if (said.subtract(score).abs().compareTo(Tolerance.half(said)) <= 0) {
        return new CheckResult.Agrees();
      }
      if (ScoreTotal.isRather(form.place(row), said, reading)) {
        return new CheckResult.Undecided(
            "自评表总分已提示", "the total of the form is told to be wrong itself");
      }
      return FindingDraft.at(message, passage, stated.start(), stated.end())
          .numbers(said, score)
          .formula(said.toPlainString() + " ≠ " + score.toPlainString())
          .other(form.place(row))
          .says(said, score);
    }
  }

  /** The totals of the forms on the whole body. */
  private record Totals(List<Total> totals) {
    private static Totals of(AuditedDocument reading) {
      List<Total> totals = new ArrayList<>();
      for (CompactForm form : CompactForm.of(reading)) {
        if (reading.section(form.section()).map(Section::title).orElse("").contains("整体")) {
          score(form).ifPresent(totals::add);
        }
      }
      return new Totals(totals);
    }
  }

  /** The score in the row of the total. */
  static Optional<Total> score(CompactForm form) {
    for (int row = form.rows().size() - 1; row >= 0; row--) {
      for (int c = form.rows().get(row).size() - 1; form.column(row, TOTAL) >= 0 && c > 0; c--) {
        Optional<BigDecimal> score = form.number(row, c);
        if (score.isPresent()) {
          return Optional.of(new Total(form, row, score.get()));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    Matcher stated = STATED.matcher(passage.compact());
    if (!passage.compact().contains("整体") || !stated.find()) {
      return;
    }
    List<Total> totals = reading.derived(Totals.class, Totals::of).totals();
    checks.add(
        totals.size() == 1
            ? totals.getFirst().judge("score-in-report", reading, passage, stated)
            : new CheckResult.Undecided("没有读到整体绩效自评表的总分", "the total of the form was not read"));
  }
}
