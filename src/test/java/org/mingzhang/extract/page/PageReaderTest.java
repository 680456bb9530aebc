package org.mingzhang.extract.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

class PageReaderTest extends DrawnPage {
  @Test
  void a_line_is_read_from_left_to_right_whatever_the_order_of_drawing() {
    write(60, 100, "万元。");
    write(20, 100, "收入合计");
    write(20, 80, "二、");
    assertEquals(List.of("二、", "收入合计万元。"), texts());
  }

  @Test
  void chinese_characters_a_little_apart_are_one_word_and_a_wide_gap_is_one_space() {
    write(20, 100, "编制部门");
    write(62, 100, "：");
    write(300, 100, "单位：元");
    assertEquals(List.of("编制部门： 单位：元"), texts());
  }

  @Test
  void blanks_drawn_between_spread_characters_are_kept_as_one_space() {
    write(20, 100, "目  录");
    assertEquals(List.of("目 录"), texts());
  }

  @Test
  void latin_words_are_separated_by_their_gap() {
    write(20, 100, "ONE");
    write(39, 100, "TWO");
    assertEquals(List.of("ONE TWO"), texts());
  }

  @Test
  void a_superscript_does_not_make_a_line_of_its_own() {
    write(20, 100, "面积10m");
    glyphs.add(new Glyph("2", 55, 99, 58, 105, 6, false));
    assertEquals(List.of("面积10m2"), texts());
  }

  @Test
  void overprinted_glyphs_are_read_once() {
    write(20, 100, "标题");
    write(20.5f, 100, "标题");
    write(50, 100, "11");
    assertEquals(
        List.of("标题 11"),
        new PageReader()
                .readBlocks(new PageContent(1, 600, 800, OverprintRemover.remove(glyphs), rulings))
                .stream()
                .map(b -> ((TextBlock) b).text())
                .toList());
  }

  @Test
  void amounts_of_one_row_on_different_heights_stay_in_their_row() {
    grid(new float[] {20, 120, 220, 320}, new float[] {100, 140, 180});
    write(25, 105, "科目名");
    write(25, 121, "称折行");
    write(130, 112, "2,336.91");
    write(230, 125, "603.14");
    write(25, 145, "合计");
    write(130, 165, "1");
    assertEquals(
        List.of(List.of("科目名\n称折行", "2,336.91", "603.14"), List.of("合计", "1", "")), table().grid());
  }

  @Test
  void text_printed_over_a_border_into_an_empty_cell_stays_in_its_cell() {
    grid(new float[] {20, 78, 160, 220}, new float[] {100, 120, 140});
    write(25, 105, "养老保险缴费支出");
    write(165, 105, "12");
    write(25, 125, "甲");
    write(80, 125, "乙");
    assertEquals(List.of(List.of("养老保险缴费支出", "", "12"), List.of("甲", "乙", "")), table().grid());
  }

  @Test
  void an_underline_inside_a_cell_does_not_divide_it() {
    grid(new float[] {20, 120, 220}, new float[] {100, 140, 180});
    write(25, 105, "填报");
    rulings.add(Ruling.horizontal(118, 22, 60));
    write(25, 122, "日期");
    assertEquals(List.of(List.of("填报\n日期", ""), List.of("", "")), table().grid());
  }

  @Test
  void a_grid_without_outer_borders_at_its_sides_is_closed_where_its_lines_end() {
    for (float y : new float[] {100, 120, 140}) {
      rulings.add(Ruling.horizontal(y, 20, 320));
    }
    rulings.add(Ruling.vertical(120, 100, 140));
    write(30, 104, "甲");
    write(130, 104, "乙");
    write(30, 124, "丙");
    write(130, 124, "丁");
    assertEquals(List.of(List.of("甲", "乙"), List.of("丙", "丁")), table().grid());
  }

  @Test
  void dashed_lines_are_rulings() {
    for (float y : new float[] {100, 120, 140}) {
      for (float x = 20; x < 220; x += 4) {
        rulings.add(Ruling.horizontal(y, x, x + 2));
      }
    }
    for (float x : new float[] {20, 120, 220}) {
      for (float y = 100; y < 140; y += 4) {
        rulings.add(Ruling.vertical(x, y, y + 2));
      }
    }
    write(30, 104, "甲");
    assertEquals(2, table().rows());
    assertEquals(2, table().columns());
  }

