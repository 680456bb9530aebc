package org.mingzhang.extract.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BorderlessFormFinderTest extends DrawnPage {
  @Test
  void a_header_without_rows_does_not_hide_the_next_form() {
    writeHeader(40);
    write(20, 90, "备注：无");
    writeHeader(240);
    String[][] rows = {
      {"产出指标", "数量指标", "送戏下乡", "≥12场"},
      {"产出指标", "质量指标", "活动完成率", "≥95%"},
      {"效益指标", "社会效益指标", "群众文化生活", "丰富"},
    };
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < 4; c++) {
        write(20 + 90 * c, 262 + 22 * r, rows[r][c]);
      }
    }
    assertEquals(List.of("", "质量指标", "活动完成率", "≥95%"), table().grid().get(2));
  }

  private void writeHeader(float y) {
    String[] titles = {"一级指标", "二级指标", "三级指标", "指标值"};
    for (int c = 0; c < 4; c++) {
      write(20 + 90 * c, y, titles[c]);
    }
  }
}
