package org.mingzhang.structure.lattice.pitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.text.CpuTimeBudget;
import org.mingzhang.text.EastAsianWidth;

/** Tests single forms and tables; {@code RoundTripTest} reads random forms of many widths. */
class FixedPitchTableFinderTest {
  private static List<TextBlock> lines(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(
            line ->
                TextBlock.line(1, line.strip())
                    .withIndent(line.length() - line.stripLeading().length()))
        .toList();
  }

  private static List<TableMatch> read(String text) {
    return FixedPitchTableFinder.find(lines(text), CpuTimeBudget.unlimited()).tables();
  }

  private static final String[][] TITLES = {
    {"预算科目", ""}, {"年初", "预算数"}, {"1—6月", "执行数"}, {"上年同期", "执行数"}, {"执行数占", "预算%"}, {"比上年", "增减%"}
  };

  /** Draws a row in half-width places; names at the left of their column, numbers at its right. */
  private static String drawHalfWidth(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < row.size(); c++) {
      int blanks = widths[c] - (int) (2 * EastAsianWidth.measure(row.get(c)));
      line.append(c == 0 ? row.get(c) + " ".repeat(blanks) : " ".repeat(blanks) + row.get(c));
    }
    return line.toString().stripTrailing();
  }

  @Test
  void tables_drawn_in_half_width_places_are_read_as_they_were_drawn() {
    String[] names = {"增值税", "企业所得税", "城市维护建设税", "国有资源（资产）有偿使用收入", "契税", "罚没收入", "耕地占用税"};
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      int columns = 3 + random.nextInt(4);
      int[] widths = new int[columns];
      List<List<String>> heads = List.of(new ArrayList<>(), new ArrayList<>());
      List<String> titles = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        widths[c] = (c == 0 ? 32 : 12) + random.nextInt(6);
        heads.get(0).add(TITLES[c][0]);
        heads.get(1).add(TITLES[c][1]);
        titles.add(TITLES[c][0] + TITLES[c][1]);
      }
      List<List<String>> rows = new ArrayList<>();
      for (int r = 0; r < 5 + random.nextInt(12); r++) {
        List<String> row = new ArrayList<>(List.of(names[random.nextInt(names.length)] + "项目"));
        for (int c = 1; c < columns; c++) {
          row.add(c < 4 ? String.valueOf(100 + random.nextInt(90_000)) : random.nextInt(99) + ".5");
        }
        rows.add(row);
      }
      StringBuilder text = new StringBuilder("          2024年上半年收入执行情况表\n");
      heads.forEach(head -> text.append(drawHalfWidth(head, widths)).append('\n'));
      rows.forEach(row -> text.append(drawHalfWidth(row, widths)).append('\n'));
      List<TableMatch> tables = read(text.toString());
      rows.addFirst(titles);
      assertThat(tables).as("seed %d%n%s", seed, text).hasSize(1);
      assertThat(tables.getFirst().rows()).as("seed %d%n%s", seed, text).isEqualTo(rows);
    }
  }

  @Test
  void torn_titles_names_and_levels_are_joined() {
    List<TableMatch> tables =
        read(
            """
            一级指     二级指标   三级指标      年度指标值 实际完成值    分值   得分    偏差原因分
             标                                                   析
                          修缮乡镇文化站
                    数量指标              ≥14座   15座    20   20
            产出指             个数
            标（50          流动图书车巡回                              两处道路
             分）     时效指标              ≥95%   90%    30   28.4
                           按期率                                 塌方
            效益指    社会效益指   读者满意程度 明显提高       明显提高   50   50
             标       标
                           总分                       100  98.4
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows())
        .containsExactly(
            List.of("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析"),
            List.of("产出指标（50分）", "数量指标", "修缮乡镇文化站个数", "≥14座", "15座", "20", "20", ""),
            List.of("产出指标（50分）", "时效指标", "流动图书车巡回按期率", "≥95%", "90%", "30", "28.4", "两处道路塌方"),
            List.of("效益指标", "社会效益指标", "读者满意程度", "明显提高", "明显提高", "50", "50", ""));
  }

  @Test
  void two_names_of_two_full_lines_are_not_one_of_one_line_and_one_of_three() {
    List<TableMatch> tables =
        read(
            """
               一级指标 二级指标       三级指标     年度指标值 实际完成值 分值 得分 偏差原因分析及改         进措施
                            修复县道乡道水毁路 ≥12个          12个      8      8
                            段桥涵共计处数
                      数量指标 新铺设DN300以上钢 ≥18.5公里 17.2公里                  两处路段与铁路施
                            筋水泥管长度                           8    7.44 工交叉，顺延至次
                                                                       年
                            更换警示标牌       =5200块 5200块        6      6
               产出指标         工程竣工验收合格率      100%    100%      8      8
                      质量指标 桥梁年度检测结论总 ≥99%         99.6%      6      6
                            达标率
            绩效        时效指标 年度养护工程按期完      ≥95%     91.7%      7     6 受汛期影响
            指标              工率
                      成本指标 项目总投资控制在批
                            复概算以内       ≤320万元 281.58万元 7           7
                     经济效益指 重建山区公路塌方段 ≥60里程段 61.5里程段 8               8
                        标 里程总数
                            受益行政村数       ≥1800个 1820个        8      8
               效益指标 社会效益指
                        标 加装山区公路护栏里       ≥20%      26%       7     7
                            程及警示标志总数
                     可持续影响 更换老旧临崖反光轮 基本建立 基本建立                7   6.5  两处边坡还没有过
                       指标 廓标志带总长度                                      沉降期
               满意度指 服务对象满 沿线各村群众满意度 ≥90%          93.5%      10    10
                 标 意度指标
                                总   分                       100 97.44
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows().stream().skip(1).map(row -> row.get(2)))
        .contains("加装山区公路护栏里程及警示标志总数", "更换老旧临崖反光轮廓标志带总长度");
  }

  @Test
  void numbers_beside_the_upper_line_of_most_names_tell_where_names_of_two_full_lines_end() {
    List<TableMatch> tables =
        read(
            """
             一级指标 二级指标       三级指标     分值 年度指标值 实际完成值 得分 偏差原因
                             完成塘坝加固整治 6        12座    12座  6
                             （含新建）
                             修复灌溉渠系主干 6      ≥36公里 36.4公里  6
                             渠
             产出指标 数量指标 改造提灌站、机电 4         7处    7处  4
                             泵房等小型设施站
                             土壤改良地力培肥 4     ≥900亩   810亩 3.6 肥料流标
                             实施面积
                      质量指标 一次性验收的合格 5        100%   100%  5
                             率
                      时效指标 任务完成及时率 5      ≥90%    95%  5
             效益指标 社会效益 受益的群众户数 5      ≥95%    97%  5
                             总分          100              99
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows().stream().skip(1).map(row -> row.get(2)))
        .contains("改造提灌站、机电泵房等小型设施站", "土壤改良地力培肥实施面积");
  }

  @Test
  void rows_that_were_printed_column_by_column_are_rows_again() {
    List<TableMatch> tables =
        read(
            """
               一级指标 二级指标      三级指标       年度       实际               偏差原因分析及
                                        指标值     完成值 分值 得分 改进措施
                          举办全区篮球主题赛 ≥24场         26场      15 15
                    数量指标 事场次
               产出指标 质量指标 新购健身器材        1600件
                          购置器材验收合格率 ≥98%
                                                1600件
                                                 100%
                                                          15 15
                                                          10 10
            绩效      时效指标 赛事按计划开展及时
                          率             100%     100%     10 10
            指标
                    社会效益 年度到场观众及线上 ≥15万人次 14.1万人次 15 14.1 球馆维修一个月
                      指标 观看人次
               效益指标 可持续影  对提升市民锻炼习惯 持续提升 持续提升 15 15
                     响指标 养成的影响
               满意度指 服务对象
                 标 满意度指
                      标
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows().stream().map(row -> row.subList(2, 7)))
        .contains(
            List.of("新购健身器材", "1600件", "1600件", "15", "15"),
            List.of("购置器材验收合格率", "≥98%", "100%", "10", "10"),
            List.of("赛事按计划开展及时率", "100%", "100%", "10", "10"));
  }

  @Test
  void a_title_broken_around_the_others_is_read_beside_the_label_of_the_rows() {
    List<TableMatch> tables =
        read(
            """
                                                                          执行
                                 年初预算数          全年预算数     全年执行数     分值           得分
            项目                                                            率
            资金 年度资金总额              258.6          262       245.8    10   90%     9
            （万
            元） 其中：当年财政拨款           258.6          262       245.8    —    90%     —
            年度              预期目标                                  实际完成情况
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows().get(0)).endsWith("分值", "执行率", "得分");
    assertThat(tables.getFirst().rows().get(1))
        .containsExactly("年度资金总额", "258.6", "262", "245.8", "10", "90%", "9");
  }

  @Test
  void words_aligned_in_both_units_do_not_tell_the_unit() {
    List<TableMatch> tables =
        read(
            """
                                                                                                                指标值
            一级指标      二级指标          三级指标                绩效指标描述                  指标值
                                                                                                                确定依据
                                                                    本年组织下乡巡回放映电影的总
                                            放映电影场次                                          ≥80场         工作计划
                                                                    场次
                                                                    按规定免费开放的图书室和村级
                           数量指标          免费开放图书室数量                                      9个           上级文件
            产出指标                                                书屋数量
                          质量指标           放映员培训合格率        培训合格人数占参训人数的比例  ≥95%         历史标准
                          成本指标           每场放映补助标准                                      400元/场      补助标准
            """);
    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows())
        .contains(
            List.of("产出指标", "数量指标", "放映电影场次", "本年组织下乡巡回放映电影的总场次", "≥80场", "工作计划"),
            List.of("产出指标", "成本指标", "每场放映补助标准", "", "400元/场", "补助标准"));
  }

  @Test
  void the_last_character_of_a_title_for_units_is_no_part_of_the_first_unit() {
    List<TableMatch> tables =
        read(
            """
                                                                                   绩效度量单
                  一级指标       二级指标             三级指标          绩效指标性质    绩效指标值                权重
                                                                                     位
                                        免费为全区幼儿健康检查的目标覆盖率     ≥          85          %     15
                             数量指标
                                        村级医生签约服务重点人群数量        ≥          2.3        万人     15
                  产出指标       质量指标       居民电子健康档案规范化建档率        ≥          92          %     10
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows().get(1)).contains("免费为全区幼儿健康检查的目标覆盖率", "≥", "85", "%", "15");
  }

  @Test
  void units_below_the_titles_are_a_part_of_the_header() {
    List<TableMatch> tables =
        read(
            """
                 指标名称       计量单位 指标性质 年初指标值 调整指标值 全年完成值 得分系数                    指标权重 指标得分
                                                                          （%） （分） （分）                说明
            城镇道路绿化管养面积      万平方米        ≥    168         168      171.4    100   20    20
                                                                                               少量树苗未能成活，
            景观树补栽株数           株         ≥    900         900       873      97   10    9.7 更换后于当年秋季补
                                                                                               植
            道路管养抽查合格率         %         ≥    95          95        96.5    100   20    20
            管养问题处置时效          %         ≥    98          98        98.3    100   10    10
            道路管养单位面积成本     元/平方米        ≤    7.5         7.5       7.42    100   10    10
            城镇人居环境改善情况                  定性  明显改善        明显改善     明显改善      100   10    10
            市民对道路绿化的满意度       %         ≥    90          90         93     100   10    10
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows())
        .contains(
            List.of(
                "景观树补栽株数",
                "株",
                "≥",
                "900",
                "900",
                "873",
                "97",
                "10",
                "9.7",
                "少量树苗未能成活，更换后于当年秋季补植"));
  }

  @Test
  void a_line_of_no_break_spaces_has_no_words() {
    List<TableMatch> tables =
        read(
            """
             一级指标  二级指标  三级指标     年度指标值  实际完成值      分值   得分
            \u00a0
             产出指标  数量指标  补种行道树株数     ≥640株      655株   50   50
             效益指标  社会效益指标  居民满意情况     明显提升      明显提升   50   50
            """
                .replace("\\u00a0", "\u00a0"));

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows()).hasSize(3);
  }

  /** Limits processor time, which does not depend on the load of the machine. */
  @Test
  void a_header_in_which_many_titles_may_end_anywhere_is_given_up() {
    String text =
        """
                             2023年度“三公”经费支出决算表
                                                                  单位：万元
                                  预算数                                               决算数
                    因公出国          公务用车购置及运行费                          因公出国          公务用车购置及运行费
            合计      （境）费     小计      购置费     运行费     公务接待费    合计      （境）费     小计      表 | ||||
        单位名称 | 单位性质 | 经费形式 | 编制人数 | 实有人数 |
        区城管局机关 | 行费     运行费     公务接待费
        18.60   0.00     15.00   0.00    15.00   3.60     14.21   0.00     12.08   0.00    12.08   23
        """;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    read(text);
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void lines_of_money_are_read_with_their_wrapped_labels() {
    List<TableMatch> tables =
        read(
            """
                                年初预算数 全年预算数 全年执行数     分值 执行率        得分
                     年度资金总额     86.00   84.00  63.00  10    75.00%  7.50
            项目资金（万 其中：本级财
             元）       政拨款       86.00   84.00  63.00  —     75.00%  —
                     其他资金       0.00    0.00   0.00   —             —
            年度总体目标        预期目标                      实际完成情况
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows().subList(1, 4))
        .containsExactly(
            List.of("年度资金总额", "86.00", "84.00", "63.00", "10", "75.00%", "7.50"),
            List.of("其中：本级财政拨款", "86.00", "84.00", "63.00", "—", "75.00%", "—"),
            List.of("其他资金", "0.00", "0.00", "0.00", "—", "", "—"));
  }

  @Test
  void titles_of_two_lines_stand_beside_titles_of_four_and_a_label_goes_down_the_page() {
    List<TableMatch> tables =
        read(
            """
            项               年初预算数        全年预算数      全年执行数      分值 执行率         得分
            目   年度资金总
            资                215.00       240.00      230.40   10   96.00%    9.60
                额：
            金
            （   其中：本级财
                             215.00       230.00      220.40   —    95.83%     —
            万   政拨款
            元
                上年结转资金        0.00        10.00       10.00    —   100.00%     —
            ）
            年度总体目标        预期目标                      实际完成情况
            绩                                                               偏差原
            效   一级指    二级指                  年度指标      实际完成                  因分析
                               三级指标                             分值    得分
            指    标      标                    值         值                    及改进
            标                                                               措施
                           修剪行道树累计株
                                            ≥860株     872株      30    30
                           数
                产出指   数量指
                                                                            雨季推
                 标     标     新植草皮面积
                                            2.4公顷     2.1公顷     30    26
                                                                            迟施工
                效益指   社会效   居民满意情况
                                            明显提升     明显提升     40    40
                 标     益指标
                              总分                      100   96
            """);

    assertThat(tables).hasSize(2);
    assertThat(tables.getFirst().rows().get(1))
        .containsExactly("年度资金总额：", "215.00", "240.00", "230.40", "10", "96.00%", "9.60");
    assertThat(tables.get(1).rows())
        .containsExactly(
            List.of("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"),
            List.of("产出指标", "数量指标", "修剪行道树累计株数", "≥860株", "872株", "30", "30", ""),
            List.of("产出指标", "数量指标", "新植草皮面积", "2.4公顷", "2.1公顷", "30", "26", "雨季推迟施工"),
            List.of("效益指标", "社会效益指标", "居民满意情况", "明显提升", "明显提升", "40", "40", ""));
  }

  @Test
  void a_sign_and_a_unit_are_columns() {
    List<TableMatch> tables =
        read(
            """
             一级指标  二级指标  三级指标     指标性质 指标值     度量单位 完成值      权重   得分
                   数量指标  补种行道树     ≥    640    株       655   20   20
             产出指标         株数
                   质量指标  苗木成活率     ≥ 92        %       94    20   20
            """);

    assertThat(tables.getFirst().rows().subList(1, 3))
        .containsExactly(
            List.of("产出指标", "数量指标", "补种行道树株数", "≥", "640", "株", "655", "20", "20"),
            List.of("产出指标", "质量指标", "苗木成活率", "≥", "92", "%", "94", "20", "20"));
  }

  @Test
  void a_form_ends_above_the_caption_with_which_another_table_begins_the_next_page() {
    String form =
        """
                     2024年度项目支出绩效目标表
        项目名称          一级指标      二级指标        三级指标        指标性质    指标值    度量单位
        样本项目          产出指标      数量指标        管护面积        =              42.60  万亩
                          产出指标      质量指标        管护合格率      >=          95        %
                          效益指标      生态效益指标    森林覆盖率      >=              68.5  %
        """;
    String other =
        """
                     2024年政府性基金预算支出预算表
          科目编码    科目名称    合计    基本支出    项目支出
        合计
        """;
    List<TextBlock> pages = new ArrayList<>(lines(form));
    lines(other).forEach(line -> pages.add(onPage(2, line)));
    List<List<String>> rows =
        FixedPitchTableFinder.find(pages, CpuTimeBudget.unlimited()).tables().getFirst().rows();
    assertThat(rows).hasSize(4);
    assertThat(rows.getLast()).containsExactly("", "效益指标", "生态效益指标", "森林覆盖率", ">=", "68.5", "%");
  }

  private static TextBlock onPage(int page, TextBlock line) {
    return TextBlock.line(page, line.text()).withIndent(line.indent());
  }

  @Test
  void contents_prose_and_lists_are_no_forms() {
    assertThat(
            read(
                """
                      目  录
                  一、项目支出绩效目标表 ............ 3
                  二、一级指标  二级指标  三级指标说明 ........ 5
                  三、预算数  执行数  分值  得分说明 ...... 7

                    本项目年初预算数 120 万元，全年预算数 118 万元，全年执行数 115 万元，分值 10 分，
                得分 9.6 分。绩效指标设一级指标 3 个、二级指标 8 个、三级指标 12 个，指标值均已达到。

                  单位名称             地址                     联系电话
                  示例区图书馆          书院路 12 号              0000-5550101
                  示例区文化馆          河滨路 3 号               0000-5550102
                """))
        .isEmpty();
  }

  @Test
  void rows_that_do_not_fit_their_header_are_rejected() {
    FixedPitchTableFinder.Result result =
        FixedPitchTableFinder.find(
            lines(
                """
                  一级指标   二级指标    三级指标     年度指标值   实际完成值   分值   得分
                  本表由各单位填写      请勿改动       如有疑问      请来电       谢谢
                  填写时请注意          单位为万元     保留两位       小数         为盼
                  另附说明              一份           报送日期       五月         底前
                """),
            CpuTimeBudget.unlimited());

    assertThat(result.tables()).isEmpty();
    assertThat(result.rejectedHeaders()).hasSize(1);
  }

  @Test
  void names_below_a_title_that_is_not_known_stand_left_of_the_amounts() {
    List<TableMatch> tables =
        read(
            """
                  2024年专户收支结余表
            单位：万元
            账种               年初结余   本年收入   本年支出   年末结余
            惠农补贴专用账户      412.70     286.40     194.30     504.80
            助学资助专用账户       58.60     318.20     311.90      64.90
            合计                  471.30     604.60     506.20     569.70
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows())
        .startsWith(List.of("账种", "年初结余", "本年收入", "本年支出", "年末结余"))
        .contains(List.of("助学资助专用账户", "58.60", "318.20", "311.90", "64.90"));
  }

  @Test
  void one_row_of_amounts_below_as_many_titles_needs_no_name() {
    List<TableMatch> tables =
        read(
            """
                  收入决算表
            单位：万元
              本年收入合计   财政拨款收入   事业收入   其他收入
                   3821.50        3681.05      86.30      54.15
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows())
        .containsExactly(
            List.of("本年收入合计", "财政拨款收入", "事业收入", "其他收入"),
            List.of("3821.50", "3681.05", "86.30", "54.15"));
  }

  @Test
  void names_without_a_title_stand_left_of_the_amounts() {
    List<TableMatch> tables =
        read(
            """
                  收入决算表
            单位：万元
              项目               年初结转   本年收入   本年支出   年末结转
              事业费                78.60      36.05      10.05     104.60
              财政拨款收入           8.60      36.05      10.05      34.60
              附属单位上缴收入       0.00      12.40       2.40      10.00
              捐赠收入              10.20      86.30       6.30      90.20
              合计                  97.40     170.80      28.80     239.40
                  “三公”经费支出决算表
            单位：万元
                       合计    因公出国（境）费   公务用车购置费   公务用车运行维护费   公务接待费
              预算数   53.50               0.00            18.00                26.00         9.50
              决算数   49.49               0.00            17.86                24.35         7.28
            """);

    assertThat(tables).hasSize(2);
    assertThat(tables.getLast().rows())
        .containsExactly(
            List.of("", "合计", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"),
            List.of("预算数", "53.50", "0.00", "18.00", "26.00", "9.50"),
            List.of("决算数", "49.49", "0.00", "17.86", "24.35", "7.28"));
  }

  @Test
  void titles_of_amounts_above_other_lines_are_no_header() {
    assertThat(
            read(
                """
                      收入决算表
                单位：万元
                  本年收入合计   财政拨款收入   事业收入   其他收入
                  3821.50        3681.05
                  以上数据来自财政部门       2024年批复
                """))
        .isEmpty();
  }

  @Test
  void codes_of_a_classification_are_left_of_the_names_on_both_sides() {
    List<TableMatch> tables =
        read(
            """
                  基本支出决算明细表
            单位：万元
              人员经费                                  公用经费
              经济分类   科目名称             决算数    经济分类   科目名称         决算数
                   301   工资福利支出         1296.40        302   商品和服务支出   166.80
                   303   对个人和家庭的补助     56.36        310   资本性支出         4.62
                         人员经费合计         1352.76              公用经费合计     171.42
            """);

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows())
        .containsExactly(
            List.of("人员经费/经济分类", "人员经费/科目名称", "人员经费/决算数", "公用经费/经济分类", "公用经费/科目名称", "公用经费/决算数"),
            List.of("301", "工资福利支出", "1296.40", "302", "商品和服务支出", "166.80"),
            List.of("303", "对个人和家庭的补助", "56.36", "310", "资本性支出", "4.62"),
            List.of("", "人员经费合计", "1352.76", "", "公用经费合计", "171.42"));
  }

  @Test
  void names_of_levels_that_every_row_repeats_are_not_joined() {
    List<TableMatch> tables =
        read(
            """
              一级指标  二级指标  三级指标            年度目标值    实际完成值    分值    得分
              管理成效  内控建设  内控制度健全率      100%          100%          20      20
              管理成效  内控建设  内控检查次数        ≥2次         2次           20      20
              管理成效  人才培养  培训合格率          ≥95%         96%           20      20
              服务成效  群众反映  信访办结率          100%          100%          20      20
              服务成效  群众反映  回访次数            ≥4次         4次           20      20
            """);
    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().rows().stream().skip(1).map(row -> row.get(1)))
        .containsExactly("内控建设", "内控建设", "人才培养", "群众反映", "群众反映");
  }
}
