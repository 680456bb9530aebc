package org.mingzhang.structure.lattice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/** Tests account tables in text extracted from PDF; all places and amounts are invented. */
class AccountTablesInLinesTest {
  private static final String CODED =
      """
      2023年度支出决算表
      公开03表
      部门：示例省样本市测试区档案局 单位：万元
      项 目 本年支出
      合计
      基本支出 项目支出
      上缴上级支
      出
      经营支
      出
      对附属单位
      补助支出
      功能分类
      科目编码 科目名称
      类 款 项 栏次 1 2 3 4 5 6
      合计 90 70 20
      201 一般公共服务支出 70 50 20
      20126 档案事务 70 50 20
      2012601 行政运行 50 50
      2012604
      档案馆
      20 20
      208 社会保障和就业支出 20 20
      20805
      行政事业单位养老支
      出
      20 20
      2080505 机关事业单位基本养老保险缴费支出 20 20
      注：本表反映部门本年度各项支出情况。
      """;

  @Test
  void amounts_of_a_table_of_codes_stand_where_the_sums_put_them() {
    TableBlock table = table(CODED);
    assertThat(table.grid().getFirst())
        .containsExactly("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出");
    assertThat(table.grid())
        .contains(
            List.of("", "合计", "90", "70", "20", "", "", ""),
            List.of("2012601", "行政运行", "50", "50", "", "", "", ""),
            List.of("2012604", "档案馆", "20", "", "20", "", "", ""),
            List.of("20805", "行政事业单位养老支出", "20", "20", "", "", "", ""))
        .hasSize(9);
  }

  @Test
  void a_line_of_no_break_spaces_has_no_words() {
    assertThat(restored("单位：万元\n\u00a0\n" + CODED)).anyMatch(TableBlock.class::isInstance);
  }

  private static final String ECONOMIC =
      """
      一般公共预算基本支出表
      单位：万元
      科目编码 科目名称 合计 人员经费 公用经费
      301 工资福利支出 1,286.40 1,286.40
      30101 基本工资 786.40 786.40
      30113 住房公积金 500.00 500.00
      302 商品和服务支出 143.70 143.70
      30201 办公费 43.70 43.70
      30211 差旅费 100.00 100.00
      合计 1,430.10 1,286.40 143.70
      """;

  @Test
  void amounts_whose_empty_cells_left_no_trace_stand_where_the_columns_add_up() {
    assertThat(table(ECONOMIC).grid())
        .contains(
            List.of("30113", "住房公积金", "500.00", "500.00", ""),
            List.of("302", "商品和服务支出", "143.70", "", "143.70"),
            List.of("30211", "差旅费", "100.00", "", "100.00"),
            List.of("", "合计", "1,430.10", "1,286.40", "143.70"));
    String sumFirst =
        ECONOMIC
            .replace("合计 1,430.10 1,286.40 143.70\n", "")
            .replace("公用经费\n", "公用经费\n合计 1,430.10 1,286.40 143.70\n");
    assertThat(table(sumFirst).grid()).contains(List.of("30201", "办公费", "43.70", "", "43.70"));
  }

  private static final String BALANCES =
      """
      政府性基金预算财政拨款收入支出决算表
      单位：万元
      科目编码 科目名称 年初结转和结余 本年收入 本年支出合计 基本支出 项目支出
      212 城乡社区支出 120.00 900.00 1,020.00 20.00 1,000.00
      21208 土地出让收入安排的支出 120.00 500.00 620.00 20.00 600.00
      21213 配套费安排的支出 400.00 400.00 400.00
      229 其他支出 60.00 60.00 60.00
      22960 彩票公益金安排的支出 60.00 60.00 60.00
      合计 120.00 960.00 1,080.00 20.00 1,060.00
      """;

  @Test
  void the_sums_of_all_levels_place_amounts_where_no_column_is_the_total_in_every_shape() {
    String head = BALANCES.substring(0, BALANCES.indexOf("科目编码"));
    String rows = BALANCES.substring(head.length());
    String stacked = head + rows.replace(' ', '\n');
    String barred = head + rows.replaceAll("[ \\n]", " |\n");
    for (String copy : List.of(BALANCES, stacked, barred)) {
      assertThat(table(copy).grid())
          .as(copy)
          .contains(
              List.of("21213", "配套费安排的支出", "", "400.00", "400.00", "", "400.00"),
              List.of("229", "其他支出", "", "60.00", "60.00", "", "60.00"));
    }
  }

