package org.mingzhang.web.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.TableBlock;

/** Quotes of findings are located in text and tables. */
class QuoteHighlighterTest {
  @Test
  void a_quote_is_underlined_and_leads_to_its_finding() {
    assertThat(html("收入总计0.3万元。其余不变。", plain("收入总计0.3万元。其余不变。"), quoted(1, "proof", "总计0.3万元")))
        .isEqualTo(
            "收入<span class=\"doubt proof\" id=\"q-c-1\">总计0.3万元</span>"
                + "<a class=\"doubt-ref proof\" href=\"#c-1\" data-n=\"1\" aria-label=\"疑点1\"></a>"
                + "。其余不变。");
  }

  @Test
  void a_quote_that_begins_with_the_title_is_underlined_from_where_the_text_begins() {
    String text = "38.90万元，主要用于人员。其余不变。";
    assertThat(html(text, plain(text), quoted(1, "proof", "“行政运行（项）”38.90万元，主要用于人员。")))
        .startsWith("<span class=\"doubt proof\" id=\"q-c-1\">38.90万元，主要用于人员。</span>");
    assertThat(html(text, plain(text), quoted(1, "proof", "其他。38.90"))).isEqualTo(text);
  }

  @Test
  void where_the_finding_does_not_stand_nothing_leads_to_it() {
    assertThat(html("总计1", plain("总计1"), quoted(1, "proof", "总计1").withoutNumber()))
        .isEqualTo("<span class=\"doubt proof\" id=\"q-c-1\">总计1</span>");
  }

  @Test
  void white_space_does_not_keep_a_quote_from_being_found() {
    String text = "完成预算的 98.2 %，其中";
    assertThat(html(text, plain(text), quoted(1, "proof", "完成预算的98.2%")))
        .startsWith("<span class=\"doubt proof\" id=\"q-c-1\">完成预算的 98.2 %</span>");
  }

  @Test
  void quotes_that_overlap_share_one_underline_of_the_gravest_and_keep_their_numbers() {
    String text = "甲乙丙丁";
    assertThat(html(text, plain(text), quoted(1, "wording", "甲乙丙"), quoted(2, "proof", "乙丙丁")))
        .startsWith(
            "<span id=\"q-c-2\"></span><span class=\"doubt proof\" id=\"q-c-1\">甲乙丙丁</span>")
        .contains("data-n=\"1\"", "data-n=\"2\"");
  }

  @Test
  void a_hit_across_the_edge_of_a_quote_is_marked_on_both_sides_and_numbered_once() {
    List<MatchHighlighter.Run> runs =
        List.of(
            new MatchHighlighter.Run("甲", false, ""),
            new MatchHighlighter.Run("乙丙", true, "h1"),
            new MatchHighlighter.Run("丁", false, ""));
    assertThat(html("甲乙丙丁", runs, quoted(1, "probable", "丙丁")))
        .startsWith(
            "甲<mark id=\"h1\">乙</mark><span class=\"doubt probable\" id=\"q-c-1\">"
                + "<mark>丙</mark>丁</span><a");
  }

  @Test
  void what_is_not_there_is_not_marked_and_words_are_escaped() {
    assertThat(html("<b>支出</b>", plain("<b>支出</b>"), quoted(1, "proof", "收入")))
        .isEqualTo("&lt;b&gt;支出&lt;/b&gt;");
  }

  @Test
  void a_quote_is_marked_once_though_its_words_stand_twice() {
    QuoteHighlighter marks = new QuoteHighlighter(List.of(quoted(1, "proof", "支出")));
    assertThat(marks.locate("支出")).hasSize(1);
    assertThat(marks.locate("支出")).isEmpty();
  }

  @Test
  void a_row_of_a_table_is_found_by_its_cells() {
    TableBlock grid =
        new TableBlock(
            1,
            2,
            3,
            List.of(
                new TableBlock.Cell(0, 0, 1, 1, "项目"),
                new TableBlock.Cell(0, 1, 1, 1, "总"),
                new TableBlock.Cell(1, 0, 1, 1, "总计"),
                new TableBlock.Cell(1, 1, 1, 1, ""),
                new TableBlock.Cell(1, 2, 1, 1, "2,961.68")));
    assertThat(new QuoteHighlighter(List.of(quoted(1, "proof", "总计 2,961.68"))).locate(grid))
        .singleElement()
        .satisfies(
            cells -> {
              assertThat(cells.first()).isEqualTo(2);
              assertThat(cells.last()).isEqualTo(4);
            });
    assertThat(new QuoteHighlighter(List.of(quoted(1, "proof", "总计 2,961"))).locate(grid))
        .isEmpty();
  }

  private static QuotedText quoted(int number, String severity, String quote) {
    return new QuotedText("q-c-" + number, "c-" + number, number, severity, quote);
  }

  private static List<MatchHighlighter.Run> plain(String text) {
    return List.of(new MatchHighlighter.Run(text, false, ""));
  }

  private static String html(String text, List<MatchHighlighter.Run> runs, QuotedText... quoted) {
    return HighlightedHtmlRenderer.render(runs, new QuoteHighlighter(List.of(quoted)).locate(text));
  }
}
