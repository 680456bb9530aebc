package org.mingzhang.statement.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListMarkScannerTest {
  /** Each series of numbers of one character has its level and counts from one to twenty. */
  @ParameterizedTest
  @CsvSource({
    "①, 5, 1",
    "⑳, 5, 20",
    "⑴, 4, 1",
    "⒇, 4, 20",
    "⒈, 3, 1",
    "⒛, 3, 20",
    "⒎, 3, 7",
    "⑿, 4, 12"
  })
  void a_number_of_one_character_is_a_mark(String mark, int level, int ordinal) {
    assertThat(ListMarkScanner.scan(mark + "样例支出", 0, i -> false))
        .isEqualTo(new ProseToken.ListMark(0, 1, level, ordinal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"样例", "⒜样例", "5万元", "Ⅰ样例"})
  void other_characters_are_no_list_marks(String text) {
    assertThat(ListMarkScanner.scan(text, 0, i -> false)).isNull();
  }
}
