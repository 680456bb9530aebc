package org.mingzhang.structure.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndicatorRoleTest {
  @ParameterizedTest
  @EnumSource
  void the_usual_title_of_a_role_is_read_as_that_role(IndicatorRole role) {
    assertThat(IndicatorRole.findByHeading(role.title())).isEqualTo(role);
  }
}
