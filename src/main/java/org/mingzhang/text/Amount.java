package org.mingzhang.text;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money in running text.
 *
 * @param start index of its first character, including the sign
 * @param end index after its unit
 * @param value the number as printed, without thousands separators; null if it was left blank
 * @param unit 元, 千元, 万元, 百万元 or 亿元; 万 and 亿 without 元 become 万元 and 亿元
 * @param unitComplete whether 元 is printed
 */
public record Amount(
    int start, int end, @Nullable BigDecimal value, String unit, boolean unitComplete)
    implements TextQuantity {

  /** Whether the number was left blank, which is not zero. */
  public boolean isMissing() {
    return value == null;
  }

  /** The amount in 元, exact; empty if the number is missing. */
  public Optional<BigDecimal> yuan() {
    return Optional.ofNullable(value).map(v -> v.scaleByPowerOfTen(Amounts.unitPower(unit)));
  }

  /** The number as printed, without separators; empty if missing. */
  public String printed() {
    return value == null ? "" : value.toPlainString();
  }
}
