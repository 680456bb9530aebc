package org.mingzhang.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.web.compare.AccountSlice;

/** Which of several perimeters and stages of an account a list shows. */
class SliceOrderTest {
  private static AccountSlice slice(String stage, String perimeter) {
    return new AccountSlice("", stage, "一般公共预算", perimeter, false);
  }

  @ParameterizedTest
  @CsvSource({
    "决算, 全域, 决算, 政府本级, 决算, 全域",
    "决算, 政府本级, 决算, 全域, 决算, 全域",
    "预算, 全域, 决算, 政府本级, 决算, 政府本级",
    "决算, 单位, 决算, 部门, 决算, 部门"
  })
  void the_widest_perimeter_of_the_most_definite_stage_is_chosen(
      String stage,
      String perimeter,
      String otherStage,
      String otherPerimeter,
      String chosenStage,
      String chosenPerimeter) {
    SliceOrder order = new SliceOrder(ChartOfAccounts.governments().find("一般公共预算收入").orElseThrow());
    assertThat(
            order.chooseSlice(
                Map.of(slice(stage, perimeter), 2, slice(otherStage, otherPerimeter), 2)))
        .contains(slice(chosenStage, chosenPerimeter));
  }
}
