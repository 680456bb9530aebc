package org.mingzhang.extract.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CellPerLineTableParserTest {
  private static Optional<TextTable> table(String drawing) {
    return CellPerLineTableParser.parse(drawing.replace("→", "\t").lines().toList(), 0);
  }

  @Test
  void a_tab_opens_a_cell_and_a_blank_line_ends_the_row() {
    assertEquals(
        List.of(
            List.of("一级\n指标", "三级指标", "指标值"), List.of("产出指标", "活动", "5"), List.of("", "培训", "6")),
        table("→一级\n指标\n→三级指标\n→指标值\n\n→产出指标\n→活动\n→5\n\n→\n→培训\n→6\n\n文字").orElseThrow().rows());
  }

  @Test
  void a_cell_that_ends_with_blank_lines_belongs_to_its_row() {
    assertEquals(
        List.of("目标1", "一级指标", "指标值"),
        table("→目标1\n\n\n→一级指标\n→指标值\n\n→\n→产出指标\n→5\n\n→\n→效益指标\n→6\n")
            .orElseThrow()
            .rows()
            .get(0));
  }

  @Test
  void indented_paragraphs_are_no_table() {
    String paragraph = "→这是一个缩进的段落，内容比较长，写的是部门职责的具体情况以及其他内容。\n";
    assertTrue(table((paragraph.repeat(3) + "\n").repeat(3)).isEmpty());
  }
}
