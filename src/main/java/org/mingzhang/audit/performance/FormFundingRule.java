package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.text.PatternTable;

/**
 * Checks the funding in the upper part of a self-evaluation: 年度资金总额 is the sum of 基本支出 and 项目支出, or
 * of 财政拨款, 上年结转资金 and 其他资金. Parts that are less than the whole are reported only if both kinds of
 * expenditure, or 其他资金, are listed.
 */
public final class FormFundingRule implements Rule {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(FormFundingRule.class);
  private static final Pattern TOTAL_LABEL = PATTERNS.get("form-funding-rule-total");
  private static final String USE_LABELS = "(?:其中[:：]?)?(?:\\d[.、])?(?:基本支出|项目支出)";
  private static final String SOURCE_LABELS =
      "(?:其中[:：]?)?(?:(?:当年|本年|上年|区级|县级|市级|省级|中央)*(?:财政(?:拨款|资金)|结转(?:结余)?资金|补助(?:资金)?)|其他资金|单位资金|自有资金)";

  /** Maps the pattern of all parts of a kind to the pattern of the part that is listed last. */
  private static final Map<String, String> LAST_PART_LABEL_BY_KIND =
      Map.of(
          USE_LABELS, "(?:其中[:：]?)?(?:\\d[.、])?项目支出", SOURCE_LABELS, "(?:其中[:：]?)?(?:其他资金|单位资金)");

  /**
   * The total of the funding in a form, with the rows of its parts.
   *
   * @param totalRow index of its row
   * @param nameColumn index of the column of names
   * @param partRows indices of the rows of the parts
   */
  private record FundingTotal(
      PerformanceForm form, int totalRow, int nameColumn, List<Integer> partRows) {
    static FundingTotal readFrom(
        PerformanceForm form, int totalRow, int nameColumn, String partLabels) {
      return new FundingTotal(
          form,
          totalRow,
          nameColumn,
          IntStream.range(totalRow + 1, form.rows().size())
              .takeWhile(r -> form.rows().get(r).get(nameColumn).matches(partLabels))
              .boxed()
              .toList());
    }

    private Optional<StatedSum> sumInColumn(int column) {
      List<BigDecimal> values =
          partRows.stream().flatMap(r -> form.findNumber(r, column).stream()).toList();
      return form.findNumber(totalRow, column)
          .filter(t -> !values.isEmpty())
          .map(t -> new StatedSum(t, values));
    }

    private IntStream amountColumns() {
      return IntStream.range(nameColumn + 1, form.rows().get(totalRow).size());
    }

    /**
     * Whether the parts are complete: several are listed, among them the last kind, or they add up
     * to the total in one of the columns.
     */
    private boolean hasAllParts(String lastPartLabel) {
      return (partRows.size() > 1
              && partRows.stream()
                  .anyMatch(r -> form.rows().get(r).get(nameColumn).matches(lastPartLabel)))
          || amountColumns()
              .mapToObj(this::sumInColumn)
              .flatMap(Optional::stream)
              .anyMatch(FundingTotal::isReliableSum);
    }

    private static boolean isReliableSum(StatedSum sum) {
      List<BigDecimal> values = sum.parts().stream().filter(v -> v.signum() > 0).toList();
      return values.size() > 1 && new StatedSum(sum.total(), values).addsUpExactly();
    }

    private List<CheckResult> check(boolean hasAllParts) {
      return amountColumns()
          .filter(c -> form.rows().get(totalRow - 1).get(c).matches(".*(?:预算|执行)数.*"))
          .boxed()
          .flatMap(c -> sumInColumn(c).map(sum -> check(c, sum, hasAllParts)).stream())
          .toList();
    }

    private CheckResult check(int column, StatedSum sum, boolean hasAllParts) {
      if (sum.addsUpWithinTolerance()) {
        return CheckResult.AGREES;
      }
      if (sum.difference().signum() < 0 && !hasAllParts) {
        return CheckResult.undecided("parts-may-not-be-all");
      }
      FindingDraft draft =
          FindingDraft.create(
                  "form-funding", form.location(findWrongRow(column, sum.difference().negate())))
              .setOtherLocation(form.location(totalRow));
      return sum.createFinding(draft, "", "表中写");
    }

    /**
     * The only row whose amount would be right with two digits swapped, otherwise the row of the
     * total.
     */
    private int findWrongRow(int column, BigDecimal difference) {
      List<Integer> swapped =
          partRows.stream()
              .filter(
                  r ->
                      form.findNumber(r, column)
                          .filter(v -> PrintedNumbers.differBySwappedDigits(v, v.add(difference)))
                          .isPresent())
              .toList();
      return swapped.size() == 1 ? swapped.getFirst() : totalRow;
    }
  }

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    Set<QuoteLocation> contradicted = FormRateChecks.findRowsOfDoubtfulAmounts(document);
    for (PerformanceForm form : PerformanceForm.findAllIncludingDataTables(document)) {
      for (int row = 1; row < form.rows().size(); row++) {
        int name = form.findColumn(row, TOTAL_LABEL);
        if (name >= 0) {
          checks.addAll(FundingBreakdown.check(form, row));
        }
        for (String kind : List.of(USE_LABELS, SOURCE_LABELS)) {
          if (name >= 0 && !contradicted.contains(form.location(row))) {
            FundingTotal funding = FundingTotal.readFrom(form, row, name, kind);
            if (funding.partRows().stream()
                .noneMatch(r -> contradicted.contains(form.location(r)))) {
              checks.addAll(
                  funding.check(
                      funding.hasAllParts(
                          Objects.requireNonNull(LAST_PART_LABEL_BY_KIND.get(kind)))));
            }
          }
        }
      }
    }
    return checks;
  }
}
