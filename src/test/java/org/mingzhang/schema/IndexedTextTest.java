package org.mingzhang.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.Topic;

class IndexedTextTest {
  /** A form, or a data table, of which a later page and the paragraph behind it are found. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 0})
  void a_row_is_on_its_own_page_in_every_table(int table) {
    TableBlock grid =
        new TableBlock(
            2,
            3,
            1,
            List.of(
                new TableBlock.Cell(0, 0, 1, 1, "指标"),
                new TableBlock.Cell(1, 0, 1, 1, "培训"),
                new TableBlock.Cell(2, 0, 1, 1, "慰问")));
    Section section =
        new Section(
            "1",
            "一、",
            "自评表",
            1,
            Topic.OTHER,
            1,
            false,
            false,
            List.of(
                new Section.Paragraph(1, ""),
                new Section.TablePart(2, table, grid, List.of(2, 2, 3)),
                new Section.Paragraph(4, "说明")));
    IndexedText text = IndexedText.build(section);
    assertThat(text.text()).isEqualTo(section.fullText());
    assertThat(
            List.of("自评", "指标", "培训", "慰问", "说明").stream()
                .map(words -> text.pages().pageAt(text.text().indexOf(words))))
        .containsExactly(1, 2, 2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "：", "。"})
  void the_text_follows_the_heading_as_printed(String titleEnd) {
    Section section =
        new Section(
            "1",
            "1.",
            "基本支出",
            titleEnd,
            1,
            Topic.OTHER,
            1,
            true,
            true,
            List.of(new Section.Paragraph(2, "指日常支出。")));
    IndexedText text = IndexedText.build(section);
    assertThat(text.text()).isEqualTo("1.基本支出" + titleEnd + "\n指日常支出。");
    assertThat(text.pages().pageAt(text.text().indexOf("指"))).isEqualTo(2);
    assertThat(text.text().substring(section.textOffset())).isEqualTo(section.text());
  }
}
