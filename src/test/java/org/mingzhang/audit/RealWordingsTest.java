package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.Topic;

/**
 * Wordings of documents of other provinces that rules wrongly reported, or missed, when they were
 * first applied to them. All amounts are invented; each case has a similar text that is wrong or
 * right.
 */
class RealWordingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "parts|INCOME|收入合计128.60万元，其中：财政拨款收入127.60万元；其他收入@万元。此外，年初结转和结余32.90万元。|2.00|1.00",
        "change-rate|THREE_PUBLIC|“三公”经费支出决算5.50万元，比去年增加1.00万元，增长22.2%。公务用车运行维护费支出决算比预算无增减变化，比去年增加1.05万元，增长35.8%；公务接待费支出决算1.50万元，比去年增加0.50万元，增长@。|70%|50%",
        "change-rate|OTHER|一般公共预算收入完成301.61万元，同比增长@，增收43.76万元。|14.6%|17.0%",
        "change-rate|OTHER|一般公共预算支出301.61万元，同比@17.0%，增支43.76万元。|下降|增长",
        "unchanged-reason|THREE_PUBLIC|公务接待费支出决算@0万元，与2023年持平。|减少为|为",
        "template-residue|THREE_PUBLIC|公务用车运行维护费预算0元，较2023年决算@0%。|下降(上升)|下降",
        "template-residue|THREE_PUBLIC|因公出国（境）费用0万元，比2023年@0万元。|减少（或增加）|减少",
        "template-residue|OVERVIEW|部门决算单位构成@包括三家单位。|（仅有一个单位的部门，本部分内容为“机构设置”）|（含所属单位）",
        "parts|INCOME|收入合计128.60万元，其中：财政拨款收入127.60万元；其他收入@万元。年初结转和结余32.90万元。|2.00|1.00",
        "parts|EXPENDITURE|2024年支出预算100.00万元，其中：公共安全支出80.00万元，社会保障和就业支出12.00万元，卫生健康支出3.00万元，住房保障支出@万元。|6.00|5.00",
        "three-public-counts|THREE_PUBLIC|公车购置费@万元，公务用车运行维护费61.80万元。本年度购置公务用车7辆。|0|99.00",
        "unfilled-blank|THREE_PUBLIC|公务接待费预算为@万元，比上年减少1.00万元。|____|2.00",
        "unfilled-blank|THREE_PUBLIC|因公出国（境）费0万元，比上年@万元；公务接待费1.00万元。|减少|减少0.50",
        "template-residue|OVERVIEW|样本局@年度部门决算情况说明。|202|2024",
        "share|THREE_PUBLIC|2024年度“三公”经费支出预算为18.00万元,支出决算为6.00万元,完成预算的33.33%。2024年度“三公”经费支出决算中,因公出国(境)费支出决算0万元,占0%;公务接待费支出决算6.00万元,占@。|33.33%|100%",
        "unfilled-blank|THREE_PUBLIC|公务用车保有量2辆,购置及运行维护费5.00万元,占@,公务接待费30.00万元。|%|14.29%",
        "garbled-words|THREE_PUBLIC|公务接待费支出24.00万元,比上年减少2.00万元,下降7.69%,减少@是压减开支。|原因原因|原因",
        "garbled-words|THREE_PUBLIC|公务接待费支出24.00万元,比上年增加2.00万元,增长9.09%,增加原因主要@接待上级检查。|是是|是",
        "missing-unit|THREE_PUBLIC|“三公”经费43.00万元,同比下降18.87@公务接待费20.00万元。|;|%;",
        "change-rate|TOTALS|2024年收入预算1674.95万元,比2023年2423.96万元减少749.01万元,增长@。|-40.9%|-30.9%",
        "unfilled-blank|BASIC_EXPENDITURE|商品和服务支出预算75.80万元，占基本支出预算@，同比增加2.00万元，增长2.71%。|%|6.69%",
        "share|GENERAL_PUBLIC_BUDGET|基本支出预算247.00万元，占一般公共预算支出的84.01%。其中：工资福利支出200.00万元，占基本支出预算80.97%。项目支出47.00万元，占一般公共预算支出的15.99%。其中：商品和服务支出42.00万元，占项目支出预算@。|96.36%|89.36%",
        "garbled-words|THREE_PUBLIC|公务用车运行维护费41.90万元，用于@执法巡查、环卫巡查等工作。|保障保障|保障",
        "template-residue|THREE_PUBLIC|备注：4.注明公务接待批次和人次。5.@增减变化原因等进行说明。|请对“三公”经费|下文对“三公”经费",
        "parts|THREE_PUBLIC|2024年部门决算公开“三公”经费合计30.49万元,其中:公务接待费1.58万元,车辆运行费@万元,因公出国(境)费0万元。|28.01|28.91",
        "parts|OTHER|项目总预算100.00万，其中支持甲类30.00万，支持乙类70.00万元，合计@万。|110.00|100.00",
        "score-grade|PERFORMANCE|整体绩效自评得分94.5分，经对部门整体绩效的投入、过程、产出和效益作系统分析和综合评价，评价等级为“@”。评价结果分四级：90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差。|良|优",
        "score-grade|PERFORMANCE|自评得分91.7分，等级为“良”，评定标准：@分(含)以上为优，80分及以上为良。|90|92",
        "score-grade|PERFORMANCE|综合得分58分，评价等级为“@”。等级按100-85（含85分）优、85-70良、70-60中、60以下差评定。|中|差",
        "score-grade|PERFORMANCE|自评得分85.5分，等级为“优”。评定标准：90分以上为优@。|，80至90分为良|，优为最高等级",
        "completion-rate|PERFORMANCE|项目预算安排专项资金450万元，其中中央补助180万元，自筹270万元；截至年底实际到位438万元，到位率@%，累计支出402万元。|79.33|97.33",
        "completion-rate|PERFORMANCE|计划投入资金100万元，其中中央80万元，县级20万元。截至年末到位资金90万元，到位率@%，支出60万元。|95|90",
        "balance|OTHER|全镇财政总收入完成8642.5万元。全年可用财力6560.53万元。一般公共预算支出6207.19万元，收支相抵，年末结余@万元。|335.34|353.34",
        "unit-slip|PERFORMANCE|慰问项目：全年预算数为8万元，执行数为8@，完成预算100%。|元|万元",
        "another-year|OTHER|@年部门支出安排82.00万元，比2024年决算增加2.00万元。|2024|2025",
        "another-year|OTHER|@年一般公共预算拟安排82.00万元，其中项目支出30.00万元，较2024年减少2.00万元。|2024|2025",
        "another-year|OTHER|注：本部门@年度无政府性基金预算支出，故本表为空表。|2023|2024",
        "change-parts|THREE_PUBLIC|因公出国(境)费0万元,公务用车购置及运行维护费14.03万元,公务接待费1.34万元。“三公”经费较上年减少15.29万元,较年初预算数减少@万元。其中:公务用车购置及运行维护费较上年减少2.90万元,较年初预算数减少0.04万元;公务接待费较上年减少12.39万元,较年初预算数减少0.05万元。|0.04|0.09",
        "change-amount|OTHER|全县财政总收入完成23992万元,占年度预算22443万元的106.9%,较上年21012万元,增收@万元。|2890|2980",
        "change-rate|OTHER|去年全年一般公共预算收入累计完成310682万元,同比增加23188万元,增长@。|18.1%|8.1%",
        "parts|OTHER|2024年收入预算1000.00万元,其中:上年结转200.00万元;一般公共预算拨款收入700.00万元;其他收入@万元;使用非财政拨款结余70.00万元。|130.00|30.00",
        "figure-sums|TOTALS|2024年度收入总计105435万元，支出总计99352万元。收支相抵，累计结余@万元。|6803|6083",
        "parts|OTHER|一般公共预算收入18654万元，上级补助收入24137万元，调入资金2451万元，上年结转4810万元，收入总计@万元；一般公共预算支出43721万元，上解支出2164万元，支出总计45885万元。|51052|50052",
        "parts|OTHER|区级一般公共预算支出35264万元，对乡镇转移支付支出4180万元，一般债券还本支出1260万元，结转下年使用7162万元，区级总支出@万元。|46866|47866",
        "balance|OTHER|分险种看：失业保险基金收入31850万元，支出9460万元，当年结余@万元；工伤保险基金收入20615万元，支出17204万元，当年结余3411万元。|25390|22390",
        "change-rate|OTHER|2015年全旗公共财政预算收入完成68120万元，受煤炭价格持续下行影响，较上年减收3215万元，@4.51%。|增长|下降",
        "parts|OTHER|2018年政府性基金收入完成3862万元，全部为上级返还的土地出让金；上级补助146万元；上年结余58万元。收入合计4066万元。一般公共预算支出200万元，其中：教育支出120万元，卫生健康支出@万元，其他支出30万元。|60|50",
        "same-figure|THREE_PUBLIC|样本区“三公”经费支出决算数合计为1000.86万元。公务接待费20.00万元。@“三公”经费支出决算数为736.40万元。|样本区|区直机关",
        "staff-numbers|OVERVIEW|@实有在职人数16人,退休人数4人。|现有编制7人,均为行政编制。|行政编制7人,事业编制11,",
        "share|OTHER|2024年政府采购规模100.00亿元,其中:货物、工程、服务分别为30.00亿元、60.00亿元和10.00亿元,占采购规模的@、60%和10%。|10%|30%"
      })
  void it_is_told_only_where_it_is_wrong(
      String rule, Topic topic, String text, String wrong, String right) {
    assertThat(sentenceDocument(topic, text.replace("@", right)).findRules()).isEmpty();
    assertThat(sentenceDocument(topic, text.replace("@", wrong)).findRules()).containsExactly(rule);
  }

  @Test
  void a_share_of_the_wrong_whole_is_told_where_a_part_has_the_name_of_the_whole() {
    String text =
        "2024年总支出100.00亿元。其中,本级支出60.00亿元,占总支出的60%;"
            + "转移支付40.00亿元,占总支出的40%(包括一般性转移支付35.00亿元,占总支出的87.5%)。";
    assertThat(sentenceDocument(Topic.OTHER, text).findRules()).containsExactly("share");
  }

  private static TestDocument sentenceDocument(Topic topic, String text) {
    return new TestDocument().section(topic, TestDocument.heading(topic), text);
  }

  private static TestDocument itemsDocument(String... paragraphs) {
    return new TestDocument()
        .budget()
        .section(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算支出情况说明", paragraphs);
  }

  @Test
  void basic_expenditure_of_an_item_is_not_that_of_all() {
    String[] right = {
      "一般公共预算拨款支出90.00万元，其中：基本支出80.00万元，项目支出10.00万元。",
      "初中教育支出60.00万元，其中：基本支出55.00万元，项目支出5.00万元。",
      "高中教育支出30.00万元，其中：基本支出25.00万元，项目支出5.00万元。"
    };
    assertThat(itemsDocument(right).findRules()).isEmpty();
  }

  @Test
  void items_whose_head_stands_in_the_line_before_are_told_one_by_one() {
    String[] right = {
      "一般公共预算拨款支出90.00万元，其中：基本支出80.00万元，项目支出10.00万元。",
      "初中教育支出60.00万元，其中：",
      "基本支出55.00万元，项目支出5.00万元。",
      "机构运行20.00万元，其中：基本支出15.00万元，项目支出5.00万元。",
      "住房公积金10.00万元，其中：基本支出10.00万元，项目支出0万元。"
    };
    assertThat(itemsDocument(right).findRules()).isEmpty();
  }

  @Test
  void the_total_of_a_list_of_names_is_not_that_of_the_last() {
    String[] right = {
      "2024年各单位因公出国（境）经费、公务接待费、公务用车购置费、公务用车运行费（“三公”经费）决算总额2771.00万元。",
      "公务接待费决算1153.00万元；公务用车购置及运行费决算1618.00万元，其中：公务用车购置费决算414.00万元；公务用车运行费决算1204.00万元。"
    };
    assertThat(new TestDocument().section(Topic.THREE_PUBLIC, "“三公”经费支出决算情况说明", right).findRules())
        .isEmpty();
  }

  @Test
  void what_comes_in_with_what_was_carried_over_is_more_than_the_income_of_the_year() {
    assertThat(
            sentenceDocument(Topic.INCOME, "2024年收入合计83.00万元，其中：本年收入61.00万元；上年结转收入22.00万元。")
                .findRules())
        .isEmpty();
  }

  @Test
  void the_total_budget_of_a_project_is_that_of_the_budgets_year() {
    String planned = "年度项目总预算50.00万，其中甲类20.00万，乙类30.00万。";
    assertThat(planDocument("2024" + planned).findRules()).isEmpty();
    assertThat(planDocument("2023" + planned).findRules()).containsExactly("year-of-plan");
  }

  private static TestDocument planDocument(String text) {
    return new TestDocument().budget().section(Topic.PERFORMANCE, "年度预算安排", text);
  }

  @Test
  void parts_whose_shares_fit_their_own_sum_are_not_in_doubt_where_the_total_is_another() {
    assertThat(receptionsDocument("0.35").findRules()).isEmpty();
    assertThat(receptionsDocument("0.53").findRules()).containsExactly("figure-sums");
  }

  private static TestDocument receptionsDocument(String total) {
    return new TestDocument()
        .section(Topic.THREE_PUBLIC, "总体情况", "2024年度“三公”经费财政拨款支出决算为" + total + "万元。")
        .section(
            Topic.THREE_PUBLIC,
            "具体情况",
            "2024年度“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占0%；公务用车购置及运行维护费支出决算0万元，占0%；公务接待费支出决算0.35万元，占100%。");
  }

  @Test
  void what_is_carried_over_is_part_of_a_total_or_comes_besides() {
    String[] right = {
      "2024年度支出总计100.00万元，其中：基本支出60.00万元，项目支出30.00万元，年末结转和结余10.00万元。",
      "2024年度支出合计90.00万元，其中：基本支出60.00万元，项目支出30.00万元，年末结转和结余10.00万元。"
    };
    for (String told : right) {
      assertThat(sentenceDocument(Topic.EXPENDITURE, told).findRules()).as(told).isEmpty();
    }
    String wrong = "2024年度支出总计100.00万元，其中：基本支出60.00万元，项目支出30.00万元，年末结转和结余11.00万元。";
    assertThat(sentenceDocument(Topic.EXPENDITURE, wrong).findRules()).containsExactly("parts");
  }

  @Test
  void journeys_abroad_of_the_year_before_may_be_what_the_others_leave_of_a_decrease() {
    String told =
        "“三公”经费支出1165.08万元，同比减少63.96万元。其中：因公出国（境）费支出0万元；公务用车购置及运行维护费支出869.38万元，同比减少0.39万元；"
            + "公务接待费支出295.70万元，同比减少60.14万元。";
    assertThat(sentenceDocument(Topic.THREE_PUBLIC, told).findRules()).isEmpty();
  }

  @Test
  void vehicles_of_a_list_are_not_its_receptions() {
    String[] right = {"其中：1、公务接待费2024年预算8.00万元。", "2、公务车辆运行2024年预算25.00万元。"};
    assertThat(
            new TestDocument().budget().section(Topic.THREE_PUBLIC, "“三公”经费预算", right).findRules())
        .isEmpty();
  }

  @Test
  void parts_that_were_not_filled_in_are_not_zero() {
    List<String> rows =
        List.of("合计,77.00,68.30", "因公出国（境）费,0.00,", "公务接待费,35.00,26.40", "公务用车购置及运行费,42.00,41.90");
    List<String> blank = new ArrayList<>(rows);
    blank.addAll(List.of("其中：公务用车运行维护费,,", "公务用车购置费,,"));
    assertThat(expensesDocument(blank).findRules()).isEmpty();
    List<String> zero = new ArrayList<>(rows);
    zero.addAll(List.of("其中：公务用车运行维护费,0.00,0.00", "公务用车购置费,,"));
    assertThat(expensesDocument(zero).findRules()).contains("three-public-table");
  }

  private static TestDocument expensesDocument(List<String> rows) {
    return new TestDocument().table("“三公”经费支出决算表", "万元", "项目,预算数,决算数", rows);
  }

  @Test
  void rows_behind_the_end_of_a_copy_are_not_missing() {
    List<String> rows =
        List.of(
            ",合计,90.00",
            "201,一般公共服务支出,60.00",
            "20103,政府办公厅（室）及相关机构事务,60.00",
            "2010301,行政运行,60.00",
            "210,卫生健康支出,20.00",
            "21011,行政事业单位医疗,20.00",
            "2101101,行政单位医疗,20.00");
    TestDocument cut = new TestDocument().table("一般公共预算财政拨款支出决算表", "万元", "科目编码,科目名称,合计", rows);
    Disclosure document = cut.build();
    assertThat(findMessages(document)).contains("code-roll-up");
    assertThat(findMessages(endingWithItsTable(document))).doesNotContain("code-roll-up");
    List<String> closed = new ArrayList<>(rows.subList(1, rows.size()));
    closed.add(rows.getFirst());
    Disclosure whole =
        new TestDocument().table("一般公共预算财政拨款支出决算表", "万元", "科目编码,科目名称,合计", closed).build();
    assertThat(findMessages(endingWithItsTable(whole))).contains("code-roll-up");
  }

  private static TestDocument classesDocument(String unit, String head, String... rows) {
    return new TestDocument()
        .table("一般公共预算财政拨款支出决算表", unit, "科目编码,科目名称,合计,基本支出,项目支出", List.of(rows))
        .section(Topic.GLOSSARY, head, "指用财政拨款安排的支出。");
  }

  @Test
  void a_row_that_all_columns_lack_was_not_read() {
    String education = "205,教育支出,60.00,50.00,10.00";
    String health = "210,卫生健康支出,20.00,15.00,5.00";
    assertThat(
            classesDocument("万元", "名词解释", ",合计,95.00,75.00,20.00", education, health).findRules())
        .isEmpty();
    assertThat(
            classesDocument("万元", "名词解释", ",合计,95.00,65.00,15.00", education, health).findRules())
        .isNotEmpty();
  }

  @Test
  void amounts_in_yuan_that_are_rounded_to_hundreds_add_up_to_hundreds() {
    String education = "205,教育支出,153500,153500,0";
    String health = "210,卫生健康支出,207800,207800,0";
    assertThat(classesDocument("元", "名词解释", ",合计,361200,361200,0", education, health).findRules())
        .isEmpty();
    assertThat(classesDocument("元", "名词解释", ",合计,361233,361300,0", education, health).findRules())
        .isNotEmpty();
  }

  @Test
  void a_name_that_a_table_broke_is_no_other_name() {
    TestDocument broken = projectNameDocument("机关事业单位基");
    assertThat(broken.findRules()).isEmpty();
    assertThat(projectNameDocument("机关事业单位职业年金缴费支出").findRules()).containsExactly("item-name");
  }

  private static TestDocument projectNameDocument(String name) {
    return new TestDocument()
        .table(
            "一般公共预算财政拨款支出决算表",
            "万元",
            "科目编码,科目名称,合计,基本支出,项目支出",
            List.of(
                ",合计,17.68,17.68,0.00",
                "208,社会保障和就业支出,17.68,17.68,0.00",
                "20805,行政事业单位养老支出,17.68,17.68,0.00",
                "2080505," + name + ",17.68,17.68,0.00"))
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "一般公共预算财政拨款支出决算具体情况",
            "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）年初预算17.68万元，支出决算17.68万元，完成年初预算的100%。");
  }

  private static List<String> findMessages(Disclosure document) {
    return new Auditor().audit(document).stream().map(Finding::rule).toList();
  }

  /** The same document with a last section that contains only the grid of its last table. */
  private static Disclosure endingWithItsTable(Disclosure document) {
    TableBlock grid =
        new TableBlock(1, 1, 1, List.of(new TableBlock.Cell(0, 0, 1, 1, "2101101 行政单位医疗")));
    Section last = document.sections().getLast();
    Section.Part part = new Section.TablePart(1, document.tables().size() - 1, grid, List.of(1));
    Section ending =
        new Section(last.path(), "", last.title(), 1, last.topic(), 1, false, false, List.of(part));
    return new Disclosure(
        document.source(),
        document.metadata(),
        List.of(ending),
        document.tables(),
        document.indicators(),
        document.figures(),
        document.findings(),
        List.of());
  }

  private static TestDocument scoreDocument(String score) {
    return new TestDocument()
        .form("自评表", "项目资金,全年预算数,全年执行数,分值,执行率,得分", "资金总额,43.20,37.24,10,86%," + score);
  }

  @Test
  void spending_more_than_the_budget_may_cost_points() {
    TestDocument overspent =
        new TestDocument()
            .form("自评表", "项目资金,全年预算数,全年执行数,分值,执行率,得分", "资金总额,360.05,465.38,20,129.25%,14.15");
    TestDocument above =
        new TestDocument()
            .form("自评表", "项目资金,全年预算数,全年执行数,分值,执行率,得分", "资金总额,360.05,465.38,20,129.25%,25.85");
    assertThat(overspent.findFindings())
        .extracting(Finding::severity)
        .containsExactly(Finding.Severity.PROBABLE);
    assertThat(above.findRules()).containsExactly("execution-score");
  }

  @Test
  void a_score_in_whole_points_is_rounded() {
    assertThat(scoreDocument("9").findRules()).isEmpty();
    assertThat(scoreDocument("8").findRules()).containsExactly("execution-score");
    assertThat(scoreDocument("9.00").findRules()).containsExactly("execution-score");
  }

  @Test
  void a_cell_that_says_what_to_write_there_was_left() {
    assertThat(new TestDocument().form("自评表", "存在问题,分析存在的问题及原因。(200字以内)").findRules()).isEmpty();
    assertThat(new TestDocument().form("自评表", "存在问题,结合自评情况分析存在的问题及原因。(200字以内)").findRules())
        .containsExactly("template-residue");
  }

  private static TestDocument tableDocument(String budget, String rate) {
    return new TestDocument()
        .table(
            "财政拨款“三公”经费支出决算表",
            "万元",
            "合计/预算数,合计/决算数,因公出国（境）费/预算数,因公出国（境）费/决算数,公务用车购置及运行维护费/预算数,公务用车购置及运行维护费/决算数,公务接待费/预算数,公务接待费/决算数",
            List.of("21.00,16.95," + budget + ",0.00,20.00,16.95,1.00,0.00"))
        .section(Topic.THREE_PUBLIC, "“三公”经费支出决算情况说明", "因公出国（境）费决算为0.00万元" + rate + "。");
  }

  @Test
  void shares_of_one_part_are_not_of_the_whole() {
    String told =
        "2024年可安排财力为128453万元。其中,地方收入安排30438万元(税收收入21307万元,占收入的70%,非税收入9131万元,占收入的30%);补助收入93815万元。";
    assertThat(sentenceDocument(Topic.OTHER, told).findRules()).isEmpty();
  }

  @Test
  void another_town_among_the_own_units_is_told() {
    assertThat(townDocument("样本乡").findRules()).isEmpty();
    assertThat(townDocument("另外镇").findRules()).containsExactly("another-agency");
  }

  private static TestDocument townDocument(String name) {
    return new TestDocument()
        .byAgency("示例省样本市测试区样本乡人民政府")
        .section(Topic.OVERVIEW, "部门决算单位构成", "纳入本部门决算的单位包括：" + name + "人民政府（本级）、农业综合服务中心。");
  }

  @Test
  void rows_by_economic_item_are_no_rows_of_the_general_public_budget() {
    assertThat(economicItemDocument("一般公共预算财政拨款支出决算表（按经济分类）").findRules()).isEmpty();
    assertThat(economicItemDocument("一般公共预算财政拨款支出决算表").findRules())
        .containsExactly("text-against-table");
  }

  private static TestDocument economicItemDocument(String title) {
    return new TestDocument()
        .table(title, "万元", "科目编码,科目名称,合计", List.of(",合计,44.00", "301,工资福利支出,44.00"))
        .section(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算财政拨款支出决算情况说明", "2024年度一般公共预算财政拨款支出50.00万元。");
  }

  private static TestDocument formDocument(String weight, String total) {
    return new TestDocument()
        .form(
            "自评表",
            "一级指标,二级指标,三级指标,指标值,分值,得分",
            "产出指标,数量指标,培训场次,3场," + weight + ",50",
            "产出指标,质量指标,合格率,95%,30,30",
            "满意度指标,满意度,满意度,90%,10,10",
            "总分,,,,100," + total)
        .indicator("培训场次", "3场", "3场", weight, "50")
        .indicator("合格率", "95%", "95%", "30", "30")
        .indicator("满意度", "90%", "90%", "10", "10");
  }

  @Test
  void a_total_may_hold_what_execution_was_given_of_the_ten_points_that_the_rows_leave() {
    assertThat(formDocument("50", "98.6").findRules()).isEmpty();
    assertThat(formDocument("60", "98.6").findRules()).containsExactly("score-total");
    assertThat(formDocument("50", "86.6").findRules()).containsExactly("score-total");
  }

  @Test
  void a_part_whose_budget_is_zero_in_the_table_has_no_rate() {
    assertThat(tableDocument("0.00", "").findRules()).isEmpty();
    assertThat(tableDocument("0.00", "，完成预算的0.00%").findRules())
        .containsExactly("three-public-budget");
  }
}
