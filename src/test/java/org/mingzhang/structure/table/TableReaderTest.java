package org.mingzhang.structure.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mingzhang.structure.grid.GridDrawing.part;
import static org.mingzhang.structure.grid.GridDrawing.section;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.grid.Grid;

class TableReaderTest {
  private static final String TWO_SIDED =
      """
      收入 | < | 支出 | <
      项目 | 决算数 | 项目 | 决算数
      一、一般公共预算财政拨款收入 | 2,940.05 | 一、一般公共服务支出 | 2,106.66
      二、政府性基金预算财政拨款收入 | | 二、外交支出 |
      | | |
      总计 | 2,995.39 | 总计 | 2,995.39
      """;

  private static TableReader.Result read(Section... sections) {
    return new TableReader().read(List.of(sections));
  }

  private static TableData readOnlyTable(Section section) {
    TableReader.Result result = read(section);
    assertEquals(1, result.tables().size(), result.tables()::toString);
    return result.tables().get(0);
  }

  private static Section.Paragraph line(String text) {
    return new Section.Paragraph(1, text);
  }

  @Test
  void two_sides_get_names_of_their_own_and_filler_rows_are_no_data() {
    TableData table = readOnlyTable(section("收入支出决算总表", line("单位：万元"), part(1, TWO_SIDED)));
    assertEquals(List.of("收入/项目", "收入/决算数", "支出/项目", "支出/决算数"), table.header());
    assertEquals(3, table.rows().size());
    assertEquals(List.of("二、政府性基金预算财政拨款收入", "", "二、外交支出", ""), table.rows().get(1));
    assertEquals("收入支出决算总表", table.title());
    assertEquals("万元", table.unit());
  }

  @Test
  void a_merged_name_is_that_of_each_of_its_rows_but_a_merged_amount_is_counted_once() {
    String grid =
        """
        序号 | 项目类型 | 项目名称 | 资金合计 | 中央资金
        1 | 产业发展 | 良种补助 | 60.6 | 80.6
        2 | ^ | 大棚修缮 | 33 | ^
        3 | 基础设施 | 渠道防渗 | 215.4 | 190
        4 | ^ | 村道硬化 | 98 | 98
        | ^ | | |
        """;
    TableData table = readOnlyTable(section("衔接资金项目表", line("单位：万元"), part(1, grid)));
    assertEquals(
        List.of(
            List.of("1", "产业发展", "良种补助", "60.6", "80.6"),
            List.of("2", "产业发展", "大棚修缮", "33", ""),
            List.of("3", "基础设施", "渠道防渗", "215.4", "190"),
            List.of("4", "基础设施", "村道硬化", "98", "98")),
        table.rows());
  }

  @Test
  void the_number_of_an_annex_is_no_part_of_a_caption_and_an_account_of_money_is_one() {
    String[][] captions = {
      {"附件1海棠坡县教师发展中心2024年支出预算表", "海棠坡县教师发展中心2024年支出预算表"},
      {"附件12024年支出预算表", "2024年支出预算表"},
      {"附件二：2024年支出预算表", "2024年支出预算表"},
      {"附表3-1 2024年支出预算表", "2024年支出预算表"},
      {"附件表", "附件表"},
      {"2024年部门支出预算情况", "2024年部门支出预算情况"},
      {"支出情况如下", ""},
      {"2024年支出情况说明", ""},
    };
    for (String[] caption : captions) {
      TableData table =
          readOnlyTable(section("部门概况", line(caption[0]), line("单位：万元"), part(1, TWO_SIDED)));
      assertEquals(caption[1], table.title());
    }
  }

  @Test
  void two_sides_with_blank_cells_behind_their_titles_have_unknown_titles_too() {
    String drawing =
        """
        收　入 | | 支　出 | | |
        项目 | 金额 | 项目 | 合计 | 其中：一般公共预算 | 其中：财政专户
        一、一般公共预算 | 383.2 | 一、基本支出 | 331.7 | 345.7 | 86.0
        收入总计 | 383.2 | 支出总计 | 383.2 | 345.7 | 86.0
        """;
    TableData table = readOnlyTable(section("收支总体情况表", line("单位：万元"), part(1, drawing)));
    assertEquals(
        List.of("收入/项目", "收入/金额", "支出/项目", "支出/合计", "支出/其中：一般公共预算", "支出/其中：财政专户"), table.header());
    assertEquals(2, table.rows().size());
  }

