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
 * Amounts of two years in one sentence, several amounts named together, and what a sentence goes
 * back to after naming parts; each case fails without its rule. All amounts are invented.
 */
class ComparedAmountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "THREE_PUBLIC|公务接待费由2023年的9.25万元减少到8万元。|公务接待费 9.25万元 2023;公务接待费 8万元 2024",
        "THREE_PUBLIC|公务接待费由上年9.25万元增加为10万元。|公务接待费 9.25万元 2023;公务接待费 10万元 2024",
        "THREE_PUBLIC|“三公”经费支出6.8万元，与2023年的7.5万元相比下降9.3%。|三公经费 6.8万元 2024;三公经费 7.5万元 2023",
        "TOTALS|收入总计61.5万元，较上年度的70万元减少8.5万元。|收入总计 61.5万元 2024;收入总计 70万元 2023;收入总计比上年减少 8.5万元"
            + " 2024",
        "THREE_PUBLIC|2024年“三公”经费预算3.3万元，其中：公务接待费0.5万元。与2023年预算3.5万元相比减少0.2万元。|三公经费预算 3.5万元"
            + " 2023;三公经费比2023年预算减少 0.2万元 2024",
        "THREE_PUBLIC|公务用车购置及运行费8万元（其中：公务用车购置费3万元，公务用车运行费5万元），比上年增加1万元。|公务用车购置及运行费比上年增加 1万元"
            + " 2024",
        "THREE_PUBLIC|因公出国（境）费、公务用车购置费、公务接待费分别为0万元、18.95万元、1.4万元。|因公出国(境)费 0万元 2024;公务用车购置费 18.95万元"
            + " 2024;公务接待费 1.4万元 2024",
        "THREE_PUBLIC|因公出国（境）费、公务用车购置费均为0万元。|因公出国(境)费 0万元 2024;公务用车购置费 0万元 2024",
        "TOTALS|2024年度收、支总计各是412.49，414.91万元。|收入总计 412.49万元 2024;支出总计 414.91万元 2024",
        "FISCAL_APPROPRIATION|财政拨款收入、支出总计均为10万元。|财政拨款收入总计 10万元 2024;财政拨款支出总计 10万元 2024",
        "EXPENDITURE|基本支出和项目支出分别为12.5、4.5万元。|基本支出 12.5万元 2024;项目支出 4.5万元 2024",
        "THREE_PUBLIC|公务接待24批次，210人次，支出2.05万元。|公务接待费 2.05万元 2024",
        "THREE_PUBLIC|公务用车购置费0万元，主要原因是严控“三公”经费，三、2024年公务接待费预算20万元。|公务接待费预算 20万元 2024",
        "THREE_PUBLIC|2024年度“三公”经费预算总计21.8万元。|三公经费预算 21.8万元 2024",
        "EXPENDITURE|用于保障机关正常运转、完成日常工作任务而发生的各项支出102.1万元。|基本支出 102.1万元 2024",
        "EXPENDITURE|基本支出102.1万元，其中：基本工资、津贴补贴等人员经费支出91.8万元，占90%；办公费、印刷费等公用经费支出10.3万元。|人员经费 91.8万元"
            + " 2024;公用经费 10.3万元 2024",
        "BASIC_EXPENDITURE|基本支出53万元，包括人员经费支出48.1万元和公用经费支出4.9万元。|人员经费 48.1万元 2024;公用经费 4.9万元 2024",
        "GENERAL_PUBLIC_BUDGET|测试区档案局2024年一般公共预算财政拨款支出150.5万元。|一般公共预算财政拨款支出 150.5万元 2024",
        "PROCUREMENT|测试区档案局政府采购预算62.5万元，分散采购2万元。|政府采购预算 62.5万元 2024;政府分散采购 2万元 2024",
        "PROCUREMENT|部门所属各单位政府采购预算66.5万元。|政府采购预算 66.5万元 2024",
        "GENERAL_PUBLIC_BUDGET|机构运行110万元，其中：基本支出100万元，项目支出10万元。|机构运行 支出决算 110万元 2024;机构运行 基本支出"
            + " 100万元 2024",
        "GENERAL_PUBLIC_BUDGET|2080505机关事业单位基本养老保险缴费支出：决算数10.2万元，为年初预算9.5万元的107%。|机关事业单位基本养老保险缴费支出"
            + " 支出决算 10.2万元 2024;机关事业单位基本养老保险缴费支出 年初预算 9.5万元 2024",
        "OPERATING_EXPENSES|机关运行经费86.4万元，2023年90.1万元，减少3.7万元。|机关运行经费 86.4万元 2024;机关运行经费 90.1万元"
            + " 2023",
        "GENERAL_PUBLIC_BUDGET|“农林水支出”（类）2024年度决算12万元。|农林水支出（类） 支出决算 12万元 2024",
        "GENERAL_PUBLIC_BUDGET|公共安全支出（类）法院（款）“两庭”建设（项）年初预算3万元。|公共安全支出/法院/“两庭”建设 年初预算 3万元 2024",
        "GENERAL_PUBLIC_BUDGET|2024年度一般公共预算财政拨款支出20万元，较年初预算19万元增加1万元。|年初预算 19万元 2024",
        "GENERAL_PUBLIC_BUDGET|（一）2200101行政运行（自然资源事务）18.6万元。|行政运行(自然资源事务) 支出决算 18.6万元 2024",
        "EXPENDITURE|2024年项目支出共安排17.8万元。|项目支出 17.8万元 2024",
        "OTHER|2024年部门预算收入合计6万元，支出预算合计7万元。|收入预算 6万元 2024;支出预算 7万元 2024",
        "PERFORMANCE|共设置3个项目绩效目标，涉及财政拨款资金25万元。|设置绩效目标项目资金 25万元 2024",
        "OTHER|上级核定我县政府债务限额35.6亿元，其中：一般债务限额20.1亿元。|政府债务限额 35.6亿元 2024;一般债务限额 20.1亿元 2024",
        "OTHER|2024年度政府采购支出总额35万元，其中：政府采购货物支出1万元、工程支出4万元、服务支出30万元。|政府采购工程支出 4万元"
            + " 2024;政府采购服务支出 30万元 2024",
        "GENERAL_PUBLIC_BUDGET|（1）行政运行（2010301）88.3万元，较上年增加6万元。|行政运行 支出决算 88.3万元 2024",
        "THREE_PUBLIC|“三公”经费预算支出5.8万元，较上年减少0.2万元。|三公经费预算 5.8万元 2024",
        "GENERAL_PUBLIC_BUDGET|（四）213农林水支出12.3万元，占支出总预算46%。|农林水（类） 支出决算 12.3万元 2024",
        "FISCAL_APPROPRIATION|2024年一般公共预算收支预算13万元，政府性基金收支预算2万元。|政府性基金预算财政拨款收入预算 2万元"
            + " 2024;政府性基金预算财政拨款支出预算 2万元 2024",
        "THREE_PUBLIC|公务用车购置及运维费10万元，公务车运行维护费8万元。|公务用车购置及运行费 10万元 2024;公务用车运行费 8万元 2024",
        "THREE_PUBLIC|公务接待费2万元。费用支出较上年减少1万元。|公务接待费比上年减少 1万元 2024",
        "PERFORMANCE|全面开展绩效自评，共涉及预算项目12个，预算资金13万元。|绩效自评项目预算资金 13万元 2024",
        "GENERAL_PUBLIC_BUDGET|行政运行（项）支出19.5万元，比上年决算增加1.2万元。|行政运行 支出决算比上年增加 1.2万元 2024",
      })
  void amounts_get_the_name_and_the_year_that_the_sentence_gives(
      Topic topic, String sentence, String expected) {
    List<String> lines =
        ProvincialSentencesTest.read(topic, sentence, Category.DEPARTMENT_FINAL_ACCOUNTS).stream()
            .map(ComparedAmountsTest::line)
            .toList();
    assertThat(lines).contains(expected.split(";"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "一般公共预算财政拨款支出预算416万元。|一般公共预算财政拨款支出 416万元 2024",
        "收入10万元，上年结转结余0万元。收入较去年增加6.2万元。|收入比上年增加 6.2万元 2024",
      })
  void plans_are_named_as_the_budget_names_them(String sentence, String expected) {
    assertThat(
            ProvincialSentencesTest.read(
                    Topic.GENERAL_PUBLIC_BUDGET, sentence, Category.DEPARTMENT_BUDGET)
                .stream()
                .map(ComparedAmountsTest::line))
        .contains(expected.split(";"));
  }

  @Test
  void an_overview_tells_the_budget_of_the_body_in_a_section_of_its_own() {
    assertThat(
            section(
                Category.DEPARTMENT_SELF_EVALUATION,
                "部门整体支出绩效自评报告",
                Topic.OVERVIEW,
                "部门预算及执行情况",
                "2024年年初预算批复12万元，其中基本支出4万元。调整后全年预算数20万元，全年支出19万元。"))
        .containsExactly(
            "部门整体支出年初预算数 12万元 2024",
            "基本支出 4万元 2024",
            "部门整体支出全年预算数 20万元 2024",
            "部门整体支出执行数 19万元 2024");
    assertThat(
            section(
                Category.DEPARTMENT_SELF_EVALUATION,
                "部门整体支出绩效自评报告",
                Topic.OVERVIEW,
                "机构职能",
                "2024年向困难群众发放资金12万元。"))
        .isEmpty();
  }

  @Test
  void a_report_on_one_project_names_it_in_its_title() {
    String title = "2024年度老旧小区改造专项资金绩效评价报告";
    assertThat(
            section(
                Category.PROJECT_SELF_EVALUATION,
                title,
                Topic.PERFORMANCE,
                "项目资金情况",
                "项目预算安排资金60万元，其中：中央财政资金30万元。实际到位资金60万元，实际支出54万元。"))
        .containsExactly(
            "老旧小区改造专项资金 项目预算数 60万元 2024",
            "老旧小区改造专项资金 中央财政资金 30万元 2024",
            "老旧小区改造专项资金 项目到位资金 60万元 2024",
            "老旧小区改造专项资金 项目执行数 54万元 2024");
    assertThat(
            section(
                Category.PROJECT_SELF_EVALUATION,
                title,
                Topic.PERFORMANCE,
                "效益情况",
                "带动家装消费150万元，居民出资12万元。"))
        .isEmpty();
  }

  private static List<String> section(
      Category category, String document, Topic topic, String title, String sentence) {
    Section section =
        new Section(
            "1.2",
            "（二）",
            title,
            2,
            topic,
            1,
            false,
            false,
            List.of(new Section.Paragraph(1, sentence)));
    DocumentMetadata metadata =
        new DocumentMetadata(document, false, null, null, 2024, category, null, List.of());
    return new FigureReader()
        .read(List.of(section), List.of(), metadata).stream()
            .map(ComparedAmountsTest::line)
            .toList();
  }

  @Test
  void sections_on_problems_account_for_nothing() {
    assertThat(
            section(
                Category.DEPARTMENT_SELF_EVALUATION,
                "部门整体支出绩效自评报告",
                Topic.OTHER,
                "存在的问题及原因分析",
                "部分项目进度偏慢，年末结转资金110万元。"))
        .isEmpty();
  }

  @Test
  void averages_are_no_figures() {
    assertThat(
            ProvincialSentencesTest.read(
                Topic.THREE_PUBLIC, "车均购置费2万元，车均维护费4万元。", Category.DEPARTMENT_FINAL_ACCOUNTS))
        .isEmpty();
  }

  private static String line(Figure figure) {
    return ProvincialSentencesTest.line(figure) + " " + figure.year();
  }
}
