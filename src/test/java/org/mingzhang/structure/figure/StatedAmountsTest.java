package org.mingzhang.structure.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/**
 * Ways of stating amounts that were misread when two further lists of sentences were first tried;
 * each case fails without its rule. All amounts are invented.
 */
class StatedAmountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "TOTALS|2022年度收、支总计各是71.3万元、74.8万元，与上年相比各减少2.1万元、1.5万元。|收入总计 71.3万元;支出总计 74.8万元;收入总计比上年减少"
            + " 2.1万元;支出总计比上年减少 1.5万元",
        "TOTALS|2022年度总收入71.3万元，部门总支出70.2万元。|收入总计 71.3万元;支出总计 70.2万元",
        "INCOME|2022年度决算收入71.3万元，其中财政补助收入70万元。|本年收入合计 71.3万元;财政补助收入 70万元",
        "INCOME|事业收入30万元（含教育收费10万元），占6%。|事业收入 30万元;教育收费 10万元",
        "INCOME|财政拨款收入：2022年决算数67.3万元，占本年收入的100%。|财政拨款收入 67.3万元",
        "EXPENDITURE|2022年度用于保障机构正常运转的日常支出32.5万元。|基本支出 32.5万元",
        "EXPENDITURE|用于保障单位完成特定工作任务的专项业务工作的经费支出17.7万元。|项目支出 17.7万元",
        "EXPENDITURE|1.基本支出：决算数42.1万元，其中人员经费38万元。2.项目支出：决算数26万元。|基本支出 42.1万元;项目支出 26万元",
        "EXPENDITURE|上缴上级支出、经营支出、对附属单位补助支出0万元。|上缴上级支出 0万元;经营支出 0万元;对附属单位补助支出 0万元",
        "FISCAL_APPROPRIATION|政府性基金预算收入累计完成22.3万元；支出累计完成20.1万元。|政府性基金预算收入 22.3万元;政府性基金预算支出 20.1万元",
        "STATE_CAPITAL|2022年度国有资本经营预算财政拨款收入5万元，支出4万元。|国有资本经营预算财政拨款支出 4万元",
        "GENERAL_PUBLIC_BUDGET|2012901行政运行年初预算8.6万元，决算9.1万元，完成年初预算105.81%。|行政运行 年初预算 8.6万元;行政运行"
            + " 支出决算 9.1万元",
        "GENERAL_PUBLIC_BUDGET|行政运行（项）年初预算为12万元，支出决算为12.4万元。|行政运行 年初预算 12万元;行政运行 支出决算 12.4万元",
        "GENERAL_PUBLIC_BUDGET|住房公积金（2210201）年初预算数2.9万元，决算数2.8万元。|住房公积金 年初预算 2.9万元;住房公积金 支出决算"
            + " 2.8万元",
        "GENERAL_PUBLIC_BUDGET|1.教育支出59.5万元，主要用于学前教育，完成年初预算100%。|教育（类） 支出决算 59.5万元",
        "GENERAL_PUBLIC_BUDGET|1.公共安全支出（类）司法（款）基层司法业务（项）。2022年初预算数为15万元，决算支出14.2万元。|公共安全支出/司法/基层司法业务"
            + " 年初预算 15万元;公共安全支出/司法/基层司法业务 支出决算 14.2万元",
        "GENERAL_PUBLIC_BUDGET|本单位一般公共预算财政拨款支出总计74.1万元，与上年相比减少5.3万元。|一般公共预算财政拨款支出 74.1万元",
        "THREE_PUBLIC|因公出国（境）经费、公务接待费、公车购置费、公车运行费（“三公”经费）决算总额27.1万元。|三公经费支出决算 27.1万元",
        "GENERAL_PUBLIC_BUDGET|（一）2012901-行政运行68.3万元，较上年增加1万元。（二）2080505机关事业单位基本养老保险缴费支出（项）8.8万元。|行政运行"
            + " 支出决算 68.3万元;机关事业单位基本养老保险缴费支出 支出决算 8.8万元",
        "GENERAL_PUBLIC_BUDGET|1、教育（205）支出12万元，占0.56%。（二）208-社会保障和就业支出9万元。|教育（类） 支出决算"
            + " 12万元;社会保障和就业支出（类） 支出决算 9万元",
        "GENERAL_PUBLIC_BUDGET|（一）教育支出年初预算数为45万元，决算数为50万元。|教育（类） 年初预算 45万元;教育（类） 支出决算 50万元",
        "GENERAL_PUBLIC_BUDGET|按经济分类：工资福利支出（301）56.1万元，30201-办公费2万元。|工资福利支出 56.1万元;办公费 2万元",
        "INCOME|2022年度收入132.4万元，具体如下：1.财政拨款收入131万元。|本年收入合计 132.4万元;财政拨款收入 131万元",
        "EXPENDITURE|2022年度支出131.2万元，其中：1.基本支出101.6万元。|本年支出合计 131.2万元;基本支出 101.6万元",
        "GOVERNMENT_FUNDS|政府性基金预算财政拨款收入决算总计45万元。|政府性基金预算财政拨款收入 45万元",
        "OPERATING_EXPENSES|机关运行经费44.2万元，主要用于机关日常办公，其中办公费6.2万元、邮电费2.2万元。|机关运行经费 44.2万元;办公费"
            + " 6.2万元;邮电费 2.2万元",
        "OTHER|市级一般公共预算支出决算数4806万元，其中：1.人大事务10万元；债务余额86亿元。|市级一般公共预算支出 4806万元;人大事务 10万元;债务余额 86亿元",
        "OTHER|全年预算收入141万元；全年实际支出138万元，其中：项目支出38万元。|全年预算收入 141万元;实际支出 138万元;项目支出 38万元",
        "PERFORMANCE|组织对2个项目开展了部门评价，涉及一般公共预算支出34万元。|部门评价项目一般公共预算支出 34万元",
        "PERFORMANCE|测试区档案局2022年预算15.8万元，执行数为15.7万元。|部门整体支出预算数 15.8万元;部门整体支出执行数 15.7万元",
        "OPERATING_EXPENSES|2022年支出15.8万元，比上年减少1万元。|机关运行经费 15.8万元;机关运行经费比上年减少 1万元",
        "BASIC_EXPENDITURE|公用经费3万元，包括：维修（护）费1.34、会议费0.98万元。|会议费 0.98万元",
        "FISCAL_APPROPRIATION|2022年度财政拨款收支均为15.6万元，比上年增加1万元。|财政拨款收入总计 15.6万元;财政拨款支出总计 15.6万元",
        "INCOME|2022年学校总收入31.2万元，其中事业收入3万元。|收入总计 31.2万元;事业收入 3万元",
        "GENERAL_PUBLIC_BUDGET|教育支出（205类）31万元，其中小学教育（2050202项）29万元。|教育支出（类） 支出决算 31万元;小学教育 支出决算"
            + " 29万元",
        "THREE_PUBLIC|公车运维年初预算12万元，实际支出10万元。|公务用车运行费预算 12万元;公务用车运行费 10万元",
        "OTHER|政府债务限额42.3亿元（一般债务18.1亿元、专项债务24.2亿元）。|政府债务限额 42.3亿元;一般债务 18.1亿元;专项债务 24.2亿元",
        "OTHER|上年结转收入3.5万元，决算数23万元。|上年结转收入 3.5万元;支出决算 23万元",
        "OTHER|项目预算60万元，实际支出58万元；项目资金到位35万元，支出34.2万元。|项目预算数 60万元;项目执行数 58万元;项目到位资金"
            + " 35万元;项目执行数 34.2万元",
        "THREE_PUBLIC|公车购置费4万元，公车运行费3万元。|公务用车购置费 4万元;公务用车运行费 3万元",
        "PROCUREMENT|政府采购支出总额12.4万元，其中：货物3.4万元、工程支出5万元、服务类采购4万元。|政府采购货物支出 3.4万元;政府采购工程支出"
            + " 5万元;政府采购服务支出 4万元",
        "PERFORMANCE|组织全面开展绩效自评，项目5个，共涉及资金86.4万元。|绩效自评项目资金 86.4万元",
        "PERFORMANCE|“数字档案室”项目自评综述：项目年初预算10万元，实际支出9.4万元。|数字档案室 项目年初预算数 10万元;数字档案室 项目执行数 9.4万元",
        "GENERAL_PUBLIC_BUDGET|1.教育支出（类）普通教育（款）小学教育（项），主要用于校舍维修等项目支出，年初预算为41万元，当年支出决算为38万元。|教育支出/普通教育/小学教育"
            + " 年初预算 41万元;教育支出/普通教育/小学教育 支出决算 38万元",
        "GENERAL_PUBLIC_BUDGET|节能环保支出（类）环境保护管理事务（款）环境保护法规、规划及标准（项）支出决算为7.5万元。|节能环保支出/环境保护管理事务/环境保护法规、规划及标准"
            + " 支出决算 7.5万元",
        "THREE_PUBLIC|外事接待费支出0万元，国内公务接待21批次，168人，共计支出0.95万元。|外事接待支出 0万元;国内公务接待支出 0.95万元",
        "THREE_PUBLIC|更新购置公务用车0辆，车辆购置支出0万元。车辆运行维护费支出13.1万元。|公务用车购置费 0万元;公务用车运行费 13.1万元",
        "THREE_PUBLIC|公务接待费支出决算1.5万元。公务用车运行维护费支出决算比预算无增减变化，比去年增加1.05万元。|公务用车运行费比上年增加" + " 1.05万元",
        "OTHER|2023年完成一般公共预算收入28.2亿元。加上市与区财力结算6.4亿元，收入总计34.6亿元。|一般公共预算收入 28.2亿元;市与区财力结算"
            + " 6.4亿元;收入总计 34.6亿元",
        "THREE_PUBLIC|公务用车保有量2辆，购置及运行维护费5万元。本年度支出的国内公务接待67批次，660人次，共12.8万元。|公务用车购置及运行费"
            + " 5万元;国内公务接待支出 12.8万元",
        "INCOME|2024年度收入合计33.2万元，增长18%，主要原因一是调整工资，二是增加了补贴20万元，其中：财政拨款收入33.2万元，占100%。|本年收入合计"
            + " 33.2万元;财政拨款收入 33.2万元",
        "OTHER|2024年教育经费总投入为163万元，比上年的154万元增加9万元。|教育经费总投入 163万元;教育经费总投入 154万元;教育经费总投入比上年增加"
            + " 9万元",
        "EXPENDITURE|1基本支出712.9万元，占100%。|基本支出 712.9万元",
        "OTHER|一般公共预算收入285万元，增收27万元。从部门来看：税务部门完成138万元，财政部门完成147万元。其中：增值税60万元、契税3万元。|一般公共预算收入"
            + " 285万元;一般公共预算收入比上年增收 27万元;税务部门 138万元;财政部门 147万元;增值税 60万元;契税 3万元",
        "PERFORMANCE|库房维护项目，年初预算安排5万元，实际到位4.3万元，实际支出4.2万元。|库房维护 项目年初预算数 5万元;库房维护 项目执行数 4.2万元"
      })
  void accounts_state_amounts_in_these_ways(Topic topic, String sentence, String expected) {
    assertThat(read(topic, sentence, Category.UNIT_FINAL_ACCOUNTS)).contains(expected.split(";"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "TOTALS|2024年部门预算收入108.5万元，同比减少4.3万元；部门预算支出108.5万元。|收入预算 108.5万元;支出预算 108.5万元",
        "FISCAL_APPROPRIATION|2024年财政拨款收支预算31万元，与上年相比增加8万元。|财政拨款收入总计 31万元;财政拨款支出总计 31万元",
        "EXPENDITURE|教育支出类科目85.1万元，占支出总预算78.33%。|教育（类） 财政拨款支出 85.1万元",
        "GENERAL_PUBLIC_BUDGET|教育支出（类）普通教育（款）小学教育（项）29.1万元，主要用于人员经费。|教育支出/普通教育/小学教育 财政拨款支出 29.1万元",
        "PROCUREMENT|2024年政府采购预算1.7万元，其中：货物类采购1万元，服务类采购0.7万元。|政府采购货物预算 1万元;政府采购服务预算 0.7万元",
        "GENERAL_PUBLIC_BUDGET|一般公共预算拨款支出90万元，其中：基本支出80万元，项目支出10万元。初中教育支出60万元，其中：基本支出55万元，项目支出5万元。|基本支出"
            + " 80万元;项目支出 10万元;初中教育（类） 财政拨款支出 60万元;初中教育（类） 基本支出 55万元;初中教育（类） 项目支出 5万元",
        "OTHER|预算收入总数81万元，预算支出总数81万元，部门基本支出预算70万元。|收入总计 81万元;支出总计 81万元;基本支出预算 70万元",
        "PERFORMANCE|本单位预算项目5个，涉及资金17.9万元，全部编制绩效目标。|编制绩效目标项目资金 17.9万元"
      })
  void budgets_state_amounts_in_these_ways(Topic topic, String sentence, String expected) {
    assertThat(read(topic, sentence, Category.UNIT_BUDGET)).contains(expected.split(";"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "GENERAL_PUBLIC_BUDGET|完成年初预算100%，决算数大于预算数55.9万元。|55.9万元",
        "OTHER|完成2023年预算数的5.5万元，占比较低。|5.5万元"
      })
  void amounts_of_something_else_are_not_taken(Topic topic, String sentence, String amount) {
    assertThat(read(topic, sentence, Category.UNIT_FINAL_ACCOUNTS))
        .noneMatch(line -> line.endsWith(amount));
  }

  @Test
  void the_year_at_the_head_of_a_sentence_is_that_of_its_parts() {
    String sentence = "2023年度“三公”经费支出2万元，其中：公务接待费1.2万元。2024年度“三公”经费预算3万元，其中：公务接待费1.5万元。";
    assertThat(
            ProvincialSentencesTest.read(Topic.THREE_PUBLIC, sentence, Category.UNIT_BUDGET)
                .stream()
                .map(f -> f.name() + " " + f.value() + " " + f.year()))
        .containsExactly("三公经费 2 2023", "公务接待费 1.2 2023", "三公经费预算 3 2024", "公务接待费 1.5 2024");
  }

  @Test
  void a_heading_is_what_the_year_s_amount_behind_it_is_of() {
    Section section =
        new Section(
            "1.1",
            "（一）",
            "收入预算",
            2,
            Topic.OTHER,
            1,
            true,
            false,
            List.of(new Section.Paragraph(1, "2024年年初预算数20.1万元，其中：一般公共预算拨款18万元；收入较去年增加2万元。")));
    assertThat(
            new FigureReader()
                .read(List.of(section), List.of(), metadata(Category.DEPARTMENT_BUDGET)).stream()
                    .map(ProvincialSentencesTest::line))
        .startsWith("收入预算 20.1万元");
  }

  @Test
  void a_government_reports_on_the_year_before_in_sections_of_their_own() {
    List<Section> sections =
        List.of(
            part("1", "2023年财政预算执行情况"),
            part("1.1", "一般公共预算"),
            part("2", "2024年财政预算草案"),
            part("2.1", "一般公共预算"));
    assertThat(
            new FigureReader()
                .read(sections, List.of(), metadata(Category.GOVERNMENT_BUDGET)).stream()
                    .map(Figure::year))
        .containsExactly(2023, 2024);
    assertThat(
            new FigureReader()
                .read(sections, List.of(), metadata(Category.DEPARTMENT_BUDGET)).stream()
                    .map(Figure::year))
        .containsExactly(2024, 2024);
  }

  @Test
  void an_agency_s_own_level_is_no_part_of_the_name() {
    Section section =
        new Section(
            "1",
            "",
            "预算编制说明",
            1,
            Topic.TOTALS,
            1,
            false,
            false,
            List.of(new Section.Paragraph(1, "2024年，示例省样本市测试区（本级）收入预算7.6万元。")));
    assertThat(
            new FigureReader()
                .read(List.of(section), List.of(), metadata(Category.UNIT_BUDGET)).stream()
                    .map(ProvincialSentencesTest::line))
        .containsExactly("收入预算 7.6万元");
  }

  private static Section part(String path, String title) {
    List<Section.Part> body =
        path.length() > 1 ? List.of(new Section.Paragraph(1, "税收收入完成11万元。")) : List.of();
    return new Section(path, "一、", title, 1, Topic.OTHER, 1, false, false, body);
  }

  private static DocumentMetadata metadata(Category category) {
    return new DocumentMetadata(null, false, "示例省样本市测试区", null, 2024, category, null, List.of());
  }

  private static List<String> read(Topic topic, String sentence, Category category) {
    return ProvincialSentencesTest.read(topic, sentence, category).stream()
        .map(ProvincialSentencesTest::line)
        .toList();
  }
}
