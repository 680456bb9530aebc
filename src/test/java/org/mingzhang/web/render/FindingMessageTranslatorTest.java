package org.mingzhang.web.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingMessageTranslatorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.28 ÷ 6.08 = 70.39%，文中写 90% | 4.28 ÷ 6.08 = 70.39%; the text says 90%",
        "58.40 + 12.60 = 71.00万元，文中写80.00万元，差9.00万元"
            + " | 58.40 + 12.60 = 71.00; the text says 80.00; off by 9.00 (in 10,000 yuan)",
        "0.3万元 ≠ 2,961.68万元 | 0.3 ≠ 2,961.68 (in 10,000 yuan)",
        "3元 ≠ 2万元 | 3 (yuan) ≠ 2 (10,000 yuan)",
        "10.23万元 ÷ 0 无法计算，文中写 100.00%"
            + " | 10.23 ÷ 0 cannot be computed; the text says 100.00% (in 10,000 yuan)",
        "减少 ↔ 上升 | down ↔ up",
        "决算 0，预算 0，文中写“小于” | result 0, budget 0; the text says \"less than\"",
        "20 × 129.25% → 20.00，表中写 14.15 | 20 × 129.25% → 20.00; the form says 14.15",
        "10 + 10 = 20，标注 40分 | 10 + 10 = 20; headed 40",
        "住房公积金 ≠ 3万元 | 住房公积金 ≠ 3万元"
      })
  void computations_keep_their_numbers_and_say_the_unit_once(String formula, String english) {
    assertThat(FindingMessageTranslator.translateFormula(formula)).isEqualTo(english);
  }

  @Test
  void amounts_in_messages_are_told_in_yuan() {
    assertThat(
            FindingMessageTranslator.translateMessage(
                "The parts give 1.65万元; the document says 2亿元 and 3.5元."))
        .isEqualTo("The parts give 16,500 yuan; the document says 200,000,000 yuan and 3.5 yuan.");
    assertThat(FindingMessageTranslator.translateMessage("All others are in 万元, this one is in 元."))
        .isEqualTo("All others are in units of 10,000 yuan, this one is in yuan.");
  }
}
