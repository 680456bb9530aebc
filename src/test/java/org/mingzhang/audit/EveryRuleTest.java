package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.model.Category;
import org.mingzhang.model.Topic;

/**
 * Every rule reports the error that it is made for, no other rule reports anything, and without the
 * error there is no finding.
 */
class EveryRuleTest {
  private static final String ITEM_HEADER = "科目编码,科目名称,合计,基本支出,项目支出";
  private static final String FORM_HEADER = "一级指标,二级指标,三级指标,指标值,完成值,分值,得分";

  /** A document with an error and the same without. */
  private record Case(TestDocument wrong, TestDocument right) {}

  private final Map<String, Case> cases = new LinkedHashMap<>();

  EveryRuleTest() {
    addSentenceCases();
    addTableCases();
    addFormCases();
    addWordingCases();
  }

  private void addCase(String rule, TestDocument wrong, TestDocument right) {
    assertThat(cases.put(rule, new Case(wrong, right))).as(rule).isNull();
  }

  /** Adds a case of one sentence, in which the mark @ stands for the wrong or the right words. */
  private void addSentenceCase(String rule, Topic topic, String text, String wrong, String right) {
    assertThat(text).contains("@");
    addCase(
        rule,
        new TestDocument()
            .section(topic, TestDocument.heading(topic), text.replace("@", wrong).split("/n")),
        new TestDocument()
            .section(topic, TestDocument.heading(topic), text.replace("@", right).split("/n")));
  }

