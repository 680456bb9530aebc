package org.mingzhang.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Category;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Topic;

class AuditorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GENERAL_PUBLIC_BUDGET|项目全年预算数为6.08万元，执行数为4.28万元，完成预算90％。|completion-rate",
        "GENERAL_PUBLIC_BUDGET|年初预算为69.9万元，支出决算为77.88万元，完成年初预算的100%。|completion-rate",
        "GENERAL_PUBLIC_BUDGET|年初预算为0万元，全年预算为321.02万元，支出决算为307.82万元，完成年初预算的95.89%。|completion-rate",
        "GENERAL_PUBLIC_BUDGET|年初预算为0万元，支出决算为18万元，完成年初预算的0%。|zero-budget",
        "THREE_PUBLIC|公务接待费预算为0.00万元，支出决算为0.00万元，完成预算的0%。|zero-budget",
        "TOTALS|2024年度收、支总计100万元。与2023年度相比，收、支总计各减少10万元，下降20%。|change-rate",
        "OPERATING_EXPENSES|机关运行经费支出77.88万元，比年初预算数减少10.89万元，上升15%。|change-rate",
        "OPERATING_EXPENSES|机关运行经费支出10.23万元，比2023年度增加10.23万元，增长100.00%。|zero-base",
        "EXPENDITURE|行政运行上年执行数为100万元，本年安排130万元，增加20万元，增长20%。|change-amount",
        "EXPENDITURE|行政运行本年安排130万元，上年执行数100万元，增加30万元，增长23%。|change-rate",
        "EXPENDITURE|本年支出合计100万元，其中：基本支出60万元，占70%；项目支出40万元，占40%。|share",
        "EXPENDITURE|本年支出合计100.00万元，其中：基本支出60.00万元，占60.08%；项目支出40.00万元，占40.00%。|share",
        "PROCUREMENT|政府采购支出总额9.00万元，其中：政府采购货物支出4.00万元、政府采购服务支出6.00万元。|parts",
        "BASIC_EXPENDITURE|基本支出90万元，其中：人员经费60万元，主要包括：基本工资；公用经费40万元，主要包括：办公费。|figure-sums",
        "STATE_ASSETS|截至2022年12月31日，共有车辆0辆。|year-end",
        "THREE_PUBLIC|较上年度增加/减少0万元，增长/下降0%。|template-residue",
        "THREE_PUBLIC|支出决算数比2023年度减增加2.10万元，主要是购置车辆。|template-residue",
        "PERFORMANCE|编报绩效目标的项目12个，涉及资金30.00万元。（绩效目标编报工作情况，以及项目数量、单位数量、预算金额等）|template-residue",
        "GENERAL_PUBLIC_BUDGET|主要用于：教育支出26.02万元，占13.01%；科学技术支出100.00万元，占50.00;住房保障支出73.98万元，占36.99%。|missing-unit",
        "GENERAL_PUBLIC_BUDGET|年初预算为0.00万元，支出决算为4.19。决算数大于预算数的主要原因：转移支付。|missing-unit",
        "GENERAL_PUBLIC_BUDGET|决算数大小于预算数的主要原因：按照工程进度调减项目。|template-residue",
        "OTHER|（请对部门整体支出绩效评价情况进行综述，并将摘要版附后）。|template-residue",
        "GLOSSARY|一般公共预算财政拨款收入：指省级财政一般公共预算当年拨付的资金。|provincial-wording",
        "OVERVIEW|现有编制4个，实有在职6人。|staff-numbers",
        "THREE_PUBLIC|公务用车购置及运行费预算为0万元，支出决算为    万元，完成预算的0%。|unfilled-blank",
        "OPERATING_EXPENSES|机关运行经费支出30.13万元，比上年增加2.13万元，增长7.61。|missing-unit",
        "BASIC_EXPENDITURE|主要包括：办公费3.32万元、电费3.23万元、维修(护)费1.34、会议费0.98万元。|missing-unit",
        "PROCUREMENT|政府采购支出总额7.04万元，其中：政府采购货物支出3.04万元、政府采购服务支出4万元。授予中小企业合同金额7.04万元，占政府采购支出总额的100%；货物采购授予中小企业合同金额占货物支出金额的43.18%。|award-shares",
        "TOTALS|样本市另一区教育局2024年度收、支总计100万元。|another-agency",
        "BASIC_EXPENDITURE|其他专用名词。（根据本部门使用的其他专用名词补充解释）|template-residue",
        "PERFORMANCE|结果应用情况。至部门决算公开时已经应用的情况。|template-residue",
        "GENERAL_PUBLIC_BUDGET|支出决算为110.40万元，完成年初预算（92.00万元）的120%，全年预算110.40万元，完成全年预算的100%。决算数小于预算数的主要原因是案件减少。|comparison-words",
        "BASIC_EXPENDITURE|基本支出90万元，其中：人员经费60万元，公用经费40万元，其余由事业收入解决。|figure-sums",
      })
  void numbers_and_words_that_do_not_agree_are_found(Topic topic, String text, String rule) {
    assertEquals(
        List.of(rule),
        new TestDocument().section(topic, TestDocument.heading(topic), text).findRules());
  }

  /** Traps: deviations inside the tolerance, and statements that only look like contradictions. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rounding of a share so that the list adds"
            + " up|EXPENDITURE|支出合计100.04万元，其中：基本支出60.09万元，占60.08%；项目支出39.95万元，占39.92%。",
        "truncated rate|GENERAL_PUBLIC_BUDGET|年初预算为22.97万元，支出决算为22.96万元，完成年初预算的99.9%。",
        "truncated to whole per"
            + " cent|GENERAL_PUBLIC_BUDGET|年初预算为324.15万元，支出决算为355.18万元，完成年初预算的109%。",
        "budget not printed|THREE_PUBLIC|公务接待费支出0.35万元，完成预算100%。",
        "adjusted and initial budget"
            + " apart|GENERAL_PUBLIC_BUDGET|年初预算为10万元，全年预算为20万元，支出决算为20万元，完成全年预算的100%。",
        "sum within one cent|PROCUREMENT|政府采购金额为251.25万元，其中：货物采购金额4.79万元、工程采购金额0万元、服务采购金额246.47万元。",
        "small and micro reserves contain one"
            + " another|PROCUREMENT|面向中小企业预留政府采购项目预算金额246.47万元，面向小微企业预留政府采购项目预算金额200万元。",
        "parts that need not be complete|BASIC_EXPENDITURE|公用经费18万元，其中：办公费3万元，水费1万元。",
        "reasons are not changes|EXPENDITURE|支出合计100万元。主要原因：增加人员经费30万元，增长10%。",
        "another year only as what is compared with|TOTALS|与2023年度相比，收入总计增加5万元。",
        "both years printed|EXPENDITURE|行政运行本年安排130万元，上年执行数100万元，增加30万元，增长30%。",
        "no change|THREE_PUBLIC|“三公”经费支出较上年持平。",
        "operating cost below office"
            + " cost|OPERATING_EXPENSES|机关运行经费支出142.80万元，比2023年度减少13.52万元，降低8.65%。",
        "performance money need not be all project"
            + " expenditure|PERFORMANCE|本年项目支出603.14万元。绩效自评的项目4个，涉及预算金额598.42万元。",
        "万 for 万元, one of one part|OTHER|2024年度项目总预算1720.00万，其中企业认定1720.00万。",
        "thousands separated here and not"
            + " there|OTHER|2024年度项目总预算29,381.00万元，其中甲28,381.00万元，乙1000.00万元。",
        "share of a list rounded to"
            + " 100|GENERAL_PUBLIC_BUDGET|一般公共预算财政拨款支出197.57万元，主要用于以下方面：一般公共服务支出161.52万元，占81.76%；社会保障和就业支出21.61万元，占10.94%；卫生健康支出3.96万元，占2%；住房保障支出10.48万元，占5.3%",
        "nothing in common with a template|THREE_PUBLIC|上年增加的车辆（或船舶）为0。",
        "what other units of the department are called|TOTALS|样本市测试区档案局本级2024年度收、支总计100万元。",
        "last year is the year compared with|TOTALS|2024年度收入总计100.00万元，较2023年增加10.00万元，增长11.11%。",
        "one thousand and fifty is not"
            + " zero|TOTALS|2024年度收、支总计1,050.00万元，与2023年度相比，收、支总计各增加50.00万元，增长5.00%。",
        "all procurement won by small"
            + " businesses|PROCUREMENT|政府采购支出总额7.04万元。授予中小企业合同金额7.04万元，占政府采购支出总额的100%；货物采购授予中小企业合同金额占货物支出金额的100%，工程采购授予中小企业合同金额占工程支出金额的0%。",
        "an amount of last year beside this"
            + " year's|TOTALS|2024年度收入、支出总计753.57万元。上年收入、支出总计617.93万元，本年比上年增加135.64万元，增长21.95%。",
        "posts not filled|OVERVIEW|编制数8人，实有在职人员7人，离休人员0人。",
        "result above the initial of two"
            + " budgets|GENERAL_PUBLIC_BUDGET|支出决算为110.40万元，完成年初预算（92.00万元）的120%，全年预算110.40万元，完成全年预算的100%。决算数大于预算数的主要原因是案件增加。",
        "a share of an amount in a"
            + " bracket|GENERAL_PUBLIC_BUDGET|支出决算为20.00万元，占支出合计（100.00万元）的20%。决算数大于预算数的主要原因是案件增加。",
        "a note on the basis of amounts|EXPENDITURE|（注：上述“预算”口径为年初部门预算数。）",
        "a remainder without an"
            + " amount|EXPENDITURE|用于保障机构运转的日常支出100.00万元。其中财政拨款安排的人员经费支出80.00万元，公用经费15.00万元，其余由事业收入等解决。",
        "a remainder borne by"
            + " others|PROCUREMENT|采购支出总额100.00万元，其中：货物支出60.00万元、服务支出15.00万元，余下部分从单位资金列支。",
        "a part of a project, not of a"
            + " class|PERFORMANCE|公共卫生服务补助项目：全年预算数280.00万元，执行数270.00万元，完成预算的96.43%。其中中央资金160.00万元，其余由省、区两级配套。",
        "notes that belong to the form|THREE_PUBLIC|国内公务接待3批次，29人次（不包括陪同人员）。",
      })
  void what_must_not_be_reported_is_not(String why, Topic topic, String text) {
    assertEquals(
        List.of(),
        new TestDocument().section(topic, TestDocument.heading(topic), text).findRules(),
        why);
  }

  @Test
  void budgets_count_assets_as_of_the_year_before() {
    assertEquals(
        List.of(),
        new TestDocument()
            .budget()
            .section(Topic.STATE_ASSETS, "国有资产", "截至2023年12月31日，共有车辆0辆。")
            .findRules());
  }

  @Test
  void budgets_count_assets_as_of_a_day_in_august() {
    assertEquals(
        List.of(),
        new TestDocument()
            .budget()
            .section(Topic.STATE_ASSETS, "国有资产", "截至2023年8月31日，共有车辆0辆。")
            .findRules());
  }

  @Test
  void totals_of_all_money_and_of_fiscal_money_may_differ() {
    assertEquals(
        List.of(),
        new TestDocument()
            .table(
                "收入支出决算总表",
                "万元",
                "收入/项目,收入/决算数,支出/项目,支出/决算数",
                List.of(
                    "一、财政拨款收入,100.00,一、教育支出,90.00",
                    "二、其他收入,5.00,二、国防支出,15.00",
                    "本年收入合计,105.00,本年支出合计,105.00",
                    "总计,105.00,总计,105.00"))
            .table(
                "财政拨款收入支出决算总表",
                "万元",
                "收入/项目,收入/决算数,支出/项目,支出/合计",
                List.of(
                    "一、一般公共预算财政拨款,100.00,一、教育支出,85.00",
                    "二、政府性基金预算财政拨款,,二、国防支出,15.00",
                    "总计,100.00,总计,100.00"))
            .findRules());
  }

  @Test
  void an_amount_with_more_decimals_is_the_same_figure() {
    assertEquals(
        List.of(),
        new TestDocument()
            .section(Topic.EXPENDITURE, "支出", "2024年项目支出总额为1.152万元。")
            .table("基础数据表", "万元", "项目,2024年预算数,2024年决算数", List.of("二、部门项目支出,16.45,1.15"))
            .findRules());
  }

  @Test
  void reception_in_one_table_may_exceed_that_of_another() {
    assertEquals(
        List.of(),
        new TestDocument()
            .table("“三公”经费预算表", "万元", "“三公”经费预算数/合计,“三公”经费预算数/公务接待费", List.of("28.50,28.50"))
            .table(
                "一般公共预算基本支出表",
                "元",
                "科目编码,科目名称,合计,人员经费,公用经费",
                List.of("302,商品和服务支出,185000.00,,185000.00", "30217,公务接待费,185000.00,,185000.00"))
            .findRules());
  }

  @Test
  void a_contradicted_account_of_one_fund_is_named_with_the_fund() {
    Finding finding =
        new TestDocument()
            .section(Topic.EXPENDITURE, "支出", "本年支出合计93.93万元。")
            .section(Topic.FISCAL_APPROPRIATION, "财政拨款", "2024年度财政拨款收、支总计80.00万元。")
            .table("财政拨款收入支出决算总表", "万元", "收入/项目,收入/决算数", List.of("总计,90.00"))
            .findFindings()
            .getFirst();
    assertTrue(finding.message().contains("（财政拨款）"), finding.message());
  }

  @Test
  void a_figure_stated_twice_must_be_the_same() {
    assertEquals(
        List.of("same-figure"),
        new TestDocument()
            .section(Topic.EXPENDITURE, "支出", "本年支出合计93.93万元。")
            .section(Topic.TOTALS, "总体", "2024年度本年支出合计94.93万元。")
            .findRules());
  }

  @Test
  void totals_beside_no_carry_over_are_what_was_spent() {
    assertEquals(
        List.of("carry-over"),
        new TestDocument()
            .section(Topic.TOTALS, "总体", "2024年度收入、支出总计均为200万元。")
            .section(Topic.EXPENDITURE, "支出", "本年支出合计100万元。")
            .section(Topic.ANNEX, "附件", "2024年决算报表结转结余为零。")
            .findRules());
  }

  @Test
  void a_fund_without_carry_over_says_nothing_of_the_totals() {
    assertEquals(
        List.of(),
        new TestDocument()
            .section(Topic.TOTALS, "总体", "2024年度收入、支出总计均为200万元。")
            .section(Topic.EXPENDITURE, "支出", "本年支出合计100万元。")
            .section(Topic.GOVERNMENT_FUNDS, "政府性基金", "年初、年末均无结转结余。")
            .findRules());
    assertEquals(
        List.of(),
        new TestDocument()
            .section(Topic.TOTALS, "总体", "2024年度收入、支出总计均为200万元，年末结转和结余100万元。")
            .section(Topic.EXPENDITURE, "支出", "本年支出合计100万元。")
            .section(Topic.ANNEX, "附件", "政府性基金结转结余为零。")
            .findRules());
  }

  @Test
  void awards_to_small_businesses_are_part_of_all_procurement() {
    assertEquals(
        List.of("small-business-awards"),
        new TestDocument()
            .section(
                Topic.PROCUREMENT,
                "采购",
                "政府采购支出总额21.07万元。",
                "在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额21.07万元；"
                    + "在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额21.07万元。")
            .findRules());
  }

  @Test
  void the_budget_line_of_a_form_is_recomputed() {
    assertEquals(
        List.of("execution-score"),
        new TestDocument()
            .form(
                "自评表",
                "预算执行情况（万元）,预算数（A）,执行数（B）,执行率（B/A）,得分（20分*执行率）",
                "总额,360.05,465.38,129.25%,14.15")
            .findRules());
  }

  @Test
  void points_of_a_group_are_the_sum_of_its_rows() {
    assertEquals(
        List.of("group-points"),
        new TestDocument()
            .form(
                "自评表",
                "一级指标,二级指标,三级指标,指标值,完成值,分值,得分",
                "产出指标(40分),数量指标,甲,1,1,10,10",
                ",质量指标,乙,1,1,10,10",
                "效益指标(10分),社会效益,丙,1,1,10,10")
            .findRules());
  }

  @Test
  void rows_after_the_points_of_a_group_may_be_those_of_a_group_whose_title_was_not_read() {
    assertEquals(
        List.of(),
        new TestDocument()
            .form(
                "自评表",
                "一级指标,二级指标,三级指标,指标值,完成值,分值,得分",
                "产出指标(20分),数量指标,甲,1,1,10,10",
                ",质量指标,乙,1,1,10,10",
                ",社会效益,丙,1,1,15,15",
                ",生态效益,丁,1,1,15,15")
            .findRules());
  }

  @Test
  void the_total_of_a_form_holds_the_points_for_the_execution_of_the_budget() {
    assertEquals(List.of(), totalOf("预算执行率", "总额,3.36,3.36,100.00%,10,10", "100"));
    assertEquals(List.of(), totalOf("备注", "总额,3.36,3.36,全部执行,,", "100"));
    assertEquals(List.of("score-total"), totalOf("预算执行率", "总额,3.36,3.36,100.00%,10,10", "95"));
  }

  private static List<String> totalOf(String rateHead, String budgetLine, String total) {
    return new TestDocument()
        .form(
            "自评表",
            "项目,调整后预算数,预算执行数," + rateHead + ",权重,得分",
            budgetLine,
            "三级指标,指标性质,指标值,完成值,权重,得分",
            "甲,≥,1,1,40,40",
            "乙,≥,1,1,30,30",
            "丙,≥,1,1,20,20",
            "合计,,,,100," + total)
        .indicator("甲", "≥1", "1", "40", "40")
        .indicator("乙", "≥1", "1", "30", "30")
        .indicator("丙", "≥1", "1", "20", "20")
        .findRules();
  }

  @Test
  void a_score_above_its_weight_is_found() {
    assertEquals(
        List.of("indicator-score"),
        new TestDocument()
            .section(Topic.SELF_EVALUATION_TABLE, "自评表")
            .indicator("整理档案", "≥10卷", "12卷", "10", "12")
            .findRules());
  }

  @Test
  void a_document_that_says_nothing_has_no_findings_and_says_why_it_could_not_decide() {
    AuditResult audit =
        new Auditor()
            .auditAll(
                new TestDocument()
                    .section(Topic.THREE_PUBLIC, "三公", "公务接待费支出0.35万元，完成预算100%。")
                    .build());
    assertEquals(List.of(), audit.findings());
    assertTrue(
        audit.ruleTallies().stream()
            .anyMatch(t -> t.undecided() > 0 && t.reasons().toString().contains("预算数")));
  }

  /**
   * A wrong share is reported in addition to a finding on its part if it is wrong with every amount
   * that the finding allows for the part; if it is right with one of them, it is not reported.
   */
  @ParameterizedTest
  @CsvSource({"91%, true", "97%, true", "84.5%, false", "70%, false"})
  void a_share_is_explained_only_by_an_amount_that_makes_it_right(String share, boolean told) {
    List<String> rules =
        new TestDocument()
            .withKindAndYear(Category.DEPARTMENT_FINAL_ACCOUNTS, 2024)
            .section(Topic.EXPENDITURE, "支出决算情况说明", "2024年度支出合计72.40万元。")
            .section(Topic.TOTALS, "财政拨款收支情况", "2024年度财政拨款支出为61.20万元。")
            .section(
                Topic.GENERAL_PUBLIC_BUDGET,
                "一般公共预算财政拨款支出决算总体情况",
                "2024年度一般公共预算财政拨款支出64.10万元，占本年支出合计的" + share + "。")
            .findRules();
    assertTrue(rules.contains("part-above-whole"), rules::toString);
    assertEquals(told, rules.contains("share"), rules::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "THREE_PUBLIC|本年情况如下。公务接待费支出0.35万元，完成预算100%。|完成预算100%",
        "PERFORMANCE|我局开展自评，2024年度整体绩效自评得分96.5分。|2024年度整体绩效自评得分96.5分",
        "PERFORMANCE|组织对6个项目开展绩效自评，涉及资金430.5万元。|6个项目开展绩效自评，涉及资金430.5万元",
        "EXPENDITURE|安排修缮经费，受益居民310户，户均补助1.2万元。|户均补助1.2万元",
      })
  void what_cannot_be_decided_is_told_with_its_words(Topic topic, String text, String words) {
    AuditResult audit =
        new Auditor()
            .auditAll(new TestDocument().section(topic, TestDocument.heading(topic), text).build());
    assertTrue(
        audit.ruleCounts().rules().stream()
            .flatMap(rule -> rule.undecidedPlaces().stream())
            .anyMatch(
                place -> place.location().quote().contains(words) && !place.reason().isEmpty()),
        () -> audit.ruleCounts().toString());
  }

  @Test
  void quotes_are_words_of_the_document() {
    Finding finding =
        new Auditor()
            .audit(
                new TestDocument()
                    .section(
                        Topic.PERFORMANCE, "绩效", "修缮项目：项目全年 预算数为 6.08 万\n元，执行数为4.28万元，完成预算90 ％。其他。")
                    .build())
            .getFirst();
    assertEquals("项目全年 预算数为 6.08 万\n元，执行数为4.28万元，完成预算90 ％", finding.quote());
    assertEquals("4.28 ÷ 6.08万元 = 70.39%，文中写90%", finding.formula());
    // The statement and the labels give the same relation, which is reported once.
    assertFalse(finding.message().contains("另有"), finding.message());
  }

  @Test
  void every_rule_is_described_once_in_both_languages() {
    List<RuleDescription> rules = new Auditor().rules();
    Set<String> ids = rules.stream().map(RuleDescription::id).collect(Collectors.toSet());
    assertEquals(rules.size(), ids.size());
    for (RuleDescription rule : rules) {
      assertTrue(rule.id().matches("[a-z]+(?:-[a-z]+)*"), rule.id());
      assertFalse(rule.comparison().isBlank() || rule.comparisonEnglish().isBlank(), rule.id());
      assertFalse(rule.tolerance().isBlank() || rule.toleranceEnglish().isBlank(), rule.id());
    }
  }
}
