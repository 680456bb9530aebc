package org.mingzhang.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Topic;

/** Clean accounts made at random, with one error of each kind planted into them. */
class PlantedErrorsTest {
  private static final int ROUNDS = 25;

  /** Numbers of a final account that all agree, in 万元 with two decimals. */
  private static final class Account {
    final BigDecimal staff;
    final BigDecimal office;
    final BigDecimal project;
    final BigDecimal grown;
    final BigDecimal budget;
    final BigDecimal goods;
    final BigDecimal services;

    Account(Random random) {
      staff = amount(random, 500, 900);
      office = amount(random, 50, 90);
      project = amount(random, 200, 400);
      grown = amount(random, 20, 60);
      budget = amount(random, 700, 1500);
      goods = amount(random, 2, 9);
      services = amount(random, 2, 9);
    }

    BigDecimal basic() {
      return staff.add(office);
    }

    BigDecimal total() {
      return basic().add(project);
    }

    private static BigDecimal amount(Random random, int least, int most) {
      return BigDecimal.valueOf(random.nextLong(least * 100L, most * 100L), 2);
    }
  }

  /** What is planted: each a text or number of the account that is replaced. */
  private enum Plant {
    NONE,
    COMPLETION("completion-rate"),
    CHANGE("change-rate"),
    ZERO_BASE("zero-base"),
    ZERO_BUDGET("zero-budget"),
    SHARE("share"),
    PARTS("parts"),
    TEXT_TABLE("text-against-table"),
    ITEM_TABLE("item-against-table"),
    ROLL_UP("code-roll-up"),
    /** A cell of a row by item belongs to two sums: its row's and its column's. */
    ROW("row-totals"),
    SIDES("side-totals"),
    STAFF("staff-and-office"),
    LIST("economic-list"),
    DATE("year-end"),
    RESIDUE("template-residue"),
    PROVINCE("provincial-wording");

    private final String rules;

    Plant(String... rules) {
      this.rules = String.join(" ", rules);
    }

    Set<String> rules() {
      return rules.isEmpty() ? Set.of() : Set.copyOf(List.of(rules.split(" ", -1)));
    }
  }

  @TestFactory
  Stream<DynamicTest> each_rule_finds_its_own_error_and_no_other_speaks() {
    long seed = System.nanoTime();
    return Stream.of(Plant.values())
        .map(
            plant ->
                DynamicTest.dynamicTest(
                    plant.name(),
                    () -> {
                      Random random = new Random(seed);
                      for (int i = 0; i < ROUNDS; i++) {
                        assertEquals(
                            plant.rules(),
                            Set.copyOf(document(new Account(random), plant).rules()),
                            "seed " + seed + ", round " + i);
                      }
                    }));
  }

