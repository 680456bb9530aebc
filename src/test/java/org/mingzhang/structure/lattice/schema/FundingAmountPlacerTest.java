package org.mingzhang.structure.lattice.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;

class FundingAmountPlacerTest {
  private static final FundingAmountPlacer SUMS =
      new FundingAmountPlacer(
          List.of(
              new Column("项目资金", ColumnType.FUNDING_NAME),
              new Column("年初预算数", ColumnType.AMOUNT),
              new Column("全年预算数", ColumnType.AMOUNT),
              new Column("全年执行数", ColumnType.AMOUNT),
              new Column("分值", ColumnType.FUNDING_POINTS)));

  @Test
  void amounts_are_moved_to_the_columns_in_which_all_rows_add_up() {
    List<String> total = List.of("年度资金总额", "70.00", "85.00", "80.00", "10");
    List<String> funds = List.of("财政拨款", "70.00", "80.00", "75.00", "—");
    assertThat(SUMS.placeAmounts(List.of(total, funds, List.of("上年结转", "5.00", "5.00", "—", ""))))
        .containsExactly(total, funds, List.of("上年结转", "", "5.00", "5.00", "—"));
    assertThat(SUMS.placeAmounts(List.of(total, funds, List.of("上年结转", "5.00", "", "5.00", ""))))
        .containsExactly(total, funds, List.of("上年结转", "", "5.00", "5.00", ""));
  }

  @Test
  void rows_that_add_up_or_can_be_placed_in_several_ways_are_kept() {
    for (List<List<String>> rows :
        List.of(
            List.of(
                List.of("年度资金总额", "70.00", "75.00", "75.00", "10"),
                List.of("财政拨款", "70.00", "70.00", "70.00", ""),
                List.of("上年结转", "", "5.00", "5.00", "")),
            List.of(
                List.of("年度资金总额", "8.00", "8.00", "8.00", "10"),
                List.of("中央资金", "8.00", "8.00", "", ""),
                List.of("省级资金", "8.00", "", "", "")),
            List.of(
                List.of("年度资金总额", "70.00", "90.00", "80.00", "10"),
                List.of("财政拨款", "70.00", "", "", "")),
            List.of(
                List.of("年度资金总额", "", "90.00", "80.00", "10"),
                List.of("财政拨款", "90.00", "80.00", "", "")))) {
      assertThat(SUMS.placeAmounts(rows)).isEqualTo(rows);
    }
  }
}
