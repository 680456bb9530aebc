package org.mingzhang.structure.lattice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrayStrokeRemoverTest {
  private static final String ROW = "20101 人大事务 12.50 10.00";

  @Test
  void bars_in_rows_whose_cells_are_separated_by_blanks_are_strokes() {
    assertThat(
            StrayStrokeRemover.remove(
                List.of(ROW, "20102 政协 | 8.00 6.00", "|20103 政府 9.00 1.00 丨|")))
        .containsExactly(ROW, "20102 政协 8.00 6.00", "20103 政府 9.00 1.00");
  }

  @Test
  void a_bar_beside_a_single_cell_is_a_stroke_if_no_other_bar_is_near() {
    assertThat(StrayStrokeRemover.remove(List.of("名称", "数量", "12 |", "单位")))
        .containsExactly("名称", "数量", "12", "单位");
    List<String> cells = List.of("名称 |", "数量", "12 |", "单位");
    assertThat(StrayStrokeRemover.remove(cells)).isEqualTo(cells);
  }

  @Test
  void bars_between_cells_are_kept() {
    List<String> rows = List.of("城市 低保 | 120.00 | 130.00", "合 计 | 120.00 | 130.00", ROW);
    assertThat(StrayStrokeRemover.remove(rows)).isEqualTo(rows);
    List<String> alone = List.of("20102 政协 | 8.00 6.00", "注：无");
    assertThat(StrayStrokeRemover.remove(alone)).isEqualTo(alone);
  }
}
