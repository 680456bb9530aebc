package org.mingzhang.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedTabCellsTest {
  @Test
  void a_quoted_cell_may_have_several_lines_and_doubled_marks() {
    assertThat(QuotedTabCells.unquote(List.of("项目\t金额", "\"设备", "购置\"\t\"约\"\"12\"\"万元\"\t", "说明")))
        .containsExactly("项目\t金额", "设备\n购置\t约\"12\"万元\t", "说明");
  }

  @Test
  void marks_that_do_not_enclose_a_cell_are_kept() {
    for (String line :
        List.of("\"三公\"经费\t12.00", "培训\t\"强基\"计划", "\"三公\"经费说明", "管径\t3\"\t6根", "开头\t\"没有结束\t5")) {
      assertThat(QuotedTabCells.unquote(List.of(line, "下一行\t1"))).containsExactly(line, "下一行\t1");
    }
  }
}