  @Test
  void words_among_amounts_are_the_end_of_the_name_and_sums_may_follow_them() {
    String wrapped =
        BALANCES
            .replace("配套费安排的支出 400.00 400.00 400.00", "配套费安排 400.00 400.00 400.00\n的支出")
            .replace("彩票公益金安排的支出 60.00 60.00 60.00", "彩票公益金安排 60.00 60.00 60.00\n的支出");
    assertThat(table(wrapped).grid())
        .anySatisfy(
            row ->
                assertThat(row).startsWith("21213").endsWith("", "400.00", "400.00", "", "400.00"));
  }

  @Test
  void columns_copied_one_after_the_other_are_no_table() {
    String columns =
        """
        政府性基金预算财政拨款收入支出决算表
        单位：万元
        科目编码
        科目名称
        年初结转和结余
        本年收入
        本年支出合计
        项目支出
        120.00 120.00 15.20 15.20 135.20
        212 21208 229 22960 合计
        城乡社区支出 土地出让收入安排的支出 其他支出 彩票公益金安排的支出
        900.00 900.00 66.00 66.00 966.00
        1,020.00 1,020.00 70.10 70.10 1,090.10
        1,020.00 1,020.00 70.10 70.10 1,090.10
        """;
    assertThat(restored(columns)).noneMatch(TableBlock.class::isInstance);
  }

  @Test
  void columns_that_contradict_their_sum_are_no_table() {
    String wrong = ECONOMIC.replace("30211 差旅费 100.00 100.00", "30211 差旅费 90.00 90.00");
    assertThat(restored(wrong)).noneMatch(TableBlock.class::isInstance);
  }

  @Test
  void rows_of_which_only_some_are_printed_stay_as_they_are() {
    String part =
        ECONOMIC.replace(
            "302 商品和服务支出 143.70 143.70\n30201 办公费 43.70 43.70\n30211 差旅费 100.00 100.00\n", "");
    assertThat(table(part).grid()).contains(List.of("301", "工资福利支出", "1,286.40", "1,286.40", ""));
  }

  @Test
  void lines_above_and_below_a_table_stay_text() {
    List<Block> blocks = restored(CODED);
    assertThat(text(blocks))
        .containsExactly("2023年度支出决算表", "公开03表", "部门：示例省样本市测试区档案局 单位：万元", "注：本表反映部门本年度各项支出情况。");
  }

  @Test
  void amounts_of_rows_that_do_not_add_up_are_in_no_column_but_that_of_the_total() {
    String wrong = CODED.replace("2012601 行政运行 50 50", "2012601 行政运行 51 50");
    assertThat(table(wrong).grid().getFirst()).endsWith("栏次不明");
    assertThat(table(wrong).grid())
        .contains(List.of("2012601", "行政运行", "51", "", "", "", "", "", "50"));
  }

  @Test
  void rows_without_empty_cells_are_read_whatever_they_add_up_to() {
    String text =
        """
        单位：万元
        科目编码 科目名称 合计 基本支出 项目支出
        合计 90.00 70.00 20.00
        201 一般公共服务支出 71.00 50.00 20.00
        20126 档案事务 71.00 50.00 20.00
        """;
    assertThat(table(text).grid()).contains(List.of("20126", "档案事务", "71.00", "50.00", "20.00"));
  }

  @Test
  void line_numbers_tell_the_sides_of_a_table_of_totals() {
    String text =
        """
        2023年度收入支出决算总表
        公开01表
        部门：示例省样本市测试区档案局 单位：万元
        收 入 支 出
        项 目 行次 决算数 项 目 行次 决算数
        栏次 1 栏次 2
        一 、一般公共预算财政拨款收入 1
        90
        一、一般公共服务支出 8 70
        二、其他收入 2 二、国防支出 9
        3 三、教育支出 10
        4 四、社会保障和就业支出 11 20
        本年收入合计 5 90 本年支出合计 12 90
        使用非财政拨款结余（含专用结
        余）
        6 结余分配 13
        总计 7 90 总计 14 90
        注：本表反映部门本年度的总收支情况。
        """;
    TableBlock table = table(text);
    assertThat(table.grid().getFirst()).endsWith("支出/项目", "支出/行次", "支出/决算数");
    assertThat(table.grid())
        .contains(
            List.of("一、一般公共预算财政拨款收入", "1", "90", "一、一般公共服务支出", "8", "70"),
            List.of("", "4", "", "四、社会保障和就业支出", "11", "20"),
            List.of("使用非财政拨款结余（含专用结余）", "6", "", "结余分配", "13", ""),
            List.of("总计", "7", "90", "总计", "14", "90"))
        .hasSize(8);
  }

