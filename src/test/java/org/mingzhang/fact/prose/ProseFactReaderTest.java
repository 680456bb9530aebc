package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/**
 * Facts of paragraphs of prose, under printed names or the names of tables. In the files, a line
 * that starts with "? " is a fact that the program is known to miss, and one that starts with "! "
 * is a number that must give no fact.
 */
class ProseFactReaderTest {
  private static final List<String> FILES =
      List.of(
          "totals-and-balances.txt",
          "revenue.txt",
          "expenditure.txt",
          "expenditure-by-class.txt",
          "fiscal-appropriations.txt",
          "three-public-expenses.txt",
          "operating-costs.txt",
          "government-procurement.txt",
          "performance-evaluations.txt",
          "government-reports.txt",
          "government-debt.txt",
          "budget-adjustments.txt",
          "audit-reports.txt",
          "other-sections.txt",
          "funds-before-names.txt",
          "staff.txt");

  @Test
  void a_level_of_government_below_that_of_the_document_is_another_body() {
    List<Fact> facts =
        facts(
            "样本市2023年预算执行情况的报告",
            "全市一般公共预算收入128.46亿元。分级次看，市本级收入42.15亿元，县级收入21.30亿元，" + "县（市、区）级完成65.01亿元。");
    assertThat(entities(facts, "42.15")).containsExactly("-");
    assertThat(entities(facts, "21.30")).containsExactly("县级");
    assertThat(entities(facts, "65.01")).containsExactly("县(市、区)级");
    assertThat(facts).allMatch(f -> f.account().equals("一般公共预算收入"));
  }

  @Test
  void a_heading_without_a_number_is_no_part_of_the_name_below_it() {
    for (String text :
        List.of(
            "“三公”经费安排\n学院2015年“三公”经费预算合计186.00万元，比上年减少14.00万元。",
            "经费安排\n我校2015年“三公”经费预算合计186.00万元，比上年减少14.00万元。",
            "三公经费安排\n全院2015年“三公”经费预算合计186.00万元，比上年减少14.00万元。")) {
      assertThat(facts("样本学院2015年部门预算", text))
          .filteredOn(f -> f.printed().equals("186.00"))
          .singleElement()
          .matches(f -> f.account().equals("三公经费") && f.context().item() == null);
    }
    assertThat(facts("样本局2022年度部门整体支出绩效自评", "预算执行\n部门整体支出年初预算数210.40万元，执行数208.15万元。"))
        .extracting(Fact::printed, f -> f.context().stage())
        .contains(tuple("210.40", Stage.INITIAL_BUDGET), tuple("208.15", Stage.EXECUTION));
  }

  @Test
  void the_own_level_of_a_county_is_no_other_body() {
    List<Fact> facts = facts("样本县2023年预算执行情况的报告", "全县一般公共预算收入12.46亿元，县级收入8.15亿元，镇级收入4.31亿元。");
    assertThat(entities(facts, "8.15")).containsExactly("-");
    assertThat(entities(facts, "4.31")).containsExactly("镇级");
  }

  @Test
  void a_kind_of_bodies_is_a_part_in_a_list_and_the_document_s_own_elsewhere() {
    List<Fact> facts = facts("样本区水利局2023年度部门决算", "单位三公经费10.00万元，其中：行政单位三公经费6.20万元，事业单位三公经费3.80万元。");
    assertThat(entities(facts, "10.00")).containsExactly("样本区水利局");
    assertThat(entities(facts, "6.20")).containsExactly("行政单位");
    assertThat(entities(facts, "3.80")).containsExactly("事业单位");
    assertThat(facts).noneMatch(Fact::disputed);
  }

  @Test
  void the_own_level_beside_its_territory_is_a_part_of_it() {
    List<Fact> facts =
        facts("样本区2023年三公经费决算汇总", "全区三公经费1000.00万元，其中：区本级三公经费800.00万元，乡镇三公经费200.00万元。");
    assertThat(facts)
        .filteredOn(f -> f.printed().equals("800.00"))
        .allMatch(f -> f.context().perimeter() == Perimeter.GOVERNMENT);
    assertThat(facts).noneMatch(Fact::disputed);
  }

  @Test
  void all_departments_of_a_level_are_the_whole_of_their_parts() {
    List<Fact> facts =
        facts("样本州2023年三公经费决算汇总", "州直各部门三公经费合计420.00万元，其中：行政单位三公经费300.00万元，事业单位三公经费120.00万元。");
    assertThat(entities(facts, "420.00")).containsExactly("样本州");
    assertThat(entities(facts, "300.00")).containsExactly("行政单位");
    assertThat(facts).noneMatch(Fact::disputed);
  }

