package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Emphasis;
import org.mingzhang.model.TextBlock.Kind;
import org.mingzhang.model.TextBlock.Layout;

/** Tests headings without numerals that are recognized by bold type, size and position alone. */
class TypographicTitleFinderTest {
  private static final String[] PLAIN = {
    "负责监测天气，发布预报和警报，做好防灾减灾服务。", "内设办公室和业务科。", "全年收入10万元，比上年增加1万元。", "请拨打公布的号码。"
  };

  private final OutlineBuilder builder = new OutlineBuilder();

  @Test
  void centered_and_bold_lines_head_a_document_without_numerals() {
    assertThat(headings(emphasised()))
        .containsExactly("1 基本情况", "1.1 工作范围", "1.2 机构和人员", "2 收入和支出", "2.1 收入一览", "3 联系方式");
  }

  @Test
  void typography_is_ignored_in_a_document_with_numbered_headings() {
    List<Block> blocks = new ArrayList<>(emphasised());
    blocks.add(TextBlock.paragraph(1, "一、政府采购情况"));
    blocks.add(TextBlock.paragraph(1, "无。"));
    blocks.add(TextBlock.paragraph(1, "二、国有资产占用情况"));
    blocks.add(TextBlock.paragraph(1, "无。"));
    blocks.add(TextBlock.paragraph(1, "三、名词解释"));
    assertThat(headings(blocks)).noneMatch(h -> h.contains("工作范围"));
  }

  @Test
  void size_and_position_on_a_page_identify_titles_too() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(line("2022年度样本旗示例局公开报告", 150, 445, 22, true, 60));
    blocks.add(line("基本情况", 261, 333, 18, true, 100));
    blocks.add(line("工作范围", 57, 105, 12, true, 140));
    blocks.add(line(PLAIN[0], 57, 345, 12, false, 170));
    blocks.add(line("收入和支出", 252, 342, 18, true, 200));
    blocks.add(line("收入一览", 57, 105, 12, true, 230));
    blocks.add(line(PLAIN[2], 57, 261, 12, false, 260));
    assertThat(headings(blocks)).containsExactly("1 基本情况", "1.1 工作范围", "2 收入和支出", "2.1 收入一览");
  }

  @Test
  void the_number_of_a_form_is_no_title_however_large() {
    List<Block> blocks = new ArrayList<>();
    for (String form : List.of("预算01表", "财决公开02表", "部门公开表3")) {
      blocks.add(line(form, 450, 530, 16, true, 60));
      blocks.add(line("2024年收支情况表", 230, 365, 18, true, 100));
      blocks.add(line(PLAIN[0], 57, 345, 12, false, 170));
    }
    assertThat(headings(blocks)).hasSize(3).allMatch(h -> h.endsWith("2024年收支情况表"));
  }

  private List<String> headings(List<Block> blocks) {
    return Outlines.headings(builder.build(TextBlocks.of(blocks)));
  }

  private static List<Block> emphasised() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(paragraph("2022年度样本旗示例局公开报告", true, true));
    blocks.add(paragraph("基本情况", true, true));
    blocks.add(paragraph("工作范围", true, false));
    blocks.add(paragraph(PLAIN[0], false, false));
    blocks.add(paragraph("机构和人员", true, false));
    blocks.add(paragraph(PLAIN[1], false, false));
    blocks.add(paragraph("收入和支出", true, true));
    blocks.add(paragraph("收入一览", true, false));
    blocks.add(paragraph(PLAIN[2], false, false));
    blocks.add(paragraph("联系方式", true, true));
    blocks.add(paragraph(PLAIN[3], false, false));
    return blocks;
  }

  private static Block paragraph(String text, boolean bold, boolean centered) {
    return new TextBlock(1, text, Kind.PARAGRAPH, 0, false, null, new Emphasis(bold, centered));
  }

  private static Block line(
      String text, float left, float right, float size, boolean bold, float top) {
    Layout layout = new Layout(left, top, right, top + size, size, bold, 595, 842);
    return new TextBlock(1, text, Kind.LINE, 0, false, layout);
  }
}