  @Test
  void the_right_side_may_begin_with_any_line_number_and_parts_are_not_added() {
    String text =
        """
        单位：万元
        收入 支出
        项目 行次 决算数 项目 行次 决算数
        栏次 1 栏次 2
        一、财政拨款收入 1 90 一、一般公共服务支出 29 70
        其中：政府性基金预算财政拨款 2 20 二、国防支出 30
        二、其他收入 3 三、教育支出 31 20
        本年收入合计 4 90 本年支出合计 32 90
        总计 5 90 总计 33 90
        """;
    List<List<String>> rows =
        List.of(
            List.of("一、财政拨款收入", "1", "90", "一、一般公共服务支出", "29", "70"),
            List.of("其中：政府性基金预算财政拨款", "2", "20", "二、国防支出", "30", ""),
            List.of("二、其他收入", "3", "", "三、教育支出", "31", "20"),
            List.of("本年收入合计", "4", "90", "本年支出合计", "32", "90"),
            List.of("总计", "5", "90", "总计", "33", "90"));
    List<List<String>> grid = table(text).grid();
    assertThat(grid).hasSize(6);
    assertThat(grid.subList(1, 6)).isEqualTo(rows);
    assertThat(table(text.replace(' ', '\n').replace("单位：万元\n", "单位：万元\n\n")).grid())
        .containsAll(rows);
  }

