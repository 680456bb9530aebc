package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.model.Figure;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/** Checks the contracts awarded to small and medium businesses against all procurement. */
public final class SmallBusinessContractChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SmallBusinessContractChecks.class);
  private static final Pattern PROCUREMENT_FIGURE_NAME = PATTERNS.get("procurement");
  private static final Pattern TOTAL_PROCUREMENT = PATTERNS.get("total");
  private static final Pattern AWARDED_AMOUNT = PATTERNS.get("awarded-amount");
  private static final PrefilteredPattern STATED_SHARE = PATTERNS.getPrefiltered("share");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal SHARE_TOLERANCE = new BigDecimal("0.1");
  private static final PrefilteredPattern RESERVED_CONTRACTS = PATTERNS.getPrefiltered("reserved");
  private static final Pattern OTHER_CONTRACTS = PATTERNS.get("others");

  private SmallBusinessContractChecks() {}

  /**
   * Checks the shares of small businesses by kind of procurement, 货物（工程、服务）采购授予中小企业合同金额占该类支出的比重: if
   * small businesses won all procurement, each must be 100%, or 0% for a kind without procurement.
   * There is no result if they did not win all.
   */
  public static List<CheckResult> checkShares(AuditedDocument document) {
    return document
        .findMatches(STATED_SHARE)
        .flatMap(share -> checkShare(document, share).stream())
        .toList();
  }

  private static Optional<CheckResult> checkShare(AuditedDocument document, ParagraphMatch share) {
    String section =
        document.paragraphs(share.paragraph().section().path()).stream()
            .map(CompactParagraph::unspacedText)
            .collect(Collectors.joining());
    Matcher total = TOTAL_PROCUREMENT.matcher(section);
    Matcher won = AWARDED_AMOUNT.matcher(share.paragraph().unspacedText());
    if (!total.find() || !won.find()) {
      return Optional.empty();
    }
    BigDecimal all = new BigDecimal(total.group(1));
    if (all.signum() <= 0 || all.compareTo(new BigDecimal(won.group(1))) != 0) {
      return Optional.empty();
    }
    BigDecimal rate = share.parseNumber("rate");
    String stated = rate.toPlainString() + "%";
    return Optional.of(
        rate.signum() == 0 || HUNDRED.subtract(rate).abs().compareTo(SHARE_TOLERANCE) <= 0
            ? CheckResult.AGREES
            : share
                .createDraft("award-shares")
                .setNumbers(stated, StatedRate.formatPercent(HUNDRED))
                .setFormulaPattern("%s ÷ %s = 100%%，文中写 %s", all, all, stated)
                .toResult(stated));
  }

  /**
   * Checks that the contracts won in reserved and in other projects do not exceed all procurement.
   * Micro businesses are included in the small ones and are not added.
   */
  public static List<CheckResult> checkAwards(AuditedDocument document) {
    List<BigDecimal> totals =
        document.figures().stream()
            .filter(
                f -> PROCUREMENT_FIGURE_NAME.matcher(f.name()).matches() && f.unit().equals("万元"))
            .map(Figure::value)
            .map(BigDecimal::new)
            .distinct()
            .toList();
    return totals.size() != 1
        ? List.of()
        : document
            .findFirstMatches(RESERVED_CONTRACTS)
            .flatMap(reserved -> checkAwards(reserved, totals.getFirst()).stream())
            .toList();
  }

  private static Optional<CheckResult> checkAwards(ParagraphMatch reserved, BigDecimal total) {
    CompactParagraph paragraph = reserved.paragraph();
    Matcher others = OTHER_CONTRACTS.matcher(paragraph.unspacedText());
    if (!others.find()) {
      return Optional.empty();
    }
    BigDecimal first = reserved.parseNumber("amount");
    BigDecimal second = new BigDecimal(others.group("amount"));
    StatedSum sum = new StatedSum(total, List.of(first, second));
    BigDecimal rest = total.subtract(first).max(BigDecimal.ZERO);
    return Optional.of(
        sum.difference().compareTo(StatedSum.tolerance(3)) <= 0
            ? CheckResult.AGREES
            : FindingDraft.create("small-business-awards", paragraph, others)
                .setNumbers(second.toPlainString() + "万元", "≤ " + rest.toPlainString() + "万元")
                .setFormulaPattern("%s = %s > %s", sum.formatTerms(), sum.sum(), total)
                .setOtherLocation(
                    FindingDraft.locationOf(
                        paragraph, reserved.words().start(), reserved.words().end()))
                .toResult(sum.sum(), total));
  }
}
