package org.mingzhang.fact.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;

class TableFiguresTest {
  private static final DocumentMetadata YEAR_2024 =
      new DocumentMetadata(null, false, null, null, 2024, null, null, List.of());

  private static TableData table(
      String title, @Nullable String unit, String header, String... rows) {
    List<List<String>> cells = new ArrayList<>();
    for (String row : rows) {
      cells.add(List.of(row.split(",", -1)));
    }
    return new TableData(
        "2.1",
        title,
        unit,
        5,
        List.of(header.split(",")),
        cells,
        Collections.nCopies(rows.length, 5));
  }

  private static List<String> read(TableData table) {
    return new Figures()
        .read(List.of(), List.of(table), YEAR_2024).stream().map(TableFiguresTest::line).toList();
  }

  private static String line(Figure f) {
    return (f.code() == null ? "" : f.code() + " ")
        + (f.item() == null ? "" : f.item() + " ")
        + f.name()
        + " "
        + f.value()
        + f.unit()
        + " "
        + f.year();
  }

  @Test
  void income_and_expenditure_side_by_side() {
    assertEquals(
        List.of(
            "一般公共预算财政拨款收入 1940.05万元 2024",
            "收入总计 1940.05万元 2024",
            "一般公共服务支出 106.6万元 2024",
            "支出总计 1940.05万元 2024"),
        read(
            table(
                "收入支出决算总表",
                "万元",
                "收入/项目,收入/行次,收入/决算数,支出/项目,支出/决算数",
                "一、一般公共预算财政拨款收入,1,1940.05,一、一般公共服务支出,106.6",
                "二、政府性基金预算财政拨款收入,2,,二、外交支出,",
                "三、国有资本经营预算财政拨款收入,3,,三、国防支出,",
                "总计,4,1940.05,总计,1940.05")));
  }

  @Test
  void functional_codes_in_three_columns_give_full_names() {
    assertEquals(
        List.of(
            "合计 本年支出合计 12万元 2024",
            "合计 基本支出 12万元 2024",
            "201 一般公共服务支出（类） 本年支出合计 12万元 2024",
            "20126 一般公共服务支出（类）档案事务（款） 基本支出 12万元 2024",
            "2012601 一般公共服务支出（类）档案事务（款）行政运行（项） 本年支出合计 12万元 2024"),
        read(
            table(
                "支出决算表",
                "万元",
                "项目(1)/支出功能分类科目编码,项目(2),项目(3),项目/科目名称,本年支出合计,基本支出,项目支出",
                "类,款,项,合计,12,12,",
                "201,,,一般公共服务支出,12,,",
                "201,26,,档案事务,,12,",
                "201,26,01,行政运行,12,,")));
  }

  @Test
  void economic_codes_side_by_side_keep_their_own_names() {
    assertEquals(
        List.of(
            "301 工资福利支出 决算数 82.85万元 2024",
            "人员经费合计 82.85万元 2024",
            "302 商品和服务支出 决算数 7.5万元 2024",
            "30201 办公费 决算数 7.5万元 2024",
            "公用经费合计 7.5万元 2024"),
        read(
            table(
                "基本支出决算表",
                "万元",
                "科目编码(左),科目名称(左),决算数(左),科目编码(右),科目名称(右),决算数(右)",
                "301,工资福利支出,82.85,302,商品和服务支出,7.5",
                "30101,基本工资,,30201,办公费,7.5",
                "人员经费合计,,82.85,公用经费合计,,7.5")));
  }

  @Test
  void one_row_of_amounts_is_named_by_its_head() {
    assertEquals(
        List.of(
            "三公经费预算 0.95万元 2024",
            "三公经费支出决算 0.50万元 2024",
            "公务用车运行费 0.10万元 2024",
            "公务接待费预算 0.95万元 2024"),
        read(
            table(
                "财政拨款“三公”经费支出决算表",
                "万元",
                "财政拨款“三公”经费/合计/预算数,财政拨款“三公”经费/合计/决算数,财政拨款“三公”经费/公务用车购置及运行费/运行费/决算数,财政拨款“三公”经费/公务接待费/预算数",
                "0.95,0.50,0.10,0.95")));
  }

