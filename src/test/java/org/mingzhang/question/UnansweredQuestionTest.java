package org.mingzhang.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnansweredQuestionTest {
  @ParameterizedTest
  @CsvSource({
    "2024年三公经费超预算的单位, over-budget, 三公经费",
    "哪些单位超预算, over-budget, 支出总计",
    "哪些部门项目支出超支了, over-budget, 项目支出",
    "人均机关运行经费, per-head, 机关运行经费",
    "接待费平均每人多少, per-head, 公务接待费",
    "哪些单位没有公开三公经费, undisclosed, 三公经费",
    "哪些区没公布决算, undisclosed, ",
    "我们区学校花了多少钱, own-place, 支出总计",
    "我县三公经费, own-place, 三公经费",
    "哪个区教育最多, order, ",
    "哪些单位预算执行率低于60%, completion, ",
    "项目支出完成率不到六成的部门, completion, 项目支出",
    "执行率达到百分之九十五的项目, completion, ",
    "得分100分但目标未完成的项目, full-score, ",
    "满分但未达标的指标, full-score, ",
    "没完成目标却得满分的项目, full-score, "
  })
  void what_is_not_answered_is_told_by_its_kind(String typed, String kind, String account) {
    assertThat(UnansweredQuestion.find(typed))
        .hasValueSatisfying(
            question -> {
              assertThat(question.kind().id()).isEqualTo(kind);
              assertThat(question.account().map(a -> a.name()).orElse(null)).isEqualTo(account);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "超支原因",
        "人均住房面积",
        "我区不断加大投入",
        "政府信息未公开",
        "最多跑一次",
        "“人均”机关运行经费",
        "三公经费",
        "预算执行率",
        "执行率低的原因",
        "满分100分"
      })
  void other_searches_are_no_such_question(String typed) {
    assertThat(UnansweredQuestion.find(typed)).isEmpty();
  }
}
