package org.mingzhang.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Topic;

/** Kinds of contradiction that people noted in whole real documents, in invented ones. */
class WholeDocumentKindsTest {
  private static final String TOTALS =
      "财政拨款收入预算90.00万元，比2023年预算减少10.00万元。|支出预算90.00万元，其中：财政拨款支出预算90.00万元，比2023年预算减少10.00万元。|";

  private static TestDocument totalsDocument(String reason) {
    return new TestDocument()
        .budget()
        .section(Topic.TOTALS, "预算编制说明", (TOTALS + reason).split("\\|"));
  }

  @Test
  void a_reason_in_a_paragraph_of_its_own_is_for_the_change_of_the_totals() {
    assertEquals(
        List.of("reason-direction"), totalsDocument("财政拨款收入支出增加的主要原因是修缮项目支出减少。").findRules());
    assertEquals(List.of(), totalsDocument("财政拨款收入支出减少的主要原因是修缮项目支出减少。").findRules());
  }

  private static TestDocument receptionDocument(String spent) {
    return new TestDocument()
        .section(
            Topic.THREE_PUBLIC,
            "总体情况",
            "“三公”经费支出决算数比2023年度减少1.60万元，其中：公务用车购置及运行维护费支出决算减少2.00万元；公务接待费支出决算增加0.40万元，增长100%。")
        .section(Topic.THREE_PUBLIC, "具体情况", "公务接待费支出" + spent + "万元。");
  }

  @Test
  void growth_from_nothing_is_told_where_another_paragraph_says_the_amount() {
    assertEquals(List.of("zero-base"), receptionDocument("0.40").findRules());
    assertEquals(List.of(), receptionDocument("0.80").findRules());
  }

  private static TestDocument changesOfThreePublicDocument(String vehicles) {
    return new TestDocument()
        .section(
            Topic.THREE_PUBLIC,
            "“三公”经费支出决算情况说明",
            "2024年度“三公”经费财政拨款支出决算17.74万元，完成年初预算32.00万元的55.44%，比2023年减少8.85万元，下降33.28%。其中：因公出国（境）费支出0万元，占0%；公务用车购置及运行费支出14.28万元，占80.50%；公务接待费支出3.46万元，占19.50%。具体情况如下：",
            "1.因公出国（境）费支出0万元。年初预算6.00万元未执行，比2023年减少5.42万元，下降100%，原因是未安排出国（境）团组。",
            "2.公务用车购置及运行费支出14.28万元，" + vehicles,
            "3.公务接待费支出3.46万元，比2023年减少1.36万元，下降28.22%。");
  }

  @Test
  void changes_of_numbered_items_add_up_only_if_each_item_states_one() {
    assertEquals(List.of(), changesOfThreePublicDocument("比2023年减少2.07万元，下降12.66%。").findRules());
    assertEquals(
        List.of("change-parts"),
        changesOfThreePublicDocument("比2023年减少1.07万元，下降6.97%。").findRules());
    assertEquals(
        List.of(),
        changesOfThreePublicDocument("其中：公务用车购置费0万元；公务用车运行维护费14.28万元，比2023年减少2.07万元，下降12.66%。")
            .findRules());
  }

  private static TestDocument travelAbroadDocument(String budget) {
    return new TestDocument()
        .section(
            Topic.THREE_PUBLIC,
            "情况说明",
            "“三公”经费年初预算为6.00万元，支出决算为3.00万元，完成预算的50%，其中：因公出国（境）费支出决算为0万元，完成预算的0%；公务接待费支出决算为1.00万元，完成预算的40%。")
        .table(
            "财政拨款“三公”经费支出决算表",
            "万元",
            "合计/预算数,合计/决算数,因公出国（境）费/预算数,因公出国（境）费/决算数,公务接待费/预算数,公务接待费/决算数",
            List.of("6.00,3.00," + budget + ",0,2.50,1.00"));
  }

