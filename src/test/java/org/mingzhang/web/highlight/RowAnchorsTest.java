package org.mingzhang.web.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.Topic;

/** Links of indicators and figures lead to their rows. */
class RowAnchorsTest {
  /** Lines of a table or text are separated by {@code /}, cells by {@code ;}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          table | 指标;目标;完成/数量;1项;1项/质量;95%;96% | 数量;1项;1项/质量;95%;96% | 1 2
          table | 质量;95%/质量;98% | 质量;98%/质量;95% | 1 0
          table | 数量;1项/质量;2项/数量;1项 | 数量;1项/数量;1项 | 0 2
          table | 数 量;≥1 项;2 | 数量;≥1项;2 | 0
          table | 数量;≥3000;3216 | 数量;≥3000条;3216 | 0
          table | 数量;1项/质量;2项 | 成本;1项 | -
          text | 数量1项1项。质量95%96%。 | 数量;1项;1项/质量;95%;96% | 数量1项1项 质量95%96%
          text | 数量1项，数量1项。 | 数量;1项/数量;1项 | 数量1项 数量1项
          text | 前言。/质量 95 %。 | 质量;95% | 质量 95 %
          text | 前言。 | 质量;95% | -
          """)
  void an_indicator_is_found_by_its_name_target_and_result(
      String kind, String content, String indicators, String expected) {
    List<Indicator> rows = new ArrayList<>();
    for (String row : indicators.split("/", -1)) {
      String[] cells = row.split(";", -1);
      rows.add(indicator(cells[0], cells[1], cells.length > 2 ? cells[2] : null));
    }
    assertThat(places(kind, content, rows, List.of(), "i")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          table | 收入;1,234.50;9/支出;1,234.50;8 | 1234.50;支出 1234.50 8 | 1
          text | 收入9.00万元。支出1,234.50万元，比上年增加9.00万元。 | 9.00;支出1,234.50万元，比上年增加9.00万元。 | 9.00@27
          text | 收入9.00万元。 | 7.00;支出7.00万元。 | -
          """)
  void a_figure_is_found_by_its_value_within_its_quote(
      String kind, String content, String figure, String expected) {
    String[] cells = figure.split(";", -1);
    Figure row = new Figure("1", "数", null, null, cells[0], "万元", 2024, cells[1], 1, false);
    assertThat(places(kind, content, List.of(), List.of(row), "f")).isEqualTo(expected);
  }

  /** Rows of the table, or marked words of the text, in the order of the anchors. */
  private static String places(
      String kind, String content, List<Indicator> indicators, List<Figure> figures, String name) {
    List<Section.Part> body = new ArrayList<>();
    String[] lines = content.split("/", -1);
    if (kind.equals("table")) {
      body.add(new Section.TablePart(1, -1, grid(lines)));
    } else {
      for (String line : lines) {
        body.add(new Section.Paragraph(1, line));
      }
    }
    Section section = new Section("1", "", "节", 1, Topic.OTHER, 1, false, false, body);
    RowAnchors anchors = RowAnchors.locate(disclosure(section, indicators, figures), section);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < indicators.size() + figures.size(); i++) {
      String id = name + i;
      for (int line = 0; line < lines.length; line++) {
        if (kind.equals("table") && anchors.renderAnchors(0, line).contains("id=\"" + id + "\"")) {
          places.add(String.valueOf(line));
        }
        for (QuoteHighlighter.Range range : anchors.findRanges(line)) {
          if (range.quotes().getFirst().id().equals(id)) {
            String words = lines[line].substring(range.start(), range.end());
            places.add(name.equals("f") ? words + "@" + range.start() : words);
          }
        }
      }
      places.addAll(anchors.unlocatedRowIds().contains(id) ? List.of("-") : List.of());
    }
    return String.join(" ", places);
  }

  private static TableBlock grid(String[] lines) {
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int row = 0; row < lines.length; row++) {
      String[] texts = lines[row].split(";", -1);
      for (int column = 0; column < texts.length; column++) {
        cells.add(new TableBlock.Cell(row, column, 1, 1, texts[column]));
      }
    }
    return new TableBlock(1, lines.length, 3, cells);
  }

  private static Disclosure disclosure(
      Section section, List<Indicator> indicators, List<Figure> figures) {
    return new Disclosure(
        new SourceDocument("a.txt", "00", "text/plain", 1, 1, null),
        new DocumentMetadata("题", false, null, null, null, Category.OTHER, null, List.of()),
        List.of(section),
        List.of(),
        indicators,
        figures,
        List.of(),
        List.of());
  }

  @Test
  void a_row_that_overlaps_the_quote_of_a_finding_does_not_widen_it() {
    Section section =
        new Section(
            "1",
            "",
            "节",
            1,
            Topic.OTHER,
            1,
            false,
            false,
            List.of(new Section.Paragraph(1, "质量95%96%。数量1项。")));
    List<Indicator> rows = List.of(indicator("质量", "95%", "96%"), indicator("数量", "1项", null));
    RowAnchors anchors = RowAnchors.locate(disclosure(section, rows, List.of()), section);
    List<QuoteHighlighter.Range> ranges =
        new QuoteHighlighter(List.of(new QuotedText("q-c-1", "c-1", 1, "proof", "95%")))
            .locate("质量95%96%。数量1项。", anchors, 0);
    assertThat(ranges)
        .extracting(
            r -> r.start() + "-" + r.end() + " " + r.quotes().stream().map(QuotedText::id).toList())
        .containsExactly("2-5 [q-c-1, i0]", "9-13 [i1]");
  }

  private static Indicator indicator(String name, String target, @Nullable String actual) {
    return new Indicator(
        "1",
        "表",
        null,
        null,
        null,
        null,
        name,
        target,
        actual,
        null,
        null,
        null,
        Indicator.TargetResult.UNKNOWN,
        1);
  }
}
