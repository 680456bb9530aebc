package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Place;

/**
 * The budget line of a self-evaluation: rate = result ÷ adjusted budget, and score = points × rate,
 * at most the points.
 *
 * <p>A class, since the score that follows from a rate is rounded and capped as each form has it.
 */
public final class ExecutionRate implements Rule {
  /** Some provinces give all points from this rate on. */
  private static final BigDecimal NEARLY = BigDecimal.valueOf(90);

  /**
   * Rows for which a finding says that the printed rate does not equal the ratio of their amounts.
   */
  static Set<Place> accused(AuditedDocument reading) {
    return CheckResult.findings(new ExecutionRate().check(reading)).stream()
        .map(FindingDraft::place)
        .collect(Collectors.toSet());
  }

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    return reading.answers(
        "execution-score",
        r -> BudgetLine.all(r).stream().flatMap(l -> judge(l).stream()).toList());
  }

  private static List<CheckResult> judge(BudgetLine line) {
    if (line.budget().signum() == 0) {
      return List.of(zero(line));
    }
    List<CheckResult> checks = new ArrayList<>();
    BigDecimal computed = Tolerance.percent(line.result(), line.budget());
    boolean agrees =
        Tolerance.rateAgrees(line.rate(), line.result(), line.budget())
            || Tolerance.rateAgrees(line.rate().movePointRight(2), line.result(), line.budget());
    checks.add(agrees ? CheckResult.AGREES : rate(line, computed));
    BigDecimal points = line.points();
    BigDecimal score = line.score();
    if (points != null && score != null) {
      checks.add(score(line, points, score, computed));
    }
    return checks;
  }

  private static CheckResult zero(BudgetLine line) {
    return FindingDraft.at("execution-zero-budget", line.place())
        .numbers(line.rate(), "—")
        .formulaOf("%s ÷ 0 无法计算，表中写 %s", line.result(), line.rate())
        .says();
  }

  private static CheckResult rate(BudgetLine line, BigDecimal computed) {
    String right = Tolerance.fullRate(computed);
    return FindingDraft.at("execution-score/rate", line.place())
        .numbers(line.rate().toPlainString() + "%", right)
        .formulaOf("%s ÷ %s = %s", line.result(), line.budget(), right)
        .says(right, line.rate());
  }

  private static CheckResult score(
      BudgetLine line, BigDecimal points, BigDecimal score, BigDecimal computed) {
    BigDecimal right = points.multiply(computed).movePointLeft(2).min(points);
    if (right.subtract(score).abs().compareTo(slack(points, score)) <= 0) {
      return CheckResult.AGREES;
    }
    if (score.compareTo(points) == 0 && computed.compareTo(NEARLY) >= 0) {
      return CheckResult.undecided("表中没有写明得分的算法", "the form does not say how the score follows");
    }
    String value = right.setScale(2, RoundingMode.HALF_UP).toPlainString();
    return FindingDraft.at("execution-score", line.place())
        .numbers(score, value)
        .formulaOf("%s × %s → %s，表中写 %s", points, Tolerance.fullRate(computed), value, score)
        .says(value, score);
  }

  /** Where points are given in whole numbers, the score is rounded to one. */
  private static BigDecimal slack(BigDecimal points, BigDecimal score) {
    boolean whole = points.stripTrailingZeros().scale() <= 0 && score.scale() <= 0;
    return new BigDecimal(whole ? "0.5" : "0.1");
  }
}
