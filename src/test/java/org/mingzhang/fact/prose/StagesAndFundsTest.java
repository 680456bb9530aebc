package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;

/** Stage, fund and account of amounts, told by words in an earlier or a later clause. */
class StagesAndFundsTest {
  private static final String ACCOUNTS = "青石县林业局2024年度部门决算";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "部门整体支出年初预算80万元，其中：基本支出50万元，项目支出30万元。全年预算调整为95万元，比年初预算增加15万元，调整率18.75%，其中：基本支出55万元，项目支出40万元。",
        "年初预算支出80万元，其中：基本支出50万元，项目支出30万元；调整后预算95万元，比年初预算增加15万元，其中：基本支出55万元，项目支出40万元。",
        "支出年初预算为80万元，其中：基本支出50万元，项目支出30万元。全年预算95万元，较年初预算增加15万元，包括：基本支出55万元，项目支出40万元。"
      })
  void parts_after_the_change_of_an_adjusted_budget_are_those_of_that_budget(String text) {
    assertThat(facts(text))
        .contains("基本支出 年初预算 50", "项目支出 年初预算 30", "基本支出 调整预算 55", "项目支出 调整预算 40")
        .anyMatch(fact -> fact.endsWith("调整预算 change 15"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "项目支出年初预算30万元，其中：造林20万元，防火10万元，调整预算13万元。|项目支出/防火 调整预算 13",
        "项目支出年初预算30万元，其中：造林20万元，防火10万元；调整后预算33万元。|项目支出 调整预算 33"
      })
  void an_adjusted_budget_belongs_to_the_whole_that_it_exceeds(String text, String expected) {
    assertThat(facts(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"全部由单位事业收入安排，未使用财政拨款, 单位资金", "均从经营收入列支, 单位资金", "未占用财政拨款公用经费, 单位资金", "由财政拨款安排, 财政拨款"})
  void costs_that_own_revenue_pays_are_not_those_of_appropriations(String words, String fund) {
    assertThat(facts("“三公”经费支出决算9万元，" + words + "。其中：公务接待费1万元，公务用车运行维护费8万元。机关运行经费30万元。"))
        .contains(
            "三公经费 " + fund + " 决算 9",
            "公务接待费 " + fund + " 决算 1",
            "公务用车运行费 " + fund + " 决算 8",
            "机关运行经费 财政拨款 决算 30");
  }

  @ParameterizedTest
  @CsvSource({"上述经费均由单位事业收入安排", "以上费用全部从经营收入列支", "上述支出全额使用自有资金支付"})
  void a_closing_sentence_is_about_the_costs_before_it(String words) {
    assertThat(facts("公务接待费5万元，比上年减少2万元；会议费3万元。" + words + "。"))
        .contains("公务接待费 单位资金 决算 5", "公务接待费 单位资金 决算 change 2", "会议费 单位资金 决算 3");
  }

  @ParameterizedTest
  @CsvSource({"全部由单位事业收入安排", "均从事业收入列支", "全额由其他收入解决"})
  void a_change_after_the_payer_is_that_of_the_costs(String words) {
    assertThat(facts("“三公”经费支出9万元，" + words + "，比上年增加1万元，增长12.5%。"))
        .contains("三公经费 单位资金 决算 change 1", "三公经费 单位资金 决算 rate 12.5");
  }

  @ParameterizedTest
  @CsvSource({"关于2024年度预算绩效情况的说明", "2024年度预算绩效管理工作开展情况", "本部门2024年预算绩效评价情况"})
  void performance_of_the_budget_is_no_stage(String heading) {
    assertThat(facts(heading, "本单位整体支出绩效自评得分95分。全年一般公共预算项目支出7万元，全部编制绩效目标。"))
        .contains("自评得分 决算 count 95", "项目支出 一般公共预算 决算 7");
  }

  @ParameterizedTest
  @CsvSource({"年末结转和结余, 较年初的", "年末结转结余, 比年初", "年末结余, 较期初的"})
  void the_balance_at_the_beginning_of_the_year_is_that_of_the_year_before(
      String name, String base) {
    assertThat(facts(name + "14万元，" + base + "11万元增加3万元。"))
        .anyMatch(fact -> fact.matches("年末(?:结转和)?结余 2023 决算 11"));
  }

  @ParameterizedTest
  @CsvSource({"其中：公用经费19万元，包括, 公用经费", "其中：日常公用经费19万元，主要包括：, 公用经费", "机关运行经费支出19万元，其中：, 机关运行经费"})
  void items_of_a_list_are_no_accounts_of_their_own(String whole, String account) {
    String fund = account.equals("机关运行经费") ? "财政拨款" : "一般公共预算";
    assertThat(facts("一般公共预算财政拨款基本支出90万元。" + whole + "办公费8万元、会议费4万元、公务接待费2万元、公务用车运行维护费5万元。"))
        .contains(
            account + "/办公费 " + fund + " 决算 8",
            account + "/会议费 " + fund + " 决算 4",
            account + "/公务接待费 " + fund + " 决算 2",
            account + "/公务用车运行维护费 " + fund + " 决算 5")
        .noneMatch(fact -> fact.startsWith("公务接待费"));
  }

  @ParameterizedTest
  @CsvSource({
    "会议费支出3.20万元，上年结转0.50万元",
    "会议费预算3.00万元，上年结转0.50万元，支出3.20万元",
    "会议费：本年预算安排3.00万元，上年结转0.50万元，实际支出3.20万元"
  })
  void a_balance_beside_one_expense_is_that_of_the_expense(String words) {
    assertThat(facts(words + "。年末结转和结余7.00万元。"))
        .contains("会议费 财政拨款 决算 3.20", "年初结转和结余/会议费 财政拨款 决算 0.50", "年末结转和结余 决算 7.00");
    assertThat(facts("会议费支出3.20万元、培训费支出2.00万元，年末结转和结余7.00万元。")).contains("年末结转和结余 决算 7.00");
  }

  @ParameterizedTest
  @CsvSource({"“办案业务专项”自评得分", "其中：“办案业务专项”绩效自评得分为", "办案业务专项绩效评价得分"})
  void a_score_after_the_name_of_earmarked_money_is_that_of_the_project(String words) {
    assertThat(facts("整体支出自评得分90分。" + words + "94分。"))
        .contains("自评得分 决算 count 90", "自评得分/办案业务专项 决算 count 94");
  }

  @ParameterizedTest
  @CsvSource({"按资金年度分为：", "按年度划分，", "其中："})
  void revenue_of_the_year_that_names_appropriations_is_not_that_of_the_fund_before(String words) {
    assertThat(
            facts("财政拨款收入总计90万元，分为：一般公共预算拨款70万元、政府性基金预算拨款20万元；" + words + "本年财政拨款收入80万元、上年结转10万元。"))
        .contains("财政拨款收入 财政拨款 决算 80")
        .doesNotContain("财政拨款收入 政府性基金 决算 80");
  }

  @ParameterizedTest
  @CsvSource({"按支出经济分类，财政拨款安排的基本支出中：,财政拨款", "其中，财政拨款基本支出中，,财政拨款", "从经济分类看，一般公共预算基本支出中：,一般公共预算"})
  void parts_of_an_account_in_one_fund_are_not_of_its_amount_over_all_funds(
      String words, String fund) {
    assertThat(facts("支出总计90万元，包括：基本支出50万元。" + words + "工资福利支出30万元，商品和服务支出15万元。"))
        .contains("基本支出/工资福利支出 " + fund + " 决算 30", "基本支出/商品和服务支出 " + fund + " 决算 15");
  }

  private static List<String> facts(String text) {
    return facts("支出情况", text);
  }

  private static List<String> facts(String heading, String text) {
    Paragraphs.Example example =
        new Paragraphs.Example(ACCOUNTS, heading, text, List.of(), List.of());
    return new FactReader()
        .read(example.disclosure(text)).stream().map(StagesAndFundsTest::describe).toList();
  }

  /**
   * Account and item, then fund, an earlier year, stage and kind where there are any, then the
   * printed value.
   */
  private static String describe(Fact fact) {
    FactContext context = fact.context();
    String item = context.item() == null ? "" : "/" + context.item();
    String fund = context.fund() == null ? "" : context.fund().label();
    String year = Objects.equals(context.year(), 2024) ? "" : "" + context.year();
    String stage = context.stage() == null ? "" : context.stage().label();
    String kind = fact.kind() == Fact.Kind.AMOUNT ? "" : fact.kind().id();
    return String.join(
        " ",
        Stream.of(fact.account() + item, fund, year, stage, kind, fact.printed())
            .filter(word -> !word.isEmpty())
            .toList());
  }
}
