package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

/**
 * Accounts and stages of amounts in reports of governments whose kind follows only from the title.
 * Figures are invented.
 */
class GovernmentReportStageTest {

  private static List<Fact> facts(String title, String heading, String text) {
    return new FactReader()
        .read(
            new Disclosure(
                new SourceDocument("paragraph.txt", "0", "text/plain", 0, 1, null),
                new DocumentMetadata(title, false, null, null, 2024, null, null, List.of()),
                List.of(
                    new Section(
                        "1",
                        "",
                        heading,
                        1,
                        Topic.OTHER,
                        1,
                        false,
                        false,
                        List.of(new Section.Paragraph(1, text)))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
  }

  private static Fact amount(List<Fact> facts, String printed) {
    return facts.stream()
        .filter(f -> f.printed().equals(printed) && f.kind() == Fact.Kind.AMOUNT)
        .findFirst()
        .orElseThrow(() -> new AssertionError(printed + " in " + facts));
  }

  private static String stage(Fact fact) {
    return Objects.requireNonNull(fact.context().stage()).label();
  }

  @ParameterizedTest
  @CsvSource({
    "2024年，预计全县上级补助收入79300万元，其中：专项转移支付收入21400万元。,79300,预算",
    "2024年，预计全县上级补助收入79300万元，其中：专项转移支付收入21400万元。,21400,预算",
    "2024年上级转移支付收入79300万元，为省、市提前下达数，执行中以实际下达为准。,79300,预算",
    "均衡性转移支付收入26100万元，按预计数安排。结算补助收入960万元，按上级提前告知数安排。,26100,预算",
    "均衡性转移支付收入26100万元，按预计数安排。结算补助收入960万元，按上级提前告知数安排。,960,预算",
    "2024年专项转移支付收入21400万元，为年初预告知数，具有不确定性。,21400,预算",
    "2024年上级转移支付收入79300万元，其中：专项转移支付收入21400万元。,79300,执行",
    "2024年专项转移支付收入21400万元，比年初预计增加400万元。,21400,执行"
  })
  void transfers_that_are_expected_are_those_of_the_budget(
      String text, String printed, String stage) {
    List<Fact> facts = facts("关于样溪县2024年转移支付情况的说明", "转移支付情况", text);
    assertThat(stage(amount(facts, printed))).isEqualTo(stage);
  }

  @ParameterizedTest
  @CsvSource({
    "样溪县2024年财政预算执行情况的报告,转移支付情况",
    "样溪县2024年转移支付执行情况的说明,转移支付情况",
    "样溪县2024年财政工作的报告,二、预算执行情况"
  })
  void what_a_report_on_execution_expects_changes_no_stage(String title, String heading) {
    List<Fact> facts = facts(title, heading, "2024年上级转移支付收入79300万元，预计全年上级补助收入81200万元。");
    assertThat(stage(amount(facts, "79300"))).isEqualTo("执行");
  }

  @ParameterizedTest
  @CsvSource({
    "样溪县2024年国有资本经营预算试行情况,县级国有资本经营收入完成612.40万元,国有资本经营预算收入",
    "样溪县2024年国有资本经营情况,国有资本经营收入612.40万元，其中：利润收入600.00万元,国有资本经营预算收入",
    "样溪县2024年政府性基金执行情况,政府性基金收入612.40万元,政府性基金预算收入",
    "样溪县2024年基金收支,县级政府性基金收入612.40万元,政府性基金预算收入"
  })
  void accounts_that_only_governments_have_show_the_chart(
      String title, String text, String account) {
    assertThat(amount(facts(title, "收支情况", text + "。"), "612.40").account()).isEqualTo(account);
  }

  @ParameterizedTest
  @CsvSource({"210000", "30000"})
  void amounts_of_the_year_after_a_final_account_are_budgets(String printed) {
    String text = "2025年拟安排新增一般债券30000万元、专项债券210000万元，较2024年分别增加5000万元、10000万元。";
    Paragraphs.Example report =
        new Paragraphs.Example("样溪县2024年财政决算（草案）的报告", "政府债务情况", text, List.of(), List.of());
    assertThat(stage(amount(new FactReader().read(report.disclosure(text)), printed)))
        .isEqualTo("预算");
  }

  @Test
  void a_whole_is_not_given_the_level_of_its_parts() {
    List<Fact> facts =
        facts(
            "样溪县2024年财政收支情况", "收入完成情况", "地方财政收入50000万元，增长3.2%。分级收入完成情况：县本级收入42000万元，乡镇级收入8000万元。");
    assertThat(amount(facts, "50000").context().perimeter()).isNull();
    assertThat(amount(facts, "42000").context().perimeter()).isNotNull();
  }
}
