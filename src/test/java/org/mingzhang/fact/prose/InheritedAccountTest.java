package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/** The account of a number whose clause does not state all of its context. Figures are invented. */
class InheritedAccountTest {
  private static final String ACCOUNT = "样本县水利局2023年度部门决算";

  private static List<Fact> facts(String title, String text) {
    Paragraphs.Example example =
        new Paragraphs.Example(title, "收支情况说明", text, List.of(), List.of());
    return new FactReader().read(example.disclosure(text));
  }

  private static Fact fact(List<Fact> facts, String printed) {
    return facts.stream()
        .filter(f -> f.printed().equals(printed))
        .findFirst()
        .orElseThrow(() -> new AssertionError(printed + " in " + facts));
  }

  private static List<String> accounts(List<Fact> facts, String printed) {
    return facts.stream().filter(f -> f.printed().equals(printed)).map(Fact::account).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023年度支出合计430.00万元。其中，基本支出与2022年度95.30万元相比，增加4.60万元，增长4.83%；项目支出与2022年度323.40万元相比，增加6.70万元。",
        "2023年度支出合计430.00万元，其中，基本支出比2022年度的95.30万元，增加4.60万元；项目支出比2022年度的323.40万元，增加6.70万元。",
        "2023年度支出合计430.00万元。基本支出较2022年度95.30万元相比，增加4.60万元。项目支出较2022年度323.40万元相比，增加6.70万元。"
      })
  void an_amount_that_is_compared_is_of_the_account_before_it(String text) {
    List<Fact> facts = facts(ACCOUNT, text);
    assertThat(accounts(facts, "95.30")).containsExactly("基本支出");
    assertThat(accounts(facts, "4.60")).containsExactly("基本支出");
    assertThat(accounts(facts, "323.40")).containsExactly("项目支出");
    assertThat(accounts(facts, "6.70")).containsExactly("项目支出");
  }

  @ParameterizedTest
  @ValueSource(strings = {"⑴,⑵", "⒈,⒉", "①,②", "（1）,（2）"})
  void a_number_that_is_one_character_begins_an_item(String marks) {
    String[] mark = marks.split(",", -1);
    List<Fact> facts =
        facts(
            ACCOUNT,
            "2023年度财政拨款支出年初预算为78.40万元，支出决算为79.50万元。其中：\n"
                + mark[0]
                + "公共安全支出（类）法院（款）行政运行（项）。年初预算为52.30万元，支出决算为53.90万元。\n"
                + mark[1]
                + "公共安全支出（类）法院（款）案件审判（项）。年初预算为26.10万元，支出决算为25.60万元。");
    assertThat(fact(facts, "53.90").context().item()).isEqualTo("公共安全支出/法院/行政运行");
    assertThat(fact(facts, "52.30").context().item()).isEqualTo("公共安全支出/法院/行政运行");
    assertThat(fact(facts, "25.60").context().item()).isEqualTo("公共安全支出/法院/案件审判");
  }

  @ParameterizedTest
  @ValueSource(strings = {"一般公共预算,政府性基金预算", "政府性基金预算,国有资本经营预算"})
  void revenue_is_no_part_of_expenditure(String funds) {
    String[] fund = funds.split(",", -1);
    List<Fact> facts =
        facts(
            ACCOUNT,
            "2023年度财政拨款本年收入186.70万元，比2022年度增加11.70万元；本年支出179.80万元，比2022年度增加6.20万元。具体情况如下：\n1."
                + fund[0]
                + "财政拨款本年收入183.50万元，比上年增加12.10万元；本年支出176.50万元，比上年增加6.90万元。\n2."
                + fund[1]
                + "财政拨款本年收入3.20万元；本年支出3.30万元。");
    assertThat(accounts(facts, "183.50")).containsExactly("财政拨款收入");
    assertThat(accounts(facts, "12.10")).containsExactly("财政拨款收入");
    assertThat(accounts(facts, "3.20")).containsExactly("财政拨款收入");
    assertThat(accounts(facts, "176.50")).allMatch(a -> a.endsWith("支出"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"“银龄计划”培训", "“薪火计划”建设", "“双高任务”建设"})
  void a_plan_in_quotation_marks_is_part_of_a_name(String name) {
    List<Fact> facts =
        facts(
            "样本学院2023年度部门整体支出绩效自评报告",
            "项目支出年初预算94.10万元，实际支出90.00万元。项目支出构成如下："
                + name
                + "预算32.00万元，支出31.50万元；校园修缮预算62.10万元，支出58.50万元。");
    assertThat(fact(facts, "31.50").context().item()).isEqualTo(name.replaceAll("[“”]", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"内设科室6个", "下设办事机构6个", "管理服务站点6个"})
  void a_count_with_a_noun_of_its_own_has_not_the_account_before(String count) {
    List<Fact> facts = facts(ACCOUNT, "我局编制人数45人，年末在职人员43人。" + count + "，分别为办公室等。");
    assertThat(facts).extracting(Fact::printed).contains("45", "43").doesNotContain("6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"药占比24.6%", "耗材比重24.6%", "自费患者比例24.6%"})
  void a_share_with_a_name_of_its_own_is_not_one_of_the_account_before(String share) {
    List<Fact> facts = facts(ACCOUNT, "2023年支出总计900.00万元。" + share + "，较上年下降1.2个百分点。");
    assertThat(facts).extracting(Fact::account).containsOnly("支出总计");
    assertThat(facts).extracting(Fact::printed).containsExactly("900.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025年收入预算125.60万元，其中一般公共预算拨款收入123.60万元、政府性基金预算拨款收入2万元。支出预算125.60万元，比2024年增加5.40万元，增长4.49%。",
        "2025年收入预算125.60万元。支出预算125.60万元，比2024年增加5.40万元。",
        "2025年收入总计125.60万元。支出总计125.60万元，较上年增加5.40万元，增长4.49%。"
      })
  void a_change_after_one_side_is_not_that_of_the_sentence_before(String text) {
    assertThat(accounts(facts("样本街道办事处2025年部门预算", text), "5.40")).containsExactly("支出总计");
  }

  @Test
  void a_change_after_both_sides_is_that_of_both() {
    assertThat(
            accounts(
                facts("样本街道办事处2025年部门预算", "2025年收入预算125.60万元，支出预算125.60万元，比2024年增加5.40万元。"),
                "5.40"))
        .containsExactlyInAnyOrder("收入总计", "支出总计");
  }

  @ParameterizedTest
  @ValueSource(strings = {"年初预算", "预算"})
  void the_budget_of_one_side_is_that_of_the_other(String stage) {
    List<Fact> facts = facts(ACCOUNT, "2023年" + stage + "收入总计150.00万元，支出总计149.00万元。");
    Stage first = fact(facts, "150.00").context().stage();
    assertThat(first).isIn(Stage.INITIAL_BUDGET, Stage.BUDGET);
    assertThat(fact(facts, "149.00").context().stage()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"所属单位", "下属单位", "所属事业单位"})
  void a_name_that_begins_with_a_particle_is_whole(String name) {
    List<Fact> facts =
        facts("样本县教育局2025年部门预算", "2025年部门支出预算450.00万元，其中本级支出90.00万元，" + name + "支出360.00万元。");
    assertThat(accounts(facts, "360.00")).containsExactly(name + "支出");
  }

  @ParameterizedTest
  @ValueSource(strings = {"如", "例如", "比如", "又如"})
  void a_word_for_an_example_is_no_part_of_a_name(String word) {
    List<Fact> facts = facts(ACCOUNT, "部分项目执行偏慢，" + word + "水库除险加固项目预算120万元，支出60万元。");
    assertThat(fact(facts, "120").context().item()).isEqualTo("水库除险加固");
    assertThat(fact(facts(ACCOUNT, "如东县河道清淤项目预算120万元。"), "120").context().item())
        .isEqualTo("如东县河道清淤");
  }

  @ParameterizedTest
  @ValueSource(strings = {"样本镇小学", "河道清淤疏浚", "灌区续建配套改造"})
  void the_name_of_a_project_before_a_colon_is_an_item(String name) {
    List<Fact> facts = facts(ACCOUNT, name + "项目：预算30万元，支出28万元，完成率93.33%。");
    assertThat(facts).hasSize(3).allMatch(f -> name.equals(f.context().item()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"全区", "全市", "全县"})
  void the_other_side_of_a_territory_has_its_perimeter(String place) {
    List<Fact> facts =
        facts(
            "关于样本区2023年预算执行情况的报告",
            "2023年，"
                + place
                + "一般公共预算收入完成50.20亿元，增长4.0%。其中，税收收入30.10亿元，增长2.0%；非税收入20.10亿元。一般公共预算支出完成98.60亿元，增长3.1%。");
    assertThat(fact(facts, "98.60").context().perimeter()).isEqualTo(Perimeter.TERRITORY);
    assertThat(fact(facts, "3.1").context().perimeter()).isEqualTo(Perimeter.TERRITORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "年初结转和结余240.00万元，其中财政拨款结转18.60万元；年末结转和结余197.00万元，其中财政拨款结转9.30万元，非财政拨款结转187.70万元。",
        "收入总计286.00万元，包括一般公共预算本年收入251.00万元、上年结转18.60万元，政府性基金预算本年收入7.10万元、上年结转9.30万元。",
        "年初批复预算486.00万元，其中基本支出127.00万元、项目支出359.00万元；年中追加10.00万元后，全年预算数为496.00万元，其中基本支出128.00万元、项目支出368.00万元。"
      })
  void one_sentence_does_not_state_two_values_of_one_fact(String text) {
    assertThat(facts(ACCOUNT, text)).isNotEmpty().noneMatch(Fact::disputed);
  }

  @Test
  void of_two_amounts_the_one_behind_its_name_is_kept() {
    List<Fact> facts =
        facts(
            ACCOUNT,
            "年初批复预算486.00万元，其中基本支出127.00万元、项目支出359.00万元；年中追加10.00万元后，全年预算数为496.00万元，其中基本支出128.00万元、项目支出368.00万元。");
    assertThat(accounts(facts, "368.00")).containsExactly("项目支出");
    assertThat(accounts(facts, "496.00")).doesNotContain("项目支出");
  }

  @Test
  void amounts_that_are_close_or_in_two_sentences_are_disputed() {
    assertThat(facts(ACCOUNT, "2023年度一般公共预算财政拨款项目支出430.00万元，一般公共预算财政拨款项目支出431.00万元用于维修。"))
        .anyMatch(Fact::disputed);
    assertThat(facts(ACCOUNT, "2023年度一般公共预算财政拨款项目支出430.00万元。2023年度一般公共预算财政拨款项目支出230.00万元。"))
        .anyMatch(Fact::disputed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021年全县幼儿园、普通小学、普通初中生均一般公共预算教育经费增长情况是：\n1.全县幼儿园为2299.11元。\n2.全县普通小学为4112.19元，增长23.28%。",
        "各级教育生均一般公共预算教育经费情况：\n（1）幼儿园为2299.11元。\n（2）普通小学为4112.19元，比上年的3335.70元增长23.28%。",
        "全县幼儿园、普通小学生均一般公共预算教育经费变动情况如下：\n1.幼儿园为2299.11元。\n2.普通小学为4112.19元。"
      })
  void an_announced_amount_per_head_is_that_of_each_kind_of_school(String text) {
    List<Fact> facts = facts("样本县2021年教育经费执行情况公告", text);
    for (String printed : List.of("2299.11", "4112.19")) {
      assertThat(accounts(facts, printed)).containsExactly("生均一般公共预算教育经费");
    }
    assertThat(fact(facts, "4112.19").context().item()).isEqualTo("普通小学");
  }

  @Test
  void a_heading_gives_its_amount_per_head_to_the_schools_below_it() {
    String text = "（1）普通小学为1037元，比上年的1032元增长0.48%。其中，农村为895元。\n（2）普通初中为1116元。";
    Paragraphs.Example example =
        new Paragraphs.Example(
            "样本县2017年教育经费执行情况公告", "各级教育生均一般公共预算公用经费支出增长情况", text, List.of(), List.of());
    List<Fact> facts = new FactReader().read(example.disclosure(text));
    assertThat(facts).allMatch(f -> f.account().equals("生均一般公共预算公用经费支出"));
    assertThat(fact(facts, "1116").context().item()).isEqualTo("普通初中");
    assertThat(fact(facts, "895").context().item()).isEqualTo("普通小学/农村");
  }

  @Test
  void the_province_that_issues_bonds_is_no_perimeter() {
    List<Fact> facts = facts("样本区2020年政府债务情况", "2020年全区新增政府债务限额2.40亿元。由省级代为发行新增债券2.38亿元。");
    assertThat(fact(facts, "2.38").context().perimeter()).isNotEqualTo(Perimeter.GOVERNMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一般公共预算收入分级次看，市级14.02亿元，县级36.51亿元。",
        "一般公共预算收入分部门看，税务部门完成14.02亿元；财政部门完成36.51亿元。",
        "一般公共预算收入分征收系统看，国税系统累计完成收入14.02亿元；地税系统累计完成收入36.51亿元。"
      })
  void an_account_before_its_division_is_divided_and_not_the_one_before_it(String text) {
    List<Fact> facts = facts("样本市2015年预算执行情况的报告", "全市一般公共预算支出107.60亿元。\n" + text);
    assertThat(accounts(facts, "14.02")).containsExactly("一般公共预算收入");
    assertThat(accounts(facts, "36.51")).containsExactly("一般公共预算收入");
  }
}
