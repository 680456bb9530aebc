package org.mingzhang.extract.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.TableBlock;

/**
 * Tests tables and forms without ruling lines whose lines or columns are unusually far apart or
 * close.
 */
class BorderlessLayoutTest extends DrawnPage {
  @Test
  void lines_of_wrapped_cells_set_wide_apart_stay_in_their_row() {
    write(20, 40, "一级");
    write(20, 60, "指标");
    write(100, 50, "二级指标");
    write(200, 50, "三级指标");
    write(300, 50, "指标值");
    String[] names = {"完成人工造林", "造林成活率", "带动农户务工", "林农满意度"};
    for (int r = 0; r < 4; r++) {
      write(200, 90 + 55 * r, names[r]);
      write(200, 110 + 55 * r, "情况");
      write(300, 100 + 55 * r, "≥" + r + "0%");
    }
    write(20, 118, "产出");
    write(20, 138, "指标");
    write(100, 100, "数量指标");
    write(100, 155, "质量指标");
    write(20, 210, "效益指标");
    write(100, 200, "社会效益");
    write(100, 220, "指标");
    write(20, 265, "满意度指标");
    write(100, 255, "服务对象");
    write(100, 275, "满意度指标");
    List<List<String>> grid = table().grid();
    assertEquals(5, grid.size());
    assertEquals(List.of("产出\n指标", "数量指标", "完成人工造林\n情况", "≥00%"), grid.get(1));
    assertEquals(List.of("", "质量指标", "造林成活率\n情况", "≥10%"), grid.get(2));
    assertEquals(List.of("满意度指标", "服务对象\n满意度指标", "林农满意度\n情况", "≥30%"), grid.get(4));
  }

  @Test
  void rows_that_stand_closer_than_usual_are_separated_by_their_amounts() {
    write(20, 40, "科目名称");
    write(200, 40, "基本支出");
    write(300, 40, "项目支出");
    for (int r = 0; r < 4; r++) {
      float top = 60 + 24 * r;
      write(20, top, "机关事业单位");
      write(20, top + 10.5f, "养老支出" + r);
      write(205, top + 5, "10" + r + ".50");
      write(305, top + 5, "2" + r + ".50");
    }
    write(20, 156, "合计");
    write(205, 156, "999.50");
    write(305, 156, "88.50");
    write(20, 169.5f, "总计");
    write(205, 169.5f, "999.50");
    write(305, 169.5f, "88.50");
    List<List<String>> grid = table().grid();
    assertEquals(7, grid.size());
    assertEquals(List.of("机关事业单位\n养老支出3", "103.50", "23.50"), grid.get(4));
  }

  @Test
  void words_that_begin_right_beside_amounts_are_a_column_of_their_own() {
    write(20, 40, "项目");
    write(160, 40, "决算数");
    write(230, 40, "项目");
    write(360, 40, "决算数");
    for (int r = 0; r < 4; r++) {
      write(20, 70 + 20 * r, "收入" + r);
      write(167.5f, 70 + 20 * r, "59" + r + ".60");
      write(200, 70 + 20 * r, "一般公共服务支出");
      write(367.5f, 70 + 20 * r, "41" + r + ".28");
    }
    assertEquals(List.of("收入2", "592.60", "一般公共服务支出", "412.28"), table().grid().get(3));
  }

  @Test
  void amounts_close_beside_each_other_make_a_row() {
    write(20, 40, "科目名称");
    write(120, 40, "合计");
    write(160, 40, "基本");
    write(200, 40, "项目");
    for (int r = 0; r < 4; r++) {
      write(20, 70 + 20 * r, "支出" + r);
      write(115, 70 + 20 * r, "1,60" + r + ".50");
      write(160, 70 + 20 * r, "200.10");
      write(195, 70 + 20 * r, "33.10");
    }
    assertEquals(List.of("支出0", "1,600.50", "200.10", "33.10"), table().grid().get(1));
  }

