package org.mingzhang.audit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.Seed;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.statement.Span;

class ComputedIntervalTest {
  private static final Span ANY_SPAN = new Span("1", 1, 0, 1);

  private static Quantity quantityInWan(String printed) {
    return new Quantity(
        ANY_SPAN,
        printed,
        new BigDecimal(printed).scaleByPowerOfTen(4),
        "万元",
        Measure.MONEY,
        BigDecimal.valueOf(10_000),
        true);
  }

  @ParameterizedTest
  @CsvSource({
    // printed, decimals of the document, whether it cuts, lowest and highest value in 元
    "42, 0, false, 415000, 425000",
    "42, 0, true, 420000, 430000",
    "42, 2, false, 419950, 420050",
    "42.5, 2, false, 424950, 425050",
    "42.55, 2, false, 425450, 425550",
    "42.55, 2, true, 425500, 425600",
    "-42.55, 2, true, -425600, -425500",
    "42.5512, 2, false, 425511.5, 425512.5",
  })
  void a_printed_amount_stands_for_all_that_round_or_cut_to_it(
      String printed, int decimals, boolean cut, BigDecimal low, BigDecimal high) {
    ComputedInterval interval =
        new PrintedPrecision(decimals, cut).toInterval(quantityInWan(printed));
    assertThat(interval.low()).isEqualByComparingTo(low);
    assertThat(interval.high()).isEqualByComparingTo(high);
  }

  @Test
  void a_document_of_cents_is_told_by_its_own_amounts() {
    assertThat(
            PrintedPrecision.determine(
                    List.of(quantityInWan("1.25"), quantityInWan("42"), quantityInWan("8.10")))
                .decimals())
        .isEqualTo(2);
    assertThat(
            PrintedPrecision.determine(
                    List.of(quantityInWan("125"), quantityInWan("42"), quantityInWan("8.1")))
                .decimals())
        .isZero();
    assertThat(PrintedPrecision.determine(List.of()).decimals()).isZero();
  }

  @Test
  void no_choice_within_printed_numbers_is_ever_accused() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      boolean cut = random.nextBoolean();
      PrintedPrecision precision = new PrintedPrecision(2, cut);
      BigDecimal first = randomCents(random);
      BigDecimal second = randomCents(random);
      ComputedInterval sum =
          precision
              .toInterval(printInWan(first, cut))
              .plus(precision.toInterval(printInWan(second, cut)));
      assertThat(sum.intersects(precision.toInterval(printInWan(first.add(second), cut))))
          .as("seed %d: %s + %s", seed, first, second)
          .isTrue();
      ComputedInterval part = precision.toInterval(printInWan(first, cut));
      ComputedInterval whole = precision.toInterval(printInWan(first.add(second), cut));
      if (whole.isPositive()) {
        ComputedInterval share = part.percentOf(whole);
        BigDecimal exact =
            first
                .multiply(BigDecimal.valueOf(100))
                .divide(first.add(second), MathContext.DECIMAL128);
        assertThat(share.low()).as("seed %d", seed).isLessThanOrEqualTo(exact);
        assertThat(share.high()).as("seed %d", seed).isGreaterThanOrEqualTo(exact);
      }
    }
  }

  private static BigDecimal randomCents(Random random) {
    return BigDecimal.valueOf(1 + random.nextLong(1_000_000_000), 2);
  }

  /** An amount in 元 printed in 万元 with two decimals, rounded or cut. */
  private static Quantity printInWan(BigDecimal yuan, boolean cut) {
    RoundingMode mode = cut ? RoundingMode.DOWN : RoundingMode.HALF_UP;
    return quantityInWan(yuan.movePointLeft(4).setScale(2, mode).toPlainString());
  }

  @Test
  void a_percentage_of_nought_is_an_error_of_the_caller() {
    ComputedInterval nought = ComputedInterval.exactly(BigDecimal.ZERO);
    assertThatThrownBy(() -> nought.percentOf(nought)).hasMessageContaining("percentage");
  }
}
