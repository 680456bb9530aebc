package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Indicator;
import org.mingzhang.text.Amounts;

/**
 * Weights and scores of a form, the budget line included, add up to its row 总分. Where a row has no
 * score, nothing is said of the scores.
 *
 * <p>A class, since the rows of a form are indicators, whose cells are merged and shifted.
 */
public final class ScoreTotal implements Rule {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Points that 财预〔2020〕10号 gives the execution of the budget. */
  private static final BigDecimal BUDGET_LINE = BigDecimal.TEN;

  private static final BigDecimal SMALL = new BigDecimal("0.01");

  /** Whether the total in a row is told to be wrong, and this is what the rows make. */
  static boolean isRather(Place total, BigDecimal score, AuditedDocument reading) {
    return CheckResult.findings(new ScoreTotal().check(reading)).stream()
        .anyMatch(
            f ->
                f.section().equals(total.section())
                    && f.quote().equals(total.quote())
                    && f.computed() != null
                    && new BigDecimal(f.computed()).compareTo(score) == 0);
  }

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    return reading.answers("score-total", ScoreTotal::find);
  }

  private static List<CheckResult> find(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (CompactForm form : CompactForm.of(reading)) {
      check(form, "分值|权重", Indicator::weight, reading, checks);
      check(form, "(?:自评)?得分", Indicator::score, reading, checks);
    }
    return checks;
  }

  /**
   * The points of a form's rows.
   *
   * @param values those read, with the budget line's
   * @param complete whether every row's were read
   * @param budgetLine whether there is a line for the execution of the budget
   */
  private record Points(
      List<BigDecimal> values,
      boolean complete,
      boolean budgetLine,
      @Nullable BudgetLine execution) {}

  /** Rows are taken as indicators were read, since merged cells shift columns of the grid. */
  private static void check(
      CompactForm form,
      String head,
      Function<Indicator, @Nullable String> points,
      AuditedDocument reading,
      List<CheckResult> checks) {
    List<Indicator> rows = form.indicators(reading);
    List<BigDecimal> values = new ArrayList<>();
    for (Indicator row : rows) {
      String printed = points.apply(row);
      Optional<BigDecimal> value = printed == null ? Optional.empty() : Amounts.number(printed);
      value.ifPresent(values::add);
    }
    boolean complete = values.size() == rows.size();
    boolean budgetLine = false;
    @Nullable BudgetLine execution = null;
    int column = -1;
    for (int row = 0; row < form.rows().size(); row++) {
      int own = form.column(row, head);
      if (form.column(row, CompactForm.INDICATORS) >= 0) {
        column = own;
      } else if (form.column(row, "(?:预算|资金)?执行率.*") >= 0) {
        int at = form.column(row, head + ".*");
        boolean indicator = column >= 0 && at < 0;
        budgetLine = true;
        Optional<BigDecimal> line = at < 0 ? Optional.empty() : beside(form, row, at);
        complete &= indicator || line.isPresent();
        line.ifPresent(values::add);
        execution = head.endsWith("得分") ? line(form, row) : null;
      } else if (column >= 0 && form.column(row, "总分|合计|总计") >= 0) {
        Points all = new Points(values, complete, budgetLine, execution);
        Stream.ofNullable(judge(form, row, column, all, reading)).forEach(checks::add);
        return;
      }
    }
  }

  private static @Nullable BudgetLine line(CompactForm form, int row) {
    return row + 1 < form.rows().size()
        ? BudgetLine.of(form, row).stream().findFirst().orElse(null)
        : null;
  }

  /** The total fits the score that the budget line's rate gives, not the one that it prints. */
  private static @Nullable CheckResult ofLine(
      @Nullable BudgetLine line, BigDecimal off, AuditedDocument reading) {
    BigDecimal over = line == null ? BigDecimal.ZERO : line.over();
    if (line == null || over.signum() == 0 || off.subtract(over).abs().compareTo(SMALL) > 0) {
      return null;
    }
    String score = String.valueOf(line.score());
    String right = off.negate().add(line.score()).toPlainString();
    return ExecutionRate.accused(reading).contains(line.place())
        ? CheckResult.undecided("差额已在预算执行情况处提示", "the difference is told at the budget line")
        : FindingDraft.at("score-total/execution", line.place())
            .numbers(score, right)
            .says(score, right);
  }

  private static Optional<BigDecimal> beside(CompactForm form, int row, int column) {
    if (column + 1 < form.rows().get(row).size() && form.number(row, column + 1).isPresent()) {
      return form.number(row, column + 1);
    }
    return row + 1 < form.rows().size() ? form.number(row + 1, column) : Optional.empty();
  }

  private static @Nullable CheckResult judge(
      CompactForm form, int row, int column, Points points, AuditedDocument reading) {
    BigDecimal stated = form.number(row, column).orElse(null);
    if (stated == null || points.values().size() < 3) {
      return null;
    }
    if (!points.complete()) {
      return CheckResult.undecided("有的行没有读到分值或得分", "a row's points were not read");
    }
    BigDecimal sum = points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal over = sum.subtract(stated);
    if (over.abs().compareTo(SMALL) <= 0) {
      return CheckResult.AGREES;
    }
    BigDecimal missing = over.negate();
    boolean execution =
        missing.compareTo(BUDGET_LINE) == 0
            || (missing.signum() > 0 && leavesTen(form, row, missing, reading));
    if (!points.budgetLine() && execution) {
      return CheckResult.undecided(
          "预算执行率的10分可能已计入总分", "the total may include 10 points for execution");
    }
    CheckResult ofLine = ofLine(points.execution(), over, reading);
    return ofLine != null
        ? ofLine
        : told(reading, form.section(), over)
            .orElseGet(
                () ->
                    FindingDraft.at("score-total", form.place(row))
                        .numbers(stated, sum)
                        .formulaOf("%s = %s，总分写 %s", Formula.sum(points.values()), sum, stated)
                        .says(sum, stated));
  }

  /**
   * Whether the weights of a form's rows leave ten points, of which a score may have been given.
   */
  private static boolean leavesTen(
      CompactForm form, int row, BigDecimal missing, AuditedDocument reading) {
    BigDecimal weights =
        form.indicators(reading).stream()
            .flatMap(i -> Optional.ofNullable(i.weight()).flatMap(Amounts::number).stream())
            .reduce(BUDGET_LINE, BigDecimal::add);
    return missing.compareTo(BUDGET_LINE) <= 0
        && form.rows().get(row).contains(HUNDRED.toPlainString())
        && weights.compareTo(HUNDRED) == 0;
  }

  /** Why a difference is not told here: it is told where it comes from. */
  private static Optional<CheckResult> told(
      AuditedDocument reading, String section, BigDecimal over) {
    if (GroupPoints.explains(reading, section, over)) {
      return Optional.of(
          CheckResult.undecided(
              "差额已在一级、二级指标处提示", "the difference is told at a group of indicators"));
    }
    List<BigDecimal> scores = IndicatorPoints.accused(reading, section);
    return over.signum() > 0 && scores.size() == 1 && scores.getFirst().compareTo(over) >= 0
        ? Optional.of(
            CheckResult.undecided(
                "差额可能出自已提示的一行得分", "the difference may be that of a row that is told"))
        : Optional.empty();
  }
}
