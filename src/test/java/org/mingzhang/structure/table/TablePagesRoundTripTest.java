package org.mingzhang.structure.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.grid.GridDrawing;

/** Cuts random tables into pages at random rows and checks that they are read back as one. */
class TablePagesRoundTripTest {
  private static final String HEADER =
      """
      项目 | < | 本年支出合计 | 基本支出 | 项目支出
      科目编码 | 科目名称 | ^ | ^ | ^
      """;

  @Test
  void tables_cut_into_pages_are_joined() {
    assertJoined(300, 3, 20, 8);
  }

  @Test
  void long_tables_of_which_not_all_rows_are_shown_are_joined_as_well() {
    assertJoined(12, 300, 600, 40);
  }

  @Test
  void of_a_long_table_no_more_is_looked_at_for_a_page_than_of_a_short_one() {
    Section.TablePart page = GridDrawing.part(1, HEADER + draw(rows(new Random(1), 20, 1)));
    PagedTable open = new PagedTable(page);
    int most = 0;
    for (int i = 1; i < 2_000; i++) {
      open.addPage(new GridConcatenator(open.firstAndLastRows(), page, 0).join());
      most = Math.max(most, open.firstAndLastRows().grid().rows());
    }
    int rows = page.grid().rows();
    assertTrue(most <= 200 + rows, "rows shown: " + most);
    assertEquals(2_000 * rows, open.wholeTable().grid().rows());
    assertEquals(2_000 * rows, open.wholeTable().rowPages().size());
    assertEquals(2_000L * page.grid().cells().size(), open.wholeTable().grid().cells().size());
  }

  private static void assertJoined(int rounds, int fewest, int more, int onPage) {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      List<List<String>> rows = rows(random, fewest, more);
      boolean repeat = random.nextBoolean();
      List<Section.Part> parts = new ArrayList<>();
      int at = 0;
      int page = 1;
      while (at < rows.size()) {
        int end = Math.min(rows.size(), at + 1 + random.nextInt(onPage));
        String drawn = draw(rows.subList(at, end));
        parts.add(GridDrawing.part(page, (page == 1 || repeat ? HEADER : "") + drawn));
        parts.add(new Section.Paragraph(page, "- " + page + " -"));
        page++;
        at = end;
      }
      Section section = GridDrawing.section("支出决算表", parts.toArray(Section.Part[]::new));
      List<TableData> tables = new TableReader().read(List.of(section)).tables();
      assertEquals(1, tables.size(), "seed " + seed);
      assertEquals(rows, tables.get(0).rows(), "seed " + seed);
    }
  }

  private static String draw(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(String.join(" | ", row)).append('\n'));
    return text.toString();
  }

  private static List<List<String>> rows(Random random, int fewest, int more) {
    List<List<String>> rows = new ArrayList<>();
    int count = fewest + random.nextInt(more);
    for (int i = 0; i < count; i++) {
      String basic = random.nextInt(3) == 0 ? "" : random.nextInt(9999) + ".05";
      rows.add(List.of(String.valueOf(2010101 + i), "示例科目" + i, "1,234.50", basic, "10.00"));
    }
    rows.add(List.of("", "合计", "9,999.00", "", "10.00"));
    return rows;
  }
}
