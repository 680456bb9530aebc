package org.mingzhang.structure.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.structure.indicator.CellPerLineHeader.HeaderColumn;

/** Tests the column order of headers of several rows that were copied row by row. */
class HeaderTitleSorterTest {
  @Test
  void weights_below_the_levels_stand_behind_them() {
    assertThat(
            sort(
                level(IndicatorRole.LEVEL1, "一级指标"),
                level(IndicatorRole.LEVEL3, "三级指标"),
                level(null, "名称"),
                level(null, "权重"),
                level(null, "名称"),
                level(null, "分值")))
        .containsExactly("一级指标", "权重", "三级指标", "分值");
  }

  @Test
  void a_name_without_a_level_loses_no_title_behind_it() {
    assertThat(
            sort(
                level(IndicatorRole.LEVEL1, "一级指标"),
                level(null, "名称"),
                level(null, "权重"),
                level(null, "名称"),
                level(IndicatorRole.TARGET, "目标值")))
        .containsExactly("一级指标", "权重", "目标值");
  }

  private static HeaderColumn level(@Nullable IndicatorRole role, String title) {
    return new HeaderColumn(title, role, 1);
  }

  private static List<String> sort(HeaderColumn... columns) {
    return HeaderTitleSorter.restoreColumnOrder(Stream.of(columns).toList()).stream()
        .map(HeaderColumn::title)
        .toList();
  }
}
