package org.mingzhang.structure.lattice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

class CellParagraphDetectorTest {
  private static BitSet findCellParagraphs(String... paragraphs) {
    List<Block> blocks =
        Stream.of(paragraphs)
            .<Block>map(
                text ->
                    new TextBlock(
                        1,
                        text,
                        TextBlock.Kind.PARAGRAPH,
                        0,
                        false,
                        null,
                        TextBlock.Emphasis.PLAIN,
                        0))
            .toList();
    return CellParagraphDetector.findCellParagraphs(blocks);
  }

  @Test
  void cells_of_a_form_are_known_by_its_titles_although_its_goals_are_sentences() {
    String[] form = {
      "项目名称",
      "样本水库维修",
      "年度绩效目标",
      "完成水库维修，保障工程安全运行。",
      "一级指标",
      "二级指标",
      "三级指标",
      "指标值",
      "产出指标",
      "数量指标",
      "维修水库座数",
      "≥3座"
    };
    assertThat(findCellParagraphs(form).cardinality()).isEqualTo(form.length);
  }

  @Test
  void levels_may_be_called_goals() {
    String[] form = {
      "一级目标", "二级目标", "三级目标", "目标值", "产出", "数量目标", "受理案件数", "≥4500件", "质量目标", "案件改判率", "≤5%"
    };
    assertThat(findCellParagraphs(form).cardinality()).isEqualTo(form.length);
  }

  @Test
  void titles_on_one_line_show_a_form_too() {
    assertThat(
            findCellParagraphs("绩效目标表", "一级指标 二级指标 三级指标 指标值", "产出指标 数量指标 维修水库座数 ≥3座").cardinality())
        .isEqualTo(3);
  }

  @Test
  void sentences_about_indicators_are_no_form() {
    assertThat(findCellParagraphs("一级指标、二级指标和三级指标均已完成。", "指标值按年初目标设定。", "产出指标 10分").cardinality())
        .isZero();
  }

  @Test
  void rows_without_separators_are_rows_of_a_table() {
    assertThat(
            findCellParagraphs("项目本地区本级", "债务余额386.42142.75", "一般债务168.2061.35", "专项债务218.2281.40"))
        .hasToString("{0, 1, 2, 3}");
  }
}
