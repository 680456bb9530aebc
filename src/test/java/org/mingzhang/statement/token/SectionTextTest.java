package org.mingzhang.statement.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.Topic;
import org.mingzhang.statement.Span;

class SectionTextTest {
  /** Offsets of spans are those of the text of the section, also after an empty first paragraph. */
  @Test
  void a_span_is_where_its_words_are_in_the_text_of_the_section() {
    TableBlock grid = new TableBlock(1, 1, 1, List.of(new TableBlock.Cell(0, 0, 1, 1, "合计")));
    Section section =
        new Section(
            "1",
            "一、",
            "收入",
            1,
            Topic.OTHER,
            1,
            false,
            true,
            List.of(
                new Section.Paragraph(1, ""),
                new Section.Paragraph(1, "收入3万元。"),
                new Section.TablePart(1, -1, grid),
                new Section.Paragraph(2, "支出5万元。")));
    SectionText read = SectionText.build(section);
    for (String amount : List.of("3万元", "5万元")) {
      int start = read.text().indexOf(amount);
      Span span = read.span(start, start + amount.length());
      assertThat(section.text().substring(span.start(), span.end())).isEqualTo(amount);
      assertThat(read.partIndexAt(start)).isEqualTo(amount.startsWith("3") ? 1 : 3);
      assertThat(span.page()).isEqualTo(amount.startsWith("3") ? 1 : 2);
    }
  }
}
