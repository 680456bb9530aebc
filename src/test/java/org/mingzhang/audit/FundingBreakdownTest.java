package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Finding;

/** Forms whose cells divide the funding by source and by kind of expenditure. */
class FundingBreakdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Both breakdowns are of the adjusted budget, of the execution, or one of each.
        "一般公共预算：110.00 其他资金： | 基本支出：70.00 项目支出：40.00 | ",
        "一般公共预算财政拨款：109.00 | 其中：基本支出：69.00 项目支出：40.00 | ",
        "一般公共预算：110.00 政府性基金拨款：0.00 | 基本支出：69.00 项目支出：40.00 | ",
        "一般公共预算：90.00 政府性基金：15.00 其他资金：5.00 | 基本支出：70.00 项目支出：40.00 | ",
        // One of them adds up to a total, so the other does not.
        "一般公共预算：110.00 其他资金： | 基本支出：70.00 项目支出：38.00 | 基本支出:70.00项目支出:38.00",
        "一般公共预算：110.00 | 基本支出：80.00 项目支出：40.00 | 基本支出:80.00项目支出:40.00",
        "一般公共预算：115.00 其他资金： | 基本支出：70.00 项目支出：40.00 | 一般公共预算:115.00其他资金:",
        "一般公共预算：90.00 其他资金：5.00 | 基本支出：70.00 项目支出：40.00 | 一般公共预算:90.00其他资金:5.00",
        // A part without an amount, or no breakdown that adds up, decides nothing.
        "一般公共预算：110.00 | 基本支出：70.00 项目支出： | ",
        "一般公共预算：90.00 其他资金： | 基本支出：70.00 项目支出：40.00 | ",
        "一般公共预算：90.00 其他资金：3.00 | 基本支出：70.00 项目支出：38.00 | ",
        "一般公共预算： 其他资金： | 基本支出：70.00 项目支出：38.00 | ",
      })
  void a_breakdown_is_told_that_adds_up_to_none_of_the_totals_if_the_other_does(
      String sources, String uses, String quote) {
    TestDocument form =
        new TestDocument()
            .form(
                "自评表",
                "资金,年初预算数,全年预算数,执行数,分值",
                "年度资金总额,100.00,110.00,109.00,10",
                "按收入性质分," + sources + ",,,",
                "按支出性质分," + uses + ",,,",
                "年度目标,基本支出：1.00 项目支出：1.00,,,");
    List<Finding> findings = new Auditor().audit(form.build());
    assertThat(findings).extracting(Finding::rule).allMatch("form-funding"::equals);
    assertThat(findings).hasSize(quote == null ? 0 : 1);
    findings.forEach(f -> assertThat(f.quote()).endsWith(quote));
  }
}
