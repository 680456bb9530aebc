package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.model.Topic;

/**
 * Statements that look like a contradiction and are none: each kind that was found in real
 * documents, in invented words. Each is paired with a similar contradiction that must be reported,
 * because a rule without findings would pass the first half.
 */
class TrapsTest {
  /** A trap, the document it is in, and the same document with a true contradiction. */
  private record Trap(String name, TestDocument harmless, TestDocument wrong, String rule) {}

  /** Words of each trap of the list that the project was given, and the trap here that it is. */
  private static final Map<String, String> TRAP_BY_LISTED_WORDS =
      Map.of(
          "机关运行经费小于公用经费", "operating expenses are below",
          "同一功能类金额不同", "all money and fiscal money",
          "面向小微企业预留金额是包含关系", "what is reserved",
          "≠“年初预算”", "the adjusted budget",
          "绩效项目资金≠项目支出", "the money of evaluated projects",
          "公务接待费可大于基本支出中的公务接待费", "reception of all money",
          "比2023年度", "a budget counts assets",
          "总额差0.01–0.02", "amounts of two decimals",
          "干净样本", "");

  @Test
  void every_trap_of_the_list_is_here() throws IOException {
    Path list = Path.of("../shared/docs/LAYOUT-TRAPS.md");
    assumeTrue(Files.exists(list), "the list of traps is not here");
    String chapter = Files.readString(list).split("## 4\\.", -1)[1].split("\n## ", -1)[0];
    List<String> listed = chapter.lines().filter(l -> l.startsWith("- ")).toList();
    assertThat(listed)
        .isNotEmpty()
        .allSatisfy(l -> assertThat(TRAP_BY_LISTED_WORDS.keySet()).anyMatch(l::contains));
    assertThat(TRAP_BY_LISTED_WORDS.keySet())
        .allSatisfy(w -> assertThat(listed).anyMatch(l -> l.contains(w)));
    List<String> names = traps().map(Trap::name).toList();
    // the clean sample is a file, read by GoldNearMissesTest
    assertThat(TRAP_BY_LISTED_WORDS.values())
        .allSatisfy(t -> assertThat(names).anyMatch(n -> n.startsWith(t)));
  }

  @TestFactory
  Stream<DynamicTest> a_trap_is_not_reported_and_its_neighbor_is() {
    return traps()
        .map(
            trap ->
                DynamicTest.dynamicTest(
                    trap.name(),
                    () -> {
                      assertThat(trap.harmless().findRules()).isEmpty();
                      assertThat(trap.wrong().findRules()).containsExactly(trap.rule());
                    }));
  }

  private static Stream<Trap> traps() {
    return Stream.of(
        operatingCost(),
        totalsOfFiscalMoney(),
        reservesForSmallBusinesses(),
        adjustedBudget(),
        evaluatedMoney(),
        receptionOfTwoTables(),
        budgetsLookBack(),
        comparisonWithTheYearBefore(),
        comparisonOverSeveralYears(),
        classForEachPurpose(),
        rounding());
  }

  private static TestDocument purposesDocument(String total) {
    return new TestDocument()
        .budget()
        .section(
            Topic.TOTALS,
            "收支预算总体情况",
            "支出预算" + total + "万元。",
            "1.“卫生健康支出”科目742.50万元，主要用于行政运行方面的支出。",
            "2.“卫生健康支出”科目1105.20万元，主要用于基层机构方面的支出。",
            "3.“卫生健康支出”科目1498.00万元，主要用于公共卫生服务方面的支出。",
            "4.“住房保障支出”科目212.30万元，主要用于住房公积金方面的支出。")
        .section(Topic.EXPENDITURE, "支出预算情况", "支出总计3558.00万元。");
  }

  private static Trap classForEachPurpose() {
    return new Trap(
        "a class is named once for each of its purposes",
        purposesDocument("3558.00"),
        purposesDocument("3858.00"),
        "same-figure");
  }

  private static TestDocument costsDocument(String operating) {
    return new TestDocument()
        .section(Topic.BASIC_EXPENDITURE, "基本支出", "公用经费480.66万元，主要包括：办公费、印刷费。")
        .section(Topic.OPERATING_EXPENSES, "机关运行经费", "机关运行经费支出" + operating + "万元。");
  }

  private static Trap operatingCost() {
    return new Trap(
        "operating expenses are below office cost where there are public institutions",
        costsDocument("142.80"),
        costsDocument("680.66"),
        "operating-cost");
  }

  private static TestDocument totalsDocument(String fiscal, String education) {
    return new TestDocument()
        .table(
            "收入支出决算总表",
            "万元",
            "收入/项目,收入/决算数,支出/项目,支出/决算数",
            List.of(
                "一、财政拨款收入,2961.68,一、教育支出,2895.39",
                "二、其他收入,33.71,二、国防支出,100.00",
                "本年收入合计,2995.39,本年支出合计,2995.39",
                "总计,2995.39,总计,2995.39"))
        .table(
            "财政拨款收入支出决算总表",
            "万元",
            "收入/项目,收入/决算数,支出/项目,支出/合计",
            List.of(
                "一、一般公共预算财政拨款," + fiscal + ",一、教育支出," + education,
                "二、政府性基金预算财政拨款,,二、国防支出,100.00",
                "总计," + fiscal + ",总计,2961.68"));
  }