  @Test
  void an_amount_of_a_stage_ends_the_reason_before_it() {
    List<Fact> facts =
        facts(
            "样本区水利局2023年度部门决算", "公务接待费年初预算4.00万元，因接待减少，支出决算3.20万元，" + "比年初预算减少0.80万元，比上年增加0.20万元。");
    assertThat(facts)
        .filteredOn(f -> f.printed().equals("3.20"))
        .singleElement()
        .matches(f -> f.account().equals("公务接待费") && f.context().stage() == Stage.RESULT);
    assertThat(facts)
        .filteredOn(f -> f.kind() == Fact.Kind.CHANGE)
        .hasSize(2)
        .allMatch(f -> f.context().stage() == Stage.RESULT);
  }

  @Test
  void a_report_on_the_funds_of_a_government_is_read_with_its_accounts() {
    List<Fact> facts = facts("样本市2023年基金决算", "市级政府性基金预算收入4.80亿元，加上上年结转0.40亿元，收入总计5.20亿元。支出4.90亿元。");
    assertThat(facts)
        .extracting(Fact::printed, Fact::account)
        .contains(tuple("4.80", "政府性基金预算收入"), tuple("4.90", "政府性基金预算支出"));
  }

  @Test
  void amounts_of_parts_of_a_year_do_not_give_their_time_to_what_follows() {
    List<Fact> facts =
        facts(
            "样本镇2023年财政预算执行情况的报告",
            "全镇一般公共预算收入10.00亿元。一季度入库3.10亿元，二季度入库2.40亿元，三季度入库2.20亿元，四季度入库2.30亿元。"
                + "一般公共预算支出8.00亿元。上半年税收收入4.50亿元，全年税收收入9.00亿元。");
    assertThat(facts)
        .extracting(Fact::printed, f -> String.valueOf(f.context().period()))
        .contains(
            tuple("10.00", "null"),
            tuple("3.10", "一季度"),
            tuple("2.30", "四季度"),
            tuple("8.00", "null"),
            tuple("4.50", "上半年"),
            tuple("9.00", "null"));
  }

  @Test
  void the_part_of_a_year_in_a_title_holds_for_the_year_before_it_alone() {
    List<Fact> facts =
        facts("样本镇2020年财政决算和2021年上半年财政预算执行情况的报告", "2020年财政总收入完成6.20亿元，财政总支出为6.10亿元。");
    assertThat(facts).hasSize(2).allMatch(f -> f.context().period() == null);
  }

  @Test
  void a_note_on_the_unit_and_a_transfer_to_others_name_no_account() {
    for (String text :
        List.of(
            "注：1.本表金额单位为千元。",
            "本表所列金额单位为1000元。",
            "表中数据单位为万元。",
            "将产业建设资金500万元下达你们，请专款专用。",
            "将扶贫补助资金20万元拨付给你单位。")) {
      assertThat(facts("样岭县水利局2023年部门预算", text)).as(text).isEmpty();
    }
  }

  private static List<Fact> facts(String title, String text) {
    return new FactReader()
        .read(new Paragraphs.Example(title, "收支情况", text, List.of(), List.of()).disclosure(text));
  }

