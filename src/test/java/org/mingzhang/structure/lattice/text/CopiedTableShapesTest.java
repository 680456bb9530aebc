package org.mingzhang.structure.lattice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/** Tests invented copies that lost groups of titles, ends of rows or edges of cells. */
class CopiedTableShapesTest {
  private static List<List<List<String>>> read(String text) {
    List<Block> lines =
        text.lines()
            .filter(line -> !line.isBlank())
            .<Block>map(line -> TextBlock.line(1, line.strip()))
            .toList();
    return CopiedTableFinder.restoreTables(lines).blocks().stream()
        .filter(TableBlock.class::isInstance)
        .map(block -> ((TableBlock) block).grid())
        .toList();
  }

  /** One cell on each line, with a bar behind it; {@code 空} is an empty cell. */
  private static String cellPerLine(String rows) {
    return rows.lines()
        .flatMap(line -> List.of(line.split(" ", -1)).stream())
        .map(cell -> cell.equals("空") ? "|" : cell + " |")
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "科目编码 科目名称 2020年决算数 2021年预算数 2021年预算数比2020年决算数; 小计 基本支出 项目支出 增减额 增减%;"
            + " 2021年预算数; 2021年预算数比2020年决算数",
        "功能分类科目编码 功能分类科目名称 上年预算数 本年预算数 增减变动情况; 合计 人员经费 项目支出 增减额 增减率; 本年预算数; 增减变动情况",
        "科目编码 科目名称 2018年决算数 2019年预算数 同比变化; 合计 基本支出 项目支出 金额 幅度（%）; 2019年预算数; 同比变化",
      })
  void groups_of_two_years_have_different_numbers_of_columns(
      String upper, String lower, String year, String change) {
    String rows =
        """
        201 一般公共服务支出 318.40 352.60 212.60 140.00 34.20 10.74%
        20126 档案事务 318.40 352.60 212.60 140.00 34.20 10.74%
        2012601 行政运行 198.40 212.60 212.60 0.00 14.20 7.16%
        2012604 档案馆 120.00 140.00 0.00 140.00 20.00 16.67%
        合计 318.40 352.60 212.60 140.00 34.20 10.74%
        """;
    String[] below = lower.split(" ", -1);
    assertThat(read("一般公共预算支出表\n单位：万元\n" + upper + "\n" + lower + "\n" + rows))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.getFirst().subList(3, 8))
                  .containsExactly(
                      year + "/" + below[0],
                      year + "/" + below[1],
                      year + "/" + below[2],
                      change + "/" + below[3],
                      change + "/" + below[4]);
              assertThat(table)
                  .contains(
                      List.of(
                          "2012604", "档案馆", "120.00", "140.00", "0.00", "140.00", "20.00",
                          "16.67%"));
            });
  }

  @Test
  void the_label_of_a_total_may_cover_two_of_the_cells_that_are_lines() {
    String text =
        """
        科目编码 科目名称 年初结转和结余 本年收入 本年支出 年末结转和结余 合计 基本支出 项目支出
        栏次 1 2 3 4 5 6
        合计 空 905.00 905.00 505.00 400.00 空
        207 文化旅游体育与传媒支出 空 860.00 860.00 460.00 400.00 空
        20703 体育 空 860.00 860.00 460.00 400.00 空
        2070307 体育场馆 空 460.00 460.00 460.00 空 空
        2070308 群众体育 空 400.00 400.00 空 400.00 空
        221 住房保障支出 空 45.00 45.00 45.00 空 空
        22102 住房改革支出 空 45.00 45.00 45.00 空 空
        2210201 住房公积金 空 45.00 45.00 45.00 空 空
        """;
    assertThat(read("财政拨款收入支出决算表 |\n公开07表 |\n金额单位：万元 |\n" + cellPerLine(text)))
        .singleElement()
        .satisfies(
            table ->
                assertThat(table)
                    .startsWith(
                        List.of(
                            "科目编码",
                            "科目名称",
                            "年初结转和结余",
                            "本年收入",
                            "本年支出/合计",
                            "本年支出/基本支出",
                            "本年支出/项目支出",
                            "年末结转和结余"))
                    .contains(
                        List.of("", "合计", "", "905.00", "905.00", "505.00", "400.00", ""),
                        List.of("2070308", "群众体育", "", "400.00", "400.00", "", "400.00", "")));
  }

  @Test
  void cells_on_lines_may_stand_below_titles_of_one_row() {
    String text =
        """
        科目编码 科目名称 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入
        栏次 1 2 3 4 5 6 7
        合计 642.18 620.18 空 12.00 空 空 10.00
        213 农林水支出 590.18 568.18 空 12.00 空 空 10.00
        21303 水利 590.18 568.18 空 12.00 空 空 10.00
        2130313 水文测报 590.18 568.18 空 12.00 空 空 10.00
        221 住房保障支出 52.00 52.00 空 空 空 空 空
        22102 住房改革支出 52.00 52.00 空 空 空 空 空
        2210201 住房公积金 52.00 52.00 空 空 空 空 空
        """;
    assertThat(read("收入决算表 |\n公开02表 |\n金额单位：万元 |\n" + cellPerLine(text)))
        .singleElement()
        .satisfies(
            table ->
                assertThat(table)
                    .hasSize(8)
                    .contains(
                        List.of("", "合计", "642.18", "620.18", "", "12.00", "", "", "10.00"),
                        List.of("2210201", "住房公积金", "52.00", "52.00", "", "", "", "", "")));
  }

  @Test
  void the_codes_may_stand_below_the_title_of_a_group_of_cells_that_are_lines() {
    String text =
        """
        项目 本年支出 科目编码 科目名称 小计 基本支出 项目支出
        栏次 1 2 3
        合计 321.45 281.45 40.00
        220 自然资源海洋气象等支出 290.00 250.00 40.00
        22005 气象事务 290.00 250.00 40.00
        2200504 气象事业机构 250.00 250.00 空
        2200509 气象服务 40.00 空 40.00
        221 住房保障支出 31.45 31.45 空
        22102 住房改革支出 31.45 31.45 空
        2210201 住房公积金 31.45 31.45 空
        """;
    assertThat(read("财政拨款支出决算表 |\n公开05表 |\n金额单位：万元 |\n" + cellPerLine(text)))
        .singleElement()
        .satisfies(
            table ->
                assertThat(table)
                    .contains(
                        List.of("", "合计", "321.45", "281.45", "40.00"),
                        List.of("2200509", "气象服务", "40.00", "", "40.00")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "序号 | 项目名称 | 实施地点 | 建设内容及规模 | 总投资 | 资金来源 | 完成时限 |; 中央资金 | 省级资金 |; 资金来源",
        "序号 | 学校名称 | 项目名称 | 维修内容 | 预算金额 | 其中 | 备注 |; 区级财政 | 学校自筹 |; 其中",
        "序号 | 村名 | 项目名称 | 建设内容 | 总投资 | 其中 | 实施单位 |; 财政资金 | 群众自筹 |; 其中",
      })
  void a_name_a_remark_or_a_date_may_end_numbered_rows_below_two_rows_of_titles(
      String upper, String lower, String group) {
    String rows =
        """
        1 | 石桥片 | 茶园管护 | 管护茶园600亩
        | 30 | 20 | 10 | 2020年9月 |
        2 | 河口片 | 河堤加固 | 加固河堤430米 | 55.5 | 50 | 5.5 | 2020年11月 |
        3 | 青山片 | 产业路 | 硬化产业路1.8公里 | 72 | 60 | 12 | 2020年10月 |
        青山片 | 护坡 | 新建护坡210米 | 18.5 |
        15 | 3.5 | 2020年12月 | |
        合计 | 176 | 145 | 31 | ||||
        """;
    List<String> below = List.of(lower.replace(" |", "").split(" "));
    assertThat(
            read("2020年项目计划表 | |||||||\n单位：万元 | |||||||\n" + String.join("\n", upper, lower, rows)))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.getFirst().subList(5, 7))
                  .containsExactly(group + "/" + below.get(0), group + "/" + below.get(1));
              assertThat(table)
                  .contains(
                      List.of("1", "石桥片", "茶园管护", "管护茶园600亩", "30", "20", "10", "2020年9月"),
                      List.of("", "青山片", "护坡", "新建护坡210米", "18.5", "15", "3.5", "2020年12月"),
                      List.of("", "合计", "", "", "176", "145", "31", ""));
            });
  }

  @Test
  void no_row_begins_in_the_middle_of_a_line_between_bars() {
    String text =
        """
        校舍项目安排表 | |||||||
        单位：万元 | |||||||
        序号 | 学校名称 | 项目名称 | 做法 | 预算金额 | 其中 | 验收 |
        区级财政 | 自筹 |
        1 | 第一小学 | 操场改造 | 塑胶跑道更换 | 120 | 100 | 20 | 暑期完成 |
        2 | 第三中学 | 屋面防水 | 教学楼屋面防水1200平方米 | 36.8 |
        36.8 | 0 | 暑期完成 |
        3 | 实验幼儿园 | 厨房改造 | 更换排烟设备 | 24 | 20 | 4 | 已完成 |
        4 | 第五小学 | 围墙维修 | 围墙加固300米 | 15.2 | 15.2 | 0 | 已完成 |
        合计 | 196 | 172 | 24 | ||||
        """;
    assertThat(read(text))
        .allSatisfy(
            table ->
                assertThat(table)
                    .contains(List.of("1", "第一小学", "操场改造", "塑胶跑道更换", "120", "100", "20", "暑期完成")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"第三部分 2022年部门预算情况说明", "第四章 名词解释", "第三部分", "第二篇 部门预算安排"})
  void the_heading_of_the_next_part_is_no_part_of_the_last_name(String heading) {
    String text =
        """
        一般公共预算支出表 单位：万元 科目编码 科目名称 合计 基本支出 项目支出
        合计 210.50 180.50 30.00
        204 公共安全支出 195.50 165.50 30.00
        20406 司法 195.50 165.50 30.00
        2040601 行政运行 165.50 165.50 0.00
        2040604 基层司法业务 30.00 0.00 30.00
        2210201 住房公积金 15.00 15.00 0.00
        """;
    assertThat(read(text.replace(' ', '\n') + heading + "\n2022年支出210.50万元。"))
        .singleElement()
        .satisfies(
            table ->
                assertThat(table).endsWith(List.of("2210201", "住房公积金", "15.00", "15.00", "0.00")));
  }

  @Test
  void a_weight_beside_a_level_belongs_to_a_named_level() {
    String text =
        """
        一级指标 二级指标 三级指标 评分说明 自评得分
        名称 权重（%） 名称 权重（%） 名称 权重（%）
        履职效能 60 展览效能 40 年度展览完成情况 20 全年办展12场 19
        展览观众满意情况 20 空 20
        藏品保护 20 藏品定期养护情况 12 空 12
        库房环境达标情况 8 1处湿度超标 7
        管理效率 40 资金管理 16 资金使用合规性 6 空 6
        项目支出进度 10 11月进度偏慢 8.5
        信息公开 6 预算公开及时性 3 空 3
        决算公开及时性 3 空 3
        采购管理 18 采购程序合规性 10 空 10
        采购合同备案及时性 8 2份合同超期备案 7
        """;
    assertThat(read("部门整体支出绩效自评指标评分表 |\n" + cellPerLine(text)).getLast())
        .contains(
            List.of("", "", "藏品保护", "20", "藏品定期养护情况", "12", "", "12"),
            List.of("", "", "信息公开", "6", "预算公开及时性", "3", "", "3"),
            List.of("", "", "采购管理", "18", "采购程序合规性", "10", "", "10"));
  }

  @Test
  void rows_that_bars_do_not_show_are_found_by_what_they_hold() {
    String text =
        """
        一级指标 权重 二级指标 权重 三级指标 权重 评分依据 得分
        产出 50 水利建设 30 河道整治完成情况 18 空 18
        水库除险加固情况 12 1座未完工 10
        防汛抗旱 20 预案编制情况 8 空 8
        物资储备情况 12 空 12
        效益 50 社会效益 30 灌溉保障情况 30 空 28
        满意情况 20 群众满意情况 20 抽样调查 19
        """;
    assertThat(read("部门整体支出绩效自评表 |\n" + cellPerLine(text)).getLast())
        .contains(
            List.of("产出", "50", "水利建设", "30", "河道整治完成情况", "18", "", "18"),
            List.of("", "", "防汛抗旱", "20", "预案编制情况", "8", "", "8"),
            List.of("", "", "满意情况", "20", "群众满意情况", "20", "抽样调查", "19"));
  }

  @ParameterizedTest
  @CsvSource({
    "失能老人家庭负担减轻程度, 明显, 较明显",
    "老年人活动场所, 覆盖, 部分覆盖",
    "养老服务管理机制, 健全, 基本健全",
    "辖区火灾发生率, ≤0.5‰, 0.1‰",
    "饮用水温度, ≥18℃, 19℃",
    "流动人口漏登率, ≤2‰, 1.5‰",
  })
  void a_result_ends_the_target_in_a_form_without_separators(
      String name, String target, String actual) {
    String text =
        "项目支出绩效自评表项目名称社区养老服务绩效指标一级指标二级指标三级指标年度指标值实际完成值分值得分偏差原因分析及改进措施"
            + "产出指标数量指标日间照料中心数量≥2处2处1515质量指标设施验收合格率100%100%1515时效指标按期完工率≥95%96%2020"
            + "效益指标社会效益指标"
            + name
            + target
            + actual
            + "3027可持续影响指标"
            + name
            + target
            + actual
            + "满意度指标服务对象满意度指标老年人满意度≥90%93%1010总分10097";
    assertThat(read(text).getLast())
        .contains(List.of("效益指标", "社会效益指标", name, target, actual, "30", "27", ""))
        .contains(List.of("", "可持续影响指标", name, target, actual, "", "", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "序号 项目名称 地点 总投资 本年 主管部门 1 道路硬化 大湾村 120.5 100 交通局 2 冷库建设 石桥村 86 80 农业局"
            + " 3 环境整治 白马村 45.2 45.2 住建局 合计 251.7 225.2",
        "编号 项目名称 地点 总投资 本年 主管部门 （1） 道路硬化 大湾村 120.5 100 交通局 （2） 冷库建设 石桥村 86 80 农业局"
            + " （3）环境整治 白马村 45.2 45.2 住建局 合计 251.7 225.2 注：以批复为准。",
        "序号 / 项目名称 / 地点 / 总投资 / 本年 / 主管部门\n（1）\n道路\n硬化\n大湾村\n120.5\n100\n交通局\n（2）\n冷库建设\n"
            + "石桥村\n86\n80\n农业局\n（3）\n环境整治\n白马村\n45.2\n45.2\n住建局\n合计\n251.7\n225.2",
        "序号、项目名称、地点、总投资、本年、主管部门\n①\n道路硬化\n大湾村\n120.5\n100\n交通局\n②\n冷库建设\n"
            + "石桥村\n86\n80\n农业局\n③\n环境\n整治\n白马村\n45.2\n45.2\n住建局\n合计\n251.7\n225.2",
        "项目名称 地点 总投资 本年 主管部门 道路硬化 大湾村 120.5 100 交通局 冷库建设 石桥村 86 80 农业局"
            + " 环境整治 白马村 45.2 45.2 住建局 合计 251.7 225.2",
      })
  void rows_of_a_list_begin_with_their_numbers(String list) {
    List<List<List<String>>> tables = read("资金项目计划表\n单位：万元\n" + list);
    assertThat(tables).hasSize(1);
    List<List<String>> rows =
        tables.getFirst().stream()
            .skip(1)
            .map(row -> row.subList(row.size() - 5, row.size()))
            .toList();
    assertThat(rows)
        .containsExactly(
            List.of("道路硬化", "大湾村", "120.5", "100", "交通局"),
            List.of("冷库建设", "石桥村", "86", "80", "农业局"),
            List.of("环境整治", "白马村", "45.2", "45.2", "住建局"),
            List.of("合计", "", "251.7", "225.2", ""));
  }

  @Test
  void a_list_whose_total_is_no_sum_of_its_columns_is_not_divided() {
    assertThat(
            read(
                "资金项目计划表\n单位：万元\n项目名称 地点 总投资 本年 主管部门 道路硬化 大湾村 120.5 100 交通局 冷库建设"
                    + " 石桥村 86 80 农业局 环境整治 白马村 45.2 45.2 住建局 合计 999.9 888.8"))
        .isEmpty();
  }
}
