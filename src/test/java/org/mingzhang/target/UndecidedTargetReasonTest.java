package org.mingzhang.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Indicator.TargetResult;

class UndecidedTargetReasonTest {
  private static Indicator indicator(
      @Nullable String target, @Nullable String actual, TargetResult targetResult) {
    return new Indicator(
        "1",
        "表",
        null,
        null,
        "产出指标",
        null,
        "名称",
        target,
        actual,
        null,
        null,
        null,
        targetResult,
        1);
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          —         | 5件          | NO_TARGET
          5件        | 无           | NO_RESULT
          12月底前完成   | 已在推进         | DATE
          效果显著      | 群众普遍反映良好     | WORDS
          ≥95%      | 基本完成         | RESULT_IN_WORDS
          ≥95%      | 0.97         | OTHER_UNIT
          5家        | 完成2家，上年7家   | SEVERAL
          培训3期120人  | 办了培训         | SEVERAL
          ≥85%      | ＞80%         | BOUND
          =5件       | 7件           | EXACT
          5场左右      | 4场           | EXACT
          30天       | 45天          | NO_DIRECTION
          3万元       | 4万元          | NO_DIRECTION
          """)
  void each_undecided_row_says_why(String target, String actual, UndecidedTargetReason why) {
    assertThat(TargetJudge.judge(target, actual, false)).isEqualTo(TargetResult.UNKNOWN);
    assertThat(UndecidedTargetReason.findReason(indicator(target, actual, TargetResult.UNKNOWN)))
        .contains(why);
  }

  @ParameterizedTest(name = "{0} against {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          有所提升      | 有所提升
          100%      | 100%
          ≥54个      | 49个
          2024年12月底前 | 2024年11月
          ≤9万元      | 6.17万元
          """)
  void what_is_decided_but_was_not_judged_is_the_result_of_a_part_of_the_year(
      String target, String actual) {
    assertThat(UndecidedTargetReason.findReason(indicator(target, actual, TargetResult.UNKNOWN)))
        .contains(UndecidedTargetReason.PART_OF_YEAR);
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource({"《65万元, 61.75万元, MET", "《65万元, 66万元, MISSED", "》90%, 92%, MET", "》3场, 2场, MISSED"})
  void a_lone_mark_of_titles_before_a_number_is_a_sign(
      String target, String actual, TargetResult met) {
    assertThat(TargetJudge.judge(target, actual, false)).isEqualTo(met);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "市民满意度调查, 290%, true",
    "群众满意率, ≥950%, true",
    "市民满意度调查, 100%, false",
    "市民满意度调查, ≥90%, false",
    "市民满意度调查, 290人, false",
    "招生计划完成率, 120%, false",
    "信访件按时答复率, 296%, true",
    "道路保洁覆盖率, 2100%, true",
    "新增岗位合格比例, 290.5%, true",
    "信访件按时答复率, ≥96%, false",
    "销售收入增长率, 296%, false",
    "招生计划完成率, 200%, false",
    "免疫规划人次, 296%, false"
  })
  void a_share_above_100_percent_is_no_target(String name, String target, boolean impossible) {
    assertThat(TargetJudge.isImpossible(name, target)).isEqualTo(impossible);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    ">60家, 60家, UNKNOWN, MISREAD_SIGN",
    "<400元, 400元, UNKNOWN, MISREAD_SIGN",
    ">85%, 85%, UNKNOWN, MISREAD_SIGN",
    ">60家, 59家, MISSED,",
    "≥60家, 59家, MISSED,"
  })
  void strict_signs_of_recognized_text_decide_nothing(
      String target, String actual, TargetResult met, UndecidedTargetReason why) {
    Indicator row =
        UndecidedTargetReason.withoutDoubtfulSign(indicator(target, actual, TargetResult.MISSED));
    assertThat(row.met()).isEqualTo(met);
    assertThat(UndecidedTargetReason.findReason(row)).isEqualTo(Optional.ofNullable(why));
  }

  @Test
  void missing_cells_are_told_and_decided_rows_say_nothing() {
    assertThat(UndecidedTargetReason.findReason(indicator(null, "5", TargetResult.UNKNOWN)))
        .contains(UndecidedTargetReason.NO_TARGET);
    assertThat(UndecidedTargetReason.findReason(indicator("5", null, TargetResult.UNKNOWN)))
        .contains(UndecidedTargetReason.NO_RESULT);
    assertThat(UndecidedTargetReason.findReason(indicator("5", "4", TargetResult.MISSED)))
        .isEmpty();
    assertThat(UndecidedTargetReason.NO_DIRECTION.id()).isEqualTo("no-direction");
  }
}
