package org.mingzhang.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Indicator.TargetResult;

class TargetJudgeTest {
  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ≥30件 | 165件 | MET
          ≥30 件 | 29件 | MISSED
          ≧95% | 95% | MET
          ≥96% | 95% | MISSED
          ≥96% | 95.99% | MISSED
          =100% | 100% | MET
          =100% | 98% | MISSED
          ＝100％ | 100% | MET
          100& | 100% | MET
          ≥100百分比 | 100 | MET
          ≥95百分比 | 90% | MISSED
          ≥百分之九十五 | 96% | UNKNOWN
          达到百分之95 | 96% | MET
          100% | 100& | MET
          ≤5% | 4.2% | MET
          ≤5% | 6% | MISSED
          42家 | 48家 | MET
          42家 | 40家 | MISSED
          20000人次 | 37358人次 | MET
          1.6万人 | 16000人 | MET
          1.6万人 | 1.5万人 | MISSED
          1.3万人 | 1.36 | MET
          1.3万人 | 1.26 | MISSED
          1.3万人 | 13600 | MET
          13人 | 1.36 | MISSED
          3万元 | 3万元帮助示例村灌溉塘建设 | MET
          2家 | 培育示例公司等18家民主管理星级单位 | MET
          15场 | 开展巡回宣讲17场，覆盖近百家企事业单位近万名职工群众。 | MET
          1家 | 推荐示例社区职工书屋参评2024年全国职工书屋 | UNKNOWN
          ≥1600人 | 吸收职工入会5421人 | MET
          ≥30件 | 处理案件25件 | MISSED
          5 | 5 | MET
          10 | 9 | MISSED
          90%-95% | 93% | MET
          90%-95% | 80% | MISSED
          3~5次 | 4次 | MET
          不少于5场 | 6场 | MET
          不低于90% | 89.9% | MISSED
          不超过10天 | 12天 | MISSED
          大于3个 | 3个 | MISSED
          5%以内 | 3% | MET
          10次以上 | 9次 | MISSED
          10个（次） | 10个(次) | MET
          1,000人 | 1,200人 | MET
          一次 | 一次 | MET
          2次 | 一次 | MISSED
          三场 | 4场 | MET
          5个 | 5家 | UNKNOWN
          5家 | 0家 | MISSED
          2024年12月31日之前完成 | 2024年12月31日之前完成 | MET
          2024年12月31日之前完成 | 2025年1月15日 | MISSED
          2024年12月31日前 | 2024年11月30日 | MET
          2024年12月底前 | 12月 | MET
          12月底前 | 已完成 | MET
          年底前完成 | 100% | MET
          2024年12月 | 推迟 | UNKNOWN
          效果明显 | 效果明显 | MET
          效果显著 | 效果明显 | MET
          提升 | 有所提升 | MET
          提升 | 显著提升 | MET
          提升 | 未提升 | MISSED
          合格 | 不合格 | MISSED
          显著 | 较显著 | UNKNOWN
          有效改善 | 基本改善 | UNKNOWN
          全部完成 | 基本完成 | UNKNOWN
          基本完善 | 基本完善 | MET
          ≥2期 | 两期 | MET
          12个月 | 12月 | MET
          0起 | 0起 | MET
          0 | 1 | UNKNOWN
          优 | 良 | MISSED
          ≥20人 | 因故未开展 | MISSED
          ≥60份 | 印制60份 | MET
          完成工作任务 | 完成工作任务 | MET
          完成工作任务 | 将工作纳入重点，每逢节点上门看望对象。 | UNKNOWN
          ≥90% | 已完成 | MET
          ≥90% | 达成预期指标 | MET
          ≥90% | 未完成 | MISSED
          按时完成 | 部分完成 | MISSED
          持续增长 | 新业态职工入会3482人 | UNKNOWN
          100% | 帮扶率100% | MET
          ≥0% | — | UNKNOWN
          无 | 无 | UNKNOWN
          '' | 5 | UNKNOWN
          110万元 | 85.53万元 | UNKNOWN
          ≤110.71万元 | 85.53万元 | MET
          ≤15.3万元 | 153001元 | MISSED
          """)
  void results_are_judged_by_what_the_cells_say(
      String target, String actual, TargetResult targetResult) {
    assertEquals(targetResult, TargetJudge.judge(target, actual, false));
  }

  @ParameterizedTest(name = "cost {0} against {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          15.3万元 | 15.3万元 | MET
          15.3万元 | 12万元 | MET
          15.3万元 | 16万元 | MISSED
          10 | 10 | MET
          """)
  void of_cost_less_is_better(String target, String actual, TargetResult targetResult) {
    assertEquals(targetResult, TargetJudge.judge(target, actual, true));
  }

  @org.junit.jupiter.api.Test
  void a_missing_cell_decides_nothing() {
    assertEquals(TargetResult.UNKNOWN, TargetJudge.judge(null, "5", false));
    assertEquals(TargetResult.UNKNOWN, TargetJudge.judge("5", null, false));
  }
}
