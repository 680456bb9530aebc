package org.mingzhang.structure.lattice.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;

class ArithmeticAmountPlacerTest {
  private static final ArithmeticAmountPlacer PLACEMENT =
      new ArithmeticAmountPlacer(
          List.of(
              new Column("项目", ColumnType.ACCOUNT_NAME),
              new Column("中央", ColumnType.AMOUNT),
              new Column("省级", ColumnType.AMOUNT),
              new Column("市级", ColumnType.AMOUNT)));

  private static final List<String> ROADS = List.of("乡道改造", "1.00", "", "2.50");
  private static final List<String> DAMS = List.of("水库维修", "2.00", "", "2.50");
  private static final List<String> SUBTOTAL = List.of("小计", "3.00", "", "5.00");

  @ParameterizedTest
  @ValueSource(strings = {"合计", "总计", "共计", "全县合计"})
  void amounts_of_the_total_stand_below_their_sums(String total) {
    assertEquals(
        List.of(ROADS, DAMS, SUBTOTAL, List.of(total, "3.00", "", "5.00")),
        PLACEMENT.placeAmounts(List.of(ROADS, DAMS, SUBTOTAL, List.of(total, "3.00", "5.00", ""))));
  }

  @Test
  void a_total_that_is_no_sum_stays_as_it_is() {
    List<List<String>> rows = List.of(ROADS, DAMS, List.of("合计", "3.00", "6.00", ""));
    assertEquals(rows, PLACEMENT.placeAmounts(rows));
  }
}