  @Test
  void a_fund_beside_header_words_is_a_header_and_alone_the_label_of_a_row() {
    String drawing =
        """
        收入 |  | 支出 |  |  |
        项目 | 金额 | 功能分类 | 合计 | 其中：一般公共预算 | 其中：财政专户
        一般公共预算 | 80.00 | 教育支出 | 90.00 | 80.00 | 10.00
        收入总计 | 90.00 | 支出总计 | 90.00 | 80.00 | 10.00
        """;
    TableData table = readOnlyTable(section("收支总体情况表", line("单位：万元"), part(1, drawing)));
    assertEquals("支出/其中：一般公共预算", table.header().get(4));
    assertEquals("一般公共预算", table.rows().getFirst().getFirst());
  }

  @Test
  void tables_beside_each_other_have_titles_and_rows_of_their_own() {
    String drawing =
        """
        社会保险基金收入执行情况 | < | < | 社会保险基金支出执行情况 | < | <
        收入项目 | 年初预算 | 完成% | 支出项目 | 年初预算 | 完成%
        一、养老保险费收入 | 1,860 | 53.0 | 一、养老待遇支出 | 1,200 | 48.1
        二、财政补贴收入 | 85 | 37.6 | |  |
        收入合计 | 1,945 | 52.3 | 支出合计 | 1,200 | 48.1
        """;
    List<TableData> tables = read(section("上半年收支执行情况", line("单位：万元"), part(1, drawing))).tables();
    assertEquals(2, tables.size());
    assertEquals("社会保险基金支出执行情况", tables.get(1).title());
    assertEquals("万元", tables.get(1).unit());
    assertEquals(List.of("支出项目", "年初预算", "完成%"), tables.get(1).header());
    assertEquals(2, tables.get(1).rows().size());
    assertEquals(List.of("二、财政补贴收入", "85", "37.6"), tables.get(0).rows().get(1));
  }

  @Test
  void a_heading_that_is_called_a_list_names_the_table_below_it() {
    TableData table = readOnlyTable(section("部门专项资金管理清单目录", line("单位：万元"), part(1, TWO_SIDED)));
    assertEquals("部门专项资金管理清单目录", table.title());
  }

  @Test
  void the_number_of_a_form_and_its_part_is_no_caption() {
    TableData table =
        readOnlyTable(section("预算表", line("2023年部门财务收支预算总表"), line("预算01-1表"), part(1, TWO_SIDED)));
    assertEquals("2023年部门财务收支预算总表", table.title());
  }

  @Test
  void the_number_of_a_form_with_its_unit_is_no_caption() {
    TableData table = readOnlyTable(section("一般公共预算支出表", line("表5　单位：元"), part(1, TWO_SIDED)));
    assertEquals("一般公共预算支出表", table.title());
    assertEquals("元", table.unit());
  }

  @Test
  void a_grid_right_below_one_of_the_same_header_goes_on_with_it() {
    TableData table = readOnlyTable(section("收支总表", part(1, TWO_SIDED), part(1, TWO_SIDED)));
    assertEquals(6, table.rows().size());
  }

  @Test
  void tables_below_each_other_in_one_grid_have_captions_of_their_own() {
    String drawing =
        """
        预算公开01表 | < | < | <
        部门收支总表 | < | < | <
        部门：示例市样本局 | < | < | 单位：万元
        项目 | < | 预算数 | 备注
        一、本年收入 | < | 900.00 |
        收入总计 | < | 900.00 |
        预算公开02表 | < | < | <
        部门收入总表 | < | < | <
        部门：示例市样本局 | < | < | 单位：元
        代码 | 单位名称 | 合计 | 一般公共预算
        132 | 示例市样本局 | 9,000,000 | 9,000,000
        """;
    List<TableData> tables = read(section("预算表", part(1, drawing))).tables();
    assertEquals(List.of("部门收支总表", "部门收入总表"), tables.stream().map(TableData::title).toList());
    assertEquals(List.of("万元", "元"), tables.stream().map(TableData::unit).toList());
    assertEquals(List.of(2, 1), tables.stream().map(t -> t.rows().size()).toList());
  }

  @Test
  void the_part_points_at_its_table() {
    TableReader.Result result = read(section("收入支出决算总表", line("单位：万元"), part(1, TWO_SIDED)));
    Section.TablePart part = (Section.TablePart) result.sections().get(0).body().get(1);
    assertEquals(0, part.table());
  }

