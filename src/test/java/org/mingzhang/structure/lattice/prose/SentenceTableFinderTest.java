package org.mingzhang.structure.lattice.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.TableMatch;

class SentenceTableFinderTest {
  private static final String FORM =
      """
      数量指标：“巡查次数”，目标值≥12次，实际完成值12次，得分10分。
      质量指标：“整改率”，目标值≥95%，实际完成值96%，得分10分。
      “群众满意度”，目标值≥90%，实际完成值93%，得分10分。
      """;

  private static List<Block> lines(String text) {
    return new ArrayList<>(text.lines().map(line -> TextBlock.line(1, line)).toList());
  }

  private static TableBlock table(List<List<String>> rows) {
    return new TableMatch(0, 0, rows).toBlock(1);
  }

  private static List<List<List<String>>> tables(List<Block> blocks) {
    return blocks.stream()
        .filter(TableBlock.class::isInstance)
        .map(block -> ((TableBlock) block).grid())
        .toList();
  }

  @Test
  void labels_that_all_rows_have_are_columns() {
    List<Block> read =
        SentenceTableFinder.insertTables(
            lines(
                """
                1.村名：上湾；内容：水渠，其中：支渠3条；投资：26.50。
                2.村名：石井；内容：路灯；投资：16.25。
                3.村名：大屋；投资：31.20。
                """));
    assertThat(tables(read))
        .containsExactly(
            List.of(
                List.of("村名", "内容", "投资"),
                List.of("上湾", "水渠，其中：支渠3条", "26.50"),
                List.of("石井", "路灯", "16.25"),
                List.of("大屋", "", "31.20")));
    assertThat(read).hasSize(1);
  }

  @Test
  void labels_in_another_order_or_without_numbers_are_text() {
    for (String text :
        List.of(
            "村名：1；户数：2；投资：3。\n村名：1；投资：3；户数：2。\n村名：1；户数：2；投资：3。",
            "姓名：张某；单位：区工会；电话：无。\n姓名：李某；单位：区教育局；电话：无。\n姓名：王某；单位：区医院；电话：无。")) {
      assertThat(SentenceTableFinder.insertTables(lines(text))).isEqualTo(lines(text));
    }
  }

  @Test
  void the_same_labels_below_several_tables_are_no_rows() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      blocks.add(table(List.of(List.of("项目", "金额"), List.of("合计", "1"))));
      blocks.add(TextBlock.line(1, "填表人：王某 日期：2024 电话：123"));
    }
    assertThat(SentenceTableFinder.insertTables(blocks)).isEqualTo(blocks);
  }

  @Test
  void sentences_of_a_form_stay_with_a_table_below_them() {
    List<Block> read = SentenceTableFinder.insertTables(lines(FORM));
    assertThat(read.subList(0, 3)).isEqualTo(lines(FORM));
    assertThat(tables(read).getFirst())
        .containsExactly(
            List.of("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"),
            List.of("", "数量指标", "巡查次数", "≥12次", "12次", "", "10分", ""),
            List.of("", "质量指标", "整改率", "≥95%", "96%", "", "10分", ""),
            List.of("", "质量指标", "群众满意度", "≥90%", "93%", "", "10分", ""));
  }

  @Test
  void sentences_that_repeat_a_printed_form_are_not_read_again() {
    List<Block> blocks = lines(FORM);
    blocks.add(table(List.of(List.of("三级指标", "年度指标值"), List.of("巡查次数", "≥12次"))));
    assertThat(SentenceTableFinder.insertTables(blocks)).isEqualTo(blocks);
  }

  @Test
  void two_indicators_are_no_form() {
    List<Block> two = lines(FORM).subList(0, 2);
    assertThat(SentenceTableFinder.insertTables(two)).isEqualTo(two);
  }

  @Test
  void labels_on_lines_of_their_own_belong_to_the_indicator_above() {
    String form =
        """
        【产出指标】
        1.二级指标：数量指标
          三级指标：修缮馆藏字画件数
          年度指标值：≥30件；实际完成值：31件
          偏差原因及改进措施：无
        2.二级指标：时效指标
          三级指标：年度计划完成时限
          年度指标值：11月底前；实际完成值：11月8日
          分值：10；得分：9
          偏差原因及改进措施：汛期停工，来年提前
        【满意度指标】
        3.二级指标：服务对象满意度指标
          三级指标：观众满意度
          年度指标值：≥90%；实际完成值：93%
        """;
    assertThat(tables(SentenceTableFinder.insertTables(lines(form))).getFirst().subList(1, 4))
        .containsExactly(
            List.of("产出指标", "数量指标", "修缮馆藏字画件数", "≥30件", "31件", "", "", "无"),
            List.of("产出指标", "时效指标", "年度计划完成时限", "11月底前", "11月8日", "10", "9", "汛期停工，来年提前"),
            List.of("满意度指标", "服务对象满意度指标", "观众满意度", "≥90%", "93%", "", "", ""));
  }

  @Test
  void a_line_for_each_label_and_levels_with_labels_are_read() {
    String row =
        """
        一级指标：效益指标 二级指标：社会效益
        指标名称：%s；
        指标值：≥%s；
        完成值：%s；
        得分：5。
        """;
    String form =
        row.formatted("培训人次", "80人次", "82人次")
            + row.formatted("带动就业人数", "20人", "21人")
            + row.formatted("开放天数", "300天", "312天");
    assertThat(tables(SentenceTableFinder.insertTables(lines(form))).getFirst().subList(1, 4))
        .containsExactly(
            List.of("效益指标", "社会效益", "培训人次", "≥80人次", "82人次", "", "5", ""),
            List.of("效益指标", "社会效益", "带动就业人数", "≥20人", "21人", "", "5", ""),
            List.of("效益指标", "社会效益", "开放天数", "≥300天", "312天", "", "5", ""));
  }
}
