package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

class HtmlPageTest {
  @TempDir private Path folder;

  private List<String> read(String body) throws IOException {
    Path file = folder.resolve("a.html");
    Files.write(file, ("<html><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8));
    return OfficeFiles.read(file);
  }

  @Test
  void headings_in_lists_of_a_word_processor_get_no_number() throws IOException {
    assertThat(read("<ol><ol start=2><li><h3>支出结构情况</h3></ol></ol>"))
        .containsExactly("p1 P3 支出结构情况");
  }

  @Test
  void paragraphs_headings_lists_and_line_breaks_are_as_a_reader_sees_them() throws IOException {
    assertThat(
            read(
                """
                <h1>第一部分
                概况</h1>首段<br>次行<div>块<span> 内  空&nbsp;格</span></div>
                <ol start=3><li>丙<li>丁</ol><ol type=A><li><p>甲</p></ol><ul><li>点</ul>
                <pre>原样
                两行</pre>
                """))
        .containsExactly(
            "p1 P1 第一部分 概况",
            "p1 P0 首段",
            "p1 P0 次行",
            "p1 P0 块 内 空 格",
            "p1 P0 3. 丙",
            "p1 P0 4. 丁",
            "p1 P0 A. 甲",
            "p1 P0 点",
            "p1 P0 原样",
            "p1 P0 两行");
  }

  @Test
  void preformatted_text_with_columns_keeps_its_lines_and_blanks() throws IOException {
    Path file = folder.resolve("a.html");
    Files.writeString(
        file,
        """
        <html><body><pre>
             收入执行情况表
                         单位：万元
        项目     预算数    执行数
        增值税    20      18
        契税      10      11
        </pre></body></html>
        """);
    ExtractionResult.SuccessfulExtraction read =
        (ExtractionResult.SuccessfulExtraction)
            new Extractor(ExtractionLimits.standard()).extract(file).getFirst();
    List<Block> blocks = read.extraction().blocks();
    assertThat(blocks)
        .allSatisfy(
            block ->
                assertThat(block)
                    .isInstanceOfSatisfying(
                        TextBlock.class,
                        line -> assertThat(line.kind()).isEqualTo(TextBlock.Kind.LINE)));
    assertThat(((TextBlock) blocks.getFirst()).indent()).isEqualTo(5);
    assertThat(((TextBlock) blocks.get(2)).text()).isEqualTo("项目     预算数    执行数");
  }

  @Test
  void hidden_elements_and_navigation_are_left_out() throws IOException {
    assertThat(
            read(
                """
                <nav>首页</nav><script>x()</script><style>p{}</style><p style="display:none">隐</p>
                <p><a href="#s1">一、职责</a></p><p>见<a href="#s2">附件</a></p>
                <p class=MsoToc1>二、机构……3</p><iframe src="http://127.0.0.1:9/"></iframe>
                <p style='mso-outline-level:2;page-break-before:always'>二、机构</p>
                """))
        .containsExactly("p1 P0C 一、职责", "p1 P0 见附件", "p1 P0C 二、机构……3", "p2 P2 二、机构");
  }

  @Test
  void layout_tables_are_text_and_data_tables_stay_tables() throws IOException {
    assertThat(
            read(
                """
                <table><tr><td>左栏<td><p>正文</p><table><caption>表一</caption>
                <tr><th>项目<th>金额<tr><td>合计<td>1</table></table>
                <table><tr><td>独行</table>
                """))
        .containsExactly(
            "p1 P0 左栏",
            "p1 P0 正文",
            "p1 P0 表一",
            "p1 table 2×2",
            "  0,0 项目",
            "  0,1 金额",
            "  1,0 合计",
            "  1,1 1",
            "p1 P0 独行");
  }

  @Test
  void the_bytes_override_a_declared_character_set() throws IOException {
    Path file = folder.resolve("a.html");
    String page = "<html><head><meta charset=%s></head><body><p>镕基金額：１２元</p></body></html>";
    Files.write(file, page.formatted("gb2312").getBytes(StandardCharsets.UTF_8));
    List<String> expected = List.of("p1 P0 镕基金額：１２元");
    assertThat(OfficeFiles.read(file)).isEqualTo(expected);
    Files.write(file, page.formatted("utf-8").getBytes(Charset.forName("GBK")));
    assertThat(OfficeFiles.read(file)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "style='list-style-type:none', 丙",
    "style='LIST-STYLE-TYPE : None', 丙",
    "style='margin:0;list-style: none outside', 丙",
    "style='list-style: none decimal', 3. 丙",
    "style='list-style:square', 丙",
    "style='list-style-type:upper-roman', III. 丙",
    "style='list-style-type:lower-alpha', c. 丙",
    "style='list-style-type:cjk-ideographic', 三、丙",
    "style='my-list-style-type-x:none', 3. 丙",
    "class=bare, 丙",
    "id=Plain, 丙",
    "class=roman, iii. 丙",
    "class=other, 3. 丙",
  })
  void list_items_show_the_number_that_their_style_gives_them(String attribute, String shown)
      throws IOException {
    assertThat(
            read(
                """
                <style>/* .other{list-style:none} */ .bare, .x li {margin:0; list-style:none}
                @media screen { #Plain > li {list-style-type:none} } .roman li{list-style:lower-roman}
                </style><ol start=3 %s><li>丙</li></ol>
                """
                    .formatted(attribute)))
        .containsExactly("p1 P0 " + shown);
  }

  @Test
  void the_number_of_an_item_without_text_is_not_given_to_the_next_paragraph() throws IOException {
    assertThat(read("<ol><li></li><li>乙</li><li><br></li></ol><p>后文</p>"))
        .containsExactly("p1 P0 2. 乙", "p1 P0 后文");
  }

  @Test
  void elements_inside_preformatted_text_do_not_break_its_lines() throws IOException {
    assertThat(read("<pre>合计<span>100</span>万元\r\n第<b>二</b>行</pre>"))
        .containsExactly("p1 P0 合计100万元", "p1 P0 第二行");
  }

  @ParameterizedTest
  @ValueSource(strings = {"footer", "aside"})
  void a_footer_element_with_a_data_table_is_kept(String name) throws IOException {
    assertThat(
            read(
                """
                <p>正文</p><%1$s>电话：12345</%1$s>
                <%1$s><table><tr><td>项目<td>金额<tr><td>合计<td>1</table></%1$s>
                """
                    .formatted(name)))
        .containsExactly("p1 P0 正文", "p1 table 2×2", "  0,0 项目", "  0,1 金额", "  1,0 合计", "  1,1 1");
  }

  @Test
  void cells_show_the_values_of_fields_and_grouped_digits_are_one_number() throws IOException {
    assertThat(
            String.join(
                "\n",
                read(
                    """
                    <p>查询<input type="text" value="关键词"></p>
                    <table><tr><td>项目</td><td>金额</td><td>备注</td></tr>
                    <tr><td>甲</td><td><input value="1000.00"></td><td><input type="hidden" value="7"></td></tr>
                    <tr><td>乙</td><td>1&nbsp;310&nbsp;250.50</td><td>5&nbsp;件</td></tr>
                    <tr><td>丙</td><td>2&#8239;310.50</td><td>2024&nbsp;310</td></tr></table>
                    """)))
        .contains("1000.00", "1310250.50", "2310.50", "5 件", "2024 310")
        .doesNotContain("关键词", "7");
  }
}