  @Test
  void a_row_of_code_parts_is_header_and_first_data_row_at_once() {
    TableData table =
        readOnlyTable(
            section(
                "收入决算表",
                part(
                    1,
                    """
                    项目 | < | < | < | 本年收入⏎合计 | 财政拨款收入
                    支出功能分类科目编码 | < | < | 科目名称 | ^ | ^
                    类 | 款 | 项 | 合计 | 2,946.25 | 2,940.05
                    201 | | | 一般公共服务支出 | 2,112.86 | 2,106.66
                    201 | 06 | | 财政事务 | 2,112.86 | 2,106.66
                    """)));
    assertEquals(
        List.of(
            "项目/支出功能分类科目编码/类", "项目/支出功能分类科目编码/款", "项目/支出功能分类科目编码/项", "项目/科目名称", "本年收入合计", "财政拨款收入"),
        table.header());
    assertEquals(List.of("", "", "", "合计", "2,946.25", "2,940.05"), table.rows().get(0));
    assertEquals(3, table.rows().size());
  }

  @Test
  void column_numbers_are_no_data_and_the_total_under_merged_code_parts_is() {
    TableData table =
        readOnlyTable(
            section(
                "公开03表",
                part(
                    1,
                    """
                    2023年度支出决算表 | < | < | < | < | <
                    | | | | | 公开03表
                    部门：示例区总工会 | | | | | 单位：万元
                    项目 | < | < | < | 本年支出合计 | 基本支出
                    功能分类科目编码 | < | < | 科目名称 | ^ | ^
                    类 | 款 | 项 | 栏次 | 1 | 2
                    ^ | ^ | ^ | 合计 | 552.83 | 490.95
                    201 | < | < | 一般公共服务支出 | 355.18 | 295.02
                    2012901 | < | < | 行政运行 | 242.9 | 242.9
                    注：本表反映部门本年度各项支出情况。 | < | < | < | < | <
                    """)));
    assertEquals("2023年度支出决算表", table.title());
    assertEquals("万元", table.unit());
    assertEquals("项目/功能分类科目编码/类", table.header().get(0));
    assertEquals(List.of("", "", "", "合计", "552.83", "490.95"), table.rows().get(0));
    assertEquals(3, table.rows().size());
  }

  @Test
  void three_levels_of_merged_header_are_joined() {
    TableData table =
        readOnlyTable(
            section(
                "财政拨款“三公”经费支出决算表",
                part(
                    1,
                    """
                    财政拨款“三公”经费 | < | < | < | < | < | < | < | < | < | < | <
                    合计 | < | 因公出国（境）费 | < | 公务用车购置及运行费 | < | < | < | < | < | 公务接待费 | <
                    ^ | ^ | ^ | ^ | 小计 | < | 公务用车⏎购置费 | < | 公务用车⏎运行费 | < | ^ | ^
                    预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数
                    0.95 | | | | | | | | | | 0.95 |
                    """)));
    assertEquals(12, table.header().size());
    assertEquals("财政拨款“三公”经费/合计/预算数", table.header().get(0));
    assertEquals("财政拨款“三公”经费/公务用车购置及运行费/公务用车运行费/决算数", table.header().get(9));
    assertEquals(1, table.rows().size());
  }

  @Test
  void an_empty_form_has_header_but_no_rows() {
    TableData table =
        readOnlyTable(
            section(
                "政府性基金预算财政拨款收入支出决算表",
                part(
                    1,
                    """
                    项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | <
                    功能分类科目编码 | 科目名称 | ^ | ^ | 合计 | 基本支出
                    合计 | | | | |
                    | | | | |
                    """)));
    assertEquals(0, table.rows().size());
    assertEquals("本年支出/基本支出", table.header().get(5));
  }

  @Test
  void pages_of_one_table_are_joined_and_each_row_keeps_its_page() {
    TableReader.Result result =
        read(
            section(
                "支出决算表",
                part(
                    3,
                    """
                    科目编码 | 科目名称 | 合计 | 项目支出
                    201 | 一般公共服务支出 | 10.00 | 4.00
                    """),
                new Section.Paragraph(3, "- 3 -"),
                part(
                    4,
                    """
                    科目编码 | 科目名称 | 合计 | 项目支出
                    20106 | 财政事务 | 10.00 | 4.00
                    """),
                part(5, "合计 | | 10.00 | 4.00")));
    assertEquals(1, result.tables().size());
    TableData table = result.tables().get(0);
    assertEquals(List.of(3, 4, 5), table.rowPages());
    assertEquals(1, result.sections().get(0).body().size());
  }

