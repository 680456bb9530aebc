package org.mingzhang.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Topic;

/** Shares that were rounded or truncated in usual ways, none of which may be reported. */
class RoundedSharesTest {
  @Test
  void rounded_and_cut_off_shares_are_left_alone() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      BigDecimal whole = BigDecimal.valueOf(random.nextLong(10_000, 500_000), 2);
      BigDecimal part = BigDecimal.valueOf(random.nextLong(1, 10_000), 2).min(whole);
      int digits = random.nextInt(3);
      RoundingMode mode = random.nextBoolean() ? RoundingMode.HALF_UP : RoundingMode.DOWN;
      BigDecimal rate = percent(part, whole).setScale(digits, mode);
      boolean coarse = digits == 0 && mode == RoundingMode.DOWN;
      String text = "本年支出合计" + whole + "万元，其中：基本支出" + part + "万元，占" + rate + "%。";
      if (!coarse) {
        assertEquals(
            List.of(),
            new TestDocument().section(Topic.EXPENDITURE, "支出", text).findRules(),
            "seed " + seed + " " + text);
      }
    }
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.movePointRight(2).divide(whole, 10, RoundingMode.HALF_UP);
  }
}
