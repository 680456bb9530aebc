package org.mingzhang.extract.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.structure.lattice.text.CopiedTableFinder;

/**
 * Tables and forms without ruling lines whose lines and columns stand wide apart or close, as the
 * lattice reads them of the lines of pages.
 */
class OpenLayoutTest extends DrawnPage {
  private final List<Block> read = new ArrayList<>();

  @BeforeEach
  void writeCaption() {
    write(150, 15, "部门支出总体情况表");
  }

  private void endPage(int number) {
    read.addAll(new PageReader().readBlocks(page(number)));
    glyphs.clear();
    rulings.clear();
  }

  private List<TableBlock> tables() {
    return CopiedTableFinder.restore(read).blocks().stream()
        .filter(TableBlock.class::isInstance)
        .map(TableBlock.class::cast)
        .toList();
  }

  private List<List<String>> rows() {
    endPage(1 + read.stream().mapToInt(Block::page).max().orElse(0));
    return tables().getFirst().grid();
  }

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
    List<List<String>> grid = rows();
    assertEquals(5, grid.size());
    assertEquals(List.of("产出指标", "数量指标", "完成人工造林情况", "≥00%"), grid.get(1));
    assertEquals(List.of("产出指标", "质量指标", "造林成活率情况", "≥10%"), grid.get(2));
    assertEquals(List.of("满意度指标", "服务对象满意度指标", "林农满意度情况", "≥30%"), grid.get(4));
  }

  @Test
  void rows_that_stand_closer_than_usual_are_parted_by_their_amounts() {
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
    List<List<String>> grid = rows();
    assertEquals(7, grid.size());
    assertEquals(List.of("机关事业单位养老支出3", "103.50", "23.50"), grid.get(4));
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
    assertEquals(List.of("收入2", "592.60", "一般公共服务支出", "412.28"), rows().get(3));
  }

  @Test
  void amounts_close_beside_each_other_make_a_row() {
    write(20, 40, "科目名称");
    write(120, 40, "合计");
    write(160, 40, "预算");
    write(200, 40, "决算");
    for (int r = 0; r < 4; r++) {
      write(20, 70 + 20 * r, "支出" + r);
      write(115, 70 + 20 * r, "1,60" + r + ".50");
      write(160, 70 + 20 * r, "200.10");
      write(195, 70 + 20 * r, "33.10");
    }
    assertEquals(List.of("支出0", "1,600.50", "200.10", "33.10"), rows().get(1));
  }

  @Test
  void rows_on_the_next_page_stand_under_the_header_of_the_page_before() {
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
    endPage(1);
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
    endPage(2);
    write(20, 40, "第三部分 情况说明");
    endPage(3);
    List<List<String>> grid = rows();
    assertEquals(List.of("产出指标", "数量指标", "封山育林", "≥1万亩", "20"), grid.get(2));
    assertEquals(List.of("效益指标", "生态效益指标", "森林覆盖率", "≥30%", "30"), grid.get(3));
    assertEquals(4, grid.size());
  }

  @Test
  void a_sum_alone_on_the_next_page_keeps_its_columns() {
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
    endPage(1);
    write(120, 40, "合计");
    write(225, 40, "406.00");
    write(305, 40, "86.00");
    endPage(2);
    List<List<String>> grid = rows();
    assertEquals(List.of("合计", "", "406.00", "86.00"), grid.getLast());
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
    List<List<String>> grid = rows();
    assertEquals(6, grid.size());
    assertEquals(List.of("202", "一般公共服务", "102.50", "22.50"), grid.get(3));
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
    List<List<String>> grid = rows();
    assertEquals(List.of("产出指标", "数量指标", "送戏下乡", "≥12场"), grid.get(1));
    assertEquals(List.of("效益指标", "社会效益指标", "群众文化生活", "丰富"), grid.get(3));
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
    assertEquals(List.of("2050101", "教育支出", "1,102.50"), rows().get(3));
  }

  @Test
  void numbers_of_columns_tell_of_columns_without_amounts() {
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
    List<List<String>> grid = rows();
    assertEquals(List.of("类", "合计", "14.50", "10.50", ""), grid.get(1));
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
    assertEquals(List.of("", "人员经费合计", "812.30"), rows().getLast());
  }

  @Test
  void a_header_that_the_next_page_repeats_names_the_same_columns() {
    head(40);
    for (int r = 0; r < 4; r++) {
      row(70 + 20 * r, "支出" + r, "5" + r + ".50", "20.10", "30.10");
    }
    endPage(1);
    head(40);
    row(70, "支出8", "58.50", "", "");
    row(90, "总计", "99.50", "80.40", "");
    endPage(2);
    List<List<String>> grid = rows();
    assertEquals(List.of("支出8", "58.50", "", ""), grid.get(5));
    assertEquals(7, grid.size());
  }

  @Test
  void a_second_table_with_the_titles_of_the_first_is_a_table_of_its_own() {
    for (String caption : List.of("收入执行情况表", "支出执行情况表")) {
      write(150, 20, caption);
      head(40);
      for (int r = 0; r < 4; r++) {
        row(70 + 20 * r, caption.substring(0, 2) + r, "5" + r + ".50", "20.10", "30.10");
      }
      endPage(caption.startsWith("收") ? 1 : 2);
    }
    List<TableBlock> tables = tables();
    assertEquals(2, tables.size());
    assertEquals(List.of("科目名称", "合计", "基本支出", "项目支出"), tables.get(1).grid().getFirst());
    assertEquals(List.of("支出3", "53.50", "20.10", "30.10"), tables.get(1).grid().getLast());
  }

  @Test
  void an_empty_table_is_told_by_the_numbers_of_its_columns() {
    head(40);
    row(60, "栏次", "1", "2", "3");
    row(80, "合计");
    write(20, 110, "注：本单位没有国有资本经营预算支出，故本表无数据。");
    assertEquals(List.of(List.of("科目名称", "合计", "基本支出", "项目支出")), rows());
  }

  @Test
  void columns_of_a_table_without_lines_are_told_by_white_space() {
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
    List<List<String>> grid = rows();
    assertEquals(List.of("科目编码", "科目名称", "本年支出/小计", "本年支出/项目支出"), grid.get(0));
    assertEquals(List.of("201", "公共服务", "1,200.50", "3.00"), grid.get(1));
    assertEquals(List.of("20129", "群团", "17.25", ""), grid.get(4));
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
    }
    List<List<String>> grid = rows();
    assertEquals(List.of("项目", "行次", "决算数"), grid.get(0));
    assertEquals(List.of("总计", "13", "—"), grid.get(4));
  }

  @Test
  void lines_below_rows_and_merged_cells_part_a_form_without_others() {
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
    List<List<String>> grid = rows();
    assertEquals(List.of("产出指标", "数量指标", "办理事项0", "≥0件"), grid.get(1));
    assertEquals("办理事项1", grid.get(2).get(2));
    assertEquals(List.of("满意度指标", "服务对象满意度指标", "办理事项2", "≥2件"), grid.get(3));
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
