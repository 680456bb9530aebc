package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final String APPROVED_HEADER = "(?:编制|批复|核定|预算|概算|计划).*";
  private static final String ACTUAL_HEADER = ".*(?:实际|在职).*";

  private static final Pattern COMPLETION_RATE_HEADER =
      Pattern.compile("(?:指标)?完成(?:率|比例|程度)(?:\\(%\\))?");

  /** Matches a target, with or without a sign such as ≥, or a result, each with its unit. */
  private static final Pattern TARGET_OR_RESULT =
      Pattern.compile(
          "(?:[≥>=＝]|大于等于|不少于|不低于)*(?<number>\\d[\\d,]*(?:\\.\\d+)?)(?<unit>[^\\d]{0,8})");

  private static final int MIN_MAJORITY_FACTOR = 4;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Minimum rate, in percent, for which some provinces give all points. */
  private static final BigDecimal MIN_RATE_FOR_FULL_POINTS = BigDecimal.valueOf(90);

  private FormRateChecks() {}

  /** Finds the rows in which a finding contradicts the printed rate or score. */
  static Set<QuoteLocation> findContradictedRows(AuditedDocument document) {
    return CheckResult.findingsOf(checkExecution(document)).stream()
        .map(FindingDraft::locationOf)
        .collect(Collectors.toSet());
  }

  /**
   * The rows of {@link #findContradictedRows} without those whose score follows from the amounts.
   * In the rows left out only the rate is wrong; in the others an amount may be.
   */
  static Set<QuoteLocation> findRowsOfDoubtfulAmounts(AuditedDocument document) {
    Set<QuoteLocation> rows = new HashSet<>(findContradictedRows(document));
    BudgetLine.findAll(document).stream()
        .filter(l -> l.points() != null && l.score() != null)
        .filter(l -> l.scoreMinusExpected().signum() == 0)
        .forEach(l -> rows.remove(l.location()));
    return rows;
  }

  /**
   * Checks the budget line of a self-evaluation: rate = result ÷ adjusted budget; score = points ×
   * rate, at most the points.
   */
  public static List<CheckResult> checkExecution(AuditedDocument document) {
    return document.computeOnce(
        "execution-score",
        r ->
            Stream.concat(
                    BudgetLine.findAll(r).stream().flatMap(FormRateChecks::check),
                    BudgetLine.findInTables(r).stream().flatMap(FormRateChecks::checkScore))
                .toList());
  }

  private static Stream<CheckResult> check(BudgetLine line) {
    StatedRate rate = line.statedRate();
    if (line.budget().signum() == 0) {
      return Stream.of(
          FindingDraft.create("execution-zero-budget", line.location())
              .setNumbers(line.rate(), "—")
              .setFormulaPattern("%s ÷ 0 无法计算，表中写 %s", line.result(), line.rate())
              .toResult());
    }
    CheckResult ofRate =
        rate.agreesAsPercentOrFraction(false)
            ? CheckResult.AGREES
            : FindingDraft.create("execution-score/rate", line.location())
                .setNumbers(rate.printedText(), rate.computedText())
                .setFormulaPattern(
                    "%s ÷ %s = %s", line.result(), line.budget(), rate.computedText())
                .toResult(rate.computedText(), line.rate());
    return Stream.concat(Stream.of(ofRate), checkScore(line));
  }

  private static Stream<CheckResult> checkScore(BudgetLine line) {
    BigDecimal points = line.points();
    BigDecimal score = line.score();
    return points == null || score == null || line.budget().signum() == 0
        ? Stream.empty()
        : Stream.of(checkScore(line, points, score));
  }

  private static CheckResult checkScore(BudgetLine line, BigDecimal points, BigDecimal score) {
    BigDecimal rate = PrintedNumbers.computePercentage(line.result(), line.budget());
    BigDecimal right = points.multiply(rate).movePointLeft(2).min(points);
    // If points are given in whole numbers, the expected score is rounded to a whole number.
    boolean whole = points.stripTrailingZeros().scale() <= 0 && score.scale() <= 0;
    BigDecimal slack = new BigDecimal(whole ? "0.5" : "0.1");
    if (right.subtract(score).abs().compareTo(slack) <= 0) {
      return CheckResult.AGREES;
    }
    if (score.compareTo(points) == 0 && rate.compareTo(MIN_RATE_FOR_FULL_POINTS) >= 0) {
      return CheckResult.undecided("score-method-unknown").withLocation(line.location());
    }
    // The form may take off points for spending more than the budget.
    if (rate.compareTo(HUNDRED) > 0 && score.compareTo(points) < 0) {
      return FindingDraft.create("execution-score/overspent", line.location())
          .setFormulaPattern(
              "%s × %s > %s，表中写 %s", points, StatedRate.formatPercent(rate), points, score)
          .toResult(StatedRate.formatPercent(rate), score, points);
    }
    String value = right.setScale(2, RoundingMode.HALF_UP).toPlainString();
    return FindingDraft.create("execution-score", line.location())
        .setNumbers(score, value)
        .setFormulaPattern(
            "%s × %s → %s，表中写 %s", points, StatedRate.formatPercent(rate), value, score)
        .toResult(value, score);
  }

  /**
   * Checks the control rates (控制率) in the data of an evaluation: staff ÷ posts, or the size or
   * investment of a building ÷ what was approved; and the completion rates of indicators.
   */
  public static List<CheckResult> checkControlAndCompletionRates(AuditedDocument document) {
    return Stream.concat(
            checkRows(
                PerformanceForm.findAllIncludingDataTables(document),
                FormRateChecks::checkControlRates),
            checkRows(PerformanceForm.findAll(document), FormRateChecks::checkCompletion))
        .toList();
  }

  private static Stream<CheckResult> checkRows(
      List<PerformanceForm> forms,
      BiFunction<PerformanceForm, Integer, Stream<CheckResult>> check) {
    return forms.stream()
        .flatMap(
            form ->
                IntStream.range(0, form.rows().size())
                    .boxed()
                    .flatMap(row -> check.apply(form, row)));
  }

  /**
   * Checks the rates of completion below a row of column titles against the target and the result
   * to their left. A result above its target may be printed as 100%. Forms may define the rate in
   * another way, so unless {@link #MIN_MAJORITY_FACTOR} times as many rows agree as not, the result
   * is undecided, once for all rows.
   */
  private static Stream<CheckResult> checkCompletion(PerformanceForm form, int headerRow) {
    int column = form.findColumn(headerRow, COMPLETION_RATE_HEADER);
    if (column < 2 || form.findColumn(headerRow, PerformanceForm.INDICATOR_HEADER) < 0) {
      return Stream.empty();
    }
    List<CheckResult> checks = new ArrayList<>();
    for (int row = headerRow + 1; row < form.rows().size(); row++) {
      List<String> cells = form.rows().get(row);
      Optional<BigDecimal> rate = form.findNumber(row, column);
      Matcher target = TARGET_OR_RESULT.matcher(cells.get(column - 2));
      Matcher result = TARGET_OR_RESULT.matcher(cells.get(column - 1));
      if (rate.isPresent()
          && target.matches()
          && result.matches()
          && target.group("unit").equals(result.group("unit"))
          && PrintedNumbers.parse(target.group("number")).signum() > 0) {
        checks.add(
            checkCompletion(
                new StatedRate(
                    rate.get(),
                    PrintedNumbers.parse(result.group("number")),
                    PrintedNumbers.parse(target.group("number"))),
                form.location(row)));
      }
    }
    long wrong = CheckResult.findingsOf(checks).size();
    return wrong * MIN_MAJORITY_FACTOR > checks.size() - wrong
        ? Stream.of(CheckResult.undecided("which-amounts"))
        : checks.stream();
  }

  private static CheckResult checkCompletion(StatedRate stated, QuoteLocation location) {
    boolean capped =
        stated.rate().compareTo(HUNDRED) == 0 && stated.part().compareTo(stated.whole()) > 0;
    return capped || stated.agrees(true)
        ? CheckResult.AGREES
        : FindingDraft.create("control-rate/completion", location)
            .setNumbers(stated.printedText(), stated.computedText())
            .setFormulaPattern(
                "%s ÷ %s = %s，表中写 %s",
                stated.part(), stated.whole(), stated.computedText(), stated.printedText())
            .toResult(stated.computedText(), stated.printedText());
  }

  /**
   * Checks the control rates below a row of column titles, wherever three consecutive titles are
   * those of an approved amount, an actual amount and a control rate.
   */
  private static Stream<CheckResult> checkControlRates(PerformanceForm form, int row) {
    List<String> cells = form.rows().get(row);
    List<Integer> headers =
        IntStream.range(0, cells.size()).filter(c -> !cells.get(c).isEmpty()).boxed().toList();
    List<CheckResult> checks = new ArrayList<>();
    for (int i = 2; i < headers.size(); i++) {
      if (cells.get(headers.get(i)).endsWith("控制率")
          && cells.get(headers.get(i - 2)).matches(APPROVED_HEADER)
          && cells.get(headers.get(i - 1)).matches(ACTUAL_HEADER)) {
        Optional<BigDecimal> whole = form.findNumber(row + 1, headers.get(i - 2));
        Optional<BigDecimal> part = form.findNumber(row + 1, headers.get(i - 1));
        Optional<BigDecimal> rate = form.findNumber(row + 1, headers.get(i));
        if (whole.filter(w -> w.signum() > 0).isPresent() && part.isPresent() && rate.isPresent()) {
          StatedRate stated = new StatedRate(rate.get(), part.get(), whole.get());
          checks.add(
              stated.agreesAsPercentOrFraction(true)
                  ? CheckResult.AGREES
                  : FindingDraft.create("control-rate", form.location(row + 1))
                      .setNumbers(stated.printedText(), stated.computedText())
                      .setFormulaPattern(
                          "%s ÷ %s = %s，表中写 %s",
                          part.get(), whole.get(), stated.computedText(), stated.printedText())
                      .toResult(stated.computedText(), stated.printedText()));
        }
      }
    }
    return checks.stream();
  }
}
