package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.GridDrawing;

/** Tests captions in header rows that are repeated on every page. */
class RepeatedCaptionRemoverTest {
  @Test
  void a_caption_in_repeated_rows_of_a_table_goes_with_its_unit() {
    TableBlock upper =
        new TableBlock(
            1,
            4,
            2,
            List.of(
                cell(0, 0, 2, "表2 部门综合预算收入总表"),
                cell(1, 1, 1, "单位：元"),
                cell(2, 0, 1, "科目"),
                cell(2, 1, 1, "金额"),
                cell(3, 0, 1, "甲"),
                cell(3, 1, 1, "1")));
    TableBlock lower = new TableBlock(2, upper.rows(), upper.columns(), upper.cells());
    List<Block> kept = RepeatedCaptionRemover.remove(List.of(upper, lower));
    assertThat(kept).containsExactly(upper, GridDrawing.block(2, "科目 | 金额\n甲 | 1"));
  }

  @Test
  void caption_unit_and_header_together_come_again_in_running_text() {
    List<Block> blocks =
        lines("表2 收入总表", "单位：元", "科目 金额", "甲 1", "表2 收入总表", "单位：元", "科目 金额", "乙 2");
    assertThat(RepeatedCaptionRemover.remove(blocks))
        .isEqualTo(lines("表2 收入总表", "单位：元", "科目 金额", "甲 1", "科目 金额", "乙 2"));
  }

  @Test
  void tables_of_two_projects_keep_their_captions() {
    List<Block> blocks = lines("项目支出绩效自评表", "项目名称：甲", "产出指标", "项目支出绩效自评表", "项目名称：乙", "产出指标");
    assertThat(RepeatedCaptionRemover.remove(blocks)).isEqualTo(blocks);
  }

  private static TableBlock.Cell cell(int row, int column, int columns, String text) {
    return new TableBlock.Cell(row, column, 1, columns, text);
  }

  private static List<Block> lines(String... texts) {
    return List.of(texts).stream().map(text -> (Block) TextBlock.line(1, text)).toList();
  }
}
