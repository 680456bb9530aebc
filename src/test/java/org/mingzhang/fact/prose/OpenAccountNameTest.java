package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Fact;

/**
 * Names of accounts that no chart lists must be whole nouns and no parts of sentences. Figures are
 * invented.
 */
class OpenAccountNameTest {
  private static final String ACCOUNT = "样岭县第二中学2023年度单位决算";
  private static final String BUDGET = "样岭县第二中学2024年单位预算";

  private static List<Fact> facts(String title, String heading, String text) {
    return new FactReader()
        .read(new Paragraphs.Example(title, heading, text, List.of(), List.of()).disclosure(text));
  }

  /** The accounts and items of the amounts and counts with a number. */
  private static String accounts(List<Fact> facts, String printed) {
    return facts.stream()
        .filter(f -> f.printed().equals(printed))
        .map(f -> f.account() + (f.context().item() == null ? "" : "/" + f.context().item()))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "收入总计由本年收入81.50万元和年初结转和结余4.20万元构成。|81.50|本年收入合计",
        "支出总计由本年支出80.30万元和年末结转和结余5.40万元构成。|80.30|本年支出合计",
        "本年收入合计由财政拨款收入71.60万元和事业收入9.90万元组成。|71.60|财政拨款收入",
        "财政专户管理教育收费3.30万元，占4.05%。|3.30|财政专户管理资金收入",
        "样岭县第二中学固定资产原值36.40万元。|36.40|固定资产原值",
        "样岭县第二中学资产总额58.20万元，比年初增加1.10万元。|58.20|资产总额",
        "办公设备原值36.40万元，净值12.70万元。|12.70|办公设备净值",
        "固定资产原值36.40万元，累计折旧23.70万元，账面净值12.70万元。|12.70|固定资产账面净值",
        "其中预算资金安排最大的“校舍维修”项目支出7.60万元。|7.60|校舍维修项目支出",
        "金额最大的校舍维修项目支出7.60万元。|7.60|校舍维修项目支出"
      })
  void a_name_is_the_noun_of_what_was_counted(String text, String printed, String account) {
    assertThat(accounts(facts(ACCOUNT, "收支情况说明", text), printed)).isEqualTo(account);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"帮助追回执行案款5.30万元。|5.30", "为职工追回欠薪5.30万元。|5.30", "共挽回经济损失5.30万元。|5.30"})
  void money_of_others_is_no_account(String text, String printed) {
    List<Fact> facts = facts(ACCOUNT, "收支情况说明", "年末结转和结余2.20万元。" + text);
    assertThat(accounts(facts, printed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"按功能分类合计", "按经济分类合计", "按照功能科目划分合计"})
  void how_a_flow_is_divided_is_no_name(String words) {
    assertThat(accounts(facts(ACCOUNT, "支出情况说明", "支出" + words + "81.20万元。"), "81.20"))
        .doesNotContain("分类", "科目");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "资金及时到位|其中4万元上缴市总工会，5万元本级使用。",
        "资金足额到位|其中4万元上缴县财政，5万元学校使用。",
        "资金及时足额到位|其中4万元上缴市总工会，5万元本级使用。"
      })
  void money_that_arrived_in_time_is_the_money_received(String words, String parts) {
    List<Fact> facts =
        facts(
            "样岭县第二中学2023年度项目支出绩效自评报告",
            "一、项目资金情况",
            "“教工活动”项目全年预算9.10万元，" + words + "9.10万元，" + parts);
    assertThat(facts)
        .extracting(Fact::account)
        .contains("到位资金")
        .noneMatch(account -> account.contains("及时") || account.contains("足额"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "截至2022年12月31日，固定资产原值36.40万元，净值12.70万元。|12.70",
        "截至2022年12月31日，房屋原值36.40万元。|36.40",
        "截至2022年12月31日，固定资产总额36.40万元，其中：车辆17台，12.70万元；设备2台（套）。|17",
        "截至2022年12月31日，本部门占有国有资产：车辆17辆，12.70万元。|17",
        "截至2022年12月31日，共有车辆3辆，其中一般公务用车1辆、执法执勤用车2辆。|2"
      })
  void property_of_an_earlier_year_is_no_budget(String text, String printed) {
    List<Fact> facts =
        facts(BUDGET, "国有资产占有使用情况说明", text).stream()
            .filter(f -> f.printed().equals(printed))
            .toList();
    assertThat(facts).isNotEmpty();
    assertThat(facts)
        .extracting(f -> String.valueOf(f.context().stage()) + f.context().year())
        .containsOnly("RESULT2022");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "其中预算资金安排最大的“校舍维修”项目支出7.60万元。",
        "预算安排最多的校舍维修项目支出7.60万元。",
        "其中规模最大的校舍维修项目支出7.60万元。"
      })
  void what_a_superlative_selects_has_the_stage_of_its_own_words(String text) {
    assertThat(facts(ACCOUNT, "预算绩效情况说明", text))
        .extracting(f -> String.valueOf(f.context().stage()))
        .containsOnly("RESULT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"一般公务用车1辆", "执法执勤用车1辆", "其他用车1辆"})
  void each_use_of_cars_is_counted(String text) {
    assertThat(accounts(facts(ACCOUNT, "国有资产占用情况说明", "共有车辆3辆，其中" + text + "。"), "1"))
        .isEqualTo(text.replace("1辆", ""));
  }
}
