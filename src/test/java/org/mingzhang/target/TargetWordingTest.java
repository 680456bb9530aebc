package org.mingzhang.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Indicator.TargetResult;

/**
 * Two lists of targets and results with answers written before the program was run on them.
 * docs/ACCURACY.md reports how many were right on the first run.
 */
class TargetWordingTest {
  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2023年6月30日前 | 2023年6月28日 | MET
          2023年6月30日前 | 2023年7月2日 | MISSED
          2023年9月 | 2023年8月 | MET
          6月底前完成 | 7月完成 | MISSED
          2023年1月-12月 | 2023年1-12月 | MET
          2023.12.31前 | 2023.12.20 | MET
          2023/12/31 | 2023/12/25 | MET
          2023-12-31前完成 | 2023-12-31 | MET
          第四季度 | 12月 | MET
          第二季度末 | 2023年6月25日 | MET
          2023年底 | 2024年3月 | MISSED
          按时完成 | 按时完成 | MET
          及时 | 及时 | MET
          及时拨付 | 已及时拨付 | MET
          10个工作日内 | 8个工作日 | MET
          ≤10个工作日 | 12个工作日 | MISSED
          10日内 | 7日 | MET
          ≤年初预算数 | 未超年初预算 | MET
          ≤预算控制数 | 超预算控制数5% | MISSED
          不超预算 | 未超预算 | MET
          控制在预算内 | 控制在预算内 | MET
          ≥90分 | 93.4分 | MET
          优良 | 优 | MET
          优良 | 良好 | MET
          优良 | 差 | MISSED
          良好以上 | 优秀 | MET
          优 | 良 | MISSED
          优良中低差 | 优 | UNKNOWN
          合格 | 合格 | MET
          合格以上 | 良好 | MET
          100& | 100& | MET
          100% | 1 | UNKNOWN
          1 | 100% | UNKNOWN
          100 | 100% | MET
          ≥95% | 0.97 | UNKNOWN
          ≥95 | 96.5% | MET
          分期完成 | 分期完成 | MET
          分两期实施 | 已完成一期 | UNKNOWN
          30万人次以上 | 34.2万人次 | MET
          30万人次以上 | 28万人次 | MISSED
          ≥10% | -12.5% | MISSED
          ≥-5% | -3.2% | MET
          逐步下降 | 较上年下降0.3个千分点 | MET
          下降 | 上升 | MISSED
          逐年提高 | 逐年降低 | MISSED
          ≤4.5% | 3.2% | MET
          ≤0.5% | 0 | MET
          零事故 | 未发生事故 | MET
          无重大安全事故 | 0起 | MET
          0起 | 未发生 | MET
          不发生 | 未发生 | MET
          ≤180元/人 | 176元/人 | MET
          180元/人 | 185元/人 | UNKNOWN
          8-12次 | 10次 | MET
          80%（含）-100% | 95% | MET
          ≥3200人 | 3,356人 | MET
          ≥1.2万亩 | 11800亩 | MISSED
          持续提升 | 持续提升 | MET
          长期 | 长期 | MET
          完成率100% | 100% | MET
          完成率≥98% | 完成率97.5% | MISSED
          验收合格率100% | 验收合格率100% | MET
          培训3期120人 | 培训3期135人 | MET
          培训3期120人 | 培训2期80人 | MISSED
          显著提升 | 有所提升 | UNKNOWN
          较好 | 好 | MET
          满意 | 基本满意 | UNKNOWN
          满意 | 非常满意 | MET
          有效保障 | 得到有效保障 | MET
          建立健全 | 已建立健全 | MET
          建立 | 已建立 | MET
          5个 | 4个 | MISSED
          1项 | 未实施 | MISSED
          ≥2次 | 本年未涉及 | UNKNOWN
          全覆盖 | 100% | MET
          全覆盖 | 覆盖率95% | MISSED
          100% | 全部完成 | MET
          ≥1000万元 | 998.7万元 | MISSED
          ≥1000万元 | 0.12亿元 | MET
          三年 | 3年 | MET
          2年以上 | 3年 | MET
          """)
  void dates_grades_directions_and_budgets_are_judged(
      String target, String actual, TargetResult targetResult) {
    assertEquals(targetResult, TargetJudge.judge(target, actual, false));
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024年11月30日前 | 2024年11月下旬 | MET
          2024年第三季度前 | 2024年10月 | MISSED
          10月底前 | 9月已完成 | MET
          2024年5月-10月 | 2024年5月-11月 | MISSED
          2022年12月31日前完成 | 已于2022年12月28日完成 | MET
          全年 | 全年 | MET
          1年 | 1年 | MET
          当年12月 | 12月 | MET
          每月15日前 | 每月15日前 | MET
          及时率100% | 及时率98% | MISSED
          ≥95%（含） | 95% | MET
          90%以上 | 91.36% | MET
          大于90% | 90% | MISSED
          85%-90% | 84.5% | MISSED
          不低于上年 | 高于上年 | UNKNOWN
          ≥上年 | 持平 | UNKNOWN
          ≤3天 | 2.5天 | MET
          5个工作日 | 3个工作日 | UNKNOWN
          ≤24小时 | 24小时内 | MET
          ≤30分钟 | 45分钟 | MISSED
          ≥600平方米 | 612平方米 | MET
          3.5公里 | 3.5公里 | MET
          120万元 | 119.8万元 | UNKNOWN
          ≤120万元 | 1,198,000元 | MET
          ≤120万元 | 121.5万元 | MISSED
          ≤200元/人次 | 200元/人次 | MET
          优秀 | 优 | MET
          优 | 优秀 | MET
          良好 | 中 | MISSED
          一等奖 | 二等奖 | UNKNOWN
          合格 | 优秀 | MET
          100%合格 | 100% | MET
          合格率达到100% | 100% | MET
          合格率100% | 合格率达99% | MISSED
          满意度≥90% | 95% | MET
          满意度达到90%以上 | 满意度为88% | MISSED
          ≥90% | 满意 | UNKNOWN
          较高 | 高 | UNKNOWN
          明显提高 | 提高 | UNKNOWN
          提高 | 明显提高 | MET
          减少 | 减少15% | MET
          有所增加 | 减少2% | MISSED
          促进就业 | 促进就业 | MET
          促进就业 | 有效促进就业 | MET
          保障正常运转 | 保障了正常运转 | MET
          无投诉 | 无投诉 | MET
          无投诉 | 投诉2起 | MISSED
          ≤2起 | 0起 | MET
          0例 | 3例 | MISSED
          杜绝重大事故 | 未发生重大事故 | MET
          不超预算 | 超支3.2万元 | MISSED
          预算内 | 未超预算 | UNKNOWN
          控制在15万元以内 | 14.6万元 | MET
          举办2场，参加200人 | 举办2场，参加260人 | MET
          4次 | 每季度1次，共4次 | UNKNOWN
          4次 | 全年共开展5次 | MET
          12次/年 | 12次 | MET
          1次/月 | 12次 | UNKNOWN
          50人 | 五十人 | UNKNOWN
          50人 | 完成50人 | MET
          100% | 完成100% | MET
          ≥98% | 100%完成 | MET
          ≥98% | 已完成98.5% | MET
          2000户 | 1998户（2户外迁） | MISSED
          """)
  void durations_rates_and_refusals_are_judged(
      String target, String actual, TargetResult targetResult) {
    assertEquals(targetResult, TargetJudge.judge(target, actual, false));
  }
}
