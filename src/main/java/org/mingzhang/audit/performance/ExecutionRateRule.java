package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.model.Finding.QuoteLocation;

/**
 * Checks the budget line of a self-evaluation: rate = result ÷ adjusted budget; score = points ×
 * rate, at most the points.
 */
public final class ExecutionRateRule implements Rule {
  /** Minimum rate, in percent, for which some provinces give all points. */
  private static final BigDecimal FULL_POINTS_RATE = BigDecimal.valueOf(90);

  /** Finds the rows in which a finding contradicts the printed rate or score. */
  static Set<QuoteLocation> findContradictedRows(AuditedDocument document) {
    return CheckResult.findingsOf(new ExecutionRateRule().check(document)).stream()
        .map(FindingDraft::location)
        .collect(Collectors.toSet());
  }

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    return document.computeOnce(
        "execution-score",
        r -> BudgetLine.findAll(r).stream().flatMap(ExecutionRateRule::check).toList());
  }

  private static Stream<CheckResult> check(BudgetLine line) {
    StatedRate rate = line.statedRate();
    if (line.budget().signum() == 0) {
      return Stream.of(
          FindingDraft.create("execution-zero-budget", line.location())
              .withNumbers(line.rate(), "—")
              .withFormulaPattern("%s ÷ 0 无法计算，表中写 %s", line.result(), line.rate())
              .toResult());
    }
    CheckResult ofRate =
        rate.agreesAsPercentOrFraction(false)
            ? CheckResult.AGREES
            : FindingDraft.create("execution-score/rate", line.location())
                .withNumbers(rate.printedText(), rate.computedText())
                .withFormulaPattern(
                    "%s ÷ %s = %s", line.result(), line.budget(), rate.computedText())
                .toResult(rate.computedText(), line.rate());
    BigDecimal points = line.points();
    BigDecimal score = line.score();
    return points == null || score == null
        ? Stream.of(ofRate)
        : Stream.of(ofRate, checkScore(line, points, score));
  }

  private static CheckResult checkScore(BudgetLine line, BigDecimal points, BigDecimal score) {
    BigDecimal rate = PrintedNumbers.percent(line.result(), line.budget());
    BigDecimal right = points.multiply(rate).movePointLeft(2).min(points);
    // If points are given in whole numbers, the expected score is rounded to a whole number.
    boolean whole = points.stripTrailingZeros().scale() <= 0 && score.scale() <= 0;
    BigDecimal slack = new BigDecimal(whole ? "0.5" : "0.1");
    if (right.subtract(score).abs().compareTo(slack) <= 0) {
      return CheckResult.AGREES;
    }
    if (score.compareTo(points) == 0 && rate.compareTo(FULL_POINTS_RATE) >= 0) {
      return CheckResult.undecided("score-method-unknown");
    }
    String value = right.setScale(2, RoundingMode.HALF_UP).toPlainString();
    return FindingDraft.create("execution-score", line.location())
        .withNumbers(score, value)
        .withFormulaPattern("%s × %s → %s，表中写 %s", points, StatedRate.format(rate), value, score)
        .toResult(value, score);
  }
}
