package org.mingzhang.web.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingGap;
import org.mingzhang.search.Hit;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/** Formats the gap of a finding: 相差 3.43 万元（18.77%）, of a rate 相差 5 个百分点. */
public final class GapFormatter {
  private static final int DECIMALS = 2;

  private GapFormatter() {}

  /** Formats the gap of a finding; empty if the finding has none. */
  static String format(Finding finding, Labels labels) {
    FindingGap gap = finding.gap();
    return gap == null ? "" : format(gap.yuan(), gap.percent(), finding.stated(), labels);
  }

  /** Formats the gap of the finding that a hit shows; empty if it has none. */
  public static String format(Hit hit, Labels labels) {
    Map<String, String> values = hit.values();
    return format(
        parseNumber(values.get("gapYuan")),
        parseNumber(values.get("gapPercent")),
        values.get("stated"),
        labels);
  }

  private static @Nullable BigDecimal parseNumber(@Nullable String plainNumber) {
    return plainNumber == null || plainNumber.isEmpty() ? null : new BigDecimal(plainNumber);
  }

  /** The gap in words; rates are apart in percentage points, other numbers in percent. */
  private static String format(
      @Nullable BigDecimal yuan,
      @Nullable BigDecimal percent,
      @Nullable String stated,
      Labels labels) {
    if (percent == null) {
      return yuan == null ? "" : labels.text("gap.amount", labels.money(yuan));
    }
    String number = AmountFormat.formatPlain(percent.setScale(DECIMALS, RoundingMode.HALF_UP));
    boolean ofRates = stated != null && stated.endsWith("%");
    String share = ofRates ? labels.text("gap.points", number) : number + "%";
    return yuan == null
        ? labels.text("gap.share", share)
        : labels.text("gap.both", labels.money(yuan), share);
  }
}
