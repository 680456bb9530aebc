package org.mingzhang.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;
import org.mingzhang.statement.section.StatementReader;

/** Tests the labels, units and places of the amounts and percentages of a text. */
class LabeledNumberTest {
  private static List<LabeledNumber> read(String... paragraphs) {
    List<Section.Part> body =
        List.of(paragraphs).stream().<Section.Part>map(p -> new Section.Paragraph(1, p)).toList();
    Section section = new Section("1", "", "说明", 1, Topic.OTHER, 1, false, false, body);
    Disclosure document =
        new Disclosure(
            new SourceDocument("sample.txt", "0".repeat(64), "text/plain", 1, 1, null),
            new DocumentMetadata(
                "2024年度决算",
                false,
                "某局",
                null,
                2024,
                Category.DEPARTMENT_FINAL_ACCOUNTS,
                null,
                List.of()),
            List.of(section),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new StatementReader().read(document).getFirst().numbers();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "计划资金 800 万元 | 计划资金 | 800 | 万元",
        "专项资金465.38万~元 | 专项资金 | 465.38 | 万元",
        "合计１２．５０万元 | 合计 | 12.50 | 万元",
        "一、共安排3.2亿元 | 一、共安排 | 3.2 | 亿元",
        "总预算1720.00万， | 总预算 | 1720.00 | 万元",
        "补助三百二十万元 | 补助 | 320 | 万元",
        "甲、其中：修缮30万元 | 修缮 | 30 | 万元",
        "资金到位率90％ | 资金到位率 | 90 | %",
      })
  void a_number_has_its_unit_and_the_words_since_the_last_stop(
      String text, String label, String printed, String unit) {
    List<LabeledNumber> numbers = read(text.replace('~', '\n'));
    assertThat(numbers).hasSize(1);
    assertThat(numbers.getFirst().label()).isEqualTo(label);
    assertThat(numbers.getFirst().quantity().printed()).isEqualTo(printed);
    assertThat(numbers.getFirst().quantity().unit()).isEqualTo(unit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"会员1.6万人", "单位：万元", "2024年", "几万元", "元旦", "设备12台"})
  void counts_years_and_bare_units_are_no_labeled_numbers(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void labels_begin_after_the_number_before_and_sentences_and_paragraphs_are_counted() {
    List<LabeledNumber> numbers = read("甲10万元、乙20万元。丙30万元", "丁40万元，占50%。");
    assertThat(numbers).extracting(LabeledNumber::label).containsExactly("甲", "乙", "丙", "丁", "占");
    assertThat(numbers).extracting(LabeledNumber::paragraphIndex).containsExactly(0, 0, 0, 1, 1);
    assertThat(numbers).extracting(LabeledNumber::sentenceNumber).containsExactly(1, 1, 2, 3, 3);
    assertThat(numbers)
        .extracting(LabeledNumber::isMoney)
        .containsExactly(true, true, true, true, false);
  }
}