  private static List<String> entities(List<Fact> facts, String printed) {
    return facts.stream()
        .filter(f -> f.printed().equals(printed))
        .map(f -> f.context().entity() == null ? "-" : f.context().entity())
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> paragraphs_have_the_facts_that_a_reader_finds() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String file : FILES) {
      for (Paragraphs.Example example : Paragraphs.read(file)) {
        tests.add(
            DynamicTest.dynamicTest(
                example.title() + " " + example.heading(), () -> check(example)));
      }
    }
    return tests.stream();
  }

  private static void check(Paragraphs.Example example) {
    Disclosure disclosure = example.disclosure(example.text());
    List<Fact> facts = new ArrayList<>(ProseFactReader.read(disclosure));
    facts.addAll(new FactReader().read(disclosure));
    List<Paragraphs.Expected> found =
        example.expected().stream()
            .filter(e -> facts.stream().anyMatch(f -> matchesExpected(f, e)))
            .toList();
    assertThat(found)
        .as("facts found of %s", facts)
        .isEqualTo(example.expected().stream().filter(e -> !e.missed()).toList());
    assertThat(facts).extracting(Fact::printed).noneMatch(example.numbersWithoutFact()::contains);
  }

  /** Facts in the form of the record: merged, under the names of tables. */
  @TestFactory
  Stream<DynamicTest> records_have_the_facts_too() throws IOException {
    return Paragraphs.read("three-public-expenses.txt").stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.title() + " " + example.heading(), () -> checkRecord(example)));
  }

  private static void checkRecord(Paragraphs.Example example) {
    List<Fact> facts = new FactReader().read(example.disclosure(example.text()));
    List<Paragraphs.Expected> expected =
        example.expected().stream().filter(e -> !e.missed()).toList();
    assertThat(expected)
        .as("facts %s", facts)
        .allMatch(e -> facts.stream().anyMatch(f -> matchesExpected(f, e)));
  }

  private static boolean matchesExpected(Fact fact, Paragraphs.Expected expected) {
    FactContext context = fact.context();
    String item = context.item();
    boolean name =
        fact.account().equals(expected.name())
            || (item != null
                && (item.equals(expected.name()) || item.endsWith("/" + expected.name())))
            || (item != null && (item + "支出").equals(expected.name()));
    String kind = fact.kind() == Fact.Kind.SHARE ? "rate" : fact.kind().id();
    return name
        && kind.equals(expected.kind())
        && fact.printed().equals(expected.printed())
        && Integer.valueOf(expected.year()).equals(context.year())
        && (!expected.kind().equals("amount") || isSameStage(context.stage(), expected.stage()));
  }

  /** Whether two stages are the same for the test: 执行 and 决算 of a past year, 年初预算 and 预算. */
  private static boolean isSameStage(@Nullable Stage stage, String expected) {
    return switch (expected) {
      case "执行", "决算" -> stage == Stage.EXECUTION || stage == Stage.RESULT;
      case "预算" -> stage == Stage.BUDGET || stage == Stage.INITIAL_BUDGET;
      default -> stage != null && stage.label().equals(expected);
    };
  }

  @Test
  void no_fact_depends_on_where_a_line_breaks() throws IOException {
    long seed = 20240601;
    for (String file : FILES) {
      for (Paragraphs.Example example : Paragraphs.read(file)) {
        String text = example.text();
        Random random = new Random(seed + text.hashCode());
        for (int i = 0; i < 6; i++) {
          int at = 1 + random.nextInt(text.length() - 1);
          if (endsAsHeading(text.substring(0, at)) || betweenDigits(text, at)) {
            continue;
          }
          String broken = text.substring(0, at) + "\n" + text.substring(at);
          assertThat(signatures(example, broken))
              .as("seed %s, %s, break at %s: %s", seed, example.title(), at, broken)
              .isEqualTo(signatures(example, text));
        }
      }
    }
  }

  /** Whether the text before a line break looks like a heading. */
  private static boolean endsAsHeading(String before) {
    return before.matches("(?s).*(?:情况|说明|综述|分析|概述|总结|结论|变化|公开)") || !before.contains("，");
  }

  private static boolean betweenDigits(String text, int at) {
    return Character.isDigit(text.charAt(at)) && Character.isDigit(text.charAt(at - 1));
  }

  @Test
  void narrow_marks_are_read_as_wide_ones() throws IOException {
    for (String file : FILES) {
      for (Paragraphs.Example example : Paragraphs.read(file)) {
        String narrow =
            example
                .text()
                .replace('（', '(')
                .replace('）', ')')
                .replace('；', ';')
                .replace('：', ':')
                .replace('％', '%')
                .replace("，", ", ")
                .replace('“', '"')
                .replace('”', '"');
        assertThat(signatures(example, narrow))
            .as(example.title())
            .isEqualTo(signatures(example, example.text()));
      }
    }
  }

  private static List<String> signatures(Paragraphs.Example example, String text) {
    return ProseFactReader.read(example.disclosure(text)).stream()
        .map(
            f ->
                f.account()
                    + " "
                    + f.context().withTime(f.context().period(), null, null)
                    + " "
                    + f.kind()
                    + " "
                    + f.value().stripTrailingZeros().toPlainString())
        .toList();
  }

  @Test
  void the_place_of_a_fact_is_its_number_in_the_text_of_the_section() throws IOException {
    for (Paragraphs.Example example : Paragraphs.read("totals-and-balances.txt")) {
      var disclosure = example.disclosure(example.text());
      String text = disclosure.sections().getFirst().text();
      for (Fact fact : ProseFactReader.read(disclosure)) {
        FactLocation place = fact.locations().getFirst();
        String words = text.substring(place.start(), place.end()).replace("\n", "");
        assertThat(words).contains(fact.printed());
        assertThat(place.quote()).contains(fact.printed());
      }
    }
  }

  @Test
  void changes_carry_their_sign_and_what_they_are_counted_from() throws IOException {
    Fact change =
        fact("机关运行经费支出31.50万元，比年初预算数减少6.20万元，下降16.45%。", f -> f.kind() == Fact.Kind.CHANGE);
    assertThat(change.value()).isEqualByComparingTo("-62000");
    assertThat(change.reference())
        .isEqualTo(new Fact.ReferenceAmount(null, Stage.INITIAL_BUDGET, 2023, null));
    Fact rate = fact("公用经费41.08万元，较2022年增长2.3%。", f -> f.kind() == Fact.Kind.RATE);
    assertThat(rate.value()).isEqualByComparingTo("2.3");
    assertThat(rate.reference())
        .isEqualTo(new Fact.ReferenceAmount(Fact.RateKind.CHANGE, Stage.RESULT, 2022, null));
    Fact same = fact("公务接待费0.50万元，与上年持平。", f -> f.kind() == Fact.Kind.CHANGE);
    assertThat(same.value()).isZero();
  }

  private static Fact fact(String text, Predicate<Fact> which) {
    Paragraphs.Example example =
        new Paragraphs.Example("样本县水利局2023年度部门决算", "支出情况", text, List.of(), List.of());
    return ProseFactReader.read(example.disclosure(text)).stream()
        .filter(which)
        .findFirst()
        .orElseThrow();
  }
}
