package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Topic;

/** What district reviewers note by hand beside arithmetic: sentences that stop, marks, names. */
class ReviewersWordingsTest {
  private static final List<String> RULES =
      List.of(
          "broken-sentence",
          "unpaired-marks",
          "retired-name",
          "department-or-unit",
          "another-year");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "broken-sentence:公务接待费支出1.20万元，比上年减少0.30万元，下降20%，主要原因是。",
        "broken-sentence:项目支出80.00万元，主要用于。",
        "broken-sentence:收入总计增加10.00万元，增长5%，主要是；支出总计增加10.00万元。",
        "broken-sentence:决算数小于年初预算数的主要原因是：。",
        "broken-sentence:比上年减少2.00万元，由于。",
        "broken-sentence:基本支出50.00万元，主要包括。",
        "unpaired-marks:“三公“经费支出5.00万元。",
        "unpaired-marks:三公”经费支出5.00万元。",
        "unpaired-marks:“三公”经费支出5.00万元，其中“公务接待费1.00万元。",
        "unpaired-marks:““两馆”维修经费评价综述良好。",
        "unpaired-marks:因公出国（境费支出0万元。",
        "unpaired-marks:卫生健康支出（类）行政事业单位医疗款）行政单位医疗（项）支出5.00万元。",
        "unpaired-marks:一般公共服务支出（类支出80.00万元，占80%。",
        "retired-name:医疗卫生与计划生育支出（类）支出12.00万元，占6%。",
        "retired-name:主要用于：文化体育与传媒支出30.00万元。",
        "retired-name:2.农林水事务支出45.00万元。",
        "retired-name:社会保障和就业支出20.00万元；国土海洋气象等支出5.00万元。",
        "retired-name:医疗卫生与计划生育支出(类）行政单位医疗（项）12.00万元。主要原因是人数增加，原因之二是缴费基数提高。",
        "retired-name:医疗卫生支出（类）行政事业单位医疗（款）支出3.00万元。",
        "another-year:2024年度收入总计10.00万元，与2024年度相比增加1.00万元。"
      })
  void slips_of_wording_are_told(String example) {
    String[] parts = example.split(":", 2);
    List<Finding> found = findFindings(parts[1]);
    assertThat(found).extracting(Finding::rule).containsOnly(parts[0]);
    assertThat(found)
        .filteredOn(f -> !f.rule().equals("another-year"))
        .allMatch(f -> f.severity() == Finding.Severity.WORDING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "公务接待费支出1.20万元，比上年减少0.30万元，下降20%，主要原因是接待批次减少。",
        "““两馆”维修经费”评价综述良好。",
        "项目支出80.00万元，主要用于：",
        "决算数大于预算数的主要原因：年中追加。",
        "资金由财政统筹安排，按规定使用，支出合理，成效显著是主要特点。",
        "基本支出50.00万元，主要包括人员经费、公用经费。",
        "该项经费的用途主要是办公。",
        "“三公”经费支出5.00万元，“公务接待费”1.00万元。",
        "因公出国（境）费支出0万元；1）公务接待费1.00万元；2）公务用车运行费2.00万元。",
        "完成“放管服”改革，落实（一）编制预算、（二）公开预算（含“三公”经费）。",
        "目标如下：一）宣传；二）培训。",
        "“三公\"经费支出5.00万元。",
        "（1）办公费1.00万元；（2）水费1.00万元。",
        "卫生健康支出（类）支出12.00万元，占6%。",
        "环境保护支出力度不断加大，共投入5.00万元。",
        "原医疗卫生与计划生育支出（类）调整为卫生健康支出（类），支出12.00万元。",
        "原为“医疗卫生与计划生育支出”（类）的项目12.00万元并列本类。",
        "2018年医疗卫生与计划生育支出12.00万元，2024年卫生健康支出13.00万元。",
        "文化活动丰富，医疗保障有力，支出5.00万元。",
        "农林水支出45.00万元，节能环保支出3.00万元。",
        "2024年度收入总计10.00万元，与2023年度相比增加1.00万元。"
      })
  void right_wordings_are_not_told(String text) {
    assertThat(findFindings(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "部门决算,第二部分 2024年度单位决算情况说明,true",
    "部门决算,单位决算表,true",
    "部门预算,2024年单位预算情况说明,true",
    "单位决算,2024年度部门决算情况说明,true",
    "单位决算,样本区档案馆2024年度部门决算表,true",
    "单位预算,部门预算公开表,true",
    "部门决算,2024年度部门决算情况说明,false",
    "部门决算,纳入部门决算范围的单位,false",
    "单位决算,2024年度单位决算情况说明,false",
    "单位预算,预算单位构成,false",
    "单位决算,主管部门决算审核意见,false",
    "部门决算,单位预算执行情况,false",
    "决算,2024年度单位决算情况说明,false"
  })
  void headings_that_say_another_kind_of_account_than_the_title(
      String kind, String heading, boolean told) {
    Disclosure document =
        titled(
            new TestDocument().section(Topic.OTHER, heading, "收入总计10.00万元。").build(),
            "测试区档案局2024年度" + kind);
    assertThat(rules(document).contains("department-or-unit")).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"2018,false", "2019,true", "2024,true"})
  void a_name_is_retired_from_its_year_on(int year, boolean told) {
    Disclosure document =
        new TestDocument()
            .withKindAndYear(Category.DEPARTMENT_FINAL_ACCOUNTS, year)
            .section(Topic.GENERAL_PUBLIC_BUDGET, "说明", "医疗卫生与计划生育支出（类）支出12.00万元。")
            .build();
    assertThat(rules(document).contains("retired-name")).isEqualTo(told);
  }

  private static List<String> tableRows(String name) {
    return List.of(",合计,30.00,30.00,", "220," + name + ",30.00,30.00,");
  }

  @ParameterizedTest
  @CsvSource({
    "自然资源海洋气象等支出,国土海洋气象等支出,true",
    "自然资源海洋气象等支出,自然资源海洋气象等支出,false",
    "国土海洋气象等支出,国土海洋气象等支出,false"
  })
  void a_table_has_a_retired_name_where_another_has_the_new_one(
      String first, String second, boolean told) {
    String header = "科目编码,科目名称,合计,基本支出,项目支出";
    Disclosure document =
        new TestDocument()
            .table("支出决算表", "万元", header, tableRows(first))
            .table("一般公共预算财政拨款支出决算表", "万元", header, tableRows(second))
            .build();
    assertThat(rules(document).contains("retired-name")).isEqualTo(told);
  }

  @Test
  void a_paragraph_that_a_page_cuts_has_its_marks_elsewhere() {
    Disclosure document =
        new TestDocument()
            .section(Topic.OTHER, "说明", "我局着力做强“", "四送”品牌（春送", "岗位）。", "“三公”经费减少。")
            .build();
    assertThat(rules(document)).doesNotContain("unpaired-marks");
  }

  private static List<String> rules(Disclosure document) {
    return new Auditor().audit(document).stream().map(Finding::rule).toList();
  }

  private static List<Finding> findFindings(String text) {
    Disclosure document =
        new TestDocument().section(Topic.GENERAL_PUBLIC_BUDGET, "说明", text).build();
    return new Auditor().audit(document).stream().filter(f -> RULES.contains(f.rule())).toList();
  }

  private static Disclosure titled(Disclosure document, String title) {
    DocumentMetadata about = document.metadata();
    return new Disclosure(
        document.source(),
        new DocumentMetadata(
            title,
            false,
            about.agency(),
            about.region(),
            about.year(),
            title.contains("单位") ? Category.UNIT_FINAL_ACCOUNTS : about.category(),
            null,
            List.of()),
        document.sections(),
        document.tables(),
        document.indicators(),
        document.figures(),
        List.of(),
        List.of());
  }
}