  private void addSentenceCases() {
    Topic general = Topic.GENERAL_PUBLIC_BUDGET;
    addSentenceCase("completion-rate", general, "年初预算为8.00万元，支出决算为6.00万元，完成年初预算的@。", "90%", "75%");
    addSentenceCase("zero-budget", general, "年初预算为@万元，支出决算为6万元，完成年初预算的75%。", "0", "8");
    addSentenceCase(
        "change-rate", Topic.TOTALS, "收入总计110.00万元，比2023年度增加10.00万元，增长@。", "15%", "10%");
    addSentenceCase("change-amount", general, "行政运行上年执行数为100万元，本年安排130万元，增加@万元。", "20", "30");
    addSentenceCase(
        "zero-base", Topic.OPERATING_EXPENSES, "机关运行经费支出10万元，比2023年度增加@万元。", "10万元，增长100%。", "1");
    addSentenceCase("unchanged-reason", Topic.TOTALS, "收入总计与上年持平。主要原因是@。", "人员经费支出减少", "收支规模未变");
    addSentenceCase("difference-rate", general, "年初预算数200.00万元，决算数220.00万元，预决算差异率@。", "20%", "10%");
    addSentenceCase(
        "share", Topic.EXPENDITURE, "本年支出合计100万元，其中：基本支出60万元，占@；项目支出40万元，占40%。", "70%", "60%");
    addSentenceCase(
        "parts", Topic.PROCUREMENT, "政府采购支出总额@万元，其中：货物支出4.00万元、服务支出6.00万元。", "9.00", "10.00");
    String coded = "一般公共预算支出@万元，具体情况如下：/n（一）2010101行政运行60.00万元。/n（二）2010102一般行政管理事务40.00万元。";
    addSentenceCase("coded-items", general, coded, "130.00", "100.00");
    String report = "一般公共预算收入1500万元，增长8%。加上上级补助收入900万元，上年结转收入等100万元，收入总量为@万元。";
    addSentenceCase("report-totals", Topic.OTHER, report, "2400", "2500");
    String fund = "年初结转和结余1.00万元，本年收入5.00万元，本年支出4.00万元，年末结转和结余@万元。";
    addSentenceCase("fund-balance", Topic.GOVERNMENT_FUNDS, fund, "9.00", "2.00");
    String fundYear = "社会保险基金收入完成380亿元，支出完成330亿元，当年结余@亿元。";
    addSentenceCase("year-balance", Topic.GOVERNMENT_FUNDS, fundYear, "60", "50");
    String revenue = "一般公共预算收入完成86400万元，增长4.1%。其中：税收收入56160万元，非税收入@万元。";
    addSentenceCase("revenue-kinds", Topic.OTHER, revenue, "32040", "30240");
    String perVehicle = "公务用车运行维护费支出10.00万元，公务用车保有量4辆，车均运行维护费@万元。";
    addSentenceCase("cost-per-vehicle", Topic.THREE_PUBLIC, perVehicle, "3.50", "2.50");
    String batches = "公务接待费支出1.80万元，比上年减少0.20万元，主要原因是接待批次@。";
    addSentenceCase("reason-against-change", Topic.THREE_PUBLIC, batches, "增加", "减少");
    addSentenceCase("vehicle-count", Topic.STATE_ASSETS, "共有车辆@辆，其中：应急保障用车1辆、其他用车2辆。", "5", "3");
    String changes =
        "财政拨款支出预算100.00万元，比2023年预算增加@万元。财政拨款支出预算中，一般公共预算拨款支出预算60.00万元，比2023年预算减少5.00万元；"
            + "政府性基金拨款支出预算40.00万元，比2023年预算增加14.00万元；国有资本经营预算拨款支出预算0万元，比2023年预算增加0万元。";
    addSentenceCase("change-parts", Topic.TOTALS, changes, "19.00", "9.00");
    addSentenceCase("count-parts", Topic.OVERVIEW, "实有人数@人，其中：在职人员8人，退休人员5人。", "15", "13");
    addSentenceCase("listed-bodies", Topic.OVERVIEW, "内设@个科室：办公室、档案科、业务科。", "4", "3");
    String funds = "计划资金800万元，实际到位720万元，资金到位率@%。";
    addSentenceCase("funding-rate", Topic.PERFORMANCE, funds, "85", "90");
    String trained = "全年培训1860人次，完成年度目标1800人次的@%。";
    addSentenceCase("target-rate", Topic.PERFORMANCE, trained, "108.33", "103.33");
    String taxes = "税收收入完成@万元。/n增值税30万元。/n企业所得税20万元。/n其他各项税收50万元。";
    addSentenceCase("tax-lines", Topic.OTHER, taxes, "110", "100");
    String money = "中央资金80.00万元，省级资金20.00万元，合计@万元。";
    addSentenceCase("trailing-total", Topic.OTHER, money, "110.00", "100.00");
    String paid = "全年共发放补贴163.40万元，其中：种粮补贴72.30万元，农机补贴@万元，良种补贴39.80万元。";
    addSentenceCase("swapped-part", Topic.OTHER, paid, "53.10", "51.30");
    addSentenceCase("survey-rate", Topic.PERFORMANCE, "发放问卷200份，收回190份，回收率@%。", "98", "95");
    addSentenceCase("count-change", Topic.PERFORMANCE, "查档110人次，比上年增加10人次，增长@%。", "15", "10");
    String two = "安排2个项目，资金@万元，其中：修缮30.00万元，抢救20.00万元。";
    addSentenceCase("counted-list", Topic.PERFORMANCE, two, "55.00", "50.00");
    String adjusted = "年初预算80.00万元，年中追加20.00万元，调整后预算@万元。";
    addSentenceCase("adjusted-budget", Topic.PERFORMANCE, adjusted, "110.00", "100.00");
    String classes = "2024年收支总预算100.00万元，支出包括：教育支出60.00万元、卫生健康支出@万元、住房保障支出10.00万元。";
    addSentenceCase("class-list", Topic.TOTALS, classes, "35.00", "30.00");
    String reason = "2024年度支出合计100.00万元，比上年增加10.00万元，增长11.11%。@的主要原因是人员变动。";
    addSentenceCase("reason-direction", Topic.EXPENDITURE, reason, "减少", "增加");
    addSentenceCase("three-public-counts", Topic.THREE_PUBLIC, "公务接待费支出@万元。国内公务接待8批次。", "0", "2");
    String guests = "公务接待费支出2.60万元。/n国内公务接待52批次520人，人均接待费@元。";
    addSentenceCase("reception-per-head", Topic.THREE_PUBLIC, guests, "150", "50");
    String training = "培训水利员430人，支出培训费4.73万元，人均@元。";
    addSentenceCase("cost-per-head", Topic.PERFORMANCE, training, "160", "110");
    String awards = "政府采购支出总额21.07万元。/n在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额21.07万元；";
    addSentenceCase(
        "small-business-awards",
        Topic.PROCUREMENT,
        awards + "在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额@万元。",
        "21.07",
        "0");
    String kinds = "政府采购支出总额7.04万元，其中：货物支出3.04万元、服务支出4万元。授予中小企业合同金额7.04万元，占政府采购支出总额的100%；";
    addSentenceCase(
        "award-shares", Topic.PROCUREMENT, kinds + "货物采购授予中小企业合同金额占货物支出金额的@。", "43.18%", "100%");
    addSentenceCase(
        "comparison-words", general, "年初预算为8万元，支出决算为6万元，完成年初预算的75%，决算数@年初预算数。", "大于", "小于");
    String slip = "财政拨款收入总计106.20万元，与2023年度相比增加@。";
    addSentenceCase(
        "score-grade", Topic.PERFORMANCE, "项目自评得分为85.5分，自评等级为“@”（90分以上为优、80-90分为良）。", "优", "良");
    addSentenceCase("unit-slip", Topic.FISCAL_APPROPRIATION, slip, "35.20元", "35.20万元");
    String list = "（1）收集档案。/n（2）整理档案。/n（3）保管档案。/n（4）利用档案。/n（@）宣传档案。";
    addSentenceCase("number-gap", Topic.OVERVIEW, list, "6", "5");
    String up = "机关运行经费支出30.13万元，比上年增加2.13万元，增长@。";
    addSentenceCase("missing-unit", Topic.OPERATING_EXPENSES, up, "7.61", "7.61%");
    String over = "年初预算数360.05万元，决算数465.38万元，超出年初预算@万元。";
    addSentenceCase("over-budget", general, over, "144.30", "105.33");
    String costs = "人员经费60.00万元，主要包括：基本工资@万元、津贴补贴20.00万元。";
    addSentenceCase("listed-costs", Topic.BASIC_EXPENDITURE, costs, "50.00", "30.00");
    String small = "授予中小企业合同金额4.00万元，其中：授予小微企业合同金额@万元。";
    addSentenceCase("part-above-whole", Topic.PROCUREMENT, small, "6.00", "3.00");
    addCase("year-totals", yearTotalsDocument("120.00"), yearTotalsDocument("100.00"));
    addCase("expenditure-kinds", kindsDocument("10.00"), kindsDocument("20.00"));
    addCase("class-items", classesDocument("25.00"), classesDocument("20.00"));
    addCase("same-figure", twoAmountsDocument("94.93"), twoAmountsDocument("93.93"));
    addCase("carry-over", carryOverDocument("200"), carryOverDocument("100"));
    addCase("figure-sums", threePublicDocument("9.00"), threePublicDocument("6.00"));
    addCase("item-totals", itemsDocument("90", "60"), itemsDocument("100", "60"));
    addCase("three-public-budget", receptionDocument("，完成预算的50%"), receptionDocument("，无预算"));
    addCase("operating-cost", operatingDocument("30.00"), operatingDocument("20.00"));
    addCase("vehicle-cost", vehiclesDocument("0.00"), vehiclesDocument("3.20"));
    addCase("evaluated-projects", projectsDocument("80.00"), projectsDocument("60.00"));
  }

