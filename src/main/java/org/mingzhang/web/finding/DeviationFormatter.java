package org.mingzhang.web.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.mingzhang.search.Hit;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/** Formats the deviation of an indicator's result from its target: 低于目标 23.5%，为目标的 0.77 倍. */
public final class DeviationFormatter {
  private static final int PERCENT_DECIMALS = 1;
  private static final int TIMES_DECIMALS = 2;

  private DeviationFormatter() {}

  /** Formats the deviation of a hit from its target; empty if it is unknown. */
  public static String format(Hit hit, Labels labels) {
    String percent = hit.values().get("deviation");
    if (percent == null) {
      return "";
    }
    BigDecimal difference = new BigDecimal(percent);
    return difference.signum() == 0
        ? labels.text("deviation.none")
        : labels.text(
            difference.signum() < 0 ? "deviation.below" : "deviation.above",
            formatPlain(difference.abs(), PERCENT_DECIMALS),
            formatPlain(new BigDecimal(hit.values().getOrDefault("times", "0")), TIMES_DECIMALS));
  }

  /** The reason why it cannot be decided whether the target was met; empty if it can be decided. */
  public static String formatUndecidedReason(Hit hit, Labels labels) {
    String reason = hit.values().get("undecided");
    return reason == null ? "" : labels.text("undecided." + reason);
  }

  private static String formatPlain(BigDecimal number, int decimals) {
    return AmountFormat.formatPlain(number.setScale(decimals, RoundingMode.HALF_UP));
  }
}
