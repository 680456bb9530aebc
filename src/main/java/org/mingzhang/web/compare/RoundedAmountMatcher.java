package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.web.fact.FactHit;

/**
 * Decides whether amounts may be the same number printed with different precision, such as 465.38万元
 * and 4653812.00元. A printed number represents all numbers that are rounded or truncated to it.
 */
final class RoundedAmountMatcher {
  private RoundedAmountMatcher() {}

  /** Whether two printed values may be the same number with different precision. */
  static boolean mayBeEqual(FactHit a, FactHit b) {
    BigDecimal difference = a.number().subtract(b.number()).abs();
    return difference.signum() == 0
        || difference.compareTo(a.unitOfLastPlace().max(b.unitOfLastPlace())) < 0;
  }

  /** The facts with different numbers. Of facts with equal numbers, the first is kept. */
  static List<FactHit> removeRepeated(List<FactHit> facts) {
    List<FactHit> kept = new ArrayList<>();
    for (FactHit fact : facts) {
      if (kept.stream().noneMatch(k -> mayBeEqual(k, fact))) {
        kept.add(fact);
      }
    }
    return kept;
  }
}
