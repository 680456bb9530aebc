package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Indicator;

/**
 * A row's score is no more than its weight, and not all of it where the target was missed.
 *
 * <p>A class, since whether a target was missed is no number.
 */
public final class IndicatorScores implements Rule {

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (Indicator indicator : reading.indicators()) {
      Optional<BigDecimal> weight = IndicatorCells.points(indicator.weight());
      Optional<BigDecimal> score = IndicatorCells.points(indicator.score());
      if (weight.isPresent() && score.isPresent()) {
        checks.add(judge(indicator, weight.get(), score.get()));
      }
    }
    return checks;
  }

  /** The scores of a section's form that do not go with their row. */
  static List<BigDecimal> accused(AuditedDocument reading, String section) {
    return reading.indicators(section).stream()
        .flatMap(
            i ->
                IndicatorCells.points(i.score())
                    .filter(
                        s ->
                            IndicatorCells.points(i.weight())
                                .filter(w -> isWrong(i, w, s))
                                .isPresent())
                    .stream())
        .toList();
  }

  private static boolean isWrong(Indicator indicator, BigDecimal weight, BigDecimal score) {
    return judge(indicator, weight, score) instanceof CheckResult.Disagrees;
  }

  private static CheckResult judge(Indicator indicator, BigDecimal weight, BigDecimal score) {
    if (score.compareTo(weight) > 0) {
      return draft(indicator, "indicator-score")
          .numbers(score, "≤ " + weight.toPlainString())
          .formula(score.toPlainString() + " > " + weight.toPlainString())
          .says();
    }
    boolean full = score.compareTo(weight) == 0 && weight.signum() > 0;
    if (full && indicator.met() == Indicator.Met.MISSED) {
      return draft(indicator, "indicator-score/missed")
          .numbers(score, "< " + weight.toPlainString())
          .says();
    }
    return new CheckResult.Agrees();
  }

  private static FindingDraft draft(Indicator indicator, String message) {
    return FindingDraft.at(
        message,
        IndicatorCells.place(
            indicator,
            indicator.level3(),
            indicator.target(),
            indicator.actual(),
            indicator.weight(),
            indicator.score()));
  }
}
