package org.mingzhang.fact.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Stage;
import org.mingzhang.model.TableData;

/** Columns and rows of lists of projects, and the balances of tables of both sides. */
class ProjectListTest {
  @Test
  void what_was_spent_on_a_project_is_read_and_a_subtotal_is_no_project() {
    List<Fact> facts =
        read(
            "项目支出明细表",
            List.of("单位", "项目", "年初预算", "支出数"),
            List.of("局机关", "古树保护", "200.00", "190.00"),
            List.of("局机关小计", "", "201.00", "191.00"),
            List.of("林科所小计", "", "81.00", "71.00"),
            List.of("合计", "", "282.00", "262.00"));
    assertThat(factOf(facts, "190.00").context().item()).isEqualTo("古树保护");
    assertThat(factOf(facts, "190.00").context().stage()).isEqualTo(Stage.RESULT);
    assertThat(factOf(facts, "262.00").context().item()).isNull();
    assertThat(facts).extracting(Fact::printed).doesNotContain("201.00", "191.00", "81.00");
  }

  @Test
  void what_is_carried_over_is_a_balance_and_not_spent() {
    List<Fact> facts =
        read(
            "收入支出决算总表",
            List.of("收入", "决算数(左)", "支出", "决算数(右)"),
            List.of("一、财政拨款收入", "900.00", "一、基本支出", "600.00"),
            List.of("二、事业收入", "50.00", "二、项目支出", "380.00"),
            List.of("本年收入合计", "950.00", "本年支出合计", "980.00"),
            List.of("年初结转", "80.00", "年末结转", "51.00"),
            List.of("总计", "1,030.00", "总计", "1,031.00"));
    assertThat(factOf(facts, "51.00").account()).isEqualTo("年末结转和结余");
    assertThat(factOf(facts, "51.00").context().item()).isNull();
    assertThat(factOf(facts, "80.00").account()).isEqualTo("年初结转和结余");
  }

  @ParameterizedTest
  @ValueSource(strings = {"项目支出情况表", "一般公共预算项目支出表", "专项资金安排情况表", "政府采购预算表"})
  void a_name_beside_the_code_of_an_item_is_that_of_its_project(String title) {
    List<Fact> facts =
        read(
            title,
            List.of("项目名称", "功能科目编码", "合计"),
            List.of("合计", "", "62.00"),
            List.of("课桌椅更新", "2050203", "20.00"),
            List.of("校舍维修", "2050203", "30.00"),
            List.of("初中教育", "2050203", "12.00"));
    assertThat(factOf(facts, "30.00").context().item()).isEqualTo("校舍维修");
    assertThat(factOf(facts, "30.00").context().code()).isNull();
    assertThat(factOf(facts, "12.00").context().code()).isEqualTo("2050203");
  }

  private static Fact factOf(List<Fact> facts, String printed) {
    return Objects.requireNonNull(
        facts.stream().filter(f -> f.printed().equals(printed)).findFirst().orElse(null), printed);
  }

  @SafeVarargs
  private static List<Fact> read(String title, List<String> header, List<String>... rows) {
    List<List<String>> cells = new ArrayList<>();
    for (List<String> row : rows) {
      cells.add(row);
    }
    TableData table =
        new TableData("1", title, "万元", 1, header, cells, cells.stream().map(r -> 1).toList());
    return SingleTableDocument.readFacts("样坪县林业局", Category.DEPARTMENT_FINAL_ACCOUNTS, table);
  }
}
