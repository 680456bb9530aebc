package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.fact.cell.TableLines.LineRole;
import org.mingzhang.fact.cell.TableLines.TableLine;
import org.mingzhang.text.PatternTable;

/**
 * Checks the column of shares of a table (占比) against its row of the total. The whole of a share is
 * the amount of the total in the column of amounts before it. The column is taken for shares of the
 * total only if the row of the total has 100 % and at least half of the other rows agree. If fewer
 * than {@link #MIN_AGREEING_ROWS} rows agree, the amounts must also add up to the total, so that no
 * row is a part of another.
 */
record ShareOfTotalChecks(AuditedTable table) {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ShareOfTotalChecks.class);
  private static final Pattern SHARE_OF_TOTAL_HEADER = PATTERNS.get("share-of-total");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Minimum number of rows that agree if the amounts do not add up to the total. */
  private static final int MIN_AGREEING_ROWS = 4;

  /** A row with its share of the total. */
  private record CheckedRow(TableLine line, StatedRate share, boolean agrees) {}

  static List<RuleResult> checkAll(AuditedDocument document) {
    TableIdentityResults sums = TableIdentityResults.checkAll(document);
    return AuditedTable.findAll(document).stream()
        .filter(t -> t.blocks().size() == 1)
        .filter(t -> !sums.disorderedTables().contains(t.lines().table()))
        .flatMap(t -> new ShareOfTotalChecks(t).check().stream())
        .toList();
  }

  private List<RuleResult> check() {
    List<RuleResult> results = new ArrayList<>();
    for (int column = 1; column < table.cells().data().header().size(); column++) {
      if (isShareColumn(column)) {
        results.addAll(check(column, column - 1));
      }
    }
    return results;
  }

  private List<RuleResult> check(int shareColumn, int amountColumn) {
    List<TableLine> rows = table.blocks().getFirst().rows();
    List<TableLine> totals =
        rows.stream().filter(r -> r.role() == LineRole.TOTAL && r.namesNoAccountOrFund()).toList();
    if (totals.size() != 1 || isShareColumn(amountColumn)) {
      return List.of();
    }
    BigDecimal whole = findAmount(totals.getFirst(), amountColumn).orElse(BigDecimal.ZERO);
    boolean all =
        parseShare(totals.getFirst(), shareColumn)
            .filter(s -> s.compareTo(HUNDRED) == 0)
            .isPresent();
    if (!all || whole.signum() <= 0) {
      return List.of();
    }
    List<CheckedRow> checked = new ArrayList<>();
    for (TableLine row : rows) {
      Optional<BigDecimal> part = findAmount(row, amountColumn);
      Optional<BigDecimal> share = parseShare(row, shareColumn);
      if (!row.equals(totals.getFirst()) && part.isPresent() && share.isPresent()) {
        StatedRate stated = new StatedRate(share.get(), part.get(), whole);
        checked.add(new CheckedRow(row, stated, table.agrees(stated, false)));
      }
    }
    if (!checked.isEmpty()
        && checked.stream().allMatch(r -> r.agrees() || mayBeAdjustedToAddUp(r.share(), checked))) {
      return checked.stream()
          .map(c -> RuleResult.forMessage("table-share", CheckResult.AGREES))
          .toList();
    }
    return areSharesOfTotal(checked, whole)
        ? checked.stream().map(c -> RuleResult.forMessage("table-share", createResult(c))).toList()
        : List.of();
  }

  private boolean isShareColumn(int column) {
    return SHARE_OF_TOTAL_HEADER.matcher(table.cells().lastHeaderLevel(column)).matches();
  }

  private static boolean areSharesOfTotal(List<CheckedRow> rows, BigDecimal whole) {
    long agreeing = rows.stream().filter(CheckedRow::agrees).count();
    BigDecimal sum =
        rows.stream().map(r -> r.share().part()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return agreeing > 0
        && 2 * agreeing >= rows.size()
        && (sum.compareTo(whole) == 0 || agreeing >= MIN_AGREEING_ROWS);
  }

  /**
   * Whether a share may have been changed by some units of its last digit so that all shares add up
   * to 100 %.
   */
  private static boolean mayBeAdjustedToAddUp(StatedRate share, List<CheckedRow> rows) {
    BigDecimal sum =
        rows.stream().map(r -> r.share().rate()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal exact = PrintedNumbers.computePercentage(share.part(), share.whole());
    BigDecimal allowed = share.rate().ulp().multiply(BigDecimal.valueOf(rows.size()));
    return sum.compareTo(HUNDRED) == 0
        && share.rate().subtract(exact).abs().compareTo(allowed) <= 0;
  }

  private Optional<BigDecimal> findAmount(TableLine row, int column) {
    return table.cells().findAmount(row.index(), column);
  }

  private Optional<BigDecimal> parseShare(TableLine row, int column) {
    return AuditedTable.parseNumberOrRate(table.cells().data().rows().get(row.index()).get(column));
  }

  private CheckResult createResult(CheckedRow row) {
    if (row.agrees()) {
      return CheckResult.AGREES;
    }
    StatedRate share = row.share();
    String computed = share.computedText();
    return FindingDraft.create(
            "table-share/total", table.rowLocation(table.cell(0, row.line().index(), 0)))
        .setNumbers(share.printedText(), computed)
        .setFormulaPattern(
            "%s ÷ %s = %s，表中写 %s", share.part(), share.whole(), computed, share.printedText())
        .toResult(computed, share.printedText());
  }
}
