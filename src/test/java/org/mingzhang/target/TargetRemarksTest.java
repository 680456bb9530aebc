package org.mingzhang.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Indicator.TargetResult;

/**
 * Two more lists of targets and results with answers written before the program was run on them, as
 * in {@link TargetWordingTest}.
 */
class TargetRemarksTest {
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
  void growth_shares_signs_and_remarks_are_judged(
      String target, String actual, TargetResult targetResult) {
    assertEquals(targetResult, TargetJudge.judge(target, actual, false));
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
  void counts_that_shall_be_none_and_same_words_are_judged(
      String target, String actual, TargetResult targetResult) {
    assertEquals(targetResult, TargetJudge.judge(target, actual, false));
  }
}
