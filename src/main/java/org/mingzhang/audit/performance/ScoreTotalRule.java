package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Indicator;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Checks that the weights and scores of a form, including the budget line, add up to its row 总分.
 * The weights or scores of a form are undecided if the points of a row were not read.
 */
public final class ScoreTotalRule implements Rule {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ScoreTotalRule.class);
  private static final Pattern EXECUTION_LABEL = PATTERNS.get("execution");
  private static final PrefilteredPattern TOTAL_LINE = PATTERNS.getPrefiltered("total-line");

  /** The head of the last column of indicators in forms with two levels only. */
  private static final Pattern SECOND_LEVEL_HEADER = Pattern.compile("二级指标");

  private static final int MIN_ROWS = 3;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Points for the execution of the budget by 财预〔2020〕10号. */
  private static final BigDecimal BUDGET_EXECUTION_POINTS = BigDecimal.TEN;

  private static final BigDecimal POINTS_TOLERANCE = new BigDecimal("0.01");

  /** A column of points, by its head in the rows of indicators and in the budget line. */
  private enum PointColumn {
    WEIGHT(PerformanceForm.WEIGHT_HEADER, Pattern.compile("分值|权重.*")),
    SCORE(Pattern.compile("(?:自评)?得分"), Pattern.compile("(?:自评)?得分.*"));

    private final Pattern header;
    private final Pattern budgetLineHeader;

    PointColumn(Pattern header, Pattern budgetLineHeader) {
      this.header = header;
      this.budgetLineHeader = budgetLineHeader;
    }

    private @Nullable String readPoints(Indicator row) {
      return this == WEIGHT ? row.weight() : row.score();
    }

    private @Nullable BigDecimal readPoints(BudgetLine line) {
      return this == WEIGHT ? line.points() : line.score();
    }
  }

  /**
   * Whether a finding states that the total in a row is wrong and that the given score is the sum
   * of the rows.
   */
  static boolean isCorrectedTotal(QuoteLocation total, BigDecimal score, AuditedDocument document) {
    return CheckResult.findingsOf(new ScoreTotalRule().check(document)).stream()
        .anyMatch(
            f ->
                f.sectionPath().equals(total.sectionPath())
                    && f.quote().equals(total.quote())
                    && f.computed() != null
                    && new BigDecimal(f.computed()).compareTo(score) == 0);
  }

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    return document.computeOnce(
        "score-total",
        r ->
            Stream.concat(
                    PerformanceForm.findAll(r).stream()
                        .flatMap(
                            form ->
                                Arrays.stream(PointColumn.values())
                                    .flatMap(column -> FormPoints.read(form, column, r).stream()))
                        .map(points -> points.check(r)),
                    findTotalLines(r).flatMap(total -> checkTotalLine(total, r).stream()))
                .toList());
  }

  /** The first line of each section that states all points. */
  private static Stream<ParagraphMatch> findTotalLines(AuditedDocument document) {
    Set<String> sections = new HashSet<>();
    return document
        .findMatches(TOTAL_LINE)
        .filter(total -> sections.add(total.paragraph().section().path()));
  }

  /**
   * Checks the score of a total that is a line of text, below indicators that are lines as well.
   * Empty unless every indicator has weight and score and the weights add up to the weight of the
   * total.
   */
  private static Optional<CheckResult> checkTotalLine(
      ParagraphMatch total, AuditedDocument document) {
    List<Indicator> rows = document.indicators(total.paragraph().section().path());
    List<BigDecimal> weights = readNumbers(rows, Indicator::weight).toList();
    StatedSum stated =
        new StatedSum(total.parseNumber("score"), readNumbers(rows, Indicator::score).toList());
    if (rows.size() < MIN_ROWS
        || weights.size() != rows.size()
        || stated.parts().size() != rows.size()
        || !new StatedSum(total.parseNumber("weights"), weights).addsUpExactly()) {
      return Optional.empty();
    }
    return Optional.of(
        stated.difference().abs().compareTo(POINTS_TOLERANCE) <= 0
            ? CheckResult.AGREES
            : isExplainedByScore(stated.difference(), rows)
                ? CheckResult.undecided("reported-at-score").withLocation(total.location())
                : stated.createFinding(total.createDraft("score-total"), "", "总分写"));
  }

  private static Stream<BigDecimal> readNumbers(
      List<Indicator> rows, Function<Indicator, @Nullable String> cell) {
    return rows.stream()
        .flatMap(r -> Stream.ofNullable(cell.apply(r)))
        .flatMap(printed -> AmountParser.parseNumber(printed).stream());
  }

  /**
   * Whether one wrong score may explain by how much the scores exceed their total: exactly one
   * score contradicts its own row, and it is not less than the excess.
   */
  private static boolean isExplainedByScore(BigDecimal over, List<Indicator> rows) {
    List<BigDecimal> scores = IndicatorPointChecks.findContradictedScores(rows);
    return over.signum() > 0 && scores.size() == 1 && scores.getFirst().compareTo(over) >= 0;
  }

  /**
   * The points of the rows of a form, compared with the total that it states.
   *
   * @param totalRow index of the row of the total
   * @param pointSum the points read, with those of the budget line, and the total
   * @param allPointsRead whether the points of every row were read
   * @param includesBudgetLine whether there is a line for the execution of the budget
   * @param budgetLine the line for the execution of the budget; null for weights, or if its numbers
   *     were not read
   */
  private record FormPoints(
      PerformanceForm form,
      int totalRow,
      StatedSum pointSum,
      boolean allPointsRead,
      boolean includesBudgetLine,
      @Nullable BudgetLine budgetLine) {
    /**
     * Reads one form; empty if it states no total or has points in fewer than {@link #MIN_ROWS}
     * rows. The points are taken from the indicators that were read, because merged cells shift the
     * columns of the grid.
     */
    static Optional<FormPoints> read(
        PerformanceForm form, PointColumn pointColumn, AuditedDocument document) {
      List<Indicator> rows = form.indicatorsOf(document);
      List<BigDecimal> values =
          new ArrayList<>(readNumbers(rows, pointColumn::readPoints).toList());
      boolean complete = values.size() == rows.size();
      boolean budgetLine = false;
      @Nullable BudgetLine execution = null;
      int column = -1;
      for (int row = 0; row < form.rows().size(); row++) {
        int own = form.findColumn(row, pointColumn.header);
        if (form.findColumn(row, PerformanceForm.INDICATOR_HEADER) >= 0
            || (own >= 0 && form.findColumn(row, SECOND_LEVEL_HEADER) >= 0)) {
          column = own;
        } else if (form.findColumn(row, EXECUTION_LABEL) >= 0) {
          int at = form.findColumn(row, pointColumn.budgetLineHeader);
          int below = row + 1;
          budgetLine = true;
          Optional<BigDecimal> line =
              at < 0
                  ? Optional.empty()
                  : form.findNumber(row, at + 1).or(() -> form.findNumber(below, at));
          complete &= (column >= 0 && at < 0) || line.isPresent();
          line.ifPresent(values::add);
          execution =
              pointColumn == PointColumn.SCORE
                  ? BudgetLine.readRow(form, row).stream().findFirst().orElse(null)
                  : null;
        } else if (column >= 0 && form.findColumn(row, PerformanceForm.TOTAL_LABEL) >= 0) {
          BigDecimal total = form.findNumber(row, column).orElse(null);
          if (total != null && !budgetLine && !new StatedSum(total, values).addsUpExactly()) {
            BudgetLine above = BudgetLine.findInTables(document, form.sectionPath());
            budgetLine = above != null;
            Stream.ofNullable(above).map(pointColumn::readPoints).forEach(values::add);
            execution = pointColumn == PointColumn.SCORE ? above : null;
          }
          return total == null || values.size() < MIN_ROWS
              ? Optional.empty()
              : Optional.of(
                  new FormPoints(
                      form, row, new StatedSum(total, values), complete, budgetLine, execution));
        }
      }
      return Optional.empty();
    }

    CheckResult check(AuditedDocument document) {
      if (!allPointsRead) {
        return CheckResult.undecided("points-not-read").withLocation(form.location(totalRow));
      }
      BigDecimal over = pointSum.difference();
      if (over.abs().compareTo(POINTS_TOLERANCE) <= 0) {
        return CheckResult.AGREES;
      }
      if (!includesBudgetLine && mayBePointsOfExecution(over.negate(), document)) {
        return CheckResult.undecided("execution-included").withLocation(form.location(totalRow));
      }
      return explainByBudgetLine(over, document)
          .or(() -> explainByReportedFindings(over, document))
          .orElseGet(
              () ->
                  pointSum.createFinding(
                      FindingDraft.create("score-total", form.location(totalRow)), "", "总分写"));
    }

    /**
     * Whether the points missing in the rows may be the points for the execution of the budget:
     * ten, or fewer if the weights of the rows add up to 90.
     */
    private boolean mayBePointsOfExecution(BigDecimal missing, AuditedDocument document) {
      if (missing.signum() <= 0 || missing.compareTo(BUDGET_EXECUTION_POINTS) >= 0) {
        return missing.compareTo(BUDGET_EXECUTION_POINTS) == 0;
      }
      BigDecimal weights =
          readNumbers(form.indicatorsOf(document), Indicator::weight)
              .reduce(BUDGET_EXECUTION_POINTS, BigDecimal::add);
      return form.rows().get(totalRow).contains(HUNDRED.toPlainString())
          && weights.compareTo(HUNDRED) == 0;
    }

    /**
     * The result if the total agrees with the score that follows from the rate of the budget line
     * and not with the score that the line prints.
     */
    private Optional<CheckResult> explainByBudgetLine(
        BigDecimal difference, AuditedDocument document) {
      BudgetLine line = budgetLine;
      BigDecimal over = line == null ? BigDecimal.ZERO : line.scoreMinusExpected();
      if (line == null
          || over.signum() == 0
          || difference.subtract(over).abs().compareTo(POINTS_TOLERANCE) > 0) {
        return Optional.empty();
      }
      String score = String.valueOf(line.score());
      String right = difference.negate().add(line.score()).toPlainString();
      return Optional.of(
          FormRateChecks.findContradictedRows(document).contains(line.location())
              ? CheckResult.undecided("reported-at-budget-line").withLocation(line.location())
              : FindingDraft.create("score-total/execution", line.location())
                  .setNumbers(score, right)
                  .toResult(score, right));
    }

    /**
     * The reason why a difference is not reported at the total: another finding reports its cause.
     */
    private Optional<CheckResult> explainByReportedFindings(
        BigDecimal excess, AuditedDocument document) {
      if (PointTotalChecks.explainsDifference(document, form.sectionPath(), excess)) {
        return Optional.of(
            CheckResult.undecided("reported-at-group").withLocation(form.location(totalRow)));
      }
      return isExplainedByScore(excess, form.indicatorsOf(document))
          ? Optional.of(
              CheckResult.undecided("reported-at-score").withLocation(form.location(totalRow)))
          : Optional.empty();
    }
  }
}