  @Test
  void a_frame_around_text_is_no_table() {
    grid(new float[] {20, 320}, new float[] {100, 200});
    write(30, 110, "框内文字");
    assertEquals(List.of("框内文字"), texts());
  }

  @Test
  void an_underlined_word_is_no_table() {
    write(20, 100, "单位名称");
    rulings.add(Ruling.horizontal(111, 20, 100));
    assertEquals(List.of("单位名称"), texts());
  }

  @Test
  void lines_above_and_below_keep_their_place_around_a_table() {
    grid(new float[] {20, 120, 220}, new float[] {100, 120, 140});
    write(20, 150, "注：下文");
    write(20, 80, "表题");
    write(30, 104, "甲");
    List<Block> blocks = blocks();
    assertEquals("表题", ((TextBlock) blocks.get(0)).text());
    assertInstanceOf(TableBlock.class, blocks.get(1));
    assertEquals("注：下文", ((TextBlock) blocks.get(2)).text());
  }

  @Test
  void a_page_drawn_sideways_is_read_upright() {
    grid(new float[] {20, 120, 220}, new float[] {100, 120, 140});
    write(30, 104, "甲");
    write(130, 124, "乙丙");
    PageContent upright = page(1);
    PageContent sideways = upright.rotateUpright(3);
    assertEquals(
        new PageReader().readBlocks(upright),
        new PageReader().readBlocks(sideways.rotateUpright(1)));
  }

  @Test
  void columns_of_a_table_without_lines_are_found_by_white_space() {
    write(200, 60, "支出决算表");
    write(300, 80, "本年支出");
    write(30, 100, "科目编码");
    write(100, 100, "科目名称");
    write(280, 100, "小计");
    write(350, 100, "项目支出");
    String[][] rows = {{"201", "公共服务", "1,200.50", "3.00"}, {"20129", "群团", "17.25", ""}};
    for (int r = 0; r < 4; r++) {
      write(30, 130 + 24 * r, rows[r % 2][0]);
      write(100, 130 + 24 * r, rows[r % 2][1]);
      write(310 - 5 * rows[r % 2][2].length(), 130 + 24 * r, rows[r % 2][2]);
      write(380 - 5 * rows[r % 2][3].length(), 130 + 24 * r, rows[r % 2][3]);
    }
    write(30, 240, "注：本表反映支出。");
    TableBlock table = table();
    assertEquals(List.of("科目编码", "科目名称", "本年支出", ""), table.grid().get(0));
    assertEquals(List.of("", "", "小计", "项目支出"), table.grid().get(1));
    assertEquals(List.of("201", "公共服务", "1,200.50", "3.00"), table.grid().get(2));
    assertEquals(List.of("20129", "群团", "17.25", ""), table.grid().get(5));
    assertEquals(3, blocks().size());
  }

  @Test
  void dashes_are_cells_and_an_empty_line_may_stand_below_the_header() {
    write(30, 60, "项目");
    write(200, 60, "行次");
    write(300, 60, "决算数");
    String[] amounts = {"1,200.50", "17.25", "3.00", "—"};
    for (int r = 0; r < 4; r++) {
      write(30, 115 + 24 * r, r == 3 ? "总计" : "甲项收入");
      write(200, 115 + 24 * r, "1" + r);
      write(340 - 5 * amounts[r].length(), 115 + 24 * r, amounts[r]);
      write(400, 115 + 24 * r, "2" + r);
    }
    TableBlock table = table();
    assertEquals(List.of("项目", "行次", "决算数", ""), table.grid().get(0));
    assertEquals(List.of("总计", "13", "—", "23"), table.grid().get(4));
  }