  @Test
  void rounding_noise_is_left_alone() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      BigDecimal whole = BigDecimal.valueOf(random.nextLong(10_000, 500_000), 2);
      BigDecimal part = BigDecimal.valueOf(random.nextLong(1, 10_000), 2).min(whole);
      int digits = random.nextInt(3);
      RoundingMode mode = random.nextBoolean() ? RoundingMode.HALF_UP : RoundingMode.DOWN;
      BigDecimal rate = percent(part, whole).setScale(digits, mode);
      boolean coarse = digits == 0 && mode == RoundingMode.DOWN;
      String text = "本年支出合计" + whole + "万元，其中：基本支出" + part + "万元，占" + rate + "%。";
      if (!coarse) {
        assertEquals(
            List.of(),
            new TestDocument().section(Topic.EXPENDITURE, "支出", text).rules(),
            "seed " + seed + " " + text);
      }
    }
  }

  @Test
  void all_rules_together_take_milliseconds() {
    Disclosure document = document(new Account(new Random(7)), Plant.NONE).build();
    Auditor auditor = new Auditor();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 30; i++) {
      long start = System.nanoTime();
      auditor.audit(document);
      best = Math.min(best, System.nanoTime() - start);
    }
    assertTrue(best < 50_000_000, best + " ns");
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.movePointRight(2).divide(whole, 10, RoundingMode.HALF_UP);
  }

  private static String rate(BigDecimal part, BigDecimal whole) {
    return percent(part, whole).setScale(2, RoundingMode.HALF_UP) + "%";
  }

  private static BigDecimal off(Plant plant, Plant wanted, BigDecimal value, String by) {
    return plant == wanted ? value.add(new BigDecimal(by)) : value;
  }

  private static TestDocument document(Account a, Plant plant) {
    TestDocument document = new TestDocument();
    tables(document, a, plant);
    sentences(document, a, plant);
    return document;
  }

  private static void tables(TestDocument document, Account a, Plant plant) {
    BigDecimal shown = off(plant, Plant.SIDES, a.total(), "3");
    document.table(
        "收入支出决算总表",
        "万元",
        "收入/项目,收入/决算数,支出/项目,支出/决算数",
        List.of(
            "一、一般公共预算财政拨款收入," + shown + ",一、一般公共服务支出," + a.total(),
            "二、事业收入,,二、国防支出,",
            "本年收入合计," + a.total() + ",本年支出合计," + a.total(),
            "总计," + a.total() + ",总计," + a.total()));
    document.table("支出决算表", "万元", "科目编码,科目名称,本年支出合计,基本支出,项目支出", items(a, a.total(), plant));
    document.table(
        "一般公共预算财政拨款支出决算表", "万元", "科目编码,科目名称,合计,基本支出,项目支出", items(a, a.total(), Plant.NONE));
    BigDecimal salaries = a.staff.subtract(BigDecimal.TEN);
    document.table(
        "一般公共预算财政拨款基本支出决算表",
        "万元",
        "科目编码(左),科目名称(左),决算数(左),科目编码(右),科目名称(右),决算数(右)",
        List.of(
            "301,工资福利支出," + off(plant, Plant.STAFF, salaries, "2") + ",302,商品和服务支出," + a.office,
            "30101,基本工资," + off(plant, Plant.STAFF, salaries, "2") + ",30201,办公费," + a.office,
            "303,对个人和家庭的补助,10.00,30202,印刷费,",
            "30302,退休费,10.00,30203,咨询费,",
            "人员经费合计,," + a.staff + ",公用经费合计,," + a.office));
  }

  private static List<String> items(Account a, BigDecimal total, Plant plant) {
    BigDecimal first = off(plant, Plant.ROLL_UP, a.basic(), "1.5");
    BigDecimal split = off(plant, Plant.ROW, a.project, "2");
    List<String> rows = new ArrayList<>();
    rows.add(",合计," + total + "," + a.basic() + "," + a.project);
    rows.add("201,一般公共服务支出," + total + "," + a.basic() + "," + a.project);
    rows.add("20126,档案事务," + total + "," + a.basic() + "," + a.project);
    rows.add("2012601,行政运行," + first + "," + first + ",");
    rows.add("2012604,档案馆," + a.project + ",," + split);
    return rows;
  }

  private static void sentences(TestDocument document, Account a, Plant plant) {
    BigDecimal said = off(plant, Plant.TEXT_TABLE, a.total(), "0.5");
    BigDecimal before = a.total().subtract(a.grown);
    BigDecimal growth =
        off(plant, Plant.CHANGE, percent(a.grown, before).setScale(2, RoundingMode.HALF_UP), "2");
    document.section(
        Topic.TOTALS,
        "收入支出决算总体情况说明",
        "2024年度收、支总计均为" + said + "万元。与2023年度相比，收、支总计各增加" + a.grown + "万元，增长" + growth + "%。");
    String share = plant == Plant.SHARE ? "91.00%" : rate(a.basic(), a.total());
    document.section(
        Topic.EXPENDITURE,
        "支出决算情况说明",
        "本年支出合计"
            + a.total()
            + "万元，其中：基本支出"
            + a.basic()
            + "万元，占"
            + share
            + "；项目支出"
            + a.project
            + "万元，占"
            + rate(a.project, a.total())
            + "。");
    BigDecimal done =
        off(
            plant,
            Plant.COMPLETION,
            percent(a.total(), a.budget).setScale(2, RoundingMode.HALF_UP),
            "3");
    document.section(
        Topic.GENERAL_PUBLIC_BUDGET,
        "一般公共预算财政拨款支出决算具体情况",
        "2024年度一般公共预算财政拨款支出年初预算为" + a.budget + "万元，支出决算为" + a.total() + "万元，完成年初预算的" + done + "%。",
        "1.一般公共服务支出（类）档案事务（款）行政运行（项）。支出决算为" + off(plant, Plant.ITEM_TABLE, a.basic(), "4") + "万元。",
        plant == Plant.ZERO_BUDGET ? "抚恤年初预算为0万元，支出决算为18万元，完成年初预算的100%。" : "另有说明见附表。");
    document.section(
        Topic.BASIC_EXPENDITURE,
        "基本支出决算情况说明",
        "2024年度一般公共预算财政拨款基本支出" + a.basic() + "万元，其中：",
        "人员经费" + a.staff + "万元，主要包括：基本工资、退休费。",
        "公用经费" + a.office + "万元，主要包括：办公费" + (plant == Plant.LIST ? "、咨询费" : "") + "。");
    BigDecimal bought = off(plant, Plant.PARTS, a.goods.add(a.services), "1");
    document.section(
        Topic.PROCUREMENT,
        "政府采购支出说明",
        "政府采购支出总额" + bought + "万元，其中：政府采购货物支出" + a.goods + "万元、政府采购服务支出" + a.services + "万元。");
    document.section(
        Topic.OPERATING_EXPENSES,
        "机关运行经费支出说明",
        "机关运行经费支出"
            + a.office
            + "万元，"
            + (plant == Plant.ZERO_BASE ? "比2023年度增加" + a.office + "万元，增长100%。" : "与2023年度持平。"));
    document.section(
        Topic.STATE_ASSETS,
        "国有资产占用情况说明",
        "截至" + (plant == Plant.DATE ? 2023 : 2024) + "年12月31日，共有车辆0辆。");
    document.section(
        Topic.GLOSSARY,
        "名词解释",
        "一般公共预算财政拨款收入：指" + (plant == Plant.PROVINCE ? "省级财政" : "区级财政") + "一般公共预算当年拨付的资金。",
        plant == Plant.RESIDUE ? "（注：不涉及的科目请自行删除）" : "其他：无。");
  }
}
