package org.mingzhang.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNameDeriverTest {
  @ParameterizedTest
  @CsvSource({
    "云州国家高新技术产业开发区, 云州高新区",
    "云州高新技术产业园区, 云州高新区",
    "云州高技术产业开发区, 云州高新区",
    "云州新技术开发区, 云州高新区",
    "云州经济技术开发区, 云州经开区",
    "青禾经济开发区, 青禾经开区",
    "云州城乡一体化示范区, 云州示范区"
  })
  void a_zone_is_abbreviated_by_its_kind(String zone, String abbreviation) {
    assertThat(ShortNameDeriver.deriveZoneNames(zone, List.of())).containsExactly(abbreviation);
  }

  @ParameterizedTest
  @CsvSource({"云州高新技术产业开发区管委会", "云州保税区", "云州开发区"})
  void other_zones_are_not_abbreviated(String zone) {
    assertThat(ShortNameDeriver.deriveZoneNames(zone, List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"云州市青禾区经济开发区, 云州市青禾区经开区|青禾区经济开发区|青禾区经开区|经济开发区|经开区", "青禾区保税区, 保税区"})
  void a_zone_is_named_without_the_divisions_around_it(String zone, String names) {
    assertThat(ShortNameDeriver.deriveZoneNames(zone, List.of("云州市", "青禾区")))
        .containsExactly(names.split("\\|", -1));
  }
}
