package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownTest {
  @TempDir private Path folder;

  private List<String> read(String text) throws IOException {
    return OfficeFiles.read(Files.writeString(folder.resolve("a.md"), text));
  }

  @Test
  void tables_and_code_in_quotes_are_read_without_the_marks_of_the_quote() throws IOException {
    assertThat(
            read(
                """
                > 部门决算如下
                >
                > | 项目 | 金额 |
                > |---|---|
                > | 合计 | 1.00 |

                > ```
                > 代码一行
                > ```

                后文如此
                """))
        .containsExactly(
            "p1 P0 部门决算如下",
            "p1 table 2×2",
            "  0,0 项目",
            "  0,1 金额",
            "  1,0 合计",
            "  1,1 1.00",
            "p1 L0 代码一行",
            "p1 P0 后文如此");
  }

  @Test
  void a_backslash_at_the_end_of_a_line_breaks_it_unless_it_is_escaped() throws IOException {
    assertThat(read("第一行文字\\\n第二行文字\\\\\n接着写\n"))
        .containsExactly("p1 P0 第一行文字", "p1 P0 第二行文字\\ 接着写");
  }

  @Test
  void a_thematic_break_ends_a_paragraph_and_an_underline_makes_it_a_heading() throws IOException {
    assertThat(read("第一段文字\n***\n第二段文字\n* * *\n第三段文字\n___\n标题文字\n---\n正文\n"))
        .containsExactly("p1 P0 第一段文字", "p1 P0 第二段文字", "p1 P0 第三段文字", "p1 P2 标题文字", "p1 P0 正文");
  }

  @Test
  void entities_are_the_characters_that_they_name() throws IOException {
    assertThat(
            read(
                """
                | 指标名称&nbsp; | 指标值 |
                |---|---|
                | &emsp;&ensp;巡河次数 | &ge;12次 |
                | &#12288;水质达标率&#8195; | &ge;95&percnt; |

                甲&amp;乙&ldquo;丙&rdquo;&amp;emsp;丁
                """))
        .containsExactly(
            "p1 table 3×2",
            "  0,0 指标名称",
            "  0,1 指标值",
            "  1,0 巡河次数",
            "  1,1 ≥12次",
            "  2,0 水质达标率",
            "  2,1 ≥95%",
            "p1 P0 甲&乙“丙”&emsp;丁");
  }

  @Test
  void blank_cells_beyond_the_columns_are_dropped_at_the_end_and_then_at_the_beginning()
      throws IOException {
    assertThat(
            read(
                """
                | 项目 | 预算数 |
                |---|---|
                | 基本支出 | 8.00 | |
                | | 项目支出 | 2.00 |
                | | 3.00 | ｜ |
                | | 合计 | 13.00 | 丨
                """))
        .containsExactly(
            "p1 table 5×2",
            "  0,0 项目",
            "  0,1 预算数",
            "  1,0 基本支出",
            "  1,1 8.00",
            "  2,0 项目支出",
            "  2,1 2.00",
            "  3,0 ",
            "  3,1 3.00",
            "  4,0 合计",
            "  4,1 13.00");
  }
}