  @Test
  void horizontal_rulings_divide_the_rows_of_a_form_without_vertical_ones() {
    String[] titles = {"一级指标", "二级指标", "三级指标", "指标值"};
    for (int c = 0; c < 4; c++) {
      write(20 + 120 * c, 60, titles[c]);
      for (int r = 0; r < 3; r++) {
        write(20 + 120 * c, 90 + 30 * r, c < 2 ? "" : c == 2 ? "办理事项" + r : "≥" + r + "件");
      }
    }
    write(20, 105, "产出指标");
    write(140, 105, "数量指标");
    write(20, 150, "满意度指标");
    write(140, 143, "服务对象满意");
    write(140, 158, "度指标");
    rulings.add(Ruling.horizontal(78, 20, 560));
    rulings.add(Ruling.horizontal(108, 250, 560));
    rulings.add(Ruling.horizontal(137, 20, 560));
    rulings.add(Ruling.horizontal(175, 20, 560));
    TableBlock table = table();
    assertEquals(List.of("产出指标", "数量指标", "办理事项0", "≥0件"), table.grid().get(1));
    assertEquals("办理事项1", table.grid().get(2).get(2));
    assertEquals(List.of("满意度指标", "服务对象满意\n度指标", "办理事项2", "≥2件"), table.grid().get(3));
  }

  @Test
  void lines_of_prose_and_of_contents_are_no_table() {
    for (int i = 0; i < 5; i++) {
      write(40, 60 + 20 * i, "收入合计 465.38 万元，其中基本支出 12.5");
      write(40, 200 + 20 * i, "一、收入支出总体情况");
      write(400, 200 + 20 * i, "1" + i);
    }
    assertEquals(10, texts().size());
  }

  private List<String> texts() {
    return blocks().stream().map(b -> ((TextBlock) b).text()).toList();
  }

  @Test
  void columns_of_prose_are_read_one_after_the_other() {
    write(200, 40, "样本局二〇二四年度决算公开说明及附表");
    for (int line = 0; line < 20; line++) {
      write(40, 80 + 20 * line, "左" + "栏".repeat(21) + line + "行");
      write(330, 84 + 20 * line, "右" + "栏".repeat(21) + line + "行");
    }
    write(290, 760, "- 1 -");
    List<String> read = texts();
    assertEquals(42, read.size());
    assertEquals("样本局二〇二四年度决算公开说明及附表", read.getFirst());
    assertEquals("左" + "栏".repeat(21) + "19行", read.get(20));
    assertEquals("右" + "栏".repeat(21) + "0行", read.get(21));
    assertEquals("- 1 -", read.getLast());
  }

  @Test
  void a_ruled_table_in_the_right_column_follows_the_left_one() {
    for (int line = 0; line < 20; line++) {
      write(40, 80 + 20 * line, "左" + "栏".repeat(23));
    }
    grid(new float[] {330, 430, 560}, new float[] {80, 110, 140, 170, 200});
    write(335, 90, "科目名称");
    write(440, 90, "金额");
    List<Block> read = blocks();
    assertEquals(21, read.size());
    assertInstanceOf(TableBlock.class, read.getLast());
  }

  @Test
  void lines_over_the_whole_width_and_cells_beside_each_other_are_no_columns() {
    for (int line = 0; line < 20; line++) {
      write(40, 80 + 20 * line, "项目" + line);
      write(130, 80 + 20 * line, "名" + "称".repeat(14));
      write(330, 80 + 20 * line, "说" + "明".repeat(21));
    }
    assertEquals("项目0 名" + "称".repeat(14) + " 说" + "明".repeat(21), texts().getFirst());
  }

  @Test
  void a_line_between_cells_that_go_on_on_the_next_page_ends_at_the_open_edge() {
    grid(new float[] {60, 110, 300, 400}, new float[] {100, 130});
    for (float x : new float[] {60, 110, 300, 400}) {
      rulings.add(Ruling.vertical(x, 130, x < 200 ? 189 : 190));
    }
    rulings.add(Ruling.horizontal(160, 110, 400));
    rulings.add(Ruling.horizontal(190, 114.5f, 400));
    rulings.add(Ruling.horizontal(191.5f, 300, 400));
    write(65, 110, "级别");
    write(115, 110, "名称");
    write(305, 110, "目标");
    write(65, 135, "产出");
    write(115, 135, "管护里程");
    write(305, 135, "95");
    assertEquals("产出", table().grid().get(1).get(0));
    assertEquals("管护里程", table().grid().get(1).get(1));
  }
}
