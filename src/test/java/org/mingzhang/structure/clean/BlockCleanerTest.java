package org.mingzhang.structure.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Kind;
import org.mingzhang.model.TextBlock.Layout;
import org.mingzhang.text.TypographicSpaceRemover;

/** Tests what cleaning removes, joins and keeps. */
class BlockCleanerTest {
  private final BlockCleaner cleaner = new BlockCleaner();

  @Test
  void bookmark_tokens_are_removed_and_their_text_stays() {
    assertThat(clean(paragraph("[bookmark: _Toc1539][bookmark: OLE_LINK9]二、收入决算情况说明")))
        .containsExactly("二、收入决算情况说明");
  }

  @Test
  void captions_of_pictures_are_removed_but_not_sentences_that_mention_one() {
    assertThat(
            clean(
                paragraph("图 1：收、支决算总计变动情况"),
                paragraph("（图2：收入决算结构图）（饼状图）"),
                paragraph("如图1所示，收入增加10万元。")))
        .containsExactly("如图1所示，收入增加10万元。");
  }

  @Test
  void data_of_charts_is_removed() {
    assertThat(
            clean(
                paragraph("正文。"),
                paragraph("销售额\t基本支出\t项目支出\t0.7\t0.3"),
                paragraph("本年收支\t上年收支\t10\t11\t本年收支\t上年收支\t1\t本年收支\t上年收支\t1")))
        .containsExactly("正文。");
  }

  @Test
  void a_bare_number_between_lines_of_prose_is_a_page_number() {
    assertThat(clean(line("组织群众依法参加民主选举、民主决策、民主管理和"), line("5"), line("民主监督工作，推动建立平等协商制度的各项工作。")))
        .containsExactly("组织群众依法参加民主选举、民主决策、民主管理和", "民主监督工作，推动建立平等协商制度的各项工作。");
  }

  @Test
  void a_unit_of_money_broken_over_lines_is_joined() {
    assertThat(clean(line("财政拨款支出年初预算为36.05万"), line("元，支出决算为46.38万元。")))
        .containsExactly("财政拨款支出年初预算为36.05万元，支出决算为46.38万元。");
  }

