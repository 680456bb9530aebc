package org.mingzhang.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.ComparisonGrid;

class DistrictGroupsTest {
  private static final ComparisonGrid.Cell NONE =
      new ComparisonGrid.Cell(
          ComparisonGrid.CellState.UNSTATED, null, "", "", "", 0, "", 0, List.of());

  private static DirectAnswer.AgencyValue value(String name, String... region) {
    return new DirectAnswer.AgencyValue(
        KnownAgency.of(List.of(region), name),
        2024,
        new AccountSlice("", "", "", ""),
        NONE,
        2023,
        NONE,
        null);
  }

  @Test
  void what_has_no_known_region_is_a_group_but_no_district() {
    DistrictGroups groups =
        DistrictGroups.groupByDistrict(
            List.of(
                value("甲局", "示例省", "样本市", "青石区"),
                value("乙局"),
                value("丙局", "示例省", "样本市", "青石区"),
                value("丁局", "示例省", "样本市", "白水区")));
    assertThat(groups.districtCount()).isEqualTo(2);
    assertThat(groups.lines())
        .extracting(line -> line.agency().name())
        .containsExactly("甲局", "丙局", "乙局", "丁局");
  }
}
