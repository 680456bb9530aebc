package org.mingzhang.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TownshipsTest {
  /** Names that contain 镇, 乡 or 街道 before their end, and such after which other text follows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "乌镇镇人民政府 | 桐乡市",
        "乌镇人民政府 | 佳县",
        "五乡镇2024年度部门决算 | 鄞州区",
        "华大街道办事处 | 鼓楼区 丰泽区",
        "华大街道 | 鼓楼区 丰泽区",
        "没有这样的名称镇人民政府 | -",
        "镇 | -"
      })
  void the_longest_known_name_counts(String text, String counties) {
    String found =
        Townships.findCountiesOfLeadingTownship(text).stream()
            .map(Division::name)
            .collect(Collectors.joining(" "));
    assertThat(found.isEmpty() ? null : found).isEqualTo(counties);
  }

  /** A text without these characters is not looked up, so a name must have one of them. */
  @Test
  void every_name_has_a_character_that_lets_it_be_looked_up() {
    assertThat(GazetteerReader.readRows("townships.tsv", 2))
        .allSatisfy(row -> assertThat(row[1].split(",")).allMatch(n -> n.matches(".*[镇乡道木]")));
  }
}