  @Test
  void no_budget_in_the_table_leaves_nothing_to_complete() {
    assertEquals(List.of("three-public-budget"), travelAbroadDocument("0").findRules());
    assertEquals(List.of(), travelAbroadDocument("1.00").findRules());
  }

  private static TestDocument shiftedRowsDocument(int by) {
    List<String> codes =
        List.of(
            "201,一般公共服务支出",
            "20126,档案事务",
            "2012601,行政运行",
            "2012604,档案馆",
            "205,教育支出",
            "20508,进修及培训",
            "2050803,培训支出",
            "210,卫生健康支出",
            "21011,行政事业单位医疗",
            "2101101,行政单位医疗",
            "221,住房保障支出",
            "22102,住房改革支出",
            "2210201,住房公积金",
            "224,灾害防治支出",
            "22402,消防救援事务",
            "2240204,消防应急救援",
            ",合计");
    List<String> amounts =
        List.of(
            "30.00", "30.00", "20.00", "10.00", "5.00", "5.00", "5.00", "7.00", "7.00", "7.00",
            "9.00", "9.00", "9.00", "4.00", "4.00", "4.00", "55.00");
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      rows.add(codes.get(i) + "," + amounts.get((i + by) % amounts.size()));
    }
    return new TestDocument().table("一般公共预算财政拨款支出决算表", "万元", "科目编码,科目名称,合计", rows);
  }

  @Test
  void amounts_that_stand_at_the_codes_of_others_are_told_once() {
    assertEquals(List.of(), shiftedRowsDocument(0).findRules());
    assertEquals(
        1,
        new Auditor()
            .audit(shiftedRowsDocument(2).build()).stream()
                .filter(f -> f.rule().equals("code-roll-up"))
                .count());
  }

  @Test
  void amounts_in_whole_yuan_fill_a_table() {
    TestDocument document =
        new TestDocument()
            .budget()
            .table("部门政府性基金预算支出预算表", "元", "科目编码,科目名称,合计", List.of("212,城乡社区支出,\"3\"", ",合计,3"));
    document.findSection("政府性基金").rows().forEach(r -> r.set(2, "3,380,000"));
    assertEquals(List.of(), document.findRules());
    document.findSection("政府性基金").rows().forEach(r -> r.set(2, ""));
    assertEquals(List.of("account-tables"), document.findRules());
  }

  private static TestDocument itemDocument(String first, String second) {
    String[] all = new String[7];
    for (int i = 0; i < all.length; i++) {
      String before = i == 3 ? first : "2023";
      String against = i == 5 ? second : "2023";
      all[i] =
          "“专项%d”2024年度预算%d万元，%s年度预算9万元。2023年当年预算执行数为8万元，2024年预算安排%d万元，比%s年预算执行数增加%d%%。"
              .formatted(i, 10 + i, before, 10 + i, against, 25 + 12 * i);
    }
    return new TestDocument().budget().section(Topic.GENERAL_PUBLIC_BUDGET, "主要内容", all);
  }

  private static List<String> years(TestDocument document) {
    return document.findRules().stream().filter("year-of-items"::equals).toList();
  }

  @Test
  void the_year_of_most_items_settles_which_year_one_of_them_means() {
    assertEquals(List.of(), years(itemDocument("2023", "2023")));
    assertEquals(List.of("year-of-items"), years(itemDocument("2022", "2023")));
    assertEquals(List.of("year-of-items"), years(itemDocument("2023", "2022")));
  }

  @Test
  void a_table_of_several_years_in_words_settles_nothing() {
    TestDocument document =
        new TestDocument()
            .budget()
            .section(
                Topic.GENERAL_PUBLIC_BUDGET,
                "历年情况",
                "专项，2021年预算数1万元，2022年预算数2万元。",
                "专项，2023年预算数3万元，2024年预算数4万元。");
    assertEquals(List.of(), years(document));
  }

  private static List<String> general(String text) {
    return new TestDocument().section(Topic.GENERAL_PUBLIC_BUDGET, "具体情况", text).findRules();
  }

  @Test
  void the_head_of_an_item_may_be_its_budget_or_a_round_number() {
    String item = "1.教育支出（类）进修及培训（款）培训支出（项）@。主要用于培训。年初预算为30.00万元，支出决算为20.05万元。";
    assertEquals(List.of("item-repeat"), general(item.replace("@", "20.04万元")));
    assertEquals(List.of(), general(item.replace("@", "30.00万元")));
    assertEquals(List.of(), general(item.replace("@", "20万元")));
    assertEquals(List.of(), general(item.replace("@", "")));
  }

  @Test
  void words_that_are_doubled_or_against_each_other_are_told_but_not_alternatives() {
    String text = "政府性基金拨款支出预算0万元，与2023年预算@。";
    assertEquals(List.of("garbled-words"), general(text.replace("@", "增加持平")));
    assertEquals(List.of(), general(text.replace("@", "持平")));
    assertEquals(List.of(), general("决算数与预算数相比增加，持平的项目有3个。"));
  }

  private static TestDocument receptionDocument(String unit, String basic) {
    return new TestDocument()
        .budget()
        .table(
            "一般公共预算基本支出部门预算经济分类预算表",
            unit,
            "科目编码,科目名称,合计,人员经费,公用经费",
            List.of("302,商品和服务支出," + basic + ",," + basic, "30217,公务接待费," + basic + ",," + basic))
        .section(Topic.THREE_PUBLIC, "“三公”经费预算情况说明", "公务接待费0.46万元，与2023年预算持平。");
  }

  @Test
  void an_economic_item_in_yuan_may_be_as_much_as_the_part_of_the_three_public_expenses() {
    assertEquals(List.of(), receptionDocument("元", "4600").findRules());
    assertEquals(List.of(), receptionDocument("元", "3000").findRules());
    assertEquals(List.of("three-public-items"), receptionDocument("元", "8600").findRules());
  }

  @Test
  void an_item_of_the_general_budget_is_not_held_against_governmental_funds() {
    TestDocument document =
        new TestDocument()
            .table(
                "政府性基金预算财政拨款收入支出决算表",
                "万元",
                "科目编码,科目名称,本年收入,本年支出合计,基本支出,项目支出",
                List.of(
                    "221,住房保障支出,5.00,5.00,,5.00",
                    "22198,超长期特别国债安排的支出,5.00,5.00,,5.00",
                    ",合计,5.00,5.00,,5.00"))
            .section(Topic.GENERAL_PUBLIC_BUDGET, "结构情况", "住房保障支出（类）76.78万元，占5.33%。");
    assertEquals(List.of(), document.findRules());
  }

  @Test
  void an_annual_plan_may_tell_earlier_years_beside_its_own() {
    TestDocument document =
        new TestDocument()
            .budget()
            .section(Topic.PERFORMANCE, "年度预算安排", "2022年安排资金50万元，2024年安排资金30万元。");
    assertEquals(List.of(), document.findRules());
  }

  private static TestDocument fundsDocument(String spent) {
    return new TestDocument()
        .section(
            Topic.GOVERNMENT_FUNDS,
            "政府性基金预算财政拨款收入支出决算情况说明",
            "政府性基金预算财政拨款收入105.00万元，支出105.00万元，支出具体情况如下：",
            "1.住房保障支出（类）超长期特别国债安排的支出（款）其他住房保障支出（项）。年初预算为0万元，支出决算为" + spent + "万元。");
  }

  @Test
  void an_item_of_a_section_is_no_more_than_what_heads_it() {
    assertEquals(List.of("part-above-whole"), fundsDocument("135.00").findRules());
    assertEquals(List.of(), fundsDocument("105.00").findRules());
    assertEquals(List.of(), fundsDocument("5.00").findRules());
  }
}
