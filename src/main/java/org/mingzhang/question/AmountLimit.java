package org.mingzhang.question;

import java.math.BigDecimal;

/**
 * An amount above or below which values are asked for.
 *
 * @param isLowerBound whether values above the amount are asked for, otherwise those below
 * @param inclusive whether the amount itself counts
 * @param yuan the amount in 元
 */
public record AmountLimit(boolean isLowerBound, boolean inclusive, BigDecimal yuan) {
  /** Whether an amount in 元 is on the side that is asked for. */
  public boolean accepts(BigDecimal amount) {
    int order = amount.compareTo(yuan);
    return order == 0 ? inclusive : isLowerBound == order > 0;
  }
}
