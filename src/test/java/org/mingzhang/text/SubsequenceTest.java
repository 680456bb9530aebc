package org.mingzhang.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubsequenceTest {
  @ParameterizedTest
  @CsvSource({
    "教育体育局, 教体局, true",
    "教育体育局, 体教局, false",
    "教育体育局, 教育体育局, true",
    "教育体育局, 教教局, false",
    "教育局, 教育体育局, false",
    "教育局, '', true",
    "'', 局, false"
  })
  void the_characters_of_an_abbreviation_must_be_in_their_order(
      String text, String abbreviation, boolean expected) {
    assertEquals(expected, Subsequence.containsInOrder(text, abbreviation));
  }
}
