package org.mingzhang.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far the number that a finding is about is from what the other numbers give.
 *
 * @param yuan the gap in 元; for a rate, what the gap in percentage points is of the amount that it
 *     is a rate of; null where no money is at stake or that amount is not known
 * @param percent the gap in percent of what the other numbers give; for a rate, the gap in
 *     percentage points, which is its part of the whole already; null where they give nothing
 */
public record FindingGap(@Nullable BigDecimal yuan, @Nullable BigDecimal percent) {
  /** Checks that it says something, and nothing below nought. */
  public FindingGap {
    if (yuan == null && percent == null) {
      throw new IllegalArgumentException("a gap of nothing");
    }
    if ((yuan != null && yuan.signum() < 0) || (percent != null && percent.signum() < 0)) {
      throw new IllegalArgumentException("a gap below nought: " + yuan + ", " + percent);
    }
  }
}
