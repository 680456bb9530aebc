package org.mingzhang.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mingzhang.model.Region;

class StatedPlaceTest {
  @Test
  void a_place_that_no_list_has_is_stated_with_a_code_from_99_and_its_path() {
    assertThat(Gazetteer.standard().parseCodeOrPath("990101 示例省/样本市/东岸区").map(Division::toRegion))
        .contains(new Region("990101", java.util.List.of("示例省", "样本市", "东岸区")));
  }

  @Test
  void a_code_of_the_standard_cannot_be_given_another_name() {
    assertThat(Gazetteer.standard().parseCodeOrPath("420105 示例省/样本市")).isEmpty();
  }
}
