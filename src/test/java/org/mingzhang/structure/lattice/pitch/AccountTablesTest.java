package org.mingzhang.structure.lattice.pitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.FoundTable;
import org.mingzhang.text.WorkBudget;

/** Invented tables as {@code pdftotext -layout} prints the official forms. */
class AccountTablesTest {
  private static List<FoundTable> read(String text) {
    List<TextBlock> lines =
        text.lines()
            .filter(line -> !line.isBlank())
            .map(
                line ->
                    TextBlock.line(1, line.strip())
                        .withIndent(line.length() - line.stripLeading().length()))
            .toList();
    return FixedPitchTableFinder.find(lines, WorkBudget.unlimited()).tables();
  }

  private static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of(
            "titles and names over several lines, amounts behind single blanks, columns that the"
                + " sums tell",
            """
                                     支出决算表
            部门：青禾县水利局                          金额单位：万元
                      项目        本年支出合 基本支出 项目支出 上缴上 对附属单
             科目编码       科目名称      计                       级支出 位补助支出
                      栏次           1        2      3       4     5
                      合计         1,240.60 730.10 510.50
               208  社会保障和就业支
                          出        96.40  96.40
              20805 行政事业单位养老支出      96.40  96.40
             2080505 机关事业单位基本养老
                       保险缴费支出        96.40  96.40
               213      农林水支出    1,144.20 633.70 510.50
              21303      水利      1,144.20 633.70 510.50
             2130301     行政运行       633.70 633.70
             2130305   水利工程建设       510.50          510.50
            注：本表反映部门本年度各项支出情况。
            """,
            """
            项目/科目编码|项目/科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|对附属单位补助支出
            合计||1,240.60|730.10|510.50||
            208|社会保障和就业支出|96.40|96.40|||
            20805|行政事业单位养老支出|96.40|96.40|||
            2080505|机关事业单位基本养老保险缴费支出|96.40|96.40|||
            213|农林水支出|1,144.20|633.70|510.50||
            21303|水利|1,144.20|633.70|510.50||
            2130301|行政运行|633.70|633.70|||
            2130305|水利工程建设|510.50||510.50||\
            """),
        Arguments.of(
            "two sides with spread titles, line numbers and a name that wraps beside blank cells",
            """
                                       收入支出决算总表
            部门：霁山区审计局                                            金额单位：万元
                      收    入                         支    出
                 项    目       行次   金    额         项    目      行次   金    额
                   栏次               1             栏次               2
            一、一般公共预算财政拨款收   1     815.20 一、一般公共服务支出         8     702.35
                   入
            二、政府性基金预算财政拨款   2            二、公共安全支出           9
                   收入
            三、事业收入           3      20.00 三、社会保障和就业支出      10     132.85
               本年收入合计       4     835.20     本年支出合计        11     835.20
                 总计         7     835.20       总计          14     835.20
            """,
            """
            收入/项目|收入/行次|收入/金额|支出/项目|支出/行次|支出/金额
            一、一般公共预算财政拨款收入|1|815.20|一、一般公共服务支出|8|702.35
            二、政府性基金预算财政拨款收入|2||二、公共安全支出|9|
            三、事业收入|3|20.00|三、社会保障和就业支出|10|132.85
            本年收入合计|4|835.20|本年支出合计|11|835.20
            总计|7|835.20|总计|14|835.20\
            """),
        Arguments.of(
            "a report of execution: groups above, titles of one line between the lines of groups,"
                + " months in a title, rates with a sign",
            """
                             2024年1—9月青禾县财政支出情况表
                                                                             金额单位：万元
                                             累计完成                        比上年同期
                   支出科目        本年预算                         1—9月上年同期
                                        金额      占预算%                   增减额      增减%
            一、一般公共服务支出          68273   45589        66.8      43666     1923      4.4
            二、国防支出                831     547        65.8        640      -93    -14.5
            三、公共安全支出            34951   21776        62.3      22951    -1175     -5.1
            支出合计               104055   67912        65.3      67257      655      1.0
            """,
            """
            支出科目|本年预算|累计完成/金额|累计完成/占预算%|1—9月上年同期|比上年同期/增减额|比上年同期/增减%
            一、一般公共服务支出|68273|45589|66.8|43666|1923|4.4
            二、国防支出|831|547|65.8|640|-93|-14.5
            三、公共安全支出|34951|21776|62.3|22951|-1175|-5.1
            支出合计|104055|67912|65.3|67257|655|1.0\
            """),
        Arguments.of(
            "limits and balances of debt, whose groups have a title above the middle column",
            """
                     霁山市2024年地方政府债务限额及余额情况表
                                                                                   单位：亿元
                                          2024年限额                      2024年末余额
              地 区    2023年末余额
                                   小计      一般债务      专项债务        小计      一般债务      专项债务
            市本级        42.35     56.27     22.69     33.58     44.49     20.31     24.18
            云栖县        20.39     25.73     12.78     12.95     21.41     10.06     11.35
            """,
            """
            地区|2023年末余额|2024年限额/小计|2024年限额/一般债务|2024年限额/专项债务|2024年末余额/小计|2024年末余额/一般债务|2024年末余额/专项债务
            市本级|42.35|56.27|22.69|33.58|44.49|20.31|24.18
            云栖县|20.39|25.73|12.78|12.95|21.41|10.06|11.35\
            """),
        Arguments.of(
            "long rates as titles, each over two lines around those of one line",
            """
                          2024年云栖县一般公共预算支出执行情况表
                                                                         单位：万元
                                                            执行数为调整预 执行数比上年执行
                   预算科目       年初预算数      调整预算数      执行数
                                                              算数的%     数增减%
            一、一般公共服务支出         244,224    251,504   245,670       97.7     -1.8
            二、教育支出             192,200    200,476   196,625       98.1     10.7
            """,
            """
            预算科目|年初预算数|调整预算数|执行数|执行数为调整预算数的%|执行数比上年执行数增减%
            一、一般公共服务支出|244,224|251,504|245,670|97.7|-1.8
            二、教育支出|192,200|200,476|196,625|98.1|10.7\
            """),
        Arguments.of(
            "projects whose cells wrap around the line of the amount",
            """
                        云栖县2022年水库移民后期扶持项目表
            序号     项目名称       建设内容          资金规模
                                          （万元）   责任单位
             1   双河村道路硬化 硬化村道2.1公里，宽4.5        86.00  双河镇人民
                    工程     米                              政府
             2   茶园提质改造  改造茶园300亩，配套滴         45.50  县农业农村
                           灌设施                             局
                   合计                           131.50
            """,
            """
            序号|项目名称|建设内容|资金规模（万元）|责任单位
            1|双河村道路硬化工程|硬化村道2.1公里，宽4.5米|86.00|双河镇人民政府
            2|茶园提质改造|改造茶园300亩，配套滴灌设施|45.50|县农业农村局
            合计|||131.50|\
            """),
        Arguments.of(
            "two sides of staff and of public expenses, with codes of two lines",
            """
                                 一般公共预算财政拨款基本支出决算明细表
                部门：青禾县审计局                                                              金额单位：万元
                                     人员经费                                           公用经费
                  经济分类             科目名称                决算数         经济分类               科目名称                  决算数
                  科目编码                                             科目编码
                 301        工资福利支出                          627.45 302       商品和服务支出                            251.12
                 30101      基本工资                           512.36  30201     办公费                                 126.13
                 30108      机关事业单位基本养老保                    115.09  30202     印刷费                                 124.99
                            险缴费
                           人员经费合计                           627.45            公用经费合计                            251.12
            """,
            """
            人员经费/经济分类科目编码|人员经费/科目名称|人员经费/决算数|公用经费/经济分类科目编码|公用经费/科目名称|公用经费/决算数
            301|工资福利支出|627.45|302|商品和服务支出|251.12
            30101|基本工资|512.36|30201|办公费|126.13
            30108|机关事业单位基本养老保险缴费|115.09|30202|印刷费|124.99
            |人员经费合计|627.45||公用经费合计|251.12\
            """),
        Arguments.of(
            "a group whose title is right of its first columns, and one fund in two groups",
            """
                                              2025年部门项目支出预算表
                                                                                                             预算公开09表
            部门名称：云栖区教育局                                                                                       单位：万元
                                                                  本年拨款          上年结转结余
              类型        项目名称         项目单位        合 计              财政拨款                政府性基金预     财政专户管 单位资金
                                                                                                  理资金
                                                           一般公共预算 政府性基金预算 一般公共预算         算
                   合 计                            4,058.26     422.25 3,200.00 20.41     415.60     0.00  0.00
            其他运转类 行政中心大楼的电梯消防维 云栖区教育局本级             186.50      186.50
                   护及保洁服务费
            其他运转类 校园专用网络年租赁费 云栖区教育技术装备           106.35        94.00               12.35
                                 中心
            特定目标类 城乡职业学校贫困家庭学生 云栖区学生事务管理         149.81       141.75                8.06
                   生活补助金         中心
            """,
            """
            类型|项目名称|项目单位|合计|本年拨款/财政拨款/一般公共预算|本年拨款/财政拨款/政府性基金预算|上年结转结余/一般公共预算|上年结转结余/政府性基金预算|财政专户管理资金|单位资金
            合计|||4,058.26|422.25|3,200.00|20.41|415.60|0.00|0.00
            其他运转类|行政中心大楼的电梯消防维护及保洁服务费|云栖区教育局本级|186.50|186.50|||||
            其他运转类|校园专用网络年租赁费|云栖区教育技术装备中心|106.35|94.00|||12.35||
            特定目标类|城乡职业学校贫困家庭学生生活补助金|云栖区学生事务管理中心|149.81|141.75|||8.06||\
            """),
        Arguments.of(
            "groups inside of groups without a column of names",
            """
                               2023年度“三公”经费支出决算表
                                                                    单位：万元
                                    预算数                                               决算数
                      因公出国          公务用车购置及运行费                          因公出国          公务用车购置及运行费
              合计      （境）费     小计      购置费     运行费     公务接待费    合计      （境）费     小计      购置费     运行费     公务接待费
              18.60   0.00     15.00   0.00    15.00   3.60     14.21   0.00     12.08   0.00    12.08   2.13
            """,
            """
            预算数/合计|预算数/因公出国（境）费|预算数/公务用车购置及运行费/小计|预算数/公务用车购置及运行费/购置费|预算数/公务用车购置及运行费/运行费|预算数/公务接待费|决算数/合计|决算数/因公出国（境）费|决算数/公务用车购置及运行费/小计|决算数/公务用车购置及运行费/购置费|决算数/公务用车购置及运行费/运行费|决算数/公务接待费
            18.60|0.00|15.00|0.00|15.00|3.60|14.21|0.00|12.08|0.00|12.08|2.13\
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void tables_are_read(String what, String text, String rows) {
    List<FoundTable> tables = read(text);
    assertThat(tables).as(what).hasSize(1);
    assertThat(
            tables.getFirst().rows().stream()
                .map(row -> String.join("|", row))
                .collect(Collectors.joining("\n")))
        .isEqualTo(rows);
  }

  private static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(
            "the places of amounts contradict the sums and the sums leave a choice",
            """
                                支出决算表
                                                单位：万元
            科目编码      科目名称                本年支出合计      基本支出        项目支出
            208       社会保障和就业支出           402.18      402.18
            20805     行政事业单位养老支出          402.18                  402.18
            2080505   基本养老保险缴费            268.12      268.12
            2080506   职业年金缴费              134.06      134.06
            """),
        Arguments.of(
            "lines that keep no places",
            """
            收支预算表
            单位：元
            项目 2018年执行数 2019年预算数
            一、支出合计   86000
            公务接待费   26000
            公务用车费   60000
            """),
        Arguments.of(
            "words among the amounts",
            """
                                重点项目表
                                                单位：万元
            项目名称            预算数          决算数
            道路养护            由财政局安排       见附件说明
            桥梁加固            由交通局安排       见附件说明
            """),
        Arguments.of(
            "a table that nobody announced",
            """
            项目名称            预算数          决算数
            道路养护            120.00       118.00
            桥梁加固             80.00        79.50
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void others_stay_text(String what, String text) {
    assertThat(read(text)).as(what).isEmpty();
  }

  @Test
  void a_column_number_is_no_row() {
    assertThat(
            read("""
                                支出预算表
                                             单位：万元
                        科目编码      科目名称      合计     基本支出   项目支出
                       类 款 项       栏次        1       2      3
                       206        科学技术支出    90.00   60.00   30.00
                       20601      科学技术管理事务  90.00   60.00   30.00
                    """)
                .getFirst()
                .rows())
        .hasSize(3);
  }
}
