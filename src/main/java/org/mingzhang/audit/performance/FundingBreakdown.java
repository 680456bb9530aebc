package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.PatternTable;

/**
 * One of the two breakdowns of the funding in a form, by source or by kind of expenditure, in cells
 * such as {@code 其中:基本支出:60.00项目支出:40.00} below its total. The form does not say whether the
 * amounts belong to the budget or to the execution. So a breakdown is right if it adds up to any of
 * the totals, and wrong if only the other breakdown does.
 *
 * @param totalRow index of the row of the totals
 * @param lastAmountRow index of the row with the last amount of the breakdown
 * @param amounts the amounts in their order
 * @param hasAllAmounts whether every part of the breakdown has its amount
 */
record FundingBreakdown(
    PerformanceForm form,
    int totalRow,
    int lastAmountRow,
    List<BigDecimal> amounts,
    boolean hasAllAmounts) {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FundingBreakdown.class);
  private static final Pattern SOURCE_WITH_AMOUNT = PATTERNS.get("funding-by-source");
  private static final Pattern USE_WITH_AMOUNT = PATTERNS.get("funding-by-use");
  private static final Pattern AMOUNT_TITLE = PATTERNS.get("amount-title");
  private static final Pattern END_OF_FUNDING = PATTERNS.get("end-of-funding");

  /** Checks the two breakdowns below a total; empty if one of them is missing. */
  static List<CheckResult> check(PerformanceForm form, int totalRow) {
    Optional<FundingBreakdown> sources = read(form, totalRow, SOURCE_WITH_AMOUNT);
    Optional<FundingBreakdown> uses = read(form, totalRow, USE_WITH_AMOUNT);
    if (sources.isEmpty() || uses.isEmpty()) {
      return List.of();
    }
    return List.of(
        sources.get().checkAgainstOtherBreakdown(uses.get()),
        uses.get().checkAgainstOtherBreakdown(sources.get()));
  }

  private static Optional<FundingBreakdown> read(
      PerformanceForm form, int totalRow, Pattern label) {
    List<BigDecimal> amounts = new ArrayList<>();
    boolean complete = true;
    int last = -1;
    for (int row = totalRow + 1; row < form.rows().size(); row++) {
      if (form.findColumn(row, END_OF_FUNDING) >= 0) {
        break;
      }
      Matcher part = label.matcher(String.join(" ", form.rows().get(row)));
      while (part.find()) {
        String number = part.group("number");
        complete &= number != null;
        if (number != null) {
          amounts.add(AmountParser.parseNumber(number).orElse(BigDecimal.ZERO));
          last = row;
        }
      }
    }
    return last < 0
        ? Optional.empty()
        : Optional.of(new FundingBreakdown(form, totalRow, last, amounts, complete));
  }

  private CheckResult checkAgainstOtherBreakdown(FundingBreakdown other) {
    if (findMatchingTotal() != null) {
      return CheckResult.AGREES;
    }
    BigDecimal total = other.findMatchingTotal();
    if (total == null) {
      return CheckResult.undecided("parts-may-not-be-all");
    }
    StatedSum sum = new StatedSum(total, amounts);
    if (sum.difference().signum() < 0 && !hasAllAmounts) {
      return CheckResult.undecided("parts-may-not-be-all");
    }
    FindingDraft draft =
        FindingDraft.create("form-funding", form.location(lastAmountRow))
            .setOtherLocation(form.location(totalRow));
    return sum.createFinding(draft, "", "表中写");
  }

  /** The total that the amounts add up to; null if there is none. */
  private @Nullable BigDecimal findMatchingTotal() {
    return IntStream.range(0, form.rows().get(totalRow).size())
        .filter(c -> AMOUNT_TITLE.matcher(form.rows().get(totalRow - 1).get(c)).matches())
        .boxed()
        .flatMap(c -> form.findNumber(totalRow, c).stream())
        .filter(total -> new StatedSum(total, amounts).addsUpWithinTolerance())
        .findFirst()
        .orElse(null);
  }
}
