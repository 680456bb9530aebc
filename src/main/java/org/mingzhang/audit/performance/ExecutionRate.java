package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;

/**
 * The budget line of a self-evaluation: rate = result ÷ adjusted budget, and score = points × rate,
 * at most the points.
 */
public final class ExecutionRate implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "execution-score",
          Kind.SCORE_SUM,
          "自评表预算执行情况的预算数、执行数、执行率与得分",
          "Budget, result, rate and score of the budget line of a self-evaluation",
          "执行率0.15个百分点，得分0.1分（整数分0.5分）",
          "0.15 percentage points of the rate, 0.1 of the score, 0.5 of one in whole points",
          "自评表写明执行率和得分的算法。",
          "The form prints how the rate and its score are computed.");
  private static final RuleDescription ZERO =
      new RuleDescription(
          "execution-zero-budget",
          Kind.ZERO_DENOMINATOR,
          "自评表中预算数为0而仍写出的执行率",
          "A rate of execution printed against a budget of zero",
          "无",
          "none",
          "除数为零，没有执行率可言。",
          "Nothing can be divided by a budget of zero.");

  /** Some provinces give all points from this rate on. */
  private static final BigDecimal NEARLY = BigDecimal.valueOf(90);

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<RuleDescription> further() {
    return List.of(ZERO);
  }

  private record Answers(List<Check> checks) {
    private static Answers of(Reading reading) {
      return new Answers(BudgetLine.all(reading).stream().flatMap(l -> judge(l).stream()).toList());
    }
  }

  /** The rows whose rate is told not to be that of their amounts. */
  static Set<Place> accused(Reading reading) {
    return reading.derived(Answers.class, Answers::of).checks().stream()
        .flatMap(c -> c instanceof Check.Disagrees d ? Stream.of(d.finding()) : Stream.of())
        .map(f -> new Place(f.section(), f.page(), f.quote()))
        .collect(Collectors.toSet());
  }

  @Override
  public List<Check> check(Reading reading) {
    return reading.derived(Answers.class, Answers::of).checks();
  }

  private static List<Check> judge(BudgetLine line) {
    if (line.budget().signum() == 0) {
      return List.of(zero(line));
    }
    List<Check> checks = new ArrayList<>();
    BigDecimal computed = Tolerance.percent(line.result(), line.budget());
    boolean agrees =
        Tolerance.rateAgrees(line.rate(), line.result(), line.budget())
            || Tolerance.rateAgrees(line.rate().movePointRight(2), line.result(), line.budget());
    checks.add(agrees ? new Check.Agrees() : rate(line, computed));
    BigDecimal points = line.points();
    BigDecimal score = line.score();
    if (points != null && score != null) {
      BigDecimal right = points.multiply(computed).movePointLeft(2).min(points);
      boolean near = right.subtract(score).abs().compareTo(slack(points, score)) <= 0;
      boolean banded = score.compareTo(points) == 0 && computed.compareTo(NEARLY) >= 0;
      if (banded && !near) {
        checks.add(
            new Check.Undecided("表中没有写明得分的算法", "the form does not say how the score follows"));
      } else {
        checks.add(near ? new Check.Agrees() : score(line, points, right, computed));
      }
    }
    return checks;
  }

  /** Where points are given in whole numbers, the score is rounded to one. */
  private static BigDecimal slack(BigDecimal points, BigDecimal score) {
    boolean whole = points.stripTrailingZeros().scale() <= 0 && score.scale() <= 0;
    return new BigDecimal(whole ? "0.5" : "0.1");
  }

  private static Check zero(BudgetLine line) {
    return Draft.at(ZERO, Severity.WORDING, line.place())
        .numbers(line.rate(), "—")
        .formula(line.result().toPlainString() + " ÷ 0 无法计算，表中写 " + line.rate().toPlainString())
        .says("预算数为0，执行率无法计算。", "The budget is zero, so there is no rate of execution.");
  }

  private static Check rate(BudgetLine line, BigDecimal computed) {
    String right = Tolerance.fullRate(computed);
    return Draft.at(ABOUT, Severity.PROOF, line.place())
        .numbers(line.rate().toPlainString() + "%", right)
        .formula(
            line.result().toPlainString() + " ÷ " + line.budget().toPlainString() + " = " + right)
        .says(
            "按表中的预算数和执行数计算，执行率为%s，表中写%s。",
            "Budget and result give a rate of %s; the form says %s.", right, line.rate());
  }

  private static Check score(
      BudgetLine line, BigDecimal points, BigDecimal right, BigDecimal computed) {
    String value = right.setScale(2, RoundingMode.HALF_UP).toPlainString();
    BigDecimal score = line.score() == null ? BigDecimal.ZERO : line.score();
    return Draft.at(ABOUT, Severity.PROOF, line.place())
        .numbers(score, value)
        .formula(
            points.toPlainString()
                + " × "
                + Tolerance.fullRate(computed)
                + " → "
                + value
                + "，表中写 "
                + score.toPlainString())
        .says(
            "按分值乘以执行率计算，得分为%s，表中写%s。",
            "Points times rate give %s; the form says %s.", value, score);
  }
}
