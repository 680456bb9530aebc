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

class RtfTest {
  @TempDir private Path folder;

  private List<String> read(String rtf) throws IOException {
    Path file = folder.resolve("a.rtf");
    Files.write(file, rtf.getBytes(StandardCharsets.ISO_8859_1));
    return OfficeFiles.read(file);
  }

  @Test
  void text_in_code_pages_and_in_unicode_reads_the_same() throws IOException {
    assertThat(
            read(
                "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134"
                    + " \\'cb\\'ce;}}\\f1 \\'b2\\'bf\\'c3\\'c5\\par"
                    + "\\f0\\u37096\\'3f\\uc0\\u38376\\par{\\uc2\\u37096 ??\\u38376 ??}\\par}"))
        .containsExactly("p1 P0 部门", "p1 P0 部门", "p1 P0 部门");
  }

  @Test
  void numerals_headings_contents_and_hidden_parts_are_recognized() throws IOException {
    assertThat(
            read(
                "{\\r"
                    + "tf1{\\stylesheet{\\s1\\outlinelevel0 heading 1;}{\\s2 toc 1;}}{\\header"
                    + " x}{\\info{\\title y}}\\pard\\s2 a\\tab 3\\par\\pard\\s1{\\listtext\\pard"
                    + " 1.\\tab}First\\par\\pard{\\listtext\\'b7\\tab}dot{\\v hidden}{\\deleted"
                    + " gone}{\\*\\unknown z}\\par{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt"
                    + " entry\\par}}\\pard\\pagebb second{\\pict 00ff}\\line line\\par}"))
        .containsExactly(
            "p1 P0C a 3",
            "p1 P1 1. First",
            "p1 P0 dot",
            "p1 P0C entry",
            "p2 P0 second",
            "p2 P0 line");
  }

  @Test
  void merged_cells_and_a_row_of_other_edges_share_one_grid() throws IOException {
    assertThat(
            read(
                "{\\rtf1 before\\par\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl"
                    + " A\\cell B\\cell C\\par c\\cell\\row"
                    + "\\trowd\\clvmrg\\cellx1010\\clmgf\\cellx2010\\clmrg\\cellx3000\\pard\\intbl"
                    + "\\cell D\\cell\\cell\\row\\pard after\\par}"))
        .containsExactly(
            "p1 P0 before",
            "p1 table 2×3",
            "  0,0 2×1 A",
            "  0,1 B",
            "  0,2 C⏎c",
            "  1,1 1×2 D",
            "p1 P0 after");
  }

  @Test
  void unclosed_groups_and_excess_braces_are_tolerated() throws IOException {
    assertThat(read("{\\rtf1 text{\\b bold")).containsExactly("p1 P0 textbold");
    assertThat(read("{\\rtf1 text}}}}\\par more\\bin99999 x")).contains("p1 P0 text");
  }

  @Test
  void rows_of_headers_and_nested_tables_do_not_affect_those_of_the_body() throws IOException {
    String row = "\\pard\\intbl 甲\\cell 1\\cell ".replace("甲", "A");
    assertThat(
            read(
                "{\\rtf1\\trowd\\cellx1000\\cellx2000{\\header\\trowd\\clmrg\\cellx100\\clmrg\\cellx200"
                    + "\\intbl h\\cell\\row}"
                    + row
                    + "{\\*\\nesttableprops\\trowd\\cellx500\\clmrg\\cellx600\\nestrow}\\row"
                    + "\\trowd\\cellx1000\\cellx2000"
                    + row
                    + "\\row\\pard{\\footer\\intbl f}after\\par}"))
        .containsExactly("p1 table 2×2", "  0,0 A", "  0,1 1", "  1,0 A", "  1,1 1", "p1 P0 after");
  }

  @ParameterizedTest
  @CsvSource({
    "65001, UTF-8",
    "54936, GB18030",
    "936, GBK",
    "950, Big5",
    "932, windows-31j",
    "866, IBM866"
  })
  void the_code_page_of_the_file_is_known_by_its_number(int number, String charset)
      throws IOException {
    String word = number == 866 ? "Отчет" : "部門";
    StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg" + number + " ");
    for (byte b : word.getBytes(Charset.forName(charset))) {
      rtf.append("\\'%02x".formatted(b & 0xff));
    }
    assertThat(read(rtf + "\\par}")).containsExactly("p1 P0 " + word);
  }
}
