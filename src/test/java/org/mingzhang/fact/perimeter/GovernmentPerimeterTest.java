package org.mingzhang.fact.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Perimeter;

class GovernmentPerimeterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2024年全市一般公共预算支出决算表 | 全域",
        "样本县2024年县级政府性基金预算收入决算表 | 政府本级",
        "2024年市本级一般公共预算收支平衡表 / 一、全市决算 | 政府本级",
        "表3 一般公共预算收支平衡表 / 一、全县决算情况 | 全域",
        "样本区2024年一般公共预算收入表 / 附件 | -",
        "2024年全省及省本级收支对照表 / 一、全省决算 | -",
        "市级配套资金安排表 | -",
        "某市2025年区级社会保险基金预算表 | 政府本级"
      })
  void perimeter_of_the_nearest_title_that_names_one(String titles, String perimeter) {
    Perimeter found = GovernmentPerimeter.findInTitles(List.copyOf(split(titles)));
    assertThat(found == null ? null : found.label()).isEqualTo(perimeter);
  }

  private static List<String> split(String titles) {
    return Arrays.stream(titles.split(" / ", -1)).map(String::strip).toList();
  }
}
