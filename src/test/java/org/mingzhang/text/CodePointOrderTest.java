package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;

class CodePointOrderTest {
  /** Parts of the strings; Java sorts those above U+D7FF in another order than their bytes. */
  private static final List<String> PARTS =
      List.of("", "a", "经", "費", "\uE000", "\uFFE5", "𠀀", "𪚥");

  @Test
  void the_order_is_that_of_the_bytes_in_utf_8() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String a = text(random);
      String b = text(random);
      int bytes =
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
      assertThat(Integer.signum(CodePointOrder.COMPARATOR.compare(a, b)))
          .as(a + " and " + b + ", seed " + seed)
          .isEqualTo(Integer.signum(bytes));
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }
}
