package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.text.ChineseNumeralParser;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Checks a rate in percent against the same rate in tenths right after it: 33.26%，不足四成;
 * 12.62%，约1.3成.
 */
final class RateInTenthsChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RateInTenthsChecks.class);
  private static final PrefilteredPattern RATE_IN_TENTHS =
      PATTERNS.getPrefiltered("rate-in-tenths");
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  private RateInTenthsChecks() {}

  static List<CheckResult> check(AuditedDocument document) {
    return document.findMatches(RATE_IN_TENTHS).map(RateInTenthsChecks::check).toList();
  }

  private static CheckResult check(ParagraphMatch match) {
    String words = match.group("words");
    String rate = match.group("rate") + "%";
    return agrees(match)
        ? CheckResult.AGREES
        : match
            .createDraft("comparison-words/tenths")
            .setNumbers(words, rate)
            .setFormulaPattern("比率 %s，文中写“%s”", rate, words)
            .toResult(rate, words);
  }

  /**
   * Whether a rate agrees with the tenths: after a word for less or more it must not be on the
   * other side of them, without such a word it must differ by at most one unit of their last digit.
   */
  private static boolean agrees(ParagraphMatch match) {
    BigDecimal tenths = percentOfTenths(match);
    int order = match.parseNumber("rate").compareTo(tenths);
    if (match.group("below") != null) {
      return order <= 0;
    }
    if (match.group("above") != null || match.group("more") != null) {
      return order >= 0;
    }
    boolean whole = match.group("half") == null && match.group("tenths").length() == 1;
    BigDecimal slack = whole ? BigDecimal.TEN : BigDecimal.ONE;
    return match.parseNumber("rate").subtract(tenths).abs().compareTo(slack) <= 0;
  }

  /** The tenths in percent: 35 for 三成五, 三成半 and 3.5成. */
  private static BigDecimal percentOfTenths(ParagraphMatch match) {
    String half = match.group("half");
    return parse(match.group("tenths"))
        .movePointRight(1)
        .add(half == null ? BigDecimal.ZERO : Objects.equals(half, "半") ? FIVE : parse(half));
  }

  private static BigDecimal parse(String number) {
    return ChineseNumeralParser.parse(number)
        .map(BigDecimal::valueOf)
        .orElseGet(() -> new BigDecimal(number));
  }
}
