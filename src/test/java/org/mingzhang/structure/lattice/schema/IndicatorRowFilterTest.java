package org.mingzhang.structure.lattice.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.TextTableLayout;

class IndicatorRowFilterTest {
  private static final IndicatorRowFilter FILTER =
      new IndicatorRowFilter(
          List.of(
              new Column("三级指标", ColumnType.LEVEL3),
              new Column("年度指标值", ColumnType.TARGET),
              new Column("实际完成值", ColumnType.ACTUAL),
              new Column("分值", ColumnType.POINTS)));

  private static List<List<String>> select(List<List<String>> rows) {
    return FILTER.selectIndicators(rows, TextTableLayout.PIPE_SEPARATED);
  }

  @Test
  void a_quantity_for_a_name_shows_that_the_row_above_is_shifted_as_well() {
    List<String> whole = List.of("上门服务人数", "≥820人", "705人", "10");
    List<String> shifted = List.of("迁出18人尚未补录", "有可能", "康复评估人次", "");
    for (String quantity : List.of("≥1600人次", "12.5公里", "≤9万元")) {
      assertThat(select(List.of(whole, shifted, List.of(quantity, "980人次", "确定能", ""))))
          .as(quantity)
          .containsExactly(whole);
    }
  }

  @Test
  void an_indicator_has_no_more_points_than_a_form() {
    List<String> row = List.of("巡查次数", "≥12次", "12次", "100");
    assertThat(select(List.of(row))).containsExactly(row);
    assertThat(select(List.of(List.of("巡查次数", "≥12次", "12次", "9600")))).isEmpty();
  }
}
