package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Topic;

/**
 * Rates, sums and counts in true sentences with several amounts, of which the nearest is not the
 * one that the words refer to.
 */
class OtherAmountOfSentenceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "绿化维护费70.00万元，照明电费140.00万元，两项合计210.00万元，占运行维护支出700.00万元的30.00%。",
        "邮电费12.00万元，水费6.00万元，合计18.00万元，占公用经费120.00万元的15.00%。",
        "人员经费600.00万元，包括工资福利支出540.00万元、对个人和家庭补助60.00万元，占基本支出720.00万元的83.33%。",
        "支出决算1,900.00万元（含上年结转支出60.00万元），完成年初预算2,000.00万元的95.00%。",
        "支出决算1,900.00万元，结转100.00万元，完成年初预算2,000.00万元的95.00%。",
        "2024年度支出决算1,260.00万元，比预算数1,400.00万元结余140.00万元，执行率90.00%。",
        "一般公共预算项目支出870.00万元，其中6个项目纳入绩效自评，涉及资金696.00万元，占一般公共预算项目支出的80.00%；重点评价项目3个，涉及资金435.00万元，占自评资金的62.50%。",
        "全年举办讲座12期、参加600人次，支出36.00万元，期均3.00万元，人均600元，占培训费总额45.00万元的80.00%。",
        "2024年项目支出600.00万元，其中延续性项目450.00万元，占75.00%；新增项目150.00万元，占25.00%。",
        "项目总投资700.00万元，本年投资280.00万元，累计投资560.00万元，占总投资的80.00%，本年投资完成年度计划280.00万元的100.00%。",
        "印刷费预算6.00万元，支出4.00万元，压减33.33%；差旅费预算8.00万元，支出6.00万元，压减25.00%；两项合计压减4.00万元，压减率28.57%。",
        "本年支出同比增长5.00%，扣除新增专项40.00万元后增长3.00%，支出2,100.00万元，上年2,000.00万元。",
        "机关运行经费支出240.00万元，比年初预算220.00万元增加20.00万元；比全年预算250.00万元减少10.00万元。",
        "机关运行经费支出550.00万元，比年初预算500.00万元增加50.00万元，完成全年预算560.00万元的98.21%。",
        "房屋净值400.00万元（原值700.00万元，折旧300.00万元）。",
        "固定资产账面净值600.00万元，其中原值1,000.00万元，累计折旧400.00万元。",
        "全局共有在职人员70人，其中：行政编制20人、事业编制40人、政府购买服务10人。",
        "全年完成造林2,100亩，超计划100亩，完成计划2,000亩的105.00%。",
        "项目预算150万元，其中收回30万元，可用120万元，支出114万元，执行率95%。",
        "清淤项目年初预算200万元，其中调减50万元，调整后150万元，支出120万元，执行率80%。",
        "绿化项目预算70.00万元，照明项目预算140.00万元，两个项目合计执行200.00万元，执行率95.24%。",
        "印刷费下降10.00%，差旅费下降20.00%，两项合计减少5.00万元，下降15.00%，上年合计33.33万元。",
        "收入2,100.00万元，上年2,000.00万元，不考虑一次性收入40.00万元后增长3.00%。"
      })
  void a_true_sentence_is_not_reported(String text) {
    assertThat(sentence(text).rules()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "绿化维护费70.00万元，照明电费140.00万元，两项合计210.00万元，占运行维护支出700.00万元的36.00%。",
        "人员经费600.00万元，包括工资福利支出540.00万元、对个人和家庭补助60.00万元，占基本支出720.00万元的88.33%。",
        "2024年项目支出600.00万元，其中延续性项目450.00万元，占70.00%；一次性项目150.00万元，占25.00%。",
        "绿化维护费70.00万元，照明电费140.00万元，合计210.00万元，占运行维护支出700.00万元的26.00%。",
        "甲项目150.00万元，占项目支出600.00万元的25.00%；乙项目450.00万元，占项目支出600.00万元的25.00%。",
        "甲项目150万元，占项目支出600万元的25.00%；乙项目450.00万元，占项目支出600.00万元的25.00%。"
      })
  void a_share_that_no_amount_of_its_sentence_gives_is_reported(String text) {
    assertThat(sentence(text).rules()).contains("share");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "水费3.00万元，电费7.00万元，两项合计10.00万元，比上年12.00万元减少2.00万元，下降26.67%。",
        "水费3.00万元，电费7.00万元，合计10.00万元，比上年12.00万元减少2.00万元，下降26.67%。"
      })
  void a_wrong_rate_of_a_sum_is_reported(String text) {
    assertThat(sentence(text).rules()).containsExactly("change-rate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "全局共有在职人员70人，其中：行政编制20人、事业编制40人、政府购买服务15人。",
      })
  void a_count_that_its_kinds_do_not_give_is_reported(String text) {
    assertThat(sentence(text).rules()).containsExactly("count-parts");
  }

  private static TestDocument sentence(String text) {
    return new TestDocument().section(Topic.OTHER, TestDocument.heading(Topic.OTHER), text);
  }
}