  @Test
  void budgets_of_two_years_of_the_three_public_expenses_stand_in_one_row() {
    assertEquals(
        List.of("三公经费预算 12万元 2023", "公务接待费预算 3万元 2023", "三公经费预算 11万元 2024", "公务接待费预算 2万元 2024"),
        read(
            table(
                "一般公共预算“三公”经费支出表",
                "万元",
                "2023年预算数/合计,2023年预算数/公务接待费,2024年预算数/合计,2024年预算数/公务接待费",
                "12,3,11,2")));
  }

  @Test
  void rows_that_count_things_are_no_amounts_and_budget_changed_budget_and_result_are_told_apart() {
    assertEquals(
        List.of(
            // A known miss: the row of the total, 支出合计 among the three public expenses.
            "公务接待费预算 3万元 2024", "公务接待费全年预算 4万元 2024", "公务接待费 2万元 2024", "机关运行经费 61万元 2024"),
        read(
            table(
                "“三公”经费、机关运行经费支出情况表",
                "万元",
                "项目,行次,预算数,全年预算数,决算统计数",
                "（一）支出合计,2,12,13,10",
                "3．公务接待费,7,3,4,2",
                "1．因公出国（境）团组数（个）,10,—,—,1",
                "2．公务用车保有量（辆）,11,—,—,3",
                "二、机关运行经费,12,—,—,61")));
  }

  @Test
  void kinds_of_procurement_may_stand_in_columns() {
    assertEquals(
        List.of(
            "政府采购预算 10万元 2024",
            "政府采购货物预算 4万元 2024",
            "政府采购服务预算 6万元 2024",
            "政府采购支出总额 9万元 2024",
            "政府采购货物支出 4万元 2024",
            "政府采购服务支出 5万元 2024"),
        read(table("政府采购情况表", "万元", "项目,合计,货物,服务", "政府采购预算,10,4,6", "政府采购支出,9,4,5")));
  }

  @Test
  void years_in_the_head_are_kept() {
    assertEquals(
        List.of("基本支出 121.14万元 2023", "基本支出 84万元 2024", "项目支出 6万元 2024", "修缮库房 项目支出 6万元 2024"),
        read(
            table(
                "基础数据表",
                "万元",
                "经费控制情况,2023年决算数,2024年决算数",
                "一、部门基本支出,121.14,84",
                "二、部门项目支出,,6",
                "修缮库房,,6")));
  }

  @Test
  void budgets_and_the_result_of_one_year_are_told_apart() {
    assertEquals(
        List.of(
            "本年收入合计年初预算 28万元 2024",
            "本年收入合计全年预算 29万元 2024",
            "本年收入合计 30.14万元 2024",
            "收入总计 31.14万元 2024",
            "本年支出合计年初预算 28万元 2024",
            "本年支出合计全年预算 29万元 2024",
            "本年支出合计 29.5万元 2024"),
        read(
            table(
                "收入支出决算总表",
                "万元",
                "收入/项目,收入/年初预算数,收入/全年预算数,收入/决算数,支出/项目,支出/年初预算数,支出/全年预算数,支出/决算数",
                "栏次,1,2,3,栏次,7,8,9",
                "本年收入合计,28,29,30.14,本年支出合计,28,29,29.5",
                "总计,,,31.14,总计,,,")));
  }

  @Test
  void the_same_measure_of_two_years_keeps_its_year_and_changes_are_no_amounts() {
    assertEquals(
        List.of("财政拨款收入预算 10万元 2023", "财政拨款收入预算 11万元 2024", "上年结转预算 1万元 2024"),
        read(
            table(
                "收支预算总表", "万元", "项目,上年预算数,本年预算数,增减额,增减%", "一、财政拨款收入,10,11,1,10", "二、上年结转,,1,1,")));
  }

  @Test
  void the_three_expenses_by_row_have_budget_and_result() {
    assertEquals(
        List.of(
            "三公经费预算 9.5万元 2024",
            "三公经费支出决算 7.66万元 2024",
            "公务用车购置及运行费预算 8万元 2024",
            "公务用车购置及运行费 6.9万元 2024",
            "公务用车运行费预算 8万元 2024",
            "公务用车运行费 6.9万元 2024"),
        read(
            table(
                "财政拨款“三公”经费支出决算表",
                "万元",
                "项目,预算数,决算数",
                "合计,9.5,7.66",
                "3.公务用车购置及运行维护费,8,6.9",
                "（2）公务用车运行维护费,8,6.9")));
  }