  @Test
  void names_stand_around_their_codes_and_the_sum_may_come_last() {
    String text =
        """
        单位：万元
        项目
        合计 基本支出 项目支出
        功能分类
        科目名称
        科目编码
        行政事业单位公共服
        201 90.00 70 20
        务支出
        20126 档案事务 90 70 20
        国有档案馆房屋收入对应专项
        2012601 70.00 70.00
        债务收入安排的支出
        2012604 档案馆 20 20
        合计 90 70 20
        注：本表反映支出情况。
        """;
    assertThat(table(text).grid())
        .containsExactly(
            List.of("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
            List.of("201", "行政事业单位公共服务支出", "90.00", "70", "20"),
            List.of("20126", "档案事务", "90", "70", "20"),
            List.of("2012601", "国有档案馆房屋收入对应专项债务收入安排的支出", "70.00", "70.00", ""),
            List.of("2012604", "档案馆", "20", "", "20"),
            List.of("", "合计", "90", "70", "20"));
  }

  @Test
  void codes_may_stand_at_their_names_and_an_item_may_have_no_amount() {
    String text =
        """
        单位：元
        项目 一般公共预算基本支出
        经济分类科目编码
        部门经济分类科目名称 合计 人员经费 公用经费
        类 款
        301 工资福利支出 9,000 9,000
        301 01基本工资 9,000 9,000
        302 商品和服务支出 3,000 3,000
        302 01办公费 3,000 3,000
        303 对个人和家庭的补助 1,000 1,000
        303 01离休费
        303 02退休费 1,000 1,000
        合计 13,000 10,000 3,000
        """;
    assertThat(table(text).grid())
        .contains(
            List.of("30101", "基本工资", "9,000", "9,000", ""),
            List.of("30201", "办公费", "3,000", "", "3,000"),
            List.of("30301", "离休费", "", "", ""),
            List.of("30302", "退休费", "1,000", "1,000", ""));
  }

  @Test
  void titles_broken_around_others_and_headers_printed_again_are_known() {
    String text =
        """
        单位：万元
        项目
        对附属单位补
        本年支出合计 基本支出 项目支出 上缴上级支出 经营支出
        功能分类
        助支出
        科目名称
        科目编码
        合计 90 70 20
        201 一般公共服务支出 90 70 20
        项目
        对附属单位补
        本年支出合计 基本支出 项目支出 上缴上级支出 经营支出
        功能分类
        助支出
        科目名称
        科目编码
        20126 档案事务 90 70 20
        """;
    TableBlock table = table(text);
    assertThat(table.grid().getFirst()).endsWith("经营支出", "对附属单位补助支出").hasSize(8);
    assertThat(table.grid()).hasSize(4);
  }

  @Test
  void a_header_is_known_whatever_the_order_of_the_pieces_of_its_titles() {
    String text =
        """
        支出决算表
        部门：示例市测试图书馆 单位：万元
        项目
        本年支
        出合计 基本支出 项目支出
        上缴上
        经营 对附属单
        级支出
        支出 位补助支出
        功能分类科
        科目名称
        目编码
        栏次 1 2 3 4 5 6
        合计 845.20 640.20 205.00
        207 文化旅游体育与传媒支出 760.20 555.20 205.00
        20701 文化和旅游 760.20 555.20 205.00
        2070104 图书馆 760.20 555.20 205.00
        208 社会保障和就业支出 85.00 85.00
        20805 行政事业单位养老支出 85.00 85.00
        2080505 机关事业单位基本养老保险缴费支出 85.00 85.00
        """;
    assertThat(table(text).grid())
        .contains(
            List.of("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"),
            List.of("2070104", "图书馆", "760.20", "555.20", "205.00", "", "", ""),
            List.of("208", "社会保障和就业支出", "85.00", "85.00", "", "", "", ""));
  }

  @Test
  void the_first_titles_of_a_longer_header_are_no_header() {
    String text =
        """
        单位：万元
        人员经费 公用经费
        经济分
        类科目
        编码
        科目名称
        决 算
        数
        经济分
        类科目
        编码
        科目名称
        决算数
        301 工资福利支出 63.50 302 商品和服务支出 30.90
        30101 基本工资 40.50 30201 办公费 20.90
        30102 津贴补贴 23.00 30211 差旅费 10.00
        """;
    assertThat(restored(text)).noneMatch(TableBlock.class::isInstance);
  }

  @Test
  void a_side_without_a_name_and_wrapped_names_keep_their_line_numbers() {
    String text =
        """
        2023年度收入支出决算总表
        单位：万元
        收 入 支 出
        项 目 行次
        决 算
        数 项 目 行次
        决算数
        栏 次 1 栏 次 2
        一、一般公共预算财政拨款 1 90.50 一、一般公共服务支出 13 70.50
        二、政府性基金预算财政拨款 2 二、外交支出 14
        三、国有资本经营财政拨款 3 三、国防支出 15
        4 四 、公共安全支出 16
        5 五、教育支出 17
        6 六、 科学技术支出 18
        7 七、文化旅游体育与传媒支
        出
        19
        8 八、社会保障和就业支出 20 20.00
        本年收入合计 9 90.50 本年支出合计 21 90.50
        年初财政拨款结转和结余 10 年末财政拨款结转和结余 22
        一般公共预算财政拨款 11 23
        总计 12 90.50 总计 24 90.50
        """;
    assertThat(table(text).grid())
        .contains(
            List.of("", "4", "", "四、公共安全支出", "16", ""),
            List.of("", "6", "", "六、科学技术支出", "18", ""),
            List.of("", "7", "", "七、文化旅游体育与传媒支出", "19", ""),
            List.of("", "8", "", "八、社会保障和就业支出", "20", "20.00"),
            List.of("一般公共预算财政拨款", "11", "", "", "23", ""),
            List.of("总计", "12", "90.50", "总计", "24", "90.50"));
  }

  @Test
  void a_total_confirms_the_row_numbers_of_a_short_list() {
    String text =
        """
        2025年整镇推进资金分配表
        序号 |
        乡镇名单 |
        乡镇类型 |
        补助资金（万元） |
        任务清单 |
        1 |
        南溪镇 |
        农业型 |
        60 |
        项目投资不低于120万元 |
        2 |
        北塘乡 |
        融合型 |
        40 |
        项目投资不低于80万元 |
        合计 |
        |
        |
        100 |
        |
        """;
    assertThat(table(text).grid())
        .contains(
            List.of("1", "南溪镇", "农业型", "60", "项目投资不低于120万元"),
            List.of("2", "北塘乡", "融合型", "40", "项目投资不低于80万元"),
            List.of("合计", "", "", "100", ""));
  }

  private static TableBlock table(String text) {
    return restored(text).stream()
        .filter(TableBlock.class::isInstance)
        .map(TableBlock.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<Block> restored(String text) {
    return CopiedTableFinder.restoreTables(lines(text)).blocks();
  }

  private static List<String> text(List<Block> blocks) {
    return blocks.stream()
        .filter(TextBlock.class::isInstance)
        .map(block -> ((TextBlock) block).text())
        .toList();
  }

  private static List<Block> lines(String text) {
    return text.lines()
        .<Block>map(line -> new TextBlock(1, line, TextBlock.Kind.LINE, 0, false, null))
        .toList();
  }
}
