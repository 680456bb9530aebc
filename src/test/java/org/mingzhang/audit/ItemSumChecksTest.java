package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mingzhang.model.Topic;

/** General public expenditure against items in sections of their own. */
class ItemSumChecksTest {
  private static TestDocument document(String budget, String lastResult) {
    return new TestDocument()
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            TestDocument.heading(Topic.GENERAL_PUBLIC_BUDGET),
            "2024年度一般公共预算财政拨款支出年初预算为" + budget + "万元，支出决算为112.30万元。")
        .subsection(
            Topic.GENERAL_PUBLIC_BUDGET,
            "一般公共服务",
            "一般公共服务支出（类）档案事务（款）行政运行（项）年初预算为60.20万元，支出决算为70.10万元。")
        .subsection(
            Topic.GENERAL_PUBLIC_BUDGET,
            "社会保障和就业",
            "社会保障和就业支出（类）年初预算为40.50万元，支出决算为" + lastResult + "万元。");
  }

  @Test
  void a_class_without_items_counts_beside_the_items_of_another() {
    assertThat(document("100.70", "42.20").findRules()).isEmpty();
    assertThat(document("105.70", "42.20").findRules()).containsExactly("item-totals");
  }

  @Test
  void nothing_is_told_where_neither_stage_shows_that_all_items_were_read() {
    assertThat(document("105.70", "30.20").findRules()).isEmpty();
  }
}
