package org.mingzhang.extract.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ideographDigital",
        "taiwaneseDigital",
        "japaneseDigitalTenThousand",
        "decimalFullWidth",
        "decimalZero",
        "chineseCounting",
        "upperRoman",
        "ideographTraditional"
      })
  void a_negative_number_has_digits(String numberFormat) {
    assertThat(NumberFormatter.format(numberFormat, -5)).isEqualTo("-5");
  }
}
