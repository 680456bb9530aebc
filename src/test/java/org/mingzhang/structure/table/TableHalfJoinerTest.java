package org.mingzhang.structure.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mingzhang.structure.grid.GridDrawing.part;
import static org.mingzhang.structure.grid.GridDrawing.section;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

class TableHalfJoinerTest {
  private static final String LEFT =
      """
      项目 | < | 本年支出合计
      科目编码 | 科目名称 | ^
       | 合计 | 30.00
      201 | 一般公共服务支出 | 20.00
      208 | 社会保障和就业支出 | 10.00
      """;

  private static final String RIGHT =
      """
      基本支出 | 项目支出
      20.00 | 10.00
      15.00 | 5.00
      5.00 | 5.00
      """;

  private static List<TableData> read(Section.Part... parts) {
    return new TableReader().read(List.of(section("支出决算表", parts))).tables();
  }

  private static Section.Paragraph line(String text) {
    return new Section.Paragraph(2, text);
  }

  @Test
  void columns_printed_on_the_next_page_belong_to_the_rows_before() {
    List<TableData> tables = read(part(1, LEFT), line("公开03表"), line("2"), part(2, RIGHT));
    assertEquals(1, tables.size(), tables::toString);
    assertEquals(List.of("项目/科目编码", "项目/科目名称", "本年支出合计", "基本支出", "项目支出"), tables.get(0).header());
    assertEquals(List.of("", "合计", "30.00", "20.00", "10.00"), tables.get(0).rows().get(0));
    assertEquals(List.of("208", "社会保障和就业支出", "10.00", "5.00", "5.00"), tables.get(0).rows().get(2));
  }

  @Test
  void labels_that_are_repeated_on_the_right_half_come_once() {
    String right =
        """
        项目 | < | 项目支出
        科目编码 | 科目名称 | ^
         | 合计 | 10.00
        201 | 一般公共服务支出 | 5.00
        208 | 社会保障和就业支出 | 5.00
        """;
    List<TableData> tables = read(part(1, LEFT), part(2, right));
    assertEquals(1, tables.size(), tables::toString);
    assertEquals(List.of("208", "社会保障和就业支出", "10.00", "5.00"), tables.get(0).rows().get(2));
  }

  @Test
  void both_halves_may_go_on_over_pages() {
    String lower =
        """
        210 | 卫生健康支出 | 1.00
        221 | 住房保障支出 | 2.00
        """;
    String rest =
        """
        1.00 |
        2.00 |
        """;
    List<TableData> tables = read(part(1, LEFT), part(2, lower), part(3, RIGHT), part(4, rest));
    assertEquals(1, tables.size(), tables::toString);
    assertEquals(List.of("221", "住房保障支出", "2.00", "2.00", ""), tables.get(0).rows().get(4));
  }

  @Test
  void other_tables_on_the_next_page_stay_tables_of_their_own() {
    String fewer = RIGHT.lines().limit(3).reduce("", (a, b) -> a + b + "\n");
    assertEquals(2, read(part(1, LEFT), part(2, fewer)).size());
    String another =
        """
        项目 | < | 本年收入合计
        科目编码 | 科目名称 | ^
         | 合计 | 31.00
        201 | 一般公共服务支出 | 21.00
        208 | 社会保障和就业支出 | 10.00
        """;
    assertEquals(2, read(part(1, LEFT), part(2, another)).size());
    assertEquals(2, read(part(1, LEFT), line("说明如下。"), part(2, RIGHT)).size());
  }

  @Test
  void halves_with_a_note_between_and_their_columns_numbered_on_are_one_table() {
    String left = LEFT.replace(" | 合计", "栏次 | < | 1\n | 合计");
    String right = RIGHT.replaceFirst("20.00", "2 | 3\n20.00").replace("项目支出\n", "项目支出 | 其他支出\n");
    right = right.replace("2 | 3", "2 | 3 | 4").replace(".00\n", ".00 |\n");
    Section.Part[] parts = {
      part(1, left), line("注：本表反映支出情况。"), line("公开03表"), line("金额单位：万"), line("元"), part(2, right)
    };
    TableReader.Result result = new TableReader().read(List.of(section("支出决算表", parts)));
    assertEquals(1, result.tables().size(), result.tables()::toString);
    TableData table = result.tables().get(0);
    assertEquals("项目/科目名称", table.header().get(1));
    assertEquals("基本支出", table.header().get(3));
    assertEquals(List.of("", "合计", "30.00", "20.00", "10.00", ""), table.rows().get(0));
    assertEquals("万元", table.unit());
    assertEquals("注：本表反映支出情况。", result.sections().get(0).body().getLast().text());
  }
}
