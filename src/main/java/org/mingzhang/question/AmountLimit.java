package org.mingzhang.question;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The range of values that a question asks for; at least one of its ends is not null.
 *
 * @param lower the amount in 元, or the number of things, above which values are asked for; null for
 *     no such end
 * @param upper the amount or number below which values are asked for; null for no such end
 * @param includesEnds whether the ends themselves count
 * @param counter the measure word of a number of things, such as 辆; {@code %} for the size of a
 *     change in percent; empty for amounts
 */
public record AmountLimit(
    @Nullable BigDecimal lower, @Nullable BigDecimal upper, boolean includesEnds, String counter) {
  /** Whether the ends are percentages by which values rose or fell. */
  public boolean isRate() {
    return counter.equals("%");
  }

  /** Whether a value, in the unit of the ends, is in the range. */
  public boolean accepts(BigDecimal value) {
    return (lower == null || isInOrder(lower, value)) && (upper == null || isInOrder(value, upper));
  }

  /** The range as the value of a field in a query: {@code <60}, {@code >=50} or {@code 5..8}. */
  public String toRange() {
    String equal = includesEnds ? "=" : "";
    return lower == null
        ? "<" + equal + upper
        : upper == null ? ">" + equal + lower : lower + ".." + upper;
  }

  private boolean isInOrder(BigDecimal smaller, BigDecimal larger) {
    int order = smaller.compareTo(larger);
    return includesEnds ? order <= 0 : order < 0;
  }

  /**
   * Name of the kind of range in texts: {@code zero} and {@code any} for zero and more than zero,
   * {@code between} with two ends, otherwise {@code from.above}, {@code beyond.above}, {@code
   * from.below} or {@code beyond.below}.
   */
  public String id() {
    if (lower != null && upper != null) {
      return "between";
    }
    if (lower == null ? isZero(upper) && includesEnds : isZero(lower) && !includesEnds) {
      return lower == null ? "zero" : "any";
    }
    return (includesEnds ? "from" : "beyond") + (lower == null ? ".below" : ".above");
  }

  private static boolean isZero(@Nullable BigDecimal end) {
    return end != null && end.signum() == 0;
  }
}