  @Test
  void rows_on_the_next_page_stand_under_the_header_of_the_page_before() {
    PageSequence pages = new PageSequence();
    write(20, 40, "一级指标");
    write(100, 40, "二级指标");
    write(200, 40, "三级指标");
    write(300, 40, "指标值");
    write(380, 40, "得分");
    write(20, 70, "产出指标");
    write(100, 70, "数量指标");
    write(200, 70, "造林面积");
    write(300, 70, "≥2万亩");
    write(385, 70, "10");
    write(290, 790, "3");
    assertEquals(2, pages.readBlocks(page(1)).size());
    glyphs.clear();
    write(200, 40, "封山育林");
    write(300, 40, "≥1万亩");
    write(385, 40, "20");
    write(20, 60, "效益指标");
    write(100, 60, "生态效益指标");
    write(200, 60, "森林覆盖率");
    write(300, 60, "≥30%");
    write(385, 60, "30");
    write(20, 90, "总分");
    write(385, 90, "60");
    TableBlock rest = (TableBlock) pages.readBlocks(page(2)).get(0);
    assertEquals(List.of("", "", "封山育林", "≥1万亩", "20"), rest.grid().get(0));
    assertEquals(List.of("效益指标", "生态效益指标", "森林覆盖率", "≥30%", "30"), rest.grid().get(1));
    glyphs.clear();
    write(20, 40, "第三部分 情况说明");
    assertEquals(1, pages.readBlocks(page(3)).size());
  }

  @Test
  void a_sum_alone_on_the_next_page_keeps_its_columns() {
    PageSequence pages = new PageSequence();
    write(20, 40, "科目编码");
    write(100, 40, "科目名称");
    write(220, 40, "基本支出");
    write(300, 40, "项目支出");
    for (int r = 0; r < 4; r++) {
      write(20, 70 + 20 * r, "20" + r);
      write(100, 70 + 20 * r, "一般公共服务");
      write(225, 70 + 20 * r, "10" + r + ".50");
      write(305, 70 + 20 * r, "2" + r + ".50");
    }
    pages.readBlocks(page(1));
    glyphs.clear();
    write(120, 40, "合计");
    write(225, 40, "406.00");
    write(305, 40, "86.00");
    TableBlock rest = (TableBlock) pages.readBlocks(page(2)).get(0);
    assertEquals(List.of(List.of("", "合计", "406.00", "86.00")), rest.grid());
  }

  @Test
  void lines_between_columns_only_do_not_make_one_row_of_a_table() {
    write(25, 45, "科目编码");
    write(105, 45, "科目名称");
    write(225, 45, "基本支出");
    write(305, 45, "项目支出");
    for (int r = 0; r < 5; r++) {
      write(25, 70 + 20 * r, "20" + r);
      write(105, 70 + 20 * r, "一般公共服务");
      write(225, 70 + 20 * r, "10" + r + ".50");
      write(305, 70 + 20 * r, "2" + r + ".50");
    }
    grid(new float[] {20, 100, 220, 300, 380}, new float[] {40, 60, 180});
    TableBlock table = table();
    assertEquals(6, table.rows());
    assertEquals(List.of("202", "一般公共服务", "102.50", "22.50"), table.grid().get(3));
  }

  @Test
  void a_form_with_lines_between_columns_only_is_read_by_its_white_space() {
    String[][] form = {
      {"一级指标", "二级指标", "三级指标", "指标值"},
      {"产出指标", "数量指标", "送戏下乡", "≥12场"},
      {"", "质量指标", "活动完成率", "≥95%"},
      {"效益指标", "社会效益指标", "群众文化生活", "丰富"},
      {"", "生态效益指标", "水质", "良好"}
    };
    for (int r = 0; r < form.length; r++) {
      for (int c = 0; c < 4; c++) {
        write(25 + 90 * c, 45 + 22 * r + (c == 0 && r > 0 ? 11 : 0), form[r][c]);
      }
    }
    grid(new float[] {20, 110, 200, 290, 380}, new float[] {40, 60, 160});
    TableBlock table = table();
    assertEquals(List.of("产出指标", "数量指标", "送戏下乡", "≥12场"), table.grid().get(1));
    assertEquals(List.of("效益指标", "社会效益指标", "群众文化生活", "丰富"), table.grid().get(3));
  }