  private static Trap totalsOfFiscalMoney() {
    return new Trap(
        "all money and fiscal money have other totals and other amounts of a class",
        totalsDocument("2961.68", "2861.68"),
        totalsDocument("2961.68", "2801.68"),
        "side-totals");
  }

  private static Trap reservesForSmallBusinesses() {
    String text = "政府采购预算金额@万元，其中：货物预算100.00万元、工程预算0.00万元、服务预算146.47万元。";
    String reserves = "面向中小企业预留政府采购项目预算金额246.47万元，面向小微企业预留政府采购项目预算金额200.00万元。";
    return new Trap(
        "what is reserved for small and micro businesses is part of what is reserved for all small",
        new TestDocument()
            .budget()
            .section(Topic.PROCUREMENT, "采购", text.replace("@", "246.47") + reserves),
        new TestDocument()
            .budget()
            .section(Topic.PROCUREMENT, "采购", text.replace("@", "446.47") + reserves),
        "parts");
  }

  private static Trap adjustedBudget() {
    String text = "年初预算为100.00万元，全年预算为120.00万元，支出决算为117.60万元，完成全年预算的@。";
    return new Trap(
        "the adjusted budget is not the initial one",
        new TestDocument()
            .section(
                Topic.GENERAL_PUBLIC_BUDGET,
                TestDocument.heading(Topic.GENERAL_PUBLIC_BUDGET),
                text.replace("@", "98.00%")),
        new TestDocument()
            .section(
                Topic.GENERAL_PUBLIC_BUDGET,
                TestDocument.heading(Topic.GENERAL_PUBLIC_BUDGET),
                text.replace("@", "117.60%")),
        "completion-rate");
  }

  private static TestDocument evaluatedFundsDocument(String share) {
    return new TestDocument()
        .section(
            Topic.EXPENDITURE,
            "支出",
            "本年支出合计40000.00万元，其中：基本支出4831.60万元，占12.08%；项目支出35168.40万元，占87.92%。")
        .section(Topic.PERFORMANCE, "预算绩效", "共涉及项目9个，项目资金11381.60万元，占项目支出总额的" + share + "。");
  }

  private static Trap evaluatedMoney() {
    return new Trap(
        "the money of evaluated projects is not all project expenditure",
        evaluatedFundsDocument("32.36%"),
        evaluatedFundsDocument("92.36%"),
        "share");
  }

  private static TestDocument receptionDocument(String total) {
    return new TestDocument()
        .budget()
        .table(
            "“三公”经费和机关运行经费预算表",
            "万元",
            "项目,预算数",
            List.of("合计," + total, "因公出国（境）费,0.00", "公务接待费,28.50", "公务用车购置及运行费,0.00"))
        .table(
            "一般公共预算基本支出表",
            "元",
            "科目编码,科目名称,合计,人员经费,公用经费",
            List.of("302,商品和服务支出,185000.00,,185000.00", "30217,公务接待费,185000.00,,185000.00"));
  }

  private static Trap receptionOfTwoTables() {
    return new Trap(
        "reception of all money exceeds that of basic expenditure",
        receptionDocument("28.50"),
        receptionDocument("38.50"),
        "three-public-table");
  }

  private static TestDocument assetsDocument(TestDocument document, String day) {
    return document.section(Topic.STATE_ASSETS, "国有资产", "截至" + day + "，共有车辆0辆。");
  }

  private static Trap budgetsLookBack() {
    return new Trap(
        "a budget counts assets in August of the year before",
        assetsDocument(new TestDocument().budget(), "2023年8月31日"),
        assetsDocument(new TestDocument(), "2023年12月31日"),
        "year-end");
  }

  private static TestDocument comparisonDocument(String with) {
    return new TestDocument()
        .section(Topic.TOTALS, "总体", "2024年度收入总计100.00万元，比" + with + "年度增加5.00万元，增长5.26%。")
        .section(Topic.INCOME, "收入", "2024年度本年收入合计100.00万元，比2023年度增加5.00万元。")
        .section(Topic.EXPENDITURE, "支出", "2024年度本年支出合计100.00万元，比2023年度增加5.00万元。");
  }

  private static Trap comparisonWithTheYearBefore() {
    return new Trap(
        "the year compared with is not the year of the document",
        comparisonDocument("2023"),
        comparisonDocument("2021"),
        "year-of-amounts");
  }

  private static Trap comparisonOverSeveralYears() {
    return new Trap(
        "a year of which the sentence states the amount, or since which it adds up amounts",
        comparisonDocument("2023")
            .section(Topic.OTHER, "其他", "与2021年度相比，收入总计由80.00万元增加到100.00万元。")
            .section(Topic.OTHER, "累计", "2021年以来本年支出合计累计376.00万元。"),
        comparisonDocument("2021"),
        "year-of-amounts");
  }

  private static TestDocument roundedSumDocument(String whole) {
    return new TestDocument()
        .section(
            Topic.EXPENDITURE,
            "支出",
            "本年支出合计" + whole + "万元，其中：基本支出33.33万元；项目支出66.66万元；经营支出0.02万元。");
  }

  private static Trap rounding() {
    return new Trap(
        "amounts of two decimals are off by a cent or two",
        roundedSumDocument("100.00"),
        roundedSumDocument("101.00"),
        "figure-sums");
  }
}
