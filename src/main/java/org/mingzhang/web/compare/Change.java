package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.render.Amounts;

/**
 * A value against that of the year before.
 *
 * @param yuan difference in 元, exact
 * @param percent difference in per cent of the year before to one decimal, null where that was
 *     nought or less
 * @param stated what the document itself says of the change, as printed, each with its place
 */
public record Change(BigDecimal yuan, @Nullable BigDecimal percent, List<Grid.Said> stated) {
  private static final int DECIMALS = 1;

  /** Copies the list. */
  public Change {
    stated = List.copyOf(stated);
  }

  static Change between(BigDecimal before, BigDecimal after, List<Grid.Said> stated) {
    BigDecimal difference = after.subtract(before);
    BigDecimal percent =
        before.signum() > 0
            ? difference.movePointRight(2).divide(before, DECIMALS, RoundingMode.HALF_UP)
            : null;
    return new Change(difference, percent, stated);
  }

  /** The difference in 万元 with its sign. */
  public String amount() {
    return signed(yuan, Amounts.tenThousands(yuan.abs()));
  }

  /** The rate with its sign, empty where there is none. */
  public String rate() {
    return percent == null ? "" : signed(percent, percent.abs().toPlainString() + "%");
  }

  /** Short name of the direction for style sheets. */
  public String direction() {
    return yuan.signum() > 0 ? "rose" : yuan.signum() < 0 ? "fell" : "same";
  }

  /** A number with a sign that is as wide as a plus. */
  static String signed(BigDecimal number, String absolute) {
    return (number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "") + absolute;
  }
}