  @Test
  void codes_that_end_right_beside_names_are_a_column_of_their_own() {
    write(20, 40, "编码");
    write(57, 40, "科目名称");
    write(220, 40, "合计");
    String[] codes = {"205", "20501", "2050101", "2050199"};
    for (int r = 0; r < 4; r++) {
      write(20, 70 + 20 * r, codes[r]);
      write(57, 70 + 20 * r, "教育支出");
      write(205, 70 + 20 * r, "1,10" + r + ".50");
    }
    assertEquals(List.of("2050101", "教育支出", "1,102.50"), table().grid().get(3));
  }

  @Test
  void column_numbers_are_a_row_and_reveal_columns_without_amounts() {
    write(20, 20, "编码");
    write(60, 20, "科目名称");
    write(205, 20, "合计");
    write(305, 20, "基本支出");
    write(405, 20, "项目支出");
    write(20, 46, "类");
    write(60, 40, "栏次");
    write(213, 40, "1");
    write(320, 40, "2");
    write(420, 40, "3");
    write(60, 52, "合计");
    write(200, 52, "14.50");
    write(300, 52, "10.50");
    for (int r = 0; r < 3; r++) {
      write(20, 90 + 20 * r, "20" + r);
      write(60, 90 + 20 * r, "支出" + r);
      write(200, 90 + 20 * r, "10" + r + ".50");
      write(300, 90 + 20 * r, "2" + r + ".50");
    }
    List<List<String>> grid = table().grid();
    assertEquals(List.of("", "栏次", "1", "2", "3"), grid.get(1));
    assertEquals(List.of("类", "合计", "14.50", "10.50", ""), grid.get(2));
  }

  @Test
  void the_label_of_a_sum_that_is_merged_over_columns_is_one_cell() {
    write(20, 40, "科目编码");
    write(100, 40, "科目名称");
    write(200, 40, "决算数");
    for (int r = 0; r < 7; r++) {
      write(20, 70 + 20 * r, "3010" + r);
      write(100, 70 + 20 * r, "基本工资");
      write(205, 70 + 20 * r, "1" + r + ".50");
    }
    write(42, 210, "人员经费合计");
    write(200, 210, "812.30");
    assertEquals(List.of("人员经费合计", "", "812.30"), table().grid().getLast());
  }

  @Test
  void a_header_that_the_next_page_repeats_names_the_same_columns() {
    PageSequence pages = new PageSequence();
    head(40);
    for (int r = 0; r < 4; r++) {
      row(70 + 20 * r, "支出" + r, "5" + r + ".50", "20.10", "30.10");
    }
    assertEquals(1, pages.readBlocks(page(1)).size());
    glyphs.clear();
    head(40);
    row(70, "支出8", "58.50", "", "");
    row(90, "总计", "99.50", "80.40", "");
    TableBlock rest = (TableBlock) pages.readBlocks(page(2)).getFirst();
    assertEquals(List.of("支出8", "58.50", "", ""), rest.grid().get(0));
    assertEquals(2, rest.rows());
  }

  @Test
  void an_empty_table_is_recognized_by_its_column_numbers() {
    head(40);
    row(60, "栏次", "1", "2", "3");
    row(80, "合计");
    write(20, 110, "注：本单位没有国有资本经营预算支出，故本表无数据。");
    List<List<String>> grid = table().grid();
    assertEquals(List.of("科目名称", "合计", "基本支出", "项目支出"), grid.get(0));
    assertEquals(List.of("栏次", "1", "2", "3"), grid.get(1));
  }

  private void head(float y) {
    row(y, "科目名称", "合计", "基本支出", "项目支出");
  }

  private void row(float y, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      write(20 + 100 * i, y, texts[i]);
    }
  }
}
