package org.mingzhang.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The difference between the number that a finding is about and the number that follows from the
 * others. At least one of the two values is given, and neither is negative.
 *
 * @param yuan the difference in 元; for a rate, the difference in percentage points multiplied by
 *     the amount of which it is a rate; null if the number is not an amount of money or a rate of
 *     one, or if that amount is not known
 * @param percent the difference in percent of the number that follows from the others; for a rate,
 *     the difference in percentage points; null if that number is zero
 */
public record FindingGap(@Nullable BigDecimal yuan, @Nullable BigDecimal percent) {
  /** Checks that there is at least one value and that none is negative. */
  public FindingGap {
    if (yuan == null && percent == null) {
      throw new IllegalArgumentException("a gap has neither amount nor percentage");
    }
    if ((yuan != null && yuan.signum() < 0) || (percent != null && percent.signum() < 0)) {
      throw new IllegalArgumentException("negative gap: " + yuan + ", " + percent);
    }
  }
}
