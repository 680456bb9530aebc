package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
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
          "执行率0.15个百分点，得分0.1分",
          "0.15 percentage points of the rate, 0.1 of the score",
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

  private static final Pattern POINTS = Pattern.compile("(\\d+(?:\\.\\d+)?)分");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<RuleDescription> further() {
    return List.of(ZERO);
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    for (Form form : Form.of(reading)) {
      for (int row = 0; row + 1 < form.rows().size(); row++) {
        line(form, row).ifPresent(line -> checks.addAll(judge(form, line)));
      }
    }
    return checks;
  }

  /** A budget line: its row and its numbers. */
  private record Line(
      int row,
      BigDecimal budget,
      BigDecimal result,
      BigDecimal rate,
      @Nullable BigDecimal points,
      @Nullable BigDecimal score) {}

  private static Optional<Line> line(Form form, int row) {
    int budget = form.column(row, "(?:全年|调整后?)预算数?(?:\\(A\\))?");
    budget = budget < 0 ? form.column(row, "预算数?(?:\\(A\\))?") : budget;
    int result = form.column(row, "(?:全年|预算)?执行数?(?:\\(B\\))?");
    int rate = form.column(row, "(?:预算)?执行率.*");
    if (budget < 0 || result < 0 || rate < 0) {
      return Optional.empty();
    }
    boolean beside =
        form.number(row, budget + 1).isPresent() && form.number(row, rate + 1).isPresent();
    int at = beside ? row : row + 1;
    int step = beside ? 1 : 0;
    Optional<BigDecimal> planned = form.number(at, budget + step);
    Optional<BigDecimal> spent = form.number(at, result + step);
    Optional<BigDecimal> printed = form.number(at, rate + step);
    if (planned.isEmpty() || spent.isEmpty() || printed.isEmpty()) {
      return Optional.empty();
    }
    int weight = form.column(row, "分值|权重");
    int score = form.column(row, "得分.*");
    return Optional.of(
        new Line(
            at,
            planned.get(),
            spent.get(),
            printed.get(),
            points(form, row, at, weight < 0 ? -1 : weight + step, score),
            score < 0 ? null : form.number(at, score + step).orElse(null)));
  }

  private static @Nullable BigDecimal points(Form form, int head, int row, int weight, int score) {
    if (weight >= 0) {
      return form.number(row, weight).orElse(null);
    }
    Matcher printed = POINTS.matcher(score < 0 ? "" : form.rows().get(head).get(score));
    return printed.find() && form.rows().get(head).get(score).contains("执行率")
        ? new BigDecimal(printed.group(1))
        : null;
  }

  private static List<Check> judge(Form form, Line line) {
    if (line.budget().signum() == 0) {
      return List.of(zero(form, line));
    }
    List<Check> checks = new ArrayList<>();
    BigDecimal computed = Tolerance.percent(line.result(), line.budget());
    boolean agrees =
        Tolerance.rateAgrees(line.rate(), line.result(), line.budget())
            || Tolerance.rateAgrees(line.rate().movePointRight(2), line.result(), line.budget());
    checks.add(agrees ? new Check.Agrees() : rate(form, line, computed));
    BigDecimal points = line.points();
    BigDecimal score = line.score();
    if (points != null && score != null) {
      BigDecimal right = points.multiply(computed).movePointLeft(2).min(points);
      boolean near = right.subtract(score).abs().compareTo(new BigDecimal("0.1")) <= 0;
      boolean banded = score.compareTo(points) == 0 && computed.compareTo(NEARLY) >= 0;
      if (banded && !near) {
        checks.add(
            new Check.Undecided("表中没有写明得分的算法", "the form does not say how the score follows"));
      } else {
        checks.add(near ? new Check.Agrees() : score(form, line, points, right, computed));
      }
    }
    return checks;
  }

  private static Check zero(Form form, Line line) {
    return Draft.at(ZERO, Severity.WORDING, form.place(line.row()))
        .numbers(line.rate().toPlainString(), "—")
        .formula(line.result().toPlainString() + " ÷ 0 无法计算，表中写 " + line.rate().toPlainString())
        .says("预算数为0，执行率无法计算。", "The budget is zero, so there is no rate of execution.");
  }

  private static Check rate(Form form, Line line, BigDecimal computed) {
    String right = Tolerance.fullRate(computed);
    return Draft.at(ABOUT, Severity.PROOF, form.place(line.row()))
        .numbers(line.rate().toPlainString() + "%", right)
        .formula(
            line.result().toPlainString() + " ÷ " + line.budget().toPlainString() + " = " + right)
        .says(
            "按表中的预算数和执行数计算，执行率为" + right + "，表中写" + line.rate().toPlainString() + "。",
            "Budget and result give a rate of "
                + right
                + "; the form says "
                + line.rate().toPlainString()
                + ".");
  }

  private static Check score(
      Form form, Line line, BigDecimal points, BigDecimal right, BigDecimal computed) {
    String value = right.setScale(2, RoundingMode.HALF_UP).toPlainString();
    BigDecimal score = line.score() == null ? BigDecimal.ZERO : line.score();
    return Draft.at(ABOUT, Severity.PROOF, form.place(line.row()))
        .numbers(score.toPlainString(), value)
        .formula(
            points.toPlainString()
                + " × "
                + Tolerance.fullRate(computed)
                + " → "
                + value
                + "，表中写 "
                + score.toPlainString())
        .says(
            "按分值乘以执行率计算，得分为" + value + "，表中写" + score.toPlainString() + "。",
            "Points times rate give " + value + "; the form says " + score.toPlainString() + ".");
  }
}