  @Test
  void a_row_split_by_the_page_break_is_one_row() {
    TableData table =
        readOnlyTable(
            section(
                "支出决算表",
                part(
                    3,
                    """
                    科目编码 | 科目名称 | 合计 | 项目支出
                    20103 | 政府办公厅（室） | 10.00 | 4.00
                    """),
                part(
                    4,
                    """
                    | 及相关机构事务 | |
                    20106 | 财政事务 | 10.00 | 4.00
                    """)));
    assertEquals(List.of("20103", "政府办公厅（室）及相关机构事务", "10.00", "4.00"), table.rows().get(0));
    assertEquals(2, table.rows().size());
  }

  @Test
  void an_indicator_whose_first_cells_go_on_below_the_page_break_is_one_row() {
    Section form =
        section(
            "项目支出绩效自评表",
            part(
                3,
                """
                项目名称 | 示例项目 | < | < | < | <
                一级指标 | 二级指标 | 三级指标 | 年度指标值 | < | 得分
                效益指标 | 社会效 | 保障职工合法权 | 效果明显 | < | 4.8
                """),
            part(
                4,
                """
                 | 益指标 | 益 | |
                 | 生态效益指标 | 宣传生态 | 效果明显 | 5
                """));
    Section joined = new TableReader().read(List.of(form)).sections().get(0);
    Grid grid = new Grid(((Section.TablePart) joined.body().get(0)).grid());
    assertEquals(4, grid.rows());
    assertEquals(List.of("效益指标", "社会效益指标", "保障职工合法权益", "效果明显", "4.8"), grid.nonEmptyTexts(2));
    assertEquals("5", grid.ownText(3, 5));
  }

  @Test
  void a_label_on_the_right_at_the_top_of_a_page_is_a_row_of_its_own() {
    TableData table =
        readOnlyTable(
            section(
                "收入支出决算总表",
                part(
                    3,
                    """
                    收入 | < | 支出 | <
                    项目 | 决算数 | 项目 | 决算数
                    八、其他收入 | 1.00 | 八、社会保障和就业支出 | 1.00
                    """),
                part(
                    4,
                    """
                    | | 九、卫生健康支出 |
                    本年收入合计 | 1.00 | 本年支出合计 | 1.00
                    """)));
    assertEquals(3, table.rows().size());
  }

  @Test
  void another_table_on_the_next_page_is_not_joined() {
    TableReader.Result result =
        read(
            section(
                "",
                line("收入决算表"),
                part(3, "科目编码 | 科目名称 | 合计\n201 | 一般公共服务支出 | 10.00"),
                new Section.Paragraph(4, "支出决算表"),
                part(4, "科目编码 | 科目名称 | 本年支出\n201 | 一般公共服务支出 | 10.00")));
    assertEquals(
        List.of("收入决算表", "支出决算表"), result.tables().stream().map(TableData::title).toList());
  }

  @Test
  void tables_below_each_other_in_one_grid_are_told_apart() {
    TableReader.Result result =
        read(
            section(
                "基础数据表",
                part(
                    1,
                    """
                    财政供养人员情况（人） | 编制数 | < | 实际在职人数 | < | 控制率 | <
                    ^ | 8 | < | 7 | < | 87.50% | <
                    经费控制情况（万元） | 2023年决算数 | < | 2024年预算数 | < | 2024年决算数 | <
                    一、部门基本支出 | 121.14 | < | 94.25 | < | 84.38 | <
                    会议费、培训费 | | < | | < | | <
                    """)));
    assertEquals(2, result.tables().size());
    TableData second = result.tables().get(1);
    assertEquals(List.of("经费控制情况（万元）", "2023年决算数", "2024年预算数", "2024年决算数"), second.header());
    assertEquals(List.of("一、部门基本支出", "121.14", "94.25", "84.38"), second.rows().get(0));
    assertEquals("万元", second.unit());
  }

  @Test
  void performance_forms_and_layout_grids_are_no_data_tables() {
    TableReader.Result result =
        read(
            section(
                "自评表",
                part(1, "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 活动 | 5"),
                line("签字"),
                part(1, "填表人： | 联系电话：")));
    assertTrue(result.tables().isEmpty());
    assertEquals(-1, ((Section.TablePart) result.sections().get(0).body().get(0)).table());
  }

