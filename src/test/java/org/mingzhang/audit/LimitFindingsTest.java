package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Topic;

/**
 * If a number is only a limit of the wrong one, the finding does not present it as the right
 * number.
 */
class LimitFindingsTest {
  private static Finding findOnlyFinding(TestDocument document) {
    List<Finding> findings = document.findFindings();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void the_whole_is_an_upper_limit_of_its_part() {
    Finding cost =
        findOnlyFinding(
            new TestDocument()
                .section(Topic.BASIC_EXPENDITURE, "基本支出", "公用经费21.00万元，主要包括：办公费。")
                .section(Topic.OPERATING_EXPENSES, "机关运行经费", "机关运行经费支出33.00万元。"));
    assertThat(cost.computed()).isEqualTo("≤ 21.00万元");
    Finding debt =
        findOnlyFinding(
            new TestDocument().section(Topic.OTHER, "债务", "地方政府债务限额210.00万元。地方政府债务余额230.00万元。"));
    assertThat(debt.computed()).isEqualTo("≤ 210.00万元");
    assertThat(debt.gap()).isNotNull();
  }

  @Test
  void of_two_scopes_the_one_that_no_other_sum_confirms_is_told() {
    TestDocument document =
        new TestDocument()
            .section(
                Topic.BASIC_EXPENDITURE,
                "一般公共预算财政拨款基本支出决算情况说明",
                "一般公共预算财政拨款基本支出95.40万元，其中：人员经费81.20万元，公用经费14.20万元。")
            .table(
                "部门整体支出绩效评价基础数据表",
                "万元",
                "经费控制情况,2023年决算数,2024年预算数,2024年决算数",
                List.of("一、部门基本支出,101.10,94.20,95.40", "其中：公用经费,8.70,5.50,4.20"));
    assertThat(document.findFindings())
        .filteredOn(f -> f.rule().equals("part-above-whole"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.stated()).isEqualTo("4.20万元");
              assertThat(finding.computed()).isEqualTo("≥ 14.20万元");
              assertThat(finding.severity()).isEqualTo(Finding.Severity.PROBABLE);
              assertThat(finding.message()).doesNotContain("全口径");
            });
  }
}
