package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitPlacesTest {
  @ParameterizedTest
  @CsvSource({
    "本年没有资金安排, false, false, false",
    "收入12.5万元比上年多, true, false, false",
    "共计3万, true, false, false",
    "支出三百万元, true, true, false",
    "支出十元, true, true, false",
    "预算为万元, true, false, true",
    "预算为元, true, false, true",
    "金额___万元, true, false, true",
    "收入5亿元支出为千元, true, true, true"
  })
  void a_look_at_what_stands_before_units_tells_which_amounts_may_be_there(
      String text, boolean any, boolean numeral, boolean blank) {
    assertThat(UnitPlaces.scan(text)).isEqualTo(new UnitPlaces(any, numeral, blank));
  }
}
