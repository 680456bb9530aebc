package org.mingzhang.extract.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognizedSignCorrectorTest {
  @ParameterizedTest
  @CsvSource({
    "100允, 100%, 100%",
    "1.95名, 1.95%, 1.95%",
    "1009%, 100%, 100%",
    "=1005, =100%, =100%",
    "≥80, 280%, ",
    "≥80人, 80人, ",
    "100, 100, ",
    "12.5, 12.6%, ",
    "30件, 30%, ",
  })
  void a_sign_is_corrected_only_if_both_readings_agree_on_the_digits(
      String first, String second, String expected) {
    assertEquals(
        Optional.ofNullable(expected), RecognizedSignCorrector.correctPercentSign(first, second));
  }

  @Test
  void words_and_short_plain_numbers_are_not_read_twice() {
    assertTrue(RecognizedSignCorrector.mayContainPercentSign("100允"));
    assertFalse(RecognizedSignCorrector.mayContainPercentSign("效果显著"));
    assertFalse(RecognizedSignCorrector.mayContainPercentSign("10"));
    assertFalse(RecognizedSignCorrector.mayContainPercentSign("2024年12月31日"));
  }

  @Test
  void a_letter_s_before_a_number_becomes_less_or_equal() {
    assertEquals("≤15.3万元", RecognizedSignCorrector.correctLessOrEqualSign("s15.3万元"));
    assertEquals("s级", RecognizedSignCorrector.correctLessOrEqualSign("s级"));
    assertEquals("≥30件", RecognizedSignCorrector.correctLessOrEqualSign("≥30件"));
  }
}
