package org.mingzhang.web.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataMaskerTest {
  @ParameterizedTest
  @CsvSource({
    "填表人13812345678签字,填表人138****5678签字",
    "027-84468888,027-84468888",
    "资金13812345678.90元,资金13812345678.90元",
    "6212261381234567890,6212261381234567890",
    "12812345678,12812345678"
  })
  void only_mobile_numbers_are_masked(String text, String shown) {
    assertThat(new PersonalDataMasker(true).mask(text)).isEqualTo(shown).hasSameSizeAs(text);
  }

  @Test
  void masking_can_be_switched_off() {
    assertThat(new PersonalDataMasker(false).mask("13812345678")).isEqualTo("13812345678");
  }
}
