package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/** Tests headings whose level is known only because the original declares it. */
class DeclaredLevelNormalizerTest {
  @Test
  void headings_that_are_all_of_the_second_level_stand_side_by_side() {
    assertThat(
            titles(
                heading("宣传手册", 2),
                text("印刷2000册。"),
                heading("系统运维", 2),
                text("维护3个系统。"),
                heading("人员", 2),
                text("发放工资。")))
        .containsExactly("1 宣传手册", "2 系统运维", "3 人员");
  }

  @Test
  void names_of_sheets_are_no_headings() {
    assertThat(
            titles(
                heading("Sheet1", 2),
                heading("一、项目概况", 3),
                text("印刷2000册。"),
                heading("Sheet2", 2),
                heading("二、项目绩效", 3),
                text("维护3个系统。")))
        .containsExactly("1 项目概况", "2 项目绩效");
  }

  private static TextBlock heading(String title, int level) {
    return new TextBlock(1, title, TextBlock.Kind.PARAGRAPH, level, false, null);
  }

  private static TextBlock text(String text) {
    return TextBlock.paragraph(1, text);
  }

  private static List<String> titles(Block... blocks) {
    return new OutlineBuilder()
        .build(TextBlocks.of(new ArrayList<>(List.of(blocks)))).stream()
            .map(s -> s.path() + " " + s.title())
            .toList();
  }
}
