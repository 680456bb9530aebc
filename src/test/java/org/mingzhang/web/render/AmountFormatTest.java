package org.mingzhang.web.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4653800|465.38",
        "0|0.00",
        "50|0.01",
        "49|0.0049",
        "0.004|0.00",
        "-123456789|-12,345.68",
        "1e12|100,000,000.00"
      })
  void amounts_are_shown_in_ten_thousands_and_only_nothing_looks_like_nothing(
      String yuan, String shown) {
    assertThat(AmountFormat.formatTenThousands(new BigDecimal(yuan))).isEqualTo(shown);
  }

  @Test
  void what_is_missing_is_never_a_nought() {
    assertThat(AmountFormat.formatTenThousands(null)).isEqualTo("—");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "999|999", "1000|1,000", "-999|-999", "-1204|-1,204", "1234567|1,234,567"})
  void counts_have_thousands_separators(long count, String shown) {
    assertThat(AmountFormat.formatCount(count)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0.00", "465.38", "1,465.38", "-3", "90%", " 12 ", "100.0％", "1234567.89"})
  void numbers_stand_on_the_right(String cell) {
    assertThat(AmountFormat.isNumeric(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "一", "42家", "≥30", "2024年", "1.2.3", "-", "合计"})
  void words_do_not(String cell) {
    assertThat(AmountFormat.isNumeric(cell)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "217350|21.735|万元|21.735",
        "12345678.5|1,234.56785|万元|1,234.56785",
        "217300|21.730|万元|21.73",
        "217350|217350.00|元|21.74",
        "217350.123|217350.123|元|21.74",
        "217000|21.7|万元|21.70"
      })
  void decimals_of_amounts_in_ten_thousands_are_those_printed(
      BigDecimal yuan, String printed, String unit, String shown) {
    assertThat(AmountFormat.formatTenThousands(yuan, printed, unit)).isEqualTo(shown);
  }
}
