package org.mingzhang.structure.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Layout;

/**
 * Tests pages without indents, where only the gap between lines separates a heading from its text.
 */
class ParagraphLineGapTest {
  private static final String FULL = "本单位按照有关规定编制预算并严格执行各项财务制度同时加强管理";
  private final List<Block> lines = new ArrayList<>();
  private float top = 80;

  @Test
  void a_numbered_line_that_fills_the_column_ends_where_more_space_follows() {
    paragraphs();
    add("（三）事业单位经营支出、上缴上级支出、对附属单位补助支出说明表", 12);
    add("我单位本年无上述支出。", 12);
    assertThat(texts()).contains("（三）事业单位经营支出、上缴上级支出、对附属单位补助支出说明表", "我单位本年无上述支出。");
  }

  @Test
  void a_numbered_line_continues_where_the_gap_is_that_of_a_paragraph() {
    paragraphs();
    add("（三）事业单位经营支出、上缴上级支出、对附属单位补助支出以及其", 12);
    add("他有关支出的情况", 2);
    assertThat(texts()).contains("（三）事业单位经营支出、上缴上级支出、对附属单位补助支出以及其他有关支出的情况");
  }

  /** Paragraphs of three lines without indents. */
  private void paragraphs() {
    for (int i = 0; i < 6; i++) {
      add(FULL, 12);
      add(FULL, 2);
      add("情况正常。", 2);
    }
  }

  private void add(String text, float gap) {
    top += 14 + gap;
    float right = 80 + 14 * Math.min(text.length(), FULL.length());
    Layout place = new Layout(80, top, right, top + 14, 14, false, 595, 842);
    lines.add(new TextBlock(1, text, TextBlock.Kind.LINE, 0, false, place));
  }

  private List<String> texts() {
    return new LineJoinPass().apply(lines).stream().map(b -> ((TextBlock) b).text()).toList();
  }
}
