package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;

/**
 * The funds of amounts that a text divides by the fund that pays for them. An account that usually
 * is of the appropriation is of all funds then. Figures are invented.
 */
class FundDivisionTest {
  private static Disclosure disclosure(String text) {
    return new Paragraphs.Example("样本县水利局2024年度部门决算", "情况说明", text, List.of(), List.of())
        .disclosure(text);
  }

  /** Account, digits and fund of each amount, in reading order. */
  private static List<String> amounts(String text) {
    return new FactReader()
        .read(disclosure(text)).stream()
            .filter(f -> f.kind() == Fact.Kind.AMOUNT)
            .map(f -> f.account() + " " + f.printed() + " " + f.context().fund())
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          机关运行经费支出186.00万元，其中：财政拨款支出180.00万元，其他资金支出6.00万元。| 机关运行经费 186.00 ALL; 机关运行经费 180.00 APPROPRIATION
          机关运行经费186.00万元（其中财政拨款180.00万元）。| 机关运行经费 186.00 ALL; 机关运行经费 180.00 APPROPRIATION
          “三公”经费17.00万元，其中财政拨款16.00万元。| 三公经费 17.00 ALL; 三公经费 16.00 APPROPRIATION
          “三公”经费支出17.00万元，其中：财政拨款支出16.00万元，其他资金支出1.00万元。| 三公经费 17.00 ALL; 三公经费 16.00 APPROPRIATION
          “三公”经费预算18.00万元，其中财政拨款17.00万元、单位资金1.00万元；公务接待费4.00万元，公务用车运行费14.00万元。| 三公经费 18.00 ALL; 三公经费 17.00 APPROPRIATION; 三公经费 1.00 OWN_REVENUE; 公务接待费 4.00 ALL; 公务用车运行费 14.00 ALL
          公务接待费4.00万元，其中财政拨款3.50万元；公务用车运行费13.00万元，其中财政拨款12.50万元。| 公务接待费 4.00 ALL; 公务接待费 3.50 APPROPRIATION; 公务用车运行费 13.00 ALL; 公务用车运行费 12.50 APPROPRIATION
          培训费24.00万元，其中财政拨款20.00万元、事业收入4.00万元。| 培训费 24.00 ALL; 培训费 20.00 APPROPRIATION
          “三公”经费支出3.09万元（其中：一般公共预算支出3.09万元）。| 三公经费 3.09 APPROPRIATION; 三公经费 3.09 GENERAL_BUDGET
          “三公”经费支出8.00万元，其中：公务接待费3.00万元、公务用车运行费5.00万元。| 三公经费 8.00 APPROPRIATION; 公务接待费 3.00 APPROPRIATION; 公务用车运行费 5.00 APPROPRIATION
          """)
  void the_whole_of_what_funds_pay_is_of_all_funds(String text, String expected) {
    assertThat(amounts(text)).containsAll(Arrays.asList(expected.trim().split("; ", -1)));
    long ofThese = amounts(text).stream().filter(a -> !a.startsWith("其他资金")).count();
    assertThat(ofThese).isEqualTo(Stream.of(expected.split("; ", -1)).count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          本年收入合计2,050.00万元，其中：财政拨款收入2,000.00万元，占97.56%，其中一般公共预算财政拨款1,900.00万元、政府性基金预算财政拨款100.00万元；事业收入30.00万元，占1.46%；其他收入20.00万元。
          收入合计2,050.00万元：财政拨款2,000.00万元，其中一般公共预算1,900.00万元、政府性基金100.00万元；事业收入30.00万元、其他收入20.00万元。
          本年收入2,050.00万元，包括财政拨款收入2,000.00万元（其中：政府性基金预算财政拨款100.00万元）、事业收入30.00万元、其他收入20.00万元。
          """)
  void a_kind_of_revenue_behind_the_funds_of_another_one_is_not_of_its_fund(String text) {
    assertThat(amounts(text))
        .noneMatch(a -> a.matches("(?:事业|其他)收入 .* (?:APPROPRIATION|GENERAL_BUDGET)"))
        .anyMatch(a -> a.startsWith("事业收入 30.00"))
        .anyMatch(a -> a.startsWith("其他收入 20.00"));
  }
}
