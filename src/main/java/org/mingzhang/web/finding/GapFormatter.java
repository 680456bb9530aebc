package org.mingzhang.web.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingGap;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/**
 * Formats the gap of a finding: 相差 3.43 万元（18.77%）. That of a rate is in percentage points: 相差
 * 12.68 万元（74.76 个百分点）.
 */
public final class GapFormatter {
  private static final int DECIMALS = 2;

  private GapFormatter() {}

  /** Formats the gap of a finding; empty if the finding has none. */
  static String format(Finding finding, Labels labels) {
    FindingGap gap = finding.gap();
    return gap == null
        ? ""
        : format(gap.yuan(), gap.percent(), finding.stated() + finding.computed(), labels);
  }

  /**
   * Formats the gap of a finding from its values as stored in the index; empty if both numbers are
   * missing.
   */
  public static String format(Map<String, String> values, Labels labels) {
    return format(
        parseNumber(values.get("gapYuan")),
        parseNumber(values.get("gapPercent")),
        values.get("stated") + values.get("computed"),
        labels);
  }

  private static @Nullable BigDecimal parseNumber(@Nullable String plainNumber) {
    return plainNumber == null || plainNumber.isEmpty() ? null : new BigDecimal(plainNumber);
  }

  /** The gap in words; {@code numbers} are the two numbers as printed. */
  private static String format(
      @Nullable BigDecimal yuan, @Nullable BigDecimal percent, String numbers, Labels labels) {
    if (percent == null) {
      return yuan == null ? "" : labels.text("gap.amount", labels.money(yuan));
    }
    String number = AmountFormat.formatPlain(percent.setScale(DECIMALS, RoundingMode.HALF_UP));
    String share = numbers.contains("%") ? labels.text("gap.points", number) : number + "%";
    return yuan == null
        ? labels.text("gap.share", share)
        : labels.text("gap.both", labels.money(yuan), share);
  }
}
