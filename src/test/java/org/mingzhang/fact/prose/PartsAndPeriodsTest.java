package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/**
 * Parts that are named by who collected, received or carried out something, and words for a month
 * and the months before it. Each fact is written as account/item stage period number.
 */
class PartsAndPeriodsTest {
  private static final String EXECUTION = "青石市2014年1-9月份预算执行情况的报告";
  private static final String RESULT = "青石镇2023年财政决算（草案）的报告";
  private static final String WHOLE_EVALUATION = "青石县疾控中心2024年度部门整体支出绩效自评报告";
  private static final String EVALUATION = "青石县2025年度桥梁养护项目绩效自评报告";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "公共财政预算收入分征收系统看，国税系统累计完成收入6.2亿元；地税系统完成17.9亿元。|国税系统 6.2,地税系统 17.9",
        "国税部门完成收入6.2亿元，同比下降5.2%；地税部门组织收入17.9亿元，财政部门入库7.4亿元。|国税部门 6.2,地税部门 17.9,财政部门 7.4",
        "税务部门收入24.1亿元，增长3%；财政部门收入7.4亿元，增长2%。|税务部门 24.1,财政部门 7.4"
      })
  void what_an_office_collected_is_a_part_of_the_revenue(String parts, String expected) {
    assertThat(amounts(EXECUTION, "1-9月份，全市公共财政预算收入完成31.5亿元。" + parts))
        .containsAll(
            Stream.of(expected.split(",", -1))
                .map(part -> part.split(" ", -1))
                .map(p -> "公共财政预算收入/" + p[0] + " 执行 1-9月份 " + p[1])
                .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3月份，全市一般公共预算收入当月完成2148万元，下降6.4%，累计完成6893万元，增长2.1%。|3月 2148,1-3月 6893",
        "1-3月，全市一般公共预算收入累计完成6893万元，增长2%；其中当月完成2148万元，增长5%。|1-3月 6893,3月 2148",
        "5月，全市一般公共预算收入单月完成2148万元，累计完成6893万元。|5月 2148,1-5月 6893",
        "1月份，全市一般公共预算收入当月完成2148万元。|1月 2148"
      })
  void a_month_and_the_months_since_january_are_told_apart(String text, String expected) {
    assertThat(amounts("青石市2024年预算执行情况的报告", text))
        .containsExactlyElementsOf(
            Stream.of(expected.split(",", -1)).map(e -> "一般公共预算收入/null 执行 " + e).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "实际到位资金95万元（其中：省级52万元，市级43万元），资金到位率95%",
        "实际到位资金95万元，包括省级52万元、市级43万元",
        "实际到位资金95万元，其中：省级52万元，市级43万元"
      })
  void parts_of_received_money_are_no_parts_of_the_plan(String received) {
    assertThat(amounts(EVALUATION, "项目预算安排资金100万元，其中省级资金60万元，市级资金40万元。" + received + "；实际支出90万元。"))
        .contains("到位资金/省级 执行 null 52", "到位资金/市级 执行 null 43")
        .anyMatch(fact -> fact.startsWith("项目资金/桥梁养护 执行") && fact.endsWith(" 90"));
  }

  @ParameterizedTest
  @CsvSource({"省级补助资金,市级配套资金", "中央专项资金,县级自筹资金", "省级奖补资金,市级奖补资金"})
  void parts_have_the_exact_stage_of_their_whole(String one, String other) {
    assertThat(amounts(EVALUATION, "年初预算80万元，调整后全年预算数100万元，其中：" + one + "60万元，" + other + "40万元。"))
        .contains("项目资金/桥梁养护/" + one + " 调整预算 null 60", "项目资金/桥梁养护/" + other + " 调整预算 null 40");
  }

  @ParameterizedTest
  @CsvSource({"三个项目的预算执行率均为100%", "三个项目执行率均为100%", "3个项目的执行率均达到100%"})
  void counted_projects_have_a_value_each(String rate) {
    assertThat(
            amounts(
                "青石县民政局2022年度项目绩效自评情况",
                "城乡低保、特困供养、临时救助"
                    + rate
                    + "，执行数依次为112万元、38.5万元和9.4万元；"
                    + "食堂维修项目全年预算数5万元，因冬季停工，当年执行数1.7万元。"))
        .contains(
            "项目资金/城乡低保 执行 null 112",
            "项目资金/特困供养 执行 null 38.5",
            "项目资金/临时救助 执行 null 9.4",
            "项目资金/食堂维修 执行 null 1.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "一般公共预算收入42亿元，上级补助收入9亿元，收入合计51亿元。|收入总计/null 执行 null 51",
        "政府性基金收入38万元；上级补助1万元；上年结余3万元。收入合计42万元。|收入总计/null 执行 null 42",
        "一般公共预算支出38亿元，上解上级支出14亿元，支出合计52亿元。|支出总计/null 执行 null 52",
        "上级补助收入16万元，其中：税收返还基数10万元，结算补助6万元。|上级补助收入/税收返还基数 执行 null 10"
      })
  void sums_with_transfers_are_totals(String text, String expected) {
    assertThat(amounts(RESULT, "2023年，" + text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"较概算节约6万元", "与批复概算相比节约6万元", "比招标控制价节约6万元"})
  void what_was_saved_against_an_estimate_is_no_change_of_the_budget(String saved) {
    assertThat(facts(EVALUATION, "项目预算100万元，实际支出92万元。经结算审核，项目" + saved + "。"))
        .noneMatch(fact -> fact.kind() == Fact.Kind.CHANGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "上半年，全镇一般公共预算支出380万元，占全年预算760万元的50%。|上半年 380|预算 null 760",
        "1至9月，全镇一般公共预算支出570万元，年初预算760万元，完成75%。|1至9月 570|年初预算 null 760",
        "前三季度，全镇一般公共预算支出570万元，调整预算数760万元。|前三季度 570|调整预算 null 760"
      })
  void the_budget_of_a_year_is_of_no_part_of_it(String text, String spent, String budget) {
    assertThat(amounts(RESULT, text))
        .containsExactly("一般公共预算支出/null 执行 " + spent, "一般公共预算支出/null " + budget);
  }

  @ParameterizedTest
  @CsvSource({"全年支出", "全年一般公共预算支出", "全年全镇一般公共预算支出"})
  void a_whole_of_the_year_has_no_part_of_it(String whole) {
    assertThat(amounts(RESULT, "上半年一般公共预算支出480万元，占" + whole + "1000万元的48%。"))
        .contains("一般公共预算支出/null 执行 上半年 480")
        .noneMatch(fact -> fact.endsWith("上半年 1000"));
  }

  @ParameterizedTest
  @CsvSource({"2021年以来累计投入", "2021年至今累计投入", "自2021年起共投入"})
  void an_amount_since_a_year_is_of_none_and_its_parts_are_of_theirs(String since) {
    assertThat(
            facts(RESULT, since + "湿地保护资金126万元，其中2021年38万元、2022年42万元、2023年46万元。").stream()
                .map(fact -> fact.account() + " " + fact.context().year() + " " + fact.printed()))
        .containsExactly("湿地保护资金 null 126", "湿地保护资金 2021 38", "湿地保护资金 2022 42", "湿地保护资金 2023 46");
  }

  @ParameterizedTest
  @CsvSource({"按可比口径计算，,同口径", "同口径下，,同口径", "可比口径下,同口径", "按账面数计算，,自然口径", "按自然口径计算,自然口径"})
  void the_basis_of_a_change_may_stand_before_it(String words, String basis) {
    assertThat(facts(RESULT, words + "一般公共预算收入增长3.1%。"))
        .singleElement()
        .matches(f -> f.account().equals("一般公共预算收入") && basis.equals(f.context().basis()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "其中市本级110万元、高新区40万元、各县区150万元",
        "增长5%，其中市本级增长3%，区县级增长6%",
        "市本级110万元，高新区40万元，各县区150万元"
      })
  void only_the_government_itself_has_its_perimeter(String parts) {
    assertThat(facts("青石市2023年财政决算（草案）的报告", "全市一般公共预算收入300万元，" + parts + "。"))
        .filteredOn(fact -> fact.context().perimeter() == Perimeter.GOVERNMENT)
        .singleElement()
        .matches(fact -> fact.context().item() == null);
  }

  @ParameterizedTest
  @CsvSource({
    "孕产妇死亡率8.20/10万，较上年下降6.7%",
    "甲乙类传染病报告发病率182.40/10万人，比上年下降2.00%",
    "五岁以下儿童死亡率2.10/千，与上年持平",
    "食源性疾病发病率35.6/100万"
  })
  void cases_per_so_many_people_are_no_money(String rate) {
    assertThat(amounts(WHOLE_EVALUATION, "全年完成核心业务指标26项；全县" + rate + "。")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2024年培训费决算7.92万元", "培训费决算数为7.92万元", "全年培训费支出7.92万元", "2024年，培训费支出决算7.92万元"})
  void a_part_of_the_year_does_not_hold_for_an_amount_of_the_whole_year(String text) {
    assertThat(facts(WHOLE_EVALUATION, "1—6月支出420.00万元。" + text + "。"))
        .filteredOn(fact -> fact.printed().equals("7.92"))
        .singleElement()
        .matches(fact -> fact.context().period() == null);
  }

  @ParameterizedTest
  @CsvSource({"1—6月支出420.00万元，执行率42.00%", "上半年支出420.00万元，支出进度42.00%", "截至6月底累计支出420.00万元"})
  void money_of_a_part_of_the_year_was_spent(String text) {
    assertThat(facts(WHOLE_EVALUATION, "部门预算1,000.00万元，" + text + "。"))
        .filteredOn(fact -> fact.printed().equals("420.00"))
        .singleElement()
        .matches(fact -> fact.context().stage() == Stage.EXECUTION);
  }

  private static List<String> amounts(String title, String text) {
    return facts(title, text).stream()
        .filter(fact -> fact.kind() == Fact.Kind.AMOUNT)
        .map(PartsAndPeriodsTest::describe)
        .toList();
  }

  private static List<Fact> facts(String title, String text) {
    return new FactReader()
        .read(new Paragraphs.Example(title, "完成情况", text, List.of(), List.of()).disclosure(text));
  }

  private static String describe(Fact fact) {
    return fact.account()
        + "/"
        + fact.context().item()
        + " "
        + Objects.requireNonNull(fact.context().stage()).label()
        + " "
        + fact.context().period()
        + " "
        + fact.printed();
  }
}
