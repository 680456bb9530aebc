package org.mingzhang.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offsets of parts, rows and cells in the text of a section, and their pages. */
class SectionTest {
  /** A table with one row for each text; {@code ,} separates cells. */
  private static Section.TablePart table(List<Integer> rowPages, String... rows) {
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      String[] texts = rows[r].split(",", -1);
      for (int c = 0; c < texts.length; c++) {
        cells.add(new TableBlock.Cell(r, c, 1, 1, texts[c]));
      }
    }
    return new Section.TablePart(
        rowPages.getFirst(), -1, new TableBlock(1, rows.length, 3, cells), rowPages);
  }

  private static Section section(Section.Part... parts) {
    return new Section("1", "一、", "表", 1, Topic.OTHER, 1, false, false, List.of(parts));
  }

  private static final Section SECTION =
      section(
          new Section.Paragraph(1, ""),
          table(List.of(1, 2, 2, 3), ",,", "", "项目,数,", "甲\n局,,1.00"),
          new Section.Paragraph(3, ""),
          new Section.Paragraph(4, "完"));

  @Test
  void a_part_is_in_the_text_where_its_offset_says() {
    assertThat(SECTION.text()).isEqualTo("项目\t数\n甲局\t\t1.00\n\n完");
    assertThat(SECTION.partOffsets()).containsExactly(0, 0, 14, 15);
    for (int i = 0; i < SECTION.body().size(); i++) {
      assertThat(SECTION.text().substring(SECTION.partOffsets().get(i)))
          .startsWith(SECTION.body().get(i).text());
    }
  }

  @Test
  void a_row_and_a_cell_are_in_the_text_where_their_offsets_say() {
    Section.TablePart table = (Section.TablePart) SECTION.body().get(1);
    assertThat(table.lines())
        .containsExactly(
            new Section.TableTextLine(0, ""),
            new Section.TableTextLine(0, ""),
            new Section.TableTextLine(0, "项目\t数"),
            new Section.TableTextLine(5, "甲局\t\t1.00"));
    assertThat(Section.TableTextLine.cellOffsets(table.grid().grid().get(3)))
        .containsExactly(0, 3, 4);
    assertThat(section().partOffsets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "4, 2", "5, 3", "13, 3", "14, 3", "15, 4", "99, 4"})
  void a_page_is_that_of_the_row_or_paragraph(int offset, int page) {
    assertThat(SECTION.pageAt(offset)).isEqualTo(page);
  }
}
