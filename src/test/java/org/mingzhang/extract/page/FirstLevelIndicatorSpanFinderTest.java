package org.mingzhang.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirstLevelIndicatorSpanFinderTest {
  @Test
  void names_of_the_second_level_determine_the_rows_of_the_first() {
    assertThat(
            FirstLevelIndicatorSpanFinder.findRowStarts(
                List.of("产出指标", "效益指标", "满意度指标"),
                List.of("数量指标", "数量指标", "成本指标", "社会效益指标", "可持续影响指标", "服务对象满意度指标")))
        .containsExactly(0, 3, 5);
  }

  @Test
  void rows_that_go_on_from_the_page_before_stay_uncovered() {
    assertThat(
            FirstLevelIndicatorSpanFinder.findRowStarts(
                List.of("效益指标"), List.of("质量指标", "时效指标", "社会效益指标", "生态效益指标")))
        .containsExactly(2);
  }

  @Test
  void contradictory_or_unknown_names_give_no_rows() {
    assertThat(
            FirstLevelIndicatorSpanFinder.findRowStarts(List.of("产出指标"), List.of("数量指标", "社会效益指标")))
        .isNull();
    assertThat(
            FirstLevelIndicatorSpanFinder.findRowStarts(List.of("效益指标"), List.of("数量指标", "质量指标")))
        .isNull();
    assertThat(FirstLevelIndicatorSpanFinder.findRowStarts(List.of("履职效能"), List.of("数量指标")))
        .isNull();
    assertThat(
            FirstLevelIndicatorSpanFinder.findRowStarts(
                List.of("产出指标", "满意度指标"), List.of("数量指标", "社会效益指标", "服务对象满意度指标")))
        .isNull();
  }
}
