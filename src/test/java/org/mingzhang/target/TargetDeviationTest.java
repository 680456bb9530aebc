package org.mingzhang.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Indicator;

class TargetDeviationTest {
  @ParameterizedTest(name = "{0} against {1}: {2} %, {3} times, {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ≥800人次 | 612人次 | -23.5 | 0.765 | MORE
          ≥30件 | 165件 | 450 | 5.5 | MORE
          30家 | 24家 | -20 | 0.8 | MORE
          ≤110万元 | 55万元 | -50 | 0.5 | LESS
          不超过10天 | 12天 | 20 | 1.2 | LESS
          =100% | 98% | -2 | 0.98 | EXACT
          100天 | 120天 | 20 | 1.2 | UNKNOWN
          3万元 | 4.5万元 | 50 | 1.5 | UNKNOWN
          90%-95% | 93% | 0 | 1 | MORE
          90%-95% | 80% | -11.1111 | 0.8889 | MORE
          1.3万人 | 1.17 | -10 | 0.9 | MORE
          2家 | 培育示例公司等18家民主管理星级单位 | 800 | 9 | MORE
          覆盖20个乡镇 | 覆盖15个乡镇 | -25 | 0.75 | MORE
          """)
  void is_relative_to_the_target(
      String target,
      String actual,
      BigDecimal percent,
      BigDecimal times,
      TargetDeviation.BetterDirection betterDirection) {
    TargetDeviation apart = TargetDeviation.compute(target, actual, false).orElseThrow();
    assertThat(apart.percent()).isEqualByComparingTo(percent);
    assertThat(apart.ratio()).isEqualByComparingTo(times);
    assertThat(apart.betterDirection()).isEqualTo(betterDirection);
  }

  @ParameterizedTest(name = "{0} against {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ≥0% | 1.95%
          0起 | 3起
          效果明显 | 效果明显
          ≥95% | 0.97
          ≥5人 | 100%
          ≥85% | ＞80%
          2024年12月31日前 | 2024年11月
          12月底前完成 | 12月
          5家 | 2家、3家
          10 | 完成
          """)
  void is_not_told_where_the_two_cannot_be_divided(String target, String actual) {
    assertThat(TargetDeviation.compute(target, actual, false)).isEmpty();
  }

  @Test
  void money_is_apart_in_yuan_and_cost_is_better_below() {
    TargetDeviation apart = TargetDeviation.compute("3万元", "4.5万元", true).orElseThrow();
    assertThat(apart.yuan()).isEqualByComparingTo("15000");
    assertThat(apart.betterDirection()).isEqualTo(TargetDeviation.BetterDirection.LESS);
    assertThat(TargetDeviation.compute("≥30家", "24家", false).orElseThrow().yuan()).isNull();
    assertThat(TargetDeviation.compute(null, "24家", false)).isEmpty();
    assertThat(TargetDeviation.compute("≥30家", null, false)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          群众满意度   | 290%  | 92% | true
          资金到位率   | 2100% | 98% | true
          产值增长率   | 290%  | 92% | false
          群众满意度   | 90%   | 92% | false
          """)
  void is_not_told_where_the_target_cannot_be_met(
      String name, String target, String actual, boolean none) {
    Indicator judged =
        indicator(name, target, actual).withMet(TargetJudge.judge(target, actual, false));
    assertThat(TargetDeviation.compute(judged).isEmpty()).isEqualTo(none);
  }

  @ParameterizedTest
  @CsvSource({"≥60个,41个", "100%,82%", "≤7万元,5.2万元"})
  void is_not_told_where_the_form_has_results_of_a_part_of_the_year(String target, String actual) {
    Indicator unjudged = indicator("补助的站点数量", target, actual);
    assertThat(TargetDeviation.compute(unjudged)).isEmpty();
    assertThat(TargetDeviation.compute(unjudged.withMet(TargetJudge.judge(target, actual, false))))
        .isPresent();
  }

  private static Indicator indicator(String name, String target, String actual) {
    Indicator.TargetResult unknown = Indicator.TargetResult.UNKNOWN;
    return new Indicator(
        "1", "表", null, null, "产出指标", null, name, target, actual, null, null, null, unknown, 1);
  }
}