  @Test
  void the_list_of_bodies_is_named_after_the_sentence_above_it() {
    TableData table =
        readOnlyTable(
            section(
                "部门决算单位构成",
                line("纳入样本市示例局2024年度部门决算编制范围的单位包括："),
                part(1, "序号 | 单位名称 | 备注\n1 | 样本市示例局（本级） |\n2 | 样本市示例中心 | 并入本级")));
    assertEquals("部门决算编制范围单位表", table.title());
    assertNull(table.unit());
    assertEquals(2, table.rows().size());
  }

  @Test
  void the_next_page_may_have_fewer_grid_columns_than_the_page_with_the_header() {
    TableData table =
        readOnlyTable(
            section(
                "支出决算表",
                part(
                    3,
                    """
                    部门：示例局 | < | < | 单位：万元 | <
                    科目编码 | 科目名称 | < | 合计 | 项目支出
                    201 | 一般公共服务支出 | < | 10.00 | 4.00
                    """),
                part(4, "20106 | 财政事务 | 10.00 | 4.00")));
    assertEquals(List.of("20106", "财政事务", "10.00", "4.00"), table.rows().get(1));
  }

  @Test
  void a_header_word_broken_over_two_cells_is_one() {
    TableData table =
        readOnlyTable(
            section(
                "支出决算表",
                part(
                    1,
                    """
                    项目 | < | < | 本年支出
                    支出功能分类 | < | 科目名称 | ^
                    科目编码 | < | ^ | ^
                    类 | 款 | 合计 | 5.00
                    201 | 06 | 财政事务 | 5.00
                    """)));
    assertEquals("项目/支出功能分类科目编码/款", table.header().get(1));
    assertEquals(2, table.rows().size());
  }

  @Test
  void names_of_groups_are_not_broken_header_words() {
    TableData table =
        readOnlyTable(
            section(
                "基本支出表",
                part(
                    1,
                    """
                    部门预算经济分类科目 | | 政府预算经济分类科目 | | 合计
                    科目编码 | 科目名称 | 科目编码 | 科目名称 |
                    30101 | 基本工资 | 50101 | 工资奖金津补贴 | 5.00
                    30103 | 奖金 | 50101 | 工资奖金津补贴 | 4.00
                    """)));
    assertEquals(
        List.of("部门预算经济分类科目/科目编码", "部门预算经济分类科目/科目名称", "政府预算经济分类科目/科目编码", "政府预算经济分类科目/科目名称", "合计"),
        table.header());
  }

  @Test
  void parts_of_a_sum_and_bare_years_can_be_header_cells() {
    TableData table =
        readOnlyTable(
            section(
                "支出总表（单位：元）",
                part(
                    1,
                    """
                    科目名称 | 合计 | <  | 2023
                    ^ | 小计 | 其中：基本支出 | 决算数
                    行政运行 | 5.00 | 4.00 | 3.00
                    本年支出合计 | | |
                    """)));
    assertEquals(List.of("科目名称", "合计/小计", "合计/其中：基本支出", "2023/决算数"), table.header());
    assertEquals(2, table.rows().size());
    assertEquals("支出总表", table.title());
    assertEquals("元", table.unit());
  }

  @Test
  void the_unit_may_stand_above_the_heading_that_is_the_caption() {
    TableReader.Result result =
        read(section("第二部分", line("金额单位：万元")), section("支出总表", part(1, "科目名称 | 合计\n行政运行 | 5.00")));
    assertEquals("万元", result.tables().get(0).unit());
  }

  @Test
  void a_table_with_rates_of_execution_is_a_table_of_data() {
    assertEquals(
        1,
        read(section("执行情况表", part(1, "项目 | 预算数 | 执行数 | 执行率\n甲项目 | 5.00 | 4.00 | 80%")))
            .tables()
            .size());
  }

  @Test
  void a_row_of_code_parts_and_column_numbers_that_comes_again_on_a_page_is_no_data() {
    String header =
        """
        项目 | < | < | < | 本年支出合计 | 基本支出
        功能分类科目编码 | < | < | 科目名称 | ^ | ^
        类 | 款 | 项 | 栏次 | 1 | 2
        """;
    TableData table =
        readOnlyTable(
            section(
                "支出决算表",
                part(1, header + "^ | ^ | ^ | 合计 | 5.00 | 4.00\n201 | | | 一般公共服务 | 5.00 | 4.00\n"),
                part(2, header + "201 | 29 | | 群众团体事务 | 5.00 | 4.00\n")));
    assertEquals(
        List.of("合计", "一般公共服务", "群众团体事务"), table.rows().stream().map(row -> row.get(3)).toList());
  }

