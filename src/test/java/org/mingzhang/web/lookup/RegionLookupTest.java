package org.mingzhang.web.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionLookupTest {
  private static final RegionLookup PLACES =
      new RegionLookup(
          List.of("示例省", "示例省/样本市", "示例省/样本市/东岸区", "示例省/样本市/青石区", "示例省/青石市", "示例省/青石市/东岸区"));

  @ParameterizedTest
  @CsvSource({
    "示例省样本市东岸区, 示例省/样本市/东岸区",
    "样本市 东岸区, 示例省/样本市/东岸区",
    "青石市东岸区, 示例省/青石市/东岸区",
    "青石区, 示例省/样本市/青石区",
    "青石, 示例省/青石市",
    "示例省, 示例省",
    "示例省/样本市, 示例省/样本市"
  })
  void a_region_is_found_by_what_readers_type(String typed, String path) {
    assertThat(PLACES.find(typed)).hasValue(path);
  }

  @ParameterizedTest
  @CsvSource({
    "东岸区, 示例省/样本市/东岸区 示例省/青石市/东岸区",
    "青石市东岸区, 示例省/青石市/东岸区",
    "样本市/东岸区, 示例省/样本市/东岸区",
    "示例, 示例省",
    "岸区, ''",
    "示例省/青石市, 示例省/青石市"
  })
  void a_name_means_every_region_that_has_it(String typed, String paths) {
    assertThat(String.join(" ", PLACES.findAll(typed))).isEqualTo(paths);
  }

  @Test
  void what_is_not_there_is_not_guessed() {
    assertThat(PLACES.find("火星区")).isEmpty();
    assertThat(PLACES.find(" ")).isEmpty();
  }
}
