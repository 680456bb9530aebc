package org.mingzhang.web.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FindingGap;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/** Formats the gap of a finding: 相差 3.43 万元（18.77%）. */
public final class GapFormatter {
  private static final int DECIMALS = 2;

  private GapFormatter() {}

  /** Formats the gap of a finding; empty if the finding has none. */
  static String format(@Nullable FindingGap gap, Labels labels) {
    return gap == null ? "" : format(gap.yuan(), gap.percent(), labels);
  }

  /** Formats numbers as stored in the index; empty if both are missing. */
  public static String format(@Nullable String yuan, @Nullable String percent, Labels labels) {
    return format(parseNumber(yuan), parseNumber(percent), labels);
  }

  private static @Nullable BigDecimal parseNumber(@Nullable String plainNumber) {
    return plainNumber == null || plainNumber.isEmpty() ? null : new BigDecimal(plainNumber);
  }

  private static String format(
      @Nullable BigDecimal yuan, @Nullable BigDecimal percent, Labels labels) {
    String share =
        percent == null
            ? ""
            : AmountFormat.formatPlain(percent.setScale(DECIMALS, RoundingMode.HALF_UP)) + "%";
    if (yuan == null) {
      return share.isEmpty() ? "" : labels.text("gap.share", share);
    }
    String amount = labels.money(yuan);
    return share.isEmpty()
        ? labels.text("gap.amount", amount)
        : labels.text("gap.both", amount, share);
  }
}