  @Test
  void a_unit_broken_in_its_narrow_cell_or_set_in_a_grid_of_its_own_is_read() {
    TableData broken =
        readOnlyTable(
            section(
                "收支总表",
                line("公开01表"),
                line("金额单位：万"),
                line("部门：样本局"),
                line("元"),
                part(1, TWO_SIDED)));
    assertEquals("万元", broken.unit());
    TableData beside =
        readOnlyTable(section("收支总表", part(1, "部门：样本局 | 金额单位：元"), part(1, TWO_SIDED)));
    assertEquals("元", beside.unit());
  }

  @Test
  void stars_that_number_the_columns_are_no_data() {
    TableData table =
        readOnlyTable(
            section(
                "支出预算表", part(1, "科目编码 | 科目名称 | 合计 | 基本支出\n** | ** | 1 | 2\n | 合计 | 5.00 | 4.00")));
    assertEquals(List.of(List.of("", "合计", "5.00", "4.00")), table.rows());
  }

  @Test
  void a_table_below_an_empty_one_in_its_grid_is_read() {
    String drawing =
        """
        政府性基金预算支出表 | < | < | <
        科目编码 | 科目名称 | 合计 | 基本支出
        合计 | < | |
        国有资本经营预算支出表 | < | < | <
        科目编码 | 科目名称 | 合计 | 项目支出
        合计 | < | 5.00 | 5.00
        """;
    assertEquals(
        List.of("政府性基金预算支出表", "国有资本经营预算支出表"),
        read(section("预算表", part(1, drawing))).tables().stream().map(TableData::title).toList());
  }

  @Test
  void a_piece_without_header_goes_on_with_the_table_right_above_it_on_a_page_of_the_web() {
    TableData table =
        readOnlyTable(
            section(
                "支出决算表",
                part(1, "科目编码 | 科目名称 | 合计 | 基本支出\n | 合计 | 5.00 | 4.00"),
                part(1, "201 | 一般公共服务支出 | 3.00 | 2.00\n208 | 社会保障支出 | 2.00 | 2.00")));
    assertEquals(3, table.rows().size());
  }

  @Test
  void a_row_split_above_a_repeated_header_with_column_numbers_is_one_row() {
    String header = "科目编码 | 科目名称 | 合计 | 基本支出\n栏次 | < | 1 | 2\n";
    TableData table =
        readOnlyTable(
            section(
                "支出决算表",
                part(1, header + "208 | 社会保障 | 5.00 | 4.00\n2080505 | 机关事业单位基本 | 3.00 | 3.00"),
                part(2, header + " | 养老保险缴费 | |\n210 | 卫生健康支出 | 2.00 | 1.00")));
    assertEquals(List.of("2080505", "机关事业单位基本养老保险缴费", "3.00", "3.00"), table.rows().get(1));
    assertEquals(3, table.rows().size());
  }

  @Test
  void titles_below_blank_cells_divide_the_title_at_their_left() {
    String drawing =
        """
        项目 | 2024年预算数 | 2025年预算数 | |
         | | 合计 | 样本县文化局本级 | 样本县图书馆
        合计 | 21.40 | 18.60 | 13.10 | 5.50
        1.公务接待费 | 7.40 | 6.00 | 4.00 | 2.00
        """;
    TableData table = readOnlyTable(section("“三公”经费支出表", line("单位：万元"), part(1, drawing)));
    assertEquals(
        List.of("项目", "2024年预算数", "2025年预算数/合计", "2025年预算数/样本县文化局本级", "2025年预算数/样本县图书馆"),
        table.header());
    assertEquals(2, table.rows().size());
  }

  @Test
  void the_numbers_of_a_list_in_two_sets_of_columns_may_go_on_from_set_to_set() {
    String drawing =
        """
        序号 | 项目名称 | 金额 | 序号 | 项目名称 | 金额
        1 | 茶园改造 | 12.50 | 2 | 冷库建设 | 30.00
        3 | 大棚更新 | 18.60 | 4 | 养蜂合作社 | 6.80
        5 | 林下种菌 | 9.70 | | 合计 | 77.60
        """;
    TableData table = readOnlyTable(section("项目资金分配表", line("单位：万元"), part(1, drawing)));
    assertEquals(List.of("序号", "项目名称", "金额"), table.header());
    assertEquals(6, table.rows().size());
    assertEquals(List.of("2", "冷库建设", "30.00"), table.rows().get(1));
    assertEquals(List.of("", "合计", "77.60"), table.rows().get(5));
  }
}
