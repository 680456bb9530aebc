package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.SearchScope;

class HitTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "关于白鹭市2024年财政决算（草案）的报告,-,政府决算,-,白鹭市人民政府",
        "2025年青石县财政预算草案,-,政府预算,-,青石县人民政府",
        "样本省白鹭市本级2024年度政府决算公开,-,政府决算,样本省/白鹭市,白鹭市人民政府",
        "白鹭市长塘镇2024年财政决算报告,-,政府决算,样本省/白鹭市,白鹭市长塘镇人民政府",
        "2024年度政府决算公开,-,政府决算,样本省/白鹭市,2024年度政府决算公开",
        "白鹭市2024年部门决算汇编,-,部门决算,样本省/白鹭市,白鹭市2024年部门决算汇编",
        "关于白鹭市2024年财政决算的报告,白鹭市财政局,政府决算,-,白鹭市财政局",
      })
  void the_publisher_is_the_agency_or_else_the_government_of_the_place_in_the_title(
      String title,
      @Nullable String agency,
      String category,
      @Nullable String region,
      String publisher) {
    List<String> path = region == null ? List.of() : List.of(region.split("/", -1));
    Hit hit =
        new Hit(
            "a",
            SearchScope.DOCUMENTS,
            "a",
            title,
            List.of(),
            title,
            agency,
            path,
            2024,
            category,
            null,
            1,
            List.of(),
            0,
            List.of(),
            null,
            Map.of());
    assertThat(hit.publisher()).isEqualTo(publisher);
  }
}