  @Test
  void procurement_counts_things_and_names_kinds() {
    assertEquals(
        List.of("政府采购预算 50万元 2024", "办案设备预算 10万元 2024"),
        read(table("政府采购预算表", "万元", "采购项目,采购品目,数量,单位,预算金额", "合计,,,,50", "办案设备,记录仪,20,台,10")));
    assertEquals(
        List.of("政府采购支出总额 120.5万元 2024", "政府采购货物支出 60.5万元 2024"),
        read(table("政府采购支出情况表", "万元", "项目,金额", "政府采购支出合计,120.5", "其中：货物,60.5")));
  }

  @Test
  void projects_are_named_by_their_own_column() {
    assertEquals(
        List.of(
            "项目支出 18万元 2024",
            "一般公共预算财政拨款项目支出 18万元 2024",
            "库房维修 项目支出 10万元 2024",
            "库房维修 项目支出 10万元 2024"),
        read(table("项目支出表", "万元", "类型,项目名称,项目单位,合计,一般公共预算", "合计,,,18,18", "特定目标类,库房维修,示例局,10,10")));
  }

  @Test
  void what_was_carried_over_by_kind_of_money_is_no_income_of_the_year() {
    assertEquals(
        List.of("一般公共预算财政拨款 5万元 2024", "年初财政拨款结转和结余 2万元 2024", "一般公共预算财政拨款年初结转和结余 2万元 2024"),
        read(
            table(
                "财政拨款收入支出决算总表", "万元", "项目,金额", "一、一般公共预算财政拨款,5", "年初财政拨款结转和结余,2", "一般公共预算财政拨款,2")));
  }

  @Test
  void a_part_that_sums_up_has_the_name_above_it_and_a_merged_total_its_own() {
    assertEquals(
        List.of("301 工资福利支出 本年支出 8万元 2024", "公用经费合计 1.25万元 2024"),
        read(
            table(
                "基本支出决算明细表",
                "万元",
                "科目编码,科目名称,本年支出/小计,科目编码(左),科目名称(左),决算数(左),科目编码(右),科目名称(右),决算数(右)",
                "301,工资福利支出,8,302,商品和服务支出,,310,资本性支出,",
                ",,,公用经费合计,,,,,1.25")));
  }

  @Test
  void a_table_without_a_unit_gives_no_figures() {
    assertEquals(List.of(), read(table("人数表", null, "项目,数量", "编制数,12.5")));
  }

  @Test
  void the_budget_line_of_a_performance_form_is_read() {
    TableBlock grid =
        new TableBlock(
            3,
            3,
            4,
            List.of(
                new TableBlock.Cell(0, 0, 1, 1, "项目名称"),
                new TableBlock.Cell(0, 1, 1, 3, "修缮库房"),
                new TableBlock.Cell(1, 0, 1, 1, "项目资金\n（万元）"),
                new TableBlock.Cell(1, 1, 1, 1, "年初预算数"),
                new TableBlock.Cell(1, 2, 1, 1, "全年执行数"),
                new TableBlock.Cell(1, 3, 1, 1, "分值"),
                new TableBlock.Cell(2, 1, 1, 1, "15.3"),
                new TableBlock.Cell(2, 2, 1, 1, "0"),
                new TableBlock.Cell(2, 3, 1, 1, "10")));
    Section section =
        new Section(
            "6.1",
            "",
            "项目支出绩效自评表",
            2,
            Topic.SELF_EVALUATION_TABLE,
            3,
            false,
            false,
            List.of(new Section.TablePart(3, -1, grid, List.of(3, 3, 3))));
    assertEquals(
        List.of("修缮库房 项目年初预算数 15.3万元 2024", "修缮库房 项目执行数 0万元 2024"),
        new Figures()
            .read(List.of(section), List.of(), YEAR_2024).stream()
                .map(TableFiguresTest::line)
                .toList());
  }
}
