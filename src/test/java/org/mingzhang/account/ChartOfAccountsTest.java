package org.mingzhang.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartOfAccountsTest {
  @ParameterizedTest
  @CsvSource({
    "收入总计, 收入总计, , ",
    "“三公”经费, 三公经费, 财政拨款, ",
    "“三公”经费支出决算, 三公经费, 财政拨款, 决算",
    "公务接待费预算数, 公务接待费, 财政拨款, 预算",
    "年初预算基本支出, 基本支出, , 年初预算",
    "一般公共预算财政拨款基本支出, 基本支出, 一般公共预算, ",
    "一般公共预算财政拨款支出, 一般公共预算财政拨款支出, 一般公共预算, ",
    "一般公共预算 财政拨款支出年初预算, 一般公共预算财政拨款支出, 一般公共预算, 年初预算",
    "一般公共预算财政拨款收入, 财政拨款收入, 一般公共预算, ",
    "政府性基金预算财政拨款收入, 财政拨款收入, 政府性基金, ",
    "政府性基金预算财政拨款支出预算, 政府性基金预算财政拨款支出, 政府性基金, 预算",
    "财政拨款支出合计, 财政拨款支出, 财政拨款, ",
    "财政拨款收入总计, 收入总计, 财政拨款, ",
    "财政拨款“三公”经费支出, 三公经费, 财政拨款, ",
    "因公出国（境）费用, 因公出国(境)费, 财政拨款, ",
    "政府采购货物支出, 政府采购货物, 全口径, ",
    "机关运行经费预算数, 机关运行经费, 财政拨款, 预算",
    "支出预算, 支出总计, , "
  })
  void compoundNamesExpand(String printed, String account, String fund, String stage) {
    AccountName found = ChartOfAccounts.agencies().find(printed).orElseThrow();
    assertThat(found.account().name()).isEqualTo(account);
    assertThat(found.fundOrAccountFund() == null ? null : found.fundOrAccountFund().label())
        .isEqualTo(fund);
    assertThat(found.stage() == null ? null : found.stage().label()).isEqualTo(stage);
  }

  @Test
  void aClassOfTheFunctionalClassificationIsAnItemOfTheExpenditureOfTheYear() {
    AccountName found = ChartOfAccounts.agencies().find("一般公共预算财政拨款教育支出").orElseThrow();
    assertThat(found.account().name()).isEqualTo("一般公共预算财政拨款支出");
    assertThat(found.item()).isEqualTo("教育支出");
    assertThat(found.code()).isEqualTo("205");
  }

  @ParameterizedTest
  @CsvSource({"上划收入", "上级财政补助收入", "生均教育事业费", "一般公共预算", "合计", "支出", "预算数支出情况"})
  void otherNamesAreOpen(String printed) {
    assertThat(ChartOfAccounts.agencies().find(printed)).isEqualTo(Optional.empty());
  }

  @Test
  void governmentsHaveAChartOfTheirOwn() {
    assertThat(ChartOfAccounts.governments().find("地方一般公共预算支出").orElseThrow().account().name())
        .isEqualTo("一般公共预算支出");
    assertThat(ChartOfAccounts.governments().find("税收收入").orElseThrow().account().parent())
        .contains("一般公共预算收入");
    assertThat(ChartOfAccounts.agencies().find("税收收入")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "年终结余, 年终结余, ",
    "年终结转结余, 年终结余, ",
    "结转下年支出, 结转下年, 年终结余",
    "年终净结余, 净结余, 年终结余",
    "上年结余收入, 上年结余, ",
    "上年结转资金, 上年结转, 上年结余",
    "滚存结余, 年末滚存结余, ",
    "年终滚存结余, 年终结余, ",
    "地方政府一般债务收入, 一般债务收入, 债务收入",
    "政府债务限额, 地方政府债务限额, ",
    "专项债务余额, 地方政府专项债务余额, 地方政府债务余额",
    "上级转移支付, 上级转移支付收入, 上级补助收入",
    "专项转移支付收入, 专项转移支付收入, 上级转移支付收入",
    "债券转贷收入, 债券转贷收入, 债务转贷收入",
    "地方政府专项债券转贷收入, 专项债券转贷收入, 债券转贷收入",
    "偿还到期债券本金, 债务还本支出, ",
    "债券利息, 债务付息支出, ",
    "债务收入, 债务收入, ",
    "专项上解, 专项上解支出, 上解支出",
    "基金调入, 政府性基金预算调入资金, 调入资金",
    "动用预算稳定调节基金, 调入预算稳定调节基金, 转移性收入"
  })
  void amountsOfGovernmentsThatDifferAreAccountsOfTheirOwn(
      String printed, String account, String parent) {
    Account found = ChartOfAccounts.governments().find(printed).orElseThrow().account();
    assertThat(found.name()).isEqualTo(account);
    assertThat(found.parentName()).isEqualTo(parent);
  }

  @Test
  void formerNamesOfAccountsAreSynonymsOfThePresentOnes() {
    assertThat(FormerAccountNames.toCurrent("政府债务余额")).isEqualTo("地方政府债务余额");
    assertThat(FormerAccountNames.toCurrent("税收收入")).isEqualTo("税收收入");
  }

  @Test
  void aCodeHasOneNameAYearAndStandsBelowAnother() {
    for (BudgetClassification classification :
        List.of(BudgetClassification.functional(), BudgetClassification.economic())) {
      for (BudgetClassification.Entry entry : classification.entries()) {
        assertThat(
                classification.findByCode(entry.code()).stream()
                    .filter(e -> e.isValidIn(2024))
                    .count())
            .as(entry.code())
            .isLessThanOrEqualTo(1);
        entry
            .parentCode()
            .ifPresent(a -> assertThat(classification.findByCode(a)).as(a).isNotEmpty());
      }
    }
  }

  @Test
  void aRetiredNameKeepsItsYears() {
    assertThat(BudgetClassification.functional().findByCode("210", 2017).orElseThrow().name())
        .isEqualTo("医疗卫生与计划生育支出");
    assertThat(BudgetClassification.functional().findByCode("210", 2024).orElseThrow().name())
        .isEqualTo("卫生健康支出");
    assertThat(BudgetClassification.economic().findByName("因公出国(境)费用").getFirst().code())
        .isEqualTo("30212");
  }
}
