package org.mingzhang.structure.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Indicator.Met;

/**
 * Four lists of targets and results, each written with its answers before the program was tried on
 * it. docs/ACCURACY.md tells how many were right at first sight.
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
  void dates_grades_directions_and_budgets_are_judged(String target, String actual, Met met) {
    assertEquals(met, TargetComparison.judge(target, actual, false));
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
  void durations_rates_and_refusals_are_judged(String target, String actual, Met met) {
    assertEquals(met, TargetComparison.judge(target, actual, false));
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024年12月20日前 | 2024年12月中旬 | MET
          2024年6月至10月 | 2024年6-9月 | MET
          12月25日前拨付到位 | 12月26日 | MISSED
          当年8月31日前 | 2023年8月30日 | MET
          2023年度内完成 | 2023年11月完成 | MET
          2023年内 | 2024年1月完成 | MISSED
          每月10日前发放 | 按时发放 | MET
          每季度首月15日前 | 每季度首月12日 | UNKNOWN
          7个工作日内 | 5个工作日内 | MET
          不超过3个月 | 2.5个月 | MET
          2小时内 | 1.5小时 | MET
          ≤30分钟 | 平均22分钟 | MET
          24小时 | 24小时 | MET
          100& | 98& | MISSED
          ≥95& | 96.3% | MET
          1.2万人次 | 11860人次 | MISSED
          ≥1.2万人次 | 12356人次 | MET
          3万元 | 29850元 | UNKNOWN
          ≤3万元 | 29850元 | MET
          0.8亿元 | 8200万元 | UNKNOWN
          ≥0.8亿元 | 8200万元 | MET
          ≤50万元 | 50.3万元 | MISSED
          ≤12.5万元/公里 | 12.1万元/公里 | MET
          ≥5% | 5.00% | MET
          5%以内 | 4.2% | MET
          5%左右 | 5.6% | UNKNOWN
          10-15场 | 18场 | MET
          10-15场 | 9场 | MISSED
          95%~98% | 97% | MET
          ±5% | 3% | UNKNOWN
          ≥3期 | 三期 | MET
          不少于2次 | 2次 | MET
          至少1篇 | 3篇 | MET
          多于20家 | 20家 | MISSED
          ≥20家 | 19家（1家注销） | MISSED
          20家 | 20家（其中新增3家） | MET
          逐步提升 | 逐步提升 | MET
          逐步提升 | 有所提升 | MET
          逐年下降 | 同比下降12.3% | MET
          持续改善 | 明显改善 | MET
          明显改善 | 有所改善 | UNKNOWN
          改善 | 未改善 | MISSED
          效果显著 | 效果明显 | MET
          效果显著 | 效果一般 | UNKNOWN
          有效提升 | 达成预期指标 | MET
          有效提升 | 部分达成预期指标并具有一定效果 | MISSED
          有效提升 | 未达成预期指标且效果较差 | MISSED
          长期稳定 | 长期稳定 | MET
          规范 | 不规范 | MISSED
          规范 | 较规范 | UNKNOWN
          健全 | 基本健全 | UNKNOWN
          合规 | 合规 | MET
          完成 | 已完成 | MET
          完成 | 完成80% | MISSED
          全部完成 | 100% | MET
          应保尽保 | 应保尽保 | MET
          优良中低差 | 良 | UNKNOWN
          好坏 | 好 | UNKNOWN
          优 | 良好 | MISSED
          ≥良好 | 优秀 | MET
          高中低 | 高 | UNKNOWN
          0 | 0 | MET
          0次 | 1次 | MISSED
          ≤2‰ | 1.3‰ | MET
          ≤0.3 | 0.28 | MET
          ≤预算 | 98.6万元 | UNKNOWN
          不超过年初预算 | 节约预算2.3万元 | MET
          ≤100% | 103% | MISSED
          ≥85分 | 良好 | UNKNOWN
          ≥90% | 满意度达93% | MET
          满意度≥90% | 基本满意 | UNKNOWN
          ≥8.5‰ | 8.5% | UNKNOWN
          =100% | 100.00% | MET
          100% | 99.98% | MISSED
          1 | 1 | MET
          定性 | 良好 | UNKNOWN
          是 | 是 | MET
          是 | 否 | MISSED
          有 | 有 | MET
          有 | 无 | UNKNOWN
          ≥4次/年 | 3.8次/年 | MISSED
          ≥4次/年 | 5次 | MET
          每日1次 | 每日1次 | MET
          每月1次 | 每月2次 | MET
          ≥36.5万亩 | 365100亩 | MET
          ≥10000公斤 | 12.3吨 | UNKNOWN
          ≥15项 | 15项以上 | MET
          ≥90% | ≥92% | MET
          ≥90% | ＞85% | UNKNOWN
          ≤24元/平方米 | 23.5元 | MET
          ≥98% | 100.5% | MET
          增长5% | 增长6.2% | MET
          增长5%以上 | 下降1.3% | MISSED
          ≥5% | 增长6.8% | MET
          下降3% | 下降3.5% | MET
          同比下降 | 同比上升2% | MISSED
          """)
  void growth_shares_signs_and_remarks_are_judged(String target, String actual, Met met) {
    assertEquals(met, TargetComparison.judge(target, actual, false));
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025年3月底前 | 2025年3月31日 | MET
          2025年一季度 | 2025年4月2日 | MISSED
          9月中旬 | 9月18日 | MET
          11月上旬前 | 11月15日 | MISSED
          2024年全年 | 2024年1-12月 | MET
          长期 | 持续 | UNKNOWN
          ≥99.9% | 99.95% | MET
          ≥60岁 | 62岁 | MET
          ≥3000册 | 2950册，完成98.3% | MISSED
          ≥3000册 | 3120册，超额完成 | MET
          =12个月 | 12个月 | MET
          12个月 | 全年12个月 | MET
          ≥1万元/亩 | 9800元/亩 | MISSED
          ≤180万元 | 1795600元 | MET
          100% | 100%，已全部完成 | MET
          95%以上（含95%） | 95% | MET
          90%及以上 | 89.7% | MISSED
          大于等于80% | 81% | MET
          小于等于5次 | 6次 | MISSED
          ＝5个 | 5个 | MET
          ＞0 | 0.5 | MET
          零投诉 | 0 | MET
          零投诉 | 2次投诉 | MISSED
          零差错 | 零差错 | MET
          无安全事故 | 未发生安全事故 | MET
          不发生重大舆情 | 发生1起 | MISSED
          事故发生率0 | 0 | MET
          投诉率≤1% | 0.4% | MET
          资金到位率≥95% | 100% | MET
          出勤率98%以上 | 97.2% | MISSED
          覆盖17个乡镇 | 覆盖17个乡镇 | MET
          覆盖17个乡镇 | 覆盖15个乡镇 | MISSED
          17个乡镇 | 17个 | MET
          新建1座、改造3座 | 新建1座、改造3座 | MET
          新建1座、改造3座 | 新建1座、改造2座 | MISSED
          达标 | 达标 | MET
          Ⅲ类水以上 | Ⅱ类 | UNKNOWN
          二级以上 | 一级 | UNKNOWN
          稳步增长 | 负增长 | MISSED
          稳步增长 | 增长4.3% | MET
          稳中有升 | 稳中有升 | MET
          降低 | 有效降低 | MET
          不低于90% | 92% | MET
          不超过1% | 0.6% | MET
          较上年提高 | 较上年提高2个百分点 | MET
          较上年提高 | 与上年持平 | UNKNOWN
          提高2个百分点 | 提高1.5个百分点 | MISSED
          满意 | 满意 | MET
          满意 | 不满意 | MISSED
          ≥95 | 96.8 | MET
          98 | 97 | MISSED
          10 | 12 | MET
          通过验收 | 已通过验收 | MET
          通过验收 | 未通过验收 | MISSED
          竣工 | 未竣工 | MISSED
          及时 | 不及时 | MISSED
          有效 | 有效 | MET
          促进消费增长 | 有效促进消费增长 | MET
          丰富群众文化生活 | 丰富了群众文化生活 | MET
          保障机构正常运转 | 保障机构正常运转 | MET
          影响深远 | 影响较深远 | UNKNOWN
          ≥5万人 | 4.98万 | MISSED
          ≥50篇 | 50余篇 | MET
          约200人 | 205人 | UNKNOWN
          200人左右 | 205人 | UNKNOWN
          """)
  void counts_that_shall_be_none_and_same_words_are_judged(String target, String actual, Met met) {
    assertEquals(met, TargetComparison.judge(target, actual, false));
  }
}
