package org.mingzhang.question;

import java.math.BigDecimal;

/**
 * An amount above or below which values are asked for.
 *
 * @param above whether values above the amount are asked for, otherwise those below
 * @param inclusive whether the amount itself counts
 * @param yuan the amount in 元
 */
public record AmountLimit(boolean above, boolean inclusive, BigDecimal yuan) {
  /** Whether an amount in 元 is on the side that is asked for. */
  public boolean accepts(BigDecimal amount) {
    int order = amount.compareTo(yuan);
    return order == 0 ? inclusive : above == order > 0;
  }
}
