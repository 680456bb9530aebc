package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Topic;

/** Rates, scores and lists of zeros in the text of self-evaluations and accounts. */
class CompletionAndScoreTest {
  private static final String AMOUNTS =
      "全年预算数90万元，其中，基本支出预算数50万元，项目支出预算数40万元。资金总体支出80万元，其中，基本支出支出45万元，项目支出支出35万元。";

  @ParameterizedTest
  @CsvSource({
    "项目支出全年预算执行率97.50%, completion-rate",
    "项目支出预算执行率97.50%, completion-rate",
    "基本支出全年预算执行率80.00%, completion-rate",
    "项目支出全年预算执行率87.50%,"
  })
  void a_rate_that_names_its_account_is_compared_with_the_amounts_of_the_section(
      String rate, @Nullable String rule) {
    assertThat(findRules(AMOUNTS, "从支出结构看，" + rate + "。")).isEqualTo(listOf(rule));
  }

  @ParameterizedTest
  @CsvSource({
    "当年预算执行情况19分（满分20分）, 56,",
    "当年预算执行情况19分（满分20分）, 54, score-parts",
    "预算执行情况得19分, 54, score-parts",
    "部门预算执行情况得19分（满分20分）, 58, score-parts"
  })
  void a_score_consists_of_execution_goals_and_management(
      String first, String goals, @Nullable String rule) {
    String text = "综合得分93分，评价等级为“优秀”。其中：" + first + "，整体绩效目标实现情况" + goals + "分，预算管理情况18分。";
    assertThat(findRules(text)).isEqualTo(listOf(rule));
  }

  @ParameterizedTest
  @CsvSource({
    "财政拨款收入90万元，其中政府性基金0万元，国有资本经营预算0万元。",
    "政府采购支出总额90万元，其中：政府采购货物支出0万元，政府采购工程支出0万元。",
    "2024年度收入总计90万元，其中：上级补助收入0万元，年初结转和结余0万元。",
    "财政拨款收入90万元，其中：政府性基金预算财政拨款收入5万元，国有资本经营预算财政拨款收入3万元。"
  })
  void a_list_without_the_main_part_is_not_complete(String text) {
    assertThat(new TestDocument().section(Topic.OTHER, "收支情况", text).findRules()).isEmpty();
  }

  private static List<String> findRules(String... paragraphs) {
    return new TestDocument()
        .withKindAndYear(Category.DEPARTMENT_SELF_EVALUATION, 2024)
        .section(Topic.PERFORMANCE, "预算执行情况", paragraphs)
        .findRules();
  }

  private static List<String> listOf(@Nullable String rule) {
    return rule == null ? List.of() : List.of(rule);
  }
}
