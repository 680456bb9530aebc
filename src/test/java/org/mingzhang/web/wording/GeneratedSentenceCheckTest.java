package org.mingzhang.web.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A sentence passes only if it says what its row says and nothing else. */
class GeneratedSentenceCheckTest {
  private static final CitedRow UNION =
      row(1, "青石区总工会", "6.28", "比 2023 年增加 1.00 万元（18.9%）", true, false);
  private static final CitedRow SCHOOLS =
      row(2, "青石区教育局", "410.12", "比 2023 年减少 1,010.00 万元（20%）", false, true);

  private static CitedRow row(
      int number, String agency, String value, String change, boolean rose, boolean fell) {
    String slice = "部门口径，一般公共预算，决算";
    return new CitedRow(
        number,
        agency,
        agency + "，三公经费，2024 年，" + slice + "：" + value + " 万元。" + change,
        change,
        List.of("三公经费", slice, "部门口径", "一般公共预算", "决算"),
        rose,
        fell,
        "/d/x#a-1");
  }

  private static boolean stands(CitedRow row, String sentence) {
    return new GeneratedSentenceCheck(List.of(UNION, SCHOOLS)).findFault(row, sentence).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> what_the_row_says_may_stand() {
    return Stream.of(
            "青石区总工会2024年度“三公”经费决算为6.28万元。",
            "青石区总工会 2024 年三公经费（部门口径，一般公共预算）决算 6.28 万元，比 2023 年增加 1.00 万元，增长 18.9%。",
            "青石区总工会２０２４年三公经费决算为６．２８万元，统一按部门口径。",
            "青石区总工会2024年三公经费决算增加到6.28万元。")
        .map(s -> DynamicTest.dynamicTest(s, () -> assertThat(stands(UNION, s)).isTrue()));
  }

  @Test
  void thousands_may_be_grouped_or_not() {
    assertThat(stands(SCHOOLS, "青石区教育局2024年三公经费决算为410.12万元，比2023年减少1010万元。")).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> whatever_else_is_refused() {
    return Stream.of(
            "青石区总工会2024年三公经费决算为6.29万元。",
            "青石区总工会2024年三公经费决算为6.28亿元。",
            "青石区总工会2024年三公经费决算为6.28元。",
            "青石区总工会2022年三公经费决算为6.28万元。",
            "青石区总工会2024年三公经费决算约六点三万元。",
            "青石区总工会2024年三公经费决算为6.28万元，翻番。",
            "青石区总工会2024年三公经费决算为6.28万元，是上年的一倍多。",
            "青石区总工会2024年三公经费决算为6.28万元，增加6.28万元。",
            "青石区总工会2024年三公经费决算为6.28万元，增长近两成。",
            "青石区总工会2024年三公经费决算为6.28万元，有所下降。",
            "青石区总工会2024年三公经费决算为6.28万元，居第一。",
            "青石区总工会2024年三公经费决算为6.28万元，为各单位最高。",
            "青石区总工会2024年三公经费决算为6.28万元，原因是出国增多。",
            "青石区总工会2024年三公经费决算为6.28万元，涉嫌违规。",
            "青石区教育局2024年三公经费决算为6.28万元。",
            "青石区总工会和青石区教育局2024年三公经费决算为6.28万元。",
            "2024年三公经费决算为6.28万元。",
            "青石区总工会2024年三公经费决算为6.28万元，见 https://evil.example 。",
            "青石区总工会2024年三公经费决算为<b>6.28</b>万元。",
            "青石区总工会2024年三公经费决算为6½万元。",
            "青石区总工会2024年三公经费决算为⑥.28万元。",
            "青石区总工会 2024: six million. 6.28 万元",
            " ",
            "青石区总工会".repeat(60))
        .map(
            s ->
                DynamicTest.dynamicTest(
                    "“" + s + "”", () -> assertThat(stands(UNION, s)).isFalse()));
  }

  @Test
  void one_bad_sentence_discards_all_and_so_does_one_that_cites_no_row() {
    List<CitedRow> rows = List.of(UNION, SCHOOLS);
    String good = "{\"row\":1,\"text\":\"青石区总工会2024年三公经费决算为6.28万元。\"}";
    assertThat(RowSentenceWriter.checkSentences("Here you are: [" + good + "]", rows).sentences())
        .hasSize(1);
    for (String bad :
        List.of(
            "[" + good + ",{\"row\":2,\"text\":\"青石区教育局2024年三公经费决算为6.28万元。\"}]",
            "[" + good + "," + good + "]",
            "[" + good + ",{\"row\":3,\"text\":\"青石区总工会\"}]",
            "[" + good + ",{\"row\":\"1\"}]",
            "[]",
            "no json",
            "[[[[[" + good)) {
      AnswerSentences answer = RowSentenceWriter.checkSentences(bad, rows);
      assertThat(answer.state()).as(bad).isEqualTo(AnswerSentences.WordingState.REFUSED);
      assertThat(answer.sentences()).isEmpty();
    }
  }
}
