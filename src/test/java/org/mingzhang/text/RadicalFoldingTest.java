package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RadicalFoldingTest {
  @Test
  void radicals_of_all_three_blocks_become_the_ideographs_they_look_like() {
    assertThat(RadicalFolding.fold("部⻔决算⻚码⻓期⻋辆⻝堂⻢路⻳山")).isEqualTo("部门决算页码长期车辆食堂马路龟山");
    assertThat(RadicalFolding.fold("⼀般⼈员经费⾏政⽀出")).isEqualTo("一般人员经费行政支出");
    assertThat(RadicalFolding.fold("\uF9D1月")).isEqualTo("六月");
    assertThat(RadicalFolding.fold("财政专⼾管理资金")).isEqualTo("财政专户管理资金");
  }

  @Test
  void other_text_stays_as_it_is() {
    assertThat(RadicalFolding.fold("“三公”经费１２．３万元")).isEqualTo("“三公”经费１２．３万元");
  }
}
