package org.mingzhang.structure.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.GridDrawing;

class ContinuationMarkRemoverTest {
  private static final TableBlock UPPER = GridDrawing.block(1, "科目 | 金额\n甲 | 1");
  private static final TableBlock LOWER = GridDrawing.block(1, "科目 | 金额\n乙 | 2");

  private static TextBlock line(String text) {
    return TextBlock.line(1, text);
  }

  @Test
  void a_continuation_mark_joins_the_parts_of_a_table_without_pages() {
    List<Block> kept =
        ContinuationMarkRemover.remove(
            List.of(line("收入决算表"), line("单位：万元"), UPPER, line("收入决算表（续表）"), line("单位：万元"), LOWER));
    assertEquals(List.of(line("收入决算表"), line("单位：万元"), UPPER, LOWER), kept);
  }

  @Test
  void a_page_number_and_the_number_of_the_table_do_not_hide_a_mark() {
    List<Block> kept =
        ContinuationMarkRemover.remove(
            List.of(
                line("表2　收入决算表"), line("单位：万元"), UPPER, line("第 4 页"), line("收入决算表（续表）"), LOWER));
    assertEquals(List.of(line("表2　收入决算表"), line("单位：万元"), UPPER, LOWER), kept);
  }

  @Test
  void a_page_number_alone_is_no_mark() {
    List<Block> blocks = List.of(line("项目自评表"), UPPER, line("第 4 页"), LOWER);
    assertEquals(blocks, ContinuationMarkRemover.remove(blocks));
  }

  @Test
  void a_caption_that_returns_without_a_mark_opens_a_table_of_its_own() {
    List<Block> blocks = List.of(line("项目自评表"), UPPER, line("项目自评表"), LOWER);
    assertEquals(blocks, ContinuationMarkRemover.remove(blocks));
  }
}