  private static TestDocument classesDocument(String item) {
    return new TestDocument()
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "一般公共预算财政拨款支出决算结构情况",
            "2024年度一般公共预算财政拨款支出50.00万元，主要用于以下方面：教育（类）支出20.00万元，占40%；"
                + "卫生健康（类）支出20.00万元，占40%；住房保障（类）支出10.00万元，占20%。")
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "一般公共预算财政拨款支出决算具体情况",
            "1.教育（类）进修及培训（款）培训支出（项）。支出决算为" + item + "万元。",
            "2.卫生健康（类）行政事业单位医疗（款）行政单位医疗（项）。支出决算为20.00万元。",
            "3.住房保障（类）住房改革支出（款）住房公积金（项）。支出决算为10.00万元。");
  }

  private static TestDocument twoAmountsDocument(String second) {
    return new TestDocument()
        .section(Topic.EXPENDITURE, "支出", "本年支出合计93.93万元。")
        .section(Topic.TOTALS, "总体", "2024年度本年支出合计" + second + "万元。");
  }

  private static TestDocument carryOverDocument(String total) {
    return new TestDocument()
        .section(Topic.TOTALS, "总体", "2024年度收入、支出总计均为" + total + "万元。")
        .section(Topic.EXPENDITURE, "支出", "本年支出合计100万元。")
        .section(Topic.ANNEX, "附件", "2024年决算报表结转结余为零。");
  }

  private static TestDocument threePublicDocument(String whole) {
    return new TestDocument()
        .section(
            Topic.THREE_PUBLIC,
            "“三公”经费",
            "2024年度“三公”经费财政拨款支出决算为" + whole + "万元。",
            "1.因公出国（境）费支出决算为0.00万元。",
            "2.公务用车购置及运行费支出决算为4.00万元。",
            "3.公务接待费支出决算为2.00万元。");
  }

  private static TestDocument itemsDocument(String whole, String first) {
    return new TestDocument()
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "具体情况",
            "2024年度一般公共预算财政拨款支出年初预算为100万元，支出决算为" + whole + "万元。",
            "1.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为60万元，支出决算为" + first + "万元。",
            "2.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为40万元，支出决算为40万元。");
  }

  private static TestDocument receptionDocument(String rate) {
    return new TestDocument()
        .section(
            Topic.THREE_PUBLIC,
            "“三公”经费",
            "“三公”经费财政拨款支出决算为4.00万元，完成预算的100%。",
            "公务用车购置及运行维护费支出4.00万元，完成预算的100%。",
            "公务接待费支出0.00万元" + rate + "。");
  }

  private static TestDocument operatingDocument(String cost) {
    return new TestDocument()
        .section(Topic.BASIC_EXPENDITURE, "基本支出", "公用经费20.00万元，主要包括：办公费。")
        .section(Topic.OPERATING_EXPENSES, "机关运行经费", "机关运行经费支出" + cost + "万元。");
  }

  private static TestDocument vehiclesDocument(String cost) {
    return new TestDocument()
        .section(
            Topic.THREE_PUBLIC,
            "“三公”经费",
            "公务用车购置及运行费支出决算为" + cost + "万元。",
            "截至2024年12月31日，公务用车保有量为2辆。");
  }

  private static TestDocument projectsDocument(String money) {
    return new TestDocument()
        .section(Topic.PERFORMANCE, "预算绩效", "共涉及项目2个，资金" + money + "万元。")
        .section(Topic.PERFORMANCE, "修缮项目绩效自评综述", "项目全年预算数为40.00万元，执行数为40.00万元，完成预算的100%。")
        .section(Topic.PERFORMANCE, "宣传项目绩效自评综述", "项目全年预算数为20.00万元，执行数为10.00万元，完成预算的50%。");
  }

  private void addTableCases() {
    addCase("side-totals", sidesDocument("90.00"), sidesDocument("100.00"));
    addCase("code-roll-up", codesDocument("元", "15000000"), codesDocument("元", "20000000"));
    addCase("row-totals", rowsDocument("12.00"), rowsDocument("10.00"));
    addCase("list-totals", listDocument("65.00"), listDocument("60.00"));
    addCase("table-completion", ratesDocument("完成率%", "86.5"), ratesDocument("完成率%", "80.0"));
    addCase("table-change", ratesDocument("增减%", "-2.0"), ratesDocument("增减%", "-20.0"));
    addCase("table-share", ratesDocument("占比%", "86.5"), ratesDocument("占比%", "80.0"));
    addCase("unit-price", purchaseDocument("50"), purchaseDocument("40"));
    addCase("staff-and-office", staffDocument("50.00"), staffDocument("60.00"));
    addCase(
        "three-public-table", threePublicByRowDocument("8.00"), threePublicByRowDocument("6.00"));
    addCase("economic-list", listedCostsDocument("办公费、咨询费"), listedCostsDocument("办公费"));
    addCase("text-against-table", totalDocument("31.00"), totalDocument("30.00"));
    addCase("same-change", changesDocument("8.00"), changesDocument("5.00"));
    addCase("heading-points", pointsDocument("20"), pointsDocument("30"));
    addCase("table-against-table", twoTablesDocument("31.00"), twoTablesDocument("30.00"));
    addCase(
        "item-against-table",
        statedItemDocument("行政运行", "25.00"),
        statedItemDocument("行政运行", "20.00"));
    addCase("item-name", statedItemDocument("博物馆", "10.00"), statedItemDocument("档案馆", "10.00"));
    addCase("item-path", pathDocument("公共服务与管理支出"), pathDocument("一般公共服务支出"));
    addCase("class-rows", classRowsDocument("50.00", "30.00"), classRowsDocument("60.00", "20.00"));
    addCase("purpose-against-table", purposeDocument("项目支出"), purposeDocument("基本支出"));
    addCase("empty-table-note", noteDocument("1.00"), noteDocument(""));
    addCase(
        "account-tables",
        TableCompletenessRuleTest.document("财政拨款“三公”经费支出决算表"),
        TableCompletenessRuleTest.document(""));
  }

  /** A table with rates of the first amount against the second; the last rate is given. */
  private static TestDocument ratesDocument(String head, String last) {
    boolean change = head.startsWith("增减");
    return new TestDocument()
        .table(
            "完成情况",
            "万元",
            "项目,实际,安排," + head,
            List.of(
                "教育,90,100," + (change ? "-10.0" : "90.0"),
                "卫生,190,200," + (change ? "-5.0" : "95.0"),
                "水利,330,300," + (change ? "10.0" : "110.0"),
                "交通,100,400," + (change ? "-75.0" : "25.0"),
                "环保,40,50," + last));
  }

  @Test
  void a_rate_of_three_rows_is_checked_if_the_headers_give_its_formula() {
    assertThat(executionRatesDocument("93.06%").findRules()).containsExactly("table-completion");
    assertThat(executionRatesDocument("96.03%").findRules()).isEmpty();
  }

  private static TestDocument executionRatesDocument(String ofTotal) {
    return new TestDocument()
        .table(
            "部门整体支出绩效自评表",
            "万元",
            "项目资金,年初预算数,全年预算数（A）,全年执行数（B）,分值,执行率（B/A）,得分",
            List.of(
                "年度资金总额,2223.71,2750.03,2640.78,10," + ofTotal + ",9.60",
                "其中：基本支出,1890.30,1949.25,1949.25,—,100.00%,—",
                "项目支出,333.41,800.78,691.53,—,86.36%,—"));
  }

  @Test
  void a_rate_of_a_sentence_is_held_against_the_amounts_of_the_tables() {
    assertThat(governmentReportDocument("97.2%").findRules()).containsExactly("table-completion");
    assertThat(governmentReportDocument("92.7%").findRules()).isEmpty();
  }

  private static TestDocument governmentReportDocument(String rate) {
    return new TestDocument()
        .withKindAndYear(Category.GOVERNMENT_FINAL_ACCOUNTS, 2024)
        .section(
            Topic.OTHER,
            "（一）一般公共预算支出",
            "全市一般公共预算支出完成18980万元。",
            "教育支出8910万元，为调整预算的99.0%。",
            "卫生健康支出1940万元，为调整预算的97.0%。",
            "城乡社区支出2820万元，为调整预算的94.0%。",
            "节能环保支出980万元，为调整预算的98.0%。",
            "农林水支出4330万元，为调整预算的" + rate + "。")
        .table(
            "2024年全市一般公共预算支出决算表",
            "万元",
            "项目,调整预算数,决算数",
            List.of(
                "教育支出,9000,8910",
                "卫生健康支出,2000,1940",
                "城乡社区支出,3000,2820",
                "节能环保支出,1000,980",
                "农林水支出,4671,4330",
                "一般公共预算支出合计,19671,18980"));
  }

  private static TestDocument sidesDocument(String first) {
    return new TestDocument()
        .table(
            "收入支出决算总表",
            "万元",
            "收入/项目,收入/决算数,支出/项目,支出/决算数",
            List.of(
                "一、财政拨款收入," + first + ",一、教育支出,100.00",
                "二、事业收入,,二、国防支出,",
                "本年收入合计,100.00,本年支出合计,100.00",
                "总计,100.00,总计,100.00"));
  }

  private static TestDocument codesDocument(String unit, String first) {
    return new TestDocument()
        .budget()
        .table(
            "一般公共预算支出表",
            unit,
            "科目编码,科目名称,合计",
            List.of(
                ",合计,30000000",
                "201,一般公共服务支出,30000000",
                "20126,档案事务,30000000",
                "2012601,行政运行," + first,
                "2012604,档案馆,10000000"));
  }

  private static TestDocument rowsDocument(String whole) {
    return new TestDocument()
        .budget()
        .table("部门支出预算表", "万元", "项目,合计,基本支出,项目支出", List.of("档案事务," + whole + ",6.00,4.00"));
  }

  private static TestDocument staffDocument(String salaries) {
    return new TestDocument()
        .table(
            "一般公共预算财政拨款基本支出决算表",
            "万元",
            "科目编码(左),科目名称(左),决算数(左),科目编码(右),科目名称(右),决算数(右)",
            List.of(
                "301,工资福利支出," + salaries + ",302,商品和服务支出,20.00",
                "30101,基本工资," + salaries + ",30201,办公费,20.00",
                ",,,30203,咨询费,",
                "人员经费合计,,60.00,公用经费合计,,20.00"));
  }

  private static TestDocument listedCostsDocument(String names) {
    return staffDocument("60.00")
        .section(Topic.BASIC_EXPENDITURE, "基本支出", "公用经费20.00万元，主要包括：" + names + "。");
  }

  private static TestDocument threePublicByRowDocument(String whole) {
    return new TestDocument()
        .budget()
        .table(
            "“三公”经费支出预算表",
            "万元",
            "项目,预算数",
            List.of(
                "合计," + whole,
                "因公出国（境）费,0.00",
                "公务接待费,2.00",
                "公务用车购置及运行费,4.00",
                "其中：公务用车购置费,0.00",
                "公务用车运行维护费,4.00"));
  }

  private static TestDocument expenditureDocument(String title, String total) {
    return new TestDocument().table(title, "万元", ITEM_HEADER, expenditureRows(total));
  }

  private static List<String> expenditureRows(String total) {
    return List.of(
        ",合计," + total + ",20.00,10.00",
        "201,一般公共服务支出,30.00,20.00,10.00",
        "20126,档案事务,30.00,20.00,10.00",
        "2012601,行政运行,20.00,20.00,",
        "2012604,档案馆,10.00,,10.00");
  }

  private static TestDocument totalDocument(String stated) {
    return expenditureDocument("支出决算表", "30.00")
        .section(Topic.EXPENDITURE, "支出", "本年支出合计" + stated + "万元。");
  }

  private static TestDocument changesDocument(String second) {
    return new TestDocument()
        .section(Topic.BASIC_EXPENDITURE, "基本支出情况", "一般公共预算财政拨款基本支出比上年增加5.00万元。")
        .section(Topic.GENERAL_PUBLIC_BUDGET, "总体情况", "一般公共预算财政拨款基本支出比上年增加" + second + "万元。");
  }

  private static TestDocument pointsDocument(String second) {
    return new TestDocument()
        .section(Topic.OTHER, "产出指标（50分）")
        .subsection(Topic.OTHER, "数量指标（20分）", "完成任务。")
        .subsection(Topic.OTHER, "质量指标（" + second + "分）", "质量合格。");
  }

  private static TestDocument twoTablesDocument(String second) {
    return new TestDocument()
        .table(
            "收入支出决算总表",
            "万元",
            "收入/项目,收入/决算数,支出/项目,支出/决算数",
            List.of("本年收入合计," + second + ",本年支出合计," + second, "总计," + second + ",总计," + second))
        .table("支出决算表", "万元", ITEM_HEADER, expenditureRows("30.00"));
  }

  private static TestDocument statedItemDocument(String item, String amount) {
    return expenditureDocument("一般公共预算财政拨款支出决算表", "30.00")
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "一般公共预算财政拨款支出决算具体情况",
            "1.一般公共服务支出（类）档案事务（款）" + item + "（项）。支出决算为" + amount + "万元。");
  }

  private static TestDocument pathDocument(String name) {
    return expenditureDocument("一般公共预算财政拨款支出决算表", "30.00")
        .section(
            Topic.GENERAL_PUBLIC_BUDGET, "具体情况", "1." + name + "（类）档案事务（款）行政运行（项）。支出决算为20.00万元。");
  }

  private static TestDocument classRowsDocument(String education, String housing) {
    return new TestDocument()
        .budget()
        .table(
            "部门收支预算总表",
            "万元",
            "收入/项目,收入/预算数,支出/项目,支出/预算数",
            List.of(
                "一、财政拨款收入,80.00,一、教育支出," + education,
                "二、事业收入,,二、住房保障支出," + housing,
                "收入总计,80.00,支出总计,80.00"))
        .table(
            "部门支出预算总表",
            "万元",
            "科目编码,科目名称,合计",
            List.of(",合计,80.00", "205,教育支出,60.00", "221,住房保障支出,20.00"));
  }

  private static TestDocument purposeDocument(String kind) {
    return expenditureDocument("一般公共预算财政拨款支出决算表", "30.00")
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "具体情况",
            "1.一般公共服务支出（类）档案事务（款）行政运行（项）。主要用于：机关" + kind + "。支出决算为20.00万元。");
  }

  private static TestDocument noteDocument(String amount) {
    return new TestDocument()
        .table(
            "政府性基金预算财政拨款收入支出决算表",
            "万元",
            "科目编码,科目名称,本年收入,本年支出",
            List.of(",合计," + amount + "," + amount))
        .paragraph("本单位没有政府性基金收支，故本表为空表。");
  }

  private void addFormCases() {
    addCase(
        "execution-score",
        budgetLineDocument("20,10,10,90.00%,9"),
        budgetLineDocument("20,10,10,50.00%,5"));
    addCase(
        "execution-zero-budget",
        budgetLineDocument("0,10,10,50.00%,10"),
        budgetLineDocument("20,10,10,50.00%,5"));
    addCase(
        "form-against-report", reportedBudgetDocument("30.00"), reportedBudgetDocument("20.00"));
    addCase("deducted-points", remarkDocument("2"), remarkDocument("1"));
    addCase("control-rate", postsDocument("90.00%"), postsDocument("87.50%"));
    addCase("group-points", groupDocument("40分"), groupDocument("20分"));
    addCase("score-total", pointSumDocument("95"), pointSumDocument("100"));
    addCase("indicator-score", scoredIndicatorDocument("12"), scoredIndicatorDocument("9"));
    addCase("targets-are-weights", targetsDocument(""), targetsDocument("%"));
    addCase("self-score-of-targets", selfScoreDocument("40"), selfScoreDocument("95"));
    addCase("form-totals", formHeadDocument("30.00"), formHeadDocument("20.00"));
    addCase("result-in-report", reportedResultDocument("15"), reportedResultDocument("12"));
    addCase("project-score", projectDocument("91.4"), projectDocument("94.1"));
    addCase("form-funding", fundingDocument("35.00"), fundingDocument("40.00"));
    addSentenceCase(
        "score-parts", Topic.PERFORMANCE, "自评得分@分，其中：预算执行9分，产出指标48分，效益指标30分。", "95", "87");
    String scores = "对2个项目开展自评，甲项目得分96分、乙项目得分92分，平均得分@分。";
    addSentenceCase("score-mean", Topic.PERFORMANCE, scores, "95.00", "94.00");
    addCase("score-in-report", projectScoreDocument("91.45"), projectScoreDocument("94.15"));
  }

  private static TestDocument projectDocument(String score) {
    return new TestDocument()
        .section(Topic.PERFORMANCE, "绩效", "修缮项目绩效自评得分" + score + "分。")
        .form("项目支出绩效自评表", "项目名称,修缮项目", "总分,94.1");
  }

  private static TestDocument fundingDocument(String project) {
    return new TestDocument()
        .form(
            "自评表",
            "资金,年初预算数,全年预算数",
            "年度资金总额,100.00,110.00",
            "基本支出,60.00,70.00",
            "项目支出," + project + ",40.00");
  }

  private static TestDocument listDocument(String total) {
    return new TestDocument()
        .table(
            "项目明细表",
            "万元",
            "序号,项目名称,预算金额",
            List.of(",合计," + total, "1,修缮,30.00", "2,抢救,20.00", "3,查阅,10.00"));
  }

  private static TestDocument purchaseDocument(String amount) {
    return new TestDocument()
        .table(
            "政府采购明细表",
            "元",
            "采购品目,数量,单价,采购金额",
            List.of("甲,2,10.5,21.0", "乙,4,10,%s.0".formatted(amount), "丙,3,5.5,16.5"));
  }

  private static TestDocument projectScoreDocument(String score) {
    return new TestDocument()
        .section(Topic.PERFORMANCE, "绩效", "2024年度部门整体绩效评价自评综合得分" + score + "分。")
        .form("整体绩效自评表", "年度目标,做好档案工作", "总分,94.15");
  }

  private static TestDocument formHeadDocument(String project) {
    return new TestDocument()
        .section(
            Topic.EXPENDITURE, "支出", "2024年度支出合计100.00万元，其中：基本支出80.00万元，占80%；项目支出20.00万元，占20%。")
        .form("整体绩效自评表", "基本支出总额,80.00,项目支出总额," + project, "年度目标,做好档案工作,,");
  }

  private static TestDocument budgetLineDocument(String numbers) {
    return new TestDocument().form("自评表", "项目资金,全年预算数,全年执行数,分值,执行率,得分", "资金总额," + numbers);
  }

  private static TestDocument reportedBudgetDocument(String budget) {
    return new TestDocument()
        .section(
            Topic.PERFORMANCE, "修缮项目绩效自评综述", "修缮项目绩效自评综述：项目全年预算数为" + budget + "万元，执行数为10.00万元。")
        .form(
            "项目支出绩效自评表",
            "项目名称,修缮项目",
            "项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分",
            "年度资金总额,20.00,10.00,10,50.00%,5");
  }

  private static TestDocument remarkDocument(String points) {
    return new TestDocument()
        .form(
            "自评表",
            "一级指标,二级指标,三级指标,指标值,完成值,分值,得分,偏差原因分析及改进措施",
            "产出指标,数量指标,整理档案,≥10卷,12卷,10,9,进度略慢扣" + points + "分",
            "效益指标,社会效益指标,查阅便利,提升,提升,10,10,每低1%扣2分");
  }

  private static TestDocument postsDocument(String rate) {
    return new TestDocument()
        .form("绩效评价基础数据表", "财政供养人员情况（人）,编制数,实际在职人数,控制率", ",8,7," + rate, "三公经费,,,");
  }

  private static TestDocument groupDocument(String points) {
    return new TestDocument()
        .form(
            "自评表",
            FORM_HEADER,
            "产出指标(" + points + "),数量指标,甲,1,1,10,10",
            ",质量指标,乙,1,1,10,10",
            "效益指标(10分),社会效益,丙,1,1,10,10");
  }

  private static TestDocument pointSumDocument(String total) {
    return new TestDocument()
        .form(
            "自评表",
            FORM_HEADER,
            "产出指标,数量指标,甲,1场,1场,60,60",
            ",质量指标,乙,1场,1场,20,20",
            ",质量指标,丙,1场,1场,20,20",
            "总分,,,,,100," + total)
        .indicator("甲", "1场", "1场", "60", "60")
        .indicator("乙", "1场", "1场", "20", "20")
        .indicator("丙", "1场", "1场", "20", "20");
  }

  private static TestDocument reportedResultDocument(String said) {
    return new TestDocument()
        .section(Topic.PERFORMANCE, "绩效", "本年度整理档案达到" + said + "卷，按期完成。")
        .section(Topic.SELF_EVALUATION_TABLE, "自评表")
        .indicator("整理档案", "≥10卷", "12卷", "10", "10");
  }

  private static TestDocument scoredIndicatorDocument(String score) {
    return new TestDocument()
        .section(Topic.SELF_EVALUATION_TABLE, "自评表")
        .indicator("整理档案", "≥10卷", "12卷", "10", score);
  }

  private static TestDocument targetsDocument(String unit) {
    TestDocument document = new TestDocument().form("项目自评表", "一级指标,二级指标,三级指标,指标值,完成值");
    for (String name : List.of("培训场次", "按时完成", "成本控制", "受益人满意度")) {
      document.indicator(name, "10" + unit, "10" + unit, "", "");
    }
    return document;
  }

  private static TestDocument selfScoreDocument(String score) {
    TestDocument document = new TestDocument().form("项目自评表", "一级指标,二级指标,三级指标,指标值,完成值");
    for (String name : List.of("培训场次", "按时完成", "成本控制", "档案整理")) {
      document.indicator(name, "10", "10", "", "");
    }
    return document.section(Topic.PERFORMANCE, "绩效", "项目自评得分为" + score + "分。");
  }

  private void addWordingCases() {
    addSentenceCase("year-end", Topic.STATE_ASSETS, "截至@年12月31日，共有车辆0辆。", "2022", "2024");
    String none = "本单位@。/n公用经费8.00万元，主要包括：办公费、公务接待费。";
    addSentenceCase("no-three-public", Topic.BASIC_EXPENDITURE, none, "无“三公”经费", "“三公”经费见附表");
    addSentenceCase("staff-numbers", Topic.OVERVIEW, "现有编制@个，实有在职6人。", "4", "8");
    addSentenceCase("impossible-share", Topic.PERFORMANCE, "项目结余率大于@的原因。", "100%", "10%");
    addSentenceCase("template-residue", Topic.THREE_PUBLIC, "较上年度@0万元。", "增加/减少", "增加");
    addSentenceCase("unfilled-blank", Topic.THREE_PUBLIC, "公务接待费支出决算为@万元。", "    ", "2.00");
    addSentenceCase("provincial-wording", Topic.GLOSSARY, "财政拨款收入：指@当年拨付的资金。", "省级财政", "区级财政");
    String duty = "负责全区档案的接收、征集、整理、保管和提供利用，组织开展档案宣传教育和人员培训。";
    addSentenceCase("repeated-paragraph", Topic.OVERVIEW, duty + "/n@", duty, "承办区委交办的其他事项。");
    addSentenceCase("doubled-marks", Topic.OVERVIEW, "负责档案工作@编制年度计划。", "。。", "。");
    String own = "2024年度收入总计10.00万元，比@年度增加1.00万元。";
    addSentenceCase(
        "another-year", Topic.TOTALS, own.replace("比@年度增加", "与@年度相比增加"), "2024", "2023");
    addSentenceCase("another-agency", Topic.TOTALS, "@2024年度收、支总计100万元。", "样本市另一区教育局", "样本市测试区档案局");
    String item = "卫生健康（类）行政事业单位医疗（款）行政单位医疗（项）：指";
    addSentenceCase(
        "glossary-repeat", Topic.GLOSSARY, item + "基本医疗保险缴费。/n" + item + "@。", "医疗补助", "基本医疗保险缴费");
    String housing = "2.住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：@。";
    String health = "1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。主要用于：事业单位医疗保险支出。/n";
    addSentenceCase(
        "copied-purpose",
        Topic.GENERAL_PUBLIC_BUDGET,
        health + housing,
        "事业单位医疗保险支出",
        "职工住房公积金缴存支出");
    addCase("annex-numbers", annexesDocument("附件2"), annexesDocument("附件1"));
    addCase("year-of-amounts", yearsDocument("2022"), yearsDocument("2024"));
    addCase("year-of-items", itemsDocument("2022"), itemsDocument("2023"));
    addCase("year-of-plan", planDocument("2023"), planDocument("2024"));
    String up = "收入总计10.00万元，比2023年度@1.00万元。";
    addSentenceCase("garbled-words", Topic.TOTALS, up, "增加增加", "增加");
    addSentenceCase("broken-sentence", Topic.TOTALS, "收入总计减少1.00万元，主要原因是@。", "", "项目减少");
    addSentenceCase("unpaired-marks", Topic.TOTALS, "“三公@经费支出5.00万元。", "“", "”");
    String culture = "@（类）支出30.00万元。";
    addSentenceCase(
        "retired-name", Topic.GENERAL_PUBLIC_BUDGET, culture, "文化体育与传媒支出", "文化旅游体育与传媒支出");
    addCase(
        "department-or-unit",
        new TestDocument().section(Topic.OTHER, "2024年度单位决算情况说明", "收入总计10.00万元。"),
        new TestDocument().section(Topic.OTHER, "2024年度部门决算情况说明", "收入总计10.00万元。"));
    String again = "1.一般公共服务支出（类）档案事务（款）行政运行（项）@万元。主要用于日常工作。年初预算为30.00万元，支出决算为20.05万元。";
    addSentenceCase("item-repeat", Topic.GENERAL_PUBLIC_BUDGET, again, "20.04", "20.05");
    addCase("three-public-items", receptionsDocument("5.00"), receptionsDocument("2.00"));
  }

  private static TestDocument planDocument(String year) {
    return new TestDocument()
        .budget()
        .section(Topic.PERFORMANCE, "年度预算安排", "总投资为90万元。" + year + "年安排建设资金50万元。");
  }

  private static TestDocument receptionsDocument(String basic) {
    return new TestDocument()
        .table(
            "一般公共预算财政拨款基本支出决算表",
            "万元",
            "科目编码,科目名称,决算数",
            List.of("302,商品和服务支出," + basic, "30217,公务接待费," + basic))
        .section(Topic.THREE_PUBLIC, "“三公”经费", "公务接待费支出2.00万元。");
  }

  private static TestDocument itemsDocument(String last) {
    String[] all = new String[6];
    for (int i = 0; i < all.length; i++) {
      String before = i == all.length - 1 ? last : "2023";
      all[i] = "（项）2024年预算1" + i + "万元，主要用于日常工作，比" + before + "年预算执行数增加10%。";
    }
    return new TestDocument().budget().section(Topic.GENERAL_PUBLIC_BUDGET, "财政拨款支出主要内容", all);
  }

  private static TestDocument annexesDocument(String heading) {
    return new TestDocument()
        .section(Topic.OTHER, "其他", "报告需要以下附件：", "1、部门整体支出绩效自评表", "2、项目绩效报告")
        .numberedHeading(heading, Topic.ANNEX, "部门整体支出绩效自评表");
  }

  private static TestDocument yearsDocument(String second) {
    return new TestDocument()
        .section(Topic.TOTALS, "总体", "2024年度收入总计10.00万元。")
        .section(Topic.INCOME, "收入", "2024年度本年收入合计10.00万元。")
        .section(Topic.EXPENDITURE, "支出", "2024年度本年支出合计10.00万元。")
        .section(Topic.OPERATING_EXPENSES, "机关运行", second + "年度机关运行经费支出1.00万元。");
  }

  private static TestDocument yearTotalsDocument(String total) {
    return new TestDocument()
        .section(Topic.TOTALS, "收入支出决算总体情况说明", "2024年度收入总计" + total + "万元。")
        .section(Topic.INCOME, "收入决算情况说明", "本年收入合计90.00万元。使用非财政拨款结余0.00万元。年初结转和结余10.00万元。");
  }

  private static TestDocument kindsDocument(String project) {
    return new TestDocument()
        .budget()
        .section(
            Topic.TOTALS,
            "预算情况说明",
            "2024年部门预算支出总数90.00万元。",
            "部门基本支出预算70.00万元。",
            "部门专项项目预算" + project + "万元。");
  }

  /** The present id of a rule whose id may be a former one. */
  private static String currentId(String id) {
    return RuleTexts.find(id).orElseThrow().id();
  }

  @Test
  void there_is_a_case_for_every_rule() {
    Set<String> ids =
        RuleTexts.rulesOfOneDocument().stream()
            .map(RuleDescription::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(cases.keySet().stream().map(EveryRuleTest::currentId))
        .containsAll(ids)
        .allMatch(ids::contains);
    assertThat(cases.keySet()).containsAll(RuleTexts.formerIds().keySet());
  }

  @TestFactory
  Stream<DynamicTest> each_rule_finds_its_error_alone_and_nothing_without_it() {
    return cases.entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      assertThat(e.getValue().wrong().findRules())
                          .containsExactly(currentId(e.getKey()));
                      assertThat(e.getValue().right().findRules()).isEmpty();
                    }));
  }
}