  @Test
  void running_heads_and_page_numbers_are_removed_where_only_page_breaks_are_known() {
    List<Block> blocks = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      blocks.add(new TextBlock(page, "示例局2022年度部门决算公开", Kind.LINE, 0, false, null));
      blocks.add(new TextBlock(page, "行次", Kind.LINE, 0, false, null));
      blocks.add(new TextBlock(page, "" + (page + 2), Kind.LINE, 0, false, null));
    }
    assertThat(texts(cleaner.runPasses(blocks.subList(1, blocks.size())))).containsOnly("行次");
  }

  @Test
  void running_heads_below_a_page_number_are_removed_without_page_breaks() {
    List<Block> blocks = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      blocks.add(line("— " + page + " —"));
      blocks.add(line("示例局2022年度部门决算公开"));
      blocks.add(line("本年支出合计100万元，其中项目支出30万元。"));
    }
    assertThat(texts(cleaner.runPasses(blocks))).containsOnly("本年支出合计100万元，其中项目支出30万元。");
  }

  @Test
  void a_bare_number_between_a_title_and_its_sentence_is_a_page_number() {
    assertThat(clean(line("（三）项目产出情况"), line("7"), line("各项产出指标均达到年初设定值，质量合格。")))
        .containsExactly("（三）项目产出情况", "各项产出指标均达到年初设定值，质量合格。");
  }

  @Test
  void a_bare_number_among_cells_of_a_table_is_kept() {
    assertThat(clean(line("数量指标"), line("3"), line("培训人数"))).containsExactly("数量指标", "3", "培训人数");
  }

  @Test
  void the_wrap_width_is_measured_on_sentences_and_not_on_table_rows() {
    List<Block> blocks = new ArrayList<>();
    for (int row = 0; row < 60; row++) {
      blocks.add(line("2080505 机关事业单位基本养老保险缴费支出 54.1" + row % 10));
    }
    for (int paragraph = 0; paragraph < 7; paragraph++) {
      blocks.add(line("本年支出合计2971.18万元，其中：基本支出1013.00万元，占34.09%；项目"));
      blocks.add(line("支出1958.18万元。"));
    }
    assertThat(texts(cleaner.runPasses(blocks)).subList(60, 67))
        .containsOnly("本年支出合计2971.18万元，其中：基本支出1013.00万元，占34.09%；项目支出1958.18万元。");
  }

  @Test
  void a_numbered_title_of_several_things_does_not_run_into_its_text() {
    List<Block> blocks = new ArrayList<>();
    for (int paragraph = 0; paragraph < 7; paragraph++) {
      blocks.add(line("主要经验是建立台账、按月调度。存在的问题是预算编制不够细"));
      blocks.add(line("化，进度偏慢。"));
    }
    blocks.add(line("五、主要经验及做法、存在的问题及原因分析"));
    blocks.add(line("一是预算编制的科学性有待提高，二是过程监控不够及时。"));
    assertThat(texts(cleaner.runPasses(blocks)))
        .endsWith("五、主要经验及做法、存在的问题及原因分析", "一是预算编制的科学性有待提高，二是过程监控不够及时。");
  }

  @Test
  void a_caption_does_not_run_into_the_row_above_it() {
    List<Block> blocks = new ArrayList<>();
    for (int paragraph = 0; paragraph < 7; paragraph++) {
      blocks.add(line("本年支出合计2971.18万元，其中：基本支出1013.00万元，占34.09%；项目"));
      blocks.add(line("支出1958.18万元。"));
    }
    blocks.add(line("2210201  住房公积金        18.06        18.06         0.00         0.00"));
    blocks.add(line("财政拨款收入支出决算总表"));
    assertThat(texts(cleaner.runPasses(blocks))).endsWith("财政拨款收入支出决算总表");
  }

  @Test
  void contents_entries_with_page_numbers_are_whole_titles() {
    assertThat(
            clean(
                line("目录"),
                line("第一部分 部门概况…………………1"),
                line("第二部分 样本市示例局2024年度部门决算表…………3"),
                line("收入支出决算总表…………3"),
                line("第三部分 名词解释…………9"),
                line("第一部分 部门概况"),
                line("负责示例工作。"),
                line("第二部分 样本市示例局2024年度部门决算表"),
                line("收入支出决算总表"),
                line("单位：万元")))
        .endsWith("第二部分 样本市示例局2024年度部门决算表", "收入支出决算总表", "单位：万元");
  }

  @Test
  void short_ends_of_paragraphs_show_the_edge_where_most_lines_are_first_ones() {
    List<Block> blocks = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      blocks.add(placed(page, "（一）整体支出规模、使用方向和主要内容、涉及范围", 98, 100, 518));
      blocks.add(placed(page, "等", 74, 130, 88));
      for (int i = 0; i < 9; i++) {
        blocks.add(placed(page, "内设办公室、财务股、法规股等，负责日常工作的开展。", 98, 160 + 30 * i, 495));
      }
    }
    assertThat(texts(cleaner.runPasses(blocks)))
        .startsWith("（一）整体支出规模、使用方向和主要内容、涉及范围等", "内设办公室、财务股、法规股等，负责日常工作的开展。");
  }

  @Test
  void running_heads_and_page_numbers_in_the_margins_are_removed() {
    List<Block> blocks = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      blocks.add(placed(page, "样本市示例局2023年度部门决算", 200, 30, 400));
      blocks.add(placed(page, "第" + page + "页正文写在这里。", 90, 200, 300));
      blocks.add(placed(page, "- " + page + " -", 290, 800, 310));
    }
    assertThat(texts(cleaner.runPasses(blocks)))
        .containsExactly("第1页正文写在这里。", "第2页正文写在这里。", "第3页正文写在这里。");
  }

  @Test
  void running_heads_of_low_pages_are_removed_and_labels_of_tables_at_the_same_place_stay() {
    List<Block> blocks = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      Layout head = new Layout(300, 43, 400, 52, 9, false, 842, 595);
      blocks.add(new TextBlock(page, "样本市示例局", Kind.LINE, 0, false, head));
      blocks.add(new TextBlock(page, "金额单位：万元", Kind.LINE, 0, false, head));
    }
    assertThat(texts(cleaner.runPasses(blocks)))
        .hasSize(3)
        .allSatisfy(text -> assertThat(text).isEqualTo("金额单位：万元"));
  }

  @Test
  void a_line_that_ends_early_because_a_number_did_not_fit_continues() {
    String full = "某某单位负责贯彻落实国家有关方针政策并组织实施各项工作任务和目标";
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      blocks.add(placed(1, full, 90, 100 + 20 * i, 510));
    }
    blocks.add(placed(1, "本年度一般公共预算财政拨款基本支出", 114, 300, 480));
    blocks.add(placed(1, "1315.18万元，其中：", 90, 320, 200));
    blocks.add(placed(1, "本年度一般公共预算财政拨款项目支出", 114, 340, 440));
    blocks.add(placed(1, "15.18万元", 90, 360, 200));
    assertThat(texts(cleaner.runPasses(blocks)))
        .contains("本年度一般公共预算财政拨款基本支出1315.18万元，其中：", "本年度一般公共预算财政拨款项目支出", "15.18万元");
  }

  @Test
  void a_wide_heading_goes_on_in_the_middle_of_the_next_line() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      blocks.add(placed(1, "某某单位负责贯彻落实国家有关方针政策并组织实施各项工作。", 90, 200 + 20 * i, 510));
    }
    blocks.add(display("九、部门整体支出绩效自评结果拟应", 92, 100, 508));
    blocks.add(display("用和公开工作", 230, 124, 370));
    assertThat(texts(cleaner.runPasses(blocks))).contains("九、部门整体支出绩效自评结果拟应用和公开工作");
  }

  @Test
  void lines_that_reach_the_edge_go_on_and_an_indent_begins_a_paragraph() {
    String full = "某某单位负责贯彻落实国家有关方针政策并组织实施各项工作任务和目标";
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      blocks.add(placed(1, full, 90, 100 + 40 * i, 510));
      blocks.add(placed(1, "直到完成", 90, 120 + 40 * i, 140));
    }
    blocks.add(placed(1, full, 114, 300, 510));
    blocks.add(placed(1, full, 114, 320, 510));
    assertThat(texts(cleaner.runPasses(blocks)))
        .containsExactly(full + "直到完成", full + "直到完成", full + "直到完成", full + "直到完成", full, full);
  }

  @Test
  void a_title_in_larger_or_bold_type_is_no_part_of_the_lines_beside_it() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(set("部门基本情况", 258, 366, 18, true, 100));
    blocks.add(set("部门职责", 57, 105, 12, true, 130));
    blocks.add(set("负责本行政区域内气象事业发展规划的制定，做好服务。", 57, 370, 12, false, 160));
    blocks.add(set("（二）当年部门履职总体目标、工作任务", 57, 260, 12, false, 190));
    blocks.add(set("举办主体班次8期，培训干部600人次，结业率100%，", 57, 370, 12, false, 220));
    blocks.add(set("满意度97%。", 57, 120, 12, false, 250));
    assertThat(texts(cleaner.runPasses(blocks)))
        .containsExactly(
            "部门基本情况",
            "部门职责",
            "负责本行政区域内气象事业发展规划的制定，做好服务。",
            "（二）当年部门履职总体目标、工作任务",
            "举办主体班次8期，培训干部600人次，结业率100%，满意度97%。");
  }

  private static Block set(
      String text, float left, float right, float size, boolean bold, float top) {
    Layout layout = new Layout(left, top, right, top + size, size, bold, 595, 842);
    return new TextBlock(1, text, Kind.LINE, 0, false, layout);
  }

  @Test
  void the_halves_of_a_heading_are_joined() {
    assertThat(
            clean(
                paragraph("第二部分 样本市示例局"),
                paragraph("2023年度本级决算表"),
                paragraph("（一）"),
                paragraph("“三公”经费总体情况"),
                paragraph("3.社会保障支出（类）行政事业单位养老支出（款）"),
                paragraph("机关事业单位养老保险缴费支出（项）。年初预算为1万元。")))
        .containsExactly(
            "第二部分 样本市示例局2023年度本级决算表",
            "（一） “三公”经费总体情况",
            "3.社会保障支出（类）行政事业单位养老支出（款）机关事业单位养老保险缴费支出（项）。年初预算为1万元。");
  }

  @Test
  void the_word_contents_without_entries_removes_nothing_of_the_body() {
    assertThat(
            clean(
                paragraph("目    录"),
                paragraph("第一部分 概况"),
                paragraph("一、主要职责"),
                paragraph("负责全市有关工作，完成上级交办的任务。"),
                paragraph("二、机构设置")))
        .containsExactly("第一部分 概况", "一、主要职责", "负责全市有关工作，完成上级交办的任务。", "二、机构设置");
  }

  @Test
  void contents_end_where_the_first_entry_is_repeated() {
    assertThat(
            clean(
                paragraph("目录"),
                paragraph("第一部分 概况"),
                paragraph("一、主要职责"),
                paragraph("第二部分 决算表"),
                paragraph("第一部分 概况"),
                paragraph("一、主要职责"),
                paragraph("负责有关工作。")))
        .containsExactly("第一部分 概况", "一、主要职责", "负责有关工作。");
  }

  @Test
  void entries_with_dot_leaders_and_declared_entries_are_removed() {
    assertThat(
            clean(
                paragraph("目录"),
                paragraph("第一部分 概况…………………………………………………3"),
                paragraph("一、主要职责.............................3"),
                new TextBlock(2, "二、机构设置 4", Kind.PARAGRAPH, 0, true, null),
                paragraph("第一部分 概况")))
        .containsExactly("第一部分 概况");
  }

  @Test
  void contents_set_as_a_table_are_removed_and_other_tables_stay() {
    Block contents =
        table(
            List.of("第一部分 概况", "1"),
            List.of("一、主要职责", "1"),
            List.of("二、机构设置", "2"),
            List.of("第二部分 决算表", "5"));
    Block data = table(List.of("一、基本支出", "10.5"), List.of("二、项目支出", "8"), List.of("合计", "18.5"));
    assertThat(cleaner.runPasses(List.of(paragraph("概要。"), contents, data)))
        .hasSize(2)
        .contains(data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024 年度收入 465.38 万元|2024年度收入465.38万元",
        "预 算当年 安排|预算当年安排",
        "下降 13 %。|下降13%。",
        "使用 Microsoft Word 编写|使用Microsoft Word编写"
      })
  void spaces_beside_chinese_are_no_part_of_the_text(String printed, String read) {
    assertThat(TypographicSpaceRemover.removeJustification(printed)).isEqualTo(read);
  }

  @Test
  void a_title_alone_on_its_page_does_not_go_on_in_the_caption_of_the_next() {
    Block title = placed(1, "示例省样本县商务局二〇二三年部门决算", 90, 60, 500);
    Block caption = placed(2, "收入支出决算总表", 90, 60, 300);
    assertThat(clean(title, caption)).containsExactly("示例省样本县商务局二〇二三年部门决算", "收入支出决算总表");
  }

  private List<String> clean(Block... blocks) {
    return texts(cleaner.runPasses(Arrays.asList(blocks)));
  }

  private static List<String> texts(List<Block> blocks) {
    return blocks.stream().map(b -> ((TextBlock) b).text()).toList();
  }

  private static Block paragraph(String text) {
    return TextBlock.paragraph(1, text);
  }

  private static Block line(String text) {
    return TextBlock.line(1, text);
  }

  private static Block placed(int page, String text, float left, float top, float right) {
    Layout layout = new Layout(left, top, right, top + 12, 12, false, 595, 842);
    return new TextBlock(page, text, Kind.LINE, 0, false, layout);
  }

  private static Block display(String text, float left, float top, float right) {
    Layout layout = new Layout(left, top, right, top + 18, 18, true, 595, 842);
    return new TextBlock(1, text, Kind.LINE, 0, false, layout);
  }

  @SafeVarargs
  private static TableBlock table(List<String>... rows) {
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].size(); column++) {
        cells.add(new TableBlock.Cell(row, column, 1, 1, rows[row].get(column)));
      }
    }
    return new TableBlock(1, rows.length, rows[0].size(), cells);
  }

  @Test
  void lines_of_a_row_that_are_values_of_their_own_are_rows() {
    assertThat(
            cleanTable(
                List.of("科目名称", "金额", "占比"),
                List.of("行政运行\n水利工程\n住房公积金", "21.00\n80.00\n10.00", "18.92%\n72.07%\n9.01%"),
                List.of("合计", "111.00", "100.00%")))
        .containsExactly(
            List.of("科目名称", "金额", "占比"),
            List.of("行政运行", "21.00", "18.92%"),
            List.of("水利工程", "80.00", "72.07%"),
            List.of("住房公积金", "10.00", "9.01%"),
            List.of("合计", "111.00", "100.00%"));
  }

  @Test
  void codes_and_dashes_beside_amounts_are_values_of_rows() {
    assertThat(cleanTable(List.of("205\n20502", "教育支出\n普通教育", "1,200.00\n1,100.00", "-\n5.00")))
        .containsExactly(
            List.of("205", "教育支出", "1,200.00", "-"), List.of("20502", "普通教育", "1,100.00", "5.00"));
  }

  @Test
  void amounts_below_each_other_are_kept_apart_where_their_rows_are_not_known() {
    assertThat(
            cleanTable(
                List.of("其他\n支出", "5.00\n6.00"),
                List.of("培训费", "(7.00)\n8.00\n9.50"),
                List.of("行政运行\n水利工程\n公积金", "1.00\n2.00")))
        .containsExactly(
            List.of("其他\n支出", "5.00 6.00"),
            List.of("培训费", "(7.00) 8.00 9.50"),
            List.of("行政运行\n水利工程\n公积金", "1.00 2.00"));
  }

  @Test
  void wrapped_words_and_numbers_stay_whole() {
    List<String> row =
        List.of("机关事业单位基本养老\n保险缴费支出", "1,234,5\n67.89", "12345\n.67", "2024\n年度", "12.3\n4");
    assertThat(cleanTable(row)).containsExactly(row);
  }

  @Test
  void a_cell_beside_stacked_rows_covers_all_of_them() {
    List<TableBlock.Cell> cells =
        List.of(
            new TableBlock.Cell(0, 0, 2, 1, "基本支出"),
            new TableBlock.Cell(0, 1, 1, 1, "人员经费\n公用经费"),
            new TableBlock.Cell(0, 2, 1, 1, "3.00\n4.00"),
            new TableBlock.Cell(1, 1, 1, 1, "其他经费"),
            new TableBlock.Cell(1, 2, 1, 1, "1.00"));
    TableBlock cleaned =
        (TableBlock) cleaner.runPasses(List.of(new TableBlock(1, 2, 3, cells))).getFirst();
    assertThat(cleaned.rows()).isEqualTo(3);
    assertThat(cleaned.cells())
        .contains(
            new TableBlock.Cell(0, 0, 3, 1, "基本支出"),
            new TableBlock.Cell(1, 2, 1, 1, "4.00"),
            new TableBlock.Cell(2, 1, 1, 1, "其他经费"));
  }

  @SafeVarargs
  private List<List<String>> cleanTable(List<String>... rows) {
    return ((TableBlock) cleaner.runPasses(List.of(table(rows))).getFirst()).grid();
  }
}
