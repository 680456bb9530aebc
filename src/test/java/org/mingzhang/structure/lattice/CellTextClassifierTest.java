package org.mingzhang.structure.lattice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the numbers among the texts of cells. */
class CellTextClassifierTest {
  /** Each of these stopped the reading of its document while it was parsed as a plain number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 | 10",
        "9.75 | 9.75",
        "1,234.50 | 1234.5",
        "1，234 | 1234",
        "￥5 | 5",
        "－3 | -3",
        "−0.5 | -0.5"
      })
  void whatever_is_a_number_has_a_value(String text, double value) {
    assertThat(CellTextClassifier.isNumber(text)).isTrue();
    assertThat(CellTextClassifier.toNumber(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"90%", "约10", "''"})
  void a_number_with_words_or_a_unit_is_none(String text) {
    assertThat(CellTextClassifier.isNumber(text)).isFalse();
  }
}
