package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Fact;

/**
 * Names of a list and the values that a clause gives each of them, names that begin with a number,
 * and changes between amounts of two years. Each fact is written as account/item stage year kind
 * number.
 */
class DistributedListsTest {
  private static final String EVALUATION = "青石县水利局2024年度项目绩效自评";
  private static final String BUDGET = "青石县民政局2023年部门预算";
  private static final String ACCOUNTS = "青石县教育局2022年度部门决算";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "教育、卫生健康、农林水三项支出依次为92万元、36万元、48万元，合计176万元，比上年165万元增加11万元。",
        "教育、卫生健康和农林水三大类支出分别为92万元、36万元、48万元。",
        "教育支出、卫生健康支出、农林水支出三项支出依次为92万元、36万元、48万元。",
        "教育、卫生健康、农林水支出依次为92万元、36万元、48万元。"
      })
  void the_number_of_names_may_stand_before_their_common_ending(String text) {
    assertThat(facts("青石县2022年预算执行情况的报告", "全县一般公共预算支出完成364万元。" + text))
        .contains(
            "一般公共预算支出/教育支出 执行 2022 AMOUNT 92",
            "一般公共预算支出/卫生健康支出 执行 2022 AMOUNT 36",
            "一般公共预算支出/农林水支出 执行 2022 AMOUNT 48")
        .doesNotContain("一般公共预算支出 执行 2022 AMOUNT 176", "一般公共预算支出 执行 2021 AMOUNT 165");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "自评的项目共2个，即渠道清淤、山洪预警，全年预算数依次为40万元、22万元，合计62万元；全年执行数依次为39万元、21万元，自评得分分别为98分和95分。",
        "纳入自评的2个项目分别为渠道清淤、山洪预警，预算数分别为40万元和22万元，执行数分别为39万元、21万元，自评得分分别为98分、95分。",
        "自评项目2个：渠道清淤、山洪预警。全年预算数分别为40万元和22万元。全年执行数分别为39万元和21万元，自评得分依次为98分和95分。",
        "对2个项目开展自评，分别是渠道清淤和山洪预警，预算数分别为40万元和22万元，执行数分别为39万元和21万元，自评得分分别为98分和95分。",
        "渠道清淤项目和山洪预警项目全年预算数分别为40万元和22万元；全年执行数分别为39万元和21万元，自评得分分别为98分和95分。"
      })
  void projects_have_the_values_that_follow_their_names(String text) {
    assertThat(facts(EVALUATION, text))
        .contains(
            "项目资金/渠道清淤 预算 2024 AMOUNT 40",
            "项目资金/山洪预警 预算 2024 AMOUNT 22",
            "项目资金/渠道清淤 执行 2024 AMOUNT 39",
            "项目资金/山洪预警 执行 2024 AMOUNT 21",
            "自评得分/渠道清淤 执行 2024 COUNT 98",
            "自评得分/山洪预警 执行 2024 COUNT 95")
        .noneMatch(fact -> fact.endsWith(" 62") && fact.contains("/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "渠道清淤、山洪预警两个项目执行率分别为100%和97%。|项目资金/山洪预警 执行 2024 RATE 97",
        "渠道清淤、山洪预警2个项目，自评得分分别为98分、95分。|自评得分/山洪预警 执行 2024 COUNT 95"
      })
  void rates_and_scores_are_those_of_the_projects_before_them(String text, String expected) {
    assertThat(facts(EVALUATION, text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "项目支出60万元，其中：12355服务台运转经费32万元，困境青少年帮扶资金28万元。|12355服务台运转经费 预算 2023 AMOUNT 32",
        "项目支出60万元，包括：“985”工程专项经费32万元、低保核查经费28万元。|985工程专项经费 预算 2023 AMOUNT 32",
        "项目支出60万元，包括：（1）2号敬老院维修经费32万元；（2）低保核查经费28万元。|2号敬老院维修经费 预算 2023 AMOUNT 32",
        "项目支出60万元，其中“1133”人才专项资金32万元、低保核查经费28万元。|1133人才专项资金 预算 2023 AMOUNT 32"
      })
  void a_number_with_which_a_name_begins_is_a_part_of_it(String text, String expected) {
    assertThat(facts(BUDGET, text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023年“三公”经费预算12万元，2022年“三公”经费决算14万元，同比减少2万元。|三公经费 预算 2023 CHANGE 2",
        "2023年三公经费预算数为12万元，2022年决算数为14万元，比上年减少2万元。|三公经费 预算 2023 CHANGE 2",
        "2023年三公经费预算12万元，2022年决算14万元，减少2万元。|三公经费 预算 2023 CHANGE 2",
        "2023年三公经费预算12万元。2022年决算14万元，比上年减少2万元。|三公经费 决算 2022 CHANGE 2"
      })
  void a_change_after_the_budget_and_the_result_before_it_is_that_of_the_budget(
      String text, String expected) {
    assertThat(facts(BUDGET, text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "因公出国（境）费、公务用车购置及运行费、公务接待费（简称“三公”经费）支出合计23万元。|三公经费 决算 2022 AMOUNT 23",
        "因公出国（境）费、公务接待费、公务用车购置及运行维护费（合称“三公”经费）总支出23万元。|三公经费 决算 2022 AMOUNT 23",
        "人员经费、公用经费合计23万元。|基本支出 决算 2022 AMOUNT 23",
        "公务接待费、因公出国（境）费合计23万元。|公务接待费、因公出国(境)费 决算 2022 AMOUNT 23",
        "公务接待费2021年、2022年决算数分别为25万元、23万元。|公务接待费 决算 2022 AMOUNT 23"
      })
  void all_parts_of_an_account_together_are_the_account(String text, String expected) {
    assertThat(facts(ACCOUNTS, text)).contains(expected);
  }

  private static List<String> facts(String title, String text) {
    return new FactReader()
            .read(
                new Paragraphs.Example(title, "有关情况", text, List.of(), List.of()).disclosure(text))
            .stream()
            .map(DistributedListsTest::describe)
            .toList();
  }

  private static String describe(Fact fact) {
    String item = fact.context().item();
    return String.join(
        " ",
        item == null ? fact.account() : fact.account() + "/" + item,
        Objects.requireNonNull(fact.context().stage()).label(),
        String.valueOf(fact.context().year()),
        fact.kind().name(),
        fact.printed());
  }
}
