package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.model.Finding.QuoteLocation;

/**
 * Checks the rates of performance forms against the two numbers beside them, and the score that
 * follows from the execution rate.
 */
public final class FormRateChecks {
  private static final String APPROVED = "(?:编制|批复|核定|预算|概算|计划).*";
  private static final String ACTUAL = ".*(?:实际|在职).*";

  /** Minimum rate, in percent, for which some provinces give all points. */
  private static final BigDecimal FULL_POINTS_RATE = BigDecimal.valueOf(90);

  private FormRateChecks() {}

  /** Finds the rows in which a finding contradicts the printed rate or score. */
  static Set<QuoteLocation> findContradictedRows(AuditedDocument document) {
    return CheckResult.findingsOf(checkExecution(document)).stream()
        .map(FindingDraft::location)
        .collect(Collectors.toSet());
  }

  /**
   * Checks the budget line of a self-evaluation: rate = result ÷ adjusted budget; score = points ×
   * rate, at most the points.
   */
  public static List<CheckResult> checkExecution(AuditedDocument document) {
    return document.computeOnce(
        "execution-score",
        r -> BudgetLine.findAll(r).stream().flatMap(FormRateChecks::check).toList());
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

  /**
   * Checks rates of control in the data of an evaluation: staff ÷ posts, or the size or investment
   * of a building ÷ what was approved.
   */
  public static List<CheckResult> checkControl(AuditedDocument document) {
    return PerformanceForm.withTables(document).stream()
        .flatMap(
            f -> IntStream.range(0, f.rows().size()).boxed().flatMap(row -> checkControl(f, row)))
        .toList();
  }

  /** Checks the row below a row of column titles; every three consecutive columns are tried. */
  private static Stream<CheckResult> checkControl(PerformanceForm form, int row) {
    List<String> cells = form.rows().get(row);
    List<Integer> headers =
        IntStream.range(0, cells.size()).filter(c -> !cells.get(c).isEmpty()).boxed().toList();
    List<CheckResult> checks = new ArrayList<>();
    for (int i = 2; i < headers.size(); i++) {
      if (cells.get(headers.get(i)).endsWith("控制率")
          && cells.get(headers.get(i - 2)).matches(APPROVED)
          && cells.get(headers.get(i - 1)).matches(ACTUAL)) {
        Optional<BigDecimal> whole = form.number(row + 1, headers.get(i - 2));
        Optional<BigDecimal> part = form.number(row + 1, headers.get(i - 1));
        Optional<BigDecimal> rate = form.number(row + 1, headers.get(i));
        if (whole.filter(w -> w.signum() > 0).isPresent() && part.isPresent() && rate.isPresent()) {
          StatedRate stated = new StatedRate(rate.get(), part.get(), whole.get());
          checks.add(
              stated.agreesAsPercentOrFraction(true)
                  ? CheckResult.AGREES
                  : FindingDraft.create("control-rate", form.location(row + 1))
                      .withNumbers(stated.printedText(), stated.computedText())
                      .withFormulaPattern(
                          "%s ÷ %s = %s，表中写 %s",
                          part.get(), whole.get(), stated.computedText(), stated.printedText())
                      .toResult(stated.computedText(), stated.printedText()));
        }
      }
    }
    return checks.stream();
  }
}
