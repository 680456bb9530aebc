package org.mingzhang.structure.lattice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowStrideTest {
  private static final List<String> TABLE =
      List.of(
          "序号", "项目", "地点", "金额", "备注", //
          "1", "水渠维修", "东村", "12.5", "", //
          "2", "道路硬化", "西村", "8", "续建", //
          "3", "路灯", "南村", "", "", //
          "合计", "", "", "20.5", "");

  @Test
  void a_row_has_so_many_cells_that_columns_hold_numbers_or_words() {
    assertThat(RowStride.of(TABLE)).contains(new RowStride(0, 5));
  }

  @Test
  void a_caption_of_one_cell_stands_before_the_first_row() {
    List<String> captioned = new ArrayList<>(List.of("项目安排表"));
    captioned.addAll(TABLE);
    assertThat(RowStride.of(captioned)).contains(new RowStride(1, 5));
  }

  @Test
  void cells_of_any_order_have_no_stride() {
    assertThat(RowStride.of(List.of("甲", "1", "乙", "丙", "2", "3", "丁", "戊", "4", "己", "庚", "5")))
        .isEmpty();
  }
}
