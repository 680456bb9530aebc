package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.text.PatternTable;

/**
 * Checks the columns of rates of a table against its columns of amounts: 决算数为预算数的%, 比上年增减%, 占比. The
 * two amounts of a rate are inferred from the numbers and not from the headers, which differ from
 * office to office: a column is the rate of the two columns for which nearly all rows agree. Rows
 * that do not agree are reported, at most one rate for each row.
 */
record RateColumnChecks(AuditedTable table) {
  /** Minimum number of rows that agree, unless the headers name an execution rate. */
  private static final int MIN_AGREEING_ROWS = 4;

  /** Minimum ratio of rows that agree to rows that do not. */
  private static final int MIN_MAJORITY_FACTOR = 4;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RateColumnChecks.class);
  private static final Pattern RATE_HEADER = PATTERNS.get("rate-column-checks-rate");
  private static final Pattern EXCLUDED_RATE_HEADER = PATTERNS.get("no-rate");

  private static final Pattern EXECUTION_RATE_HEADER = PATTERNS.get("execution-rate");

  private static final Pattern EXECUTED_HEADER = PATTERNS.get("executed");
  private static final Pattern BUDGET_HEADER = PATTERNS.get("budget-header");

  /**
   * Minimum number of rows that agree if the headers name an execution rate and its two amounts;
   * also the minimum number of numbers in a column of amounts.
   */
  private static final int MIN_ROWS_IF_NAMED = 2;

  private static final Pattern CHANGE_HEADER = PATTERNS.get("change");
  private static final Pattern SCORE_HEADER = PATTERNS.get("score");
  private static final Pattern SHARE_HEADER = PATTERNS.get("share");

  private static final CheckResult.Undecided REPORTED_AT_OTHER_ROW =
      CheckResult.undecided("reported-at-other-row");

  private List<List<String>> rows() {
    return table.cells().data().rows();
  }

  static List<RuleResult> checkAll(AuditedDocument document) {
    TableIdentityResults sums = TableIdentityResults.checkAll(document);
    return AuditedTable.findAll(document).stream()
        .filter(t -> !sums.disorderedTables().contains(t.lines().table()))
        .flatMap(t -> new RateColumnChecks(t).check(sums).stream())
        .toList();
  }

  /**
   * A column of rates, with the columns of the two amounts that it follows from.
   *
   * @param isChangeRate whether it is (part − whole) ÷ whole and not part ÷ whole
   */
  private record RateColumn(
      int rateColumn, int partColumn, int wholeColumn, boolean isChangeRate) {}

  /**
   * A row whose rate, part and whole are printed, the whole above zero, and whether the rate agrees
   * with part and whole. Rows in which rate and part are both 0 are left out.
   */
  private record CheckedRow(RateColumn column, int row, StatedRate rate, boolean agrees) {}

  private List<RuleResult> check(TableIdentityResults sums) {
    List<CheckedRow> checked =
        IntStream.range(0, table.cells().data().header().size())
            .filter(this::isRateColumn)
            .boxed()
            .flatMap(c -> findAmountColumns(c).stream())
            .flatMap(r -> checkRows(r).stream())
            .sorted(Comparator.comparingInt(CheckedRow::row))
            .toList();
    List<RuleResult> answers = new ArrayList<>();
    int reported = -1;
    for (CheckedRow one : checked) {
      CheckResult result = CheckResult.AGREES;
      if (!one.agrees()) {
        boolean explained = one.row() == reported || isReportedAsWrong(one.row(), sums);
        result =
            explained
                ? REPORTED_AT_OTHER_ROW.withLocation(location(one.row()))
                : createFinding(one);
        reported = one.row();
      }
      answers.add(RuleResult.forMessage(ruleOf(one.column()), result));
    }
    return answers;
  }

  private boolean isRateColumn(int column) {
    String head = table.cells().data().header().get(column);
    return RATE_HEADER.matcher(head).find() && !EXCLUDED_RATE_HEADER.matcher(head).find();
  }

  /**
   * Finds the two columns of amounts of which a column is the rate: the pair with which the most
   * rows agree. Empty if too few rows agree with it.
   */
  private Optional<RateColumn> findAmountColumns(int rateColumn) {
    List<Integer> amounts =
        IntStream.range(0, table.cells().data().header().size())
            .filter(c -> c != rateColumn && !isRateColumn(c))
            .filter(
                c ->
                    rows().stream()
                            .filter(r -> AuditedTable.parseNumberOrRate(r.get(c)).isPresent())
                            .count()
                        >= MIN_ROWS_IF_NAMED)
            .boxed()
            .toList();
    return amounts.stream()
        .flatMap(
            part ->
                amounts.stream()
                    .filter(whole -> !whole.equals(part))
                    .flatMap(
                        whole ->
                            Stream.of(
                                new RateColumn(rateColumn, part, whole, false),
                                new RateColumn(rateColumn, part, whole, true))))
        .max(Comparator.comparingLong(this::countAgreeing))
        .filter(this::agreesInMostRows);
  }

  private long countAgreeing(RateColumn column) {
    return checkRows(column).stream().filter(CheckedRow::agrees).count();
  }

  private boolean agreesInMostRows(RateColumn column) {
    List<CheckedRow> all = checkRows(column);
    long agreeing = all.stream().filter(CheckedRow::agrees).count();
    long values =
        all.stream()
            .filter(CheckedRow::agrees)
            .map(c -> c.rate().rate().stripTrailingZeros())
            .distinct()
            .count();
    return hasExecutionRateHeaders(column)
        ? agreeing >= MIN_ROWS_IF_NAMED && agreeing > all.size() - agreeing
        : agreeing >= MIN_AGREEING_ROWS
            && values > 1
            && agreeing >= MIN_MAJORITY_FACTOR * (all.size() - agreeing);
  }

  /** Whether the headers of the three columns name an execution rate, its result and its budget. */
  private boolean hasExecutionRateHeaders(RateColumn column) {
    return !column.isChangeRate()
        && EXECUTION_RATE_HEADER.matcher(table.cells().lastHeaderLevel(column.rateColumn())).find()
        && EXECUTED_HEADER.matcher(table.cells().lastHeaderLevel(column.partColumn())).find()
        && BUDGET_HEADER.matcher(table.cells().lastHeaderLevel(column.wholeColumn())).find();
  }

  private List<CheckedRow> checkRows(RateColumn column) {
    List<CheckedRow> checked = new ArrayList<>();
    for (int r = 0; r < rows().size(); r++) {
      Optional<BigDecimal> rate =
          AuditedTable.parseNumberOrRate(rows().get(r).get(column.rateColumn()));
      Optional<BigDecimal> part =
          AuditedTable.parseNumberOrRate(rows().get(r).get(column.partColumn()));
      Optional<BigDecimal> whole =
          AuditedTable.parseNumberOrRate(rows().get(r).get(column.wholeColumn()));
      if (rate.isPresent() && part.isPresent() && whole.isPresent()) {
        BigDecimal counted = column.isChangeRate() ? part.get().subtract(whole.get()) : part.get();
        if (whole.get().signum() > 0 && (rate.get().signum() != 0 || counted.signum() != 0)) {
          StatedRate stated = new StatedRate(rate.get(), counted, whole.get());
          checked.add(
              new CheckedRow(column, r, stated, table.agrees(stated, column.isChangeRate())));
        }
      }
    }
    return checked;
  }

  /** Whether an amount of a row has already been reported as wrong. */
  private boolean isReportedAsWrong(int row, TableIdentityResults results) {
    return results.reportedRows().stream()
        .anyMatch(
            p ->
                p.sectionPath().equals(table.cells().data().sectionPath())
                    && location(row).quote().contains(p.quote()));
  }

  private QuoteLocation location(int row) {
    return table.rowLocation(table.cell(0, row, 0));
  }

  private String ruleOf(RateColumn column) {
    String head = table.cells().data().header().get(column.rateColumn());
    boolean change = column.isChangeRate() || CHANGE_HEADER.matcher(head).find();
    return change
        ? "table-change"
        : SHARE_HEADER.matcher(head).find() ? "table-share" : "table-completion";
  }

  /**
   * The key of the message of a finding; the message about a rate of points does not call it a
   * completion rate.
   */
  private String messageKeyOf(RateColumn column) {
    String rule = ruleOf(column);
    boolean points =
        rule.equals("table-completion")
            && SCORE_HEADER.matcher(table.cells().lastHeaderLevel(column.partColumn())).find();
    return points ? "table-completion/points" : rule;
  }

  private CheckResult createFinding(CheckedRow one) {
    StatedRate rate = one.rate();
    String computed = rate.computedText();
    return FindingDraft.create(messageKeyOf(one.column()), location(one.row()))
        .setNumbers(rate.printedText(), computed)
        .setFormulaPattern(
            "%s ÷ %s = %s，表中写 %s", formatNumerator(one), rate.whole(), computed, rate.printedText())
        .toResult(computed, rate.printedText());
  }

  private String formatNumerator(CheckedRow one) {
    String part = rows().get(one.row()).get(one.column().partColumn()).strip();
    String whole = rows().get(one.row()).get(one.column().wholeColumn()).strip();
    return one.column().isChangeRate() ? "(" + part + " − " + whole + ")" : part;
  }
}
