package org.mingzhang.extract.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSymbolMapperTest {
  @ParameterizedTest
  @CsvSource({
    "F0FE, Wingdings, ☑",
    "F052, Wingdings 2, ☑",
    "52, wingdings 2, ☑",
    "F052, Wingdings, ''",
    "F050, Wingdings, ''",
    "F02A, Wingdings, ''",
    "F0FE, Wingdings 2, ''",
    "F0A3, Wingdings 2, □",
    "F0A3, Symbol, ≤",
    "F0D6, Symbol, √",
    "F052, Symbol, ''",
    "F0FE, Webdings, ''",
    "F0FE,, ☑",
    "F052,, ☑",
    "2611, Segoe UI Symbol, ☑",
    "xyz, Wingdings, ''",
  })
  void a_code_is_the_sign_of_its_font(String code, String font, String expected) {
    assertThat(WordSymbolMapper.map(code, font)).isEqualTo(expected);
  }
}
