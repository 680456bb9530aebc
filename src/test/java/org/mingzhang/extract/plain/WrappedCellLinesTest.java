package org.mingzhang.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrappedCellLinesTest {
  /** One-line paragraphs, each followed by a blank line, and the given lines below them. */
  private static List<String> cells(String... more) {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> lines.addAll(List.of("单元" + i, "")));
    lines.addAll(List.of(more));
    return lines;
  }

  @Test
  void lines_without_a_blank_line_between_them_are_one_cell() {
    assertThat(
            WrappedCellLines.join(cells("城区公园绿", "地养护率", "", "≥95", "%", "", "每季度末", "10日前", "")))
        .endsWith("城区公园绿地养护率", "", "≥95%", "", "每季度末10日前", "");
    assertThat(
            WrappedCellLines.join(cells("满意度", "指标（10", "分）", "", "", "服务对", "象", "", "稳步", "提高")))
        .endsWith("满意度指标（10分）", "", "", "服务对象", "", "稳步提高");
  }

  @Test
  void lines_of_other_text_are_kept() {
    for (List<String> lines :
        List.of(
            cells("数量指标", "10", "10", "", "质量指标", "20", "20", "", "时效", "指标", ""),
            cells("单位：万元", "项目", "", "养护", "单位", "", "名称", "全称", ""),
            List.of("年度指", "标值", "", "实际完", "成值", "", "城区绿", "地率", ""),
            cells("预算数 决算数", "执行率", "", "12.00 11.00", "92%"))) {
      assertThat(WrappedCellLines.join(lines)).isEqualTo(lines);
    }
  }

  @Test
  void text_around_the_cells_is_kept() {
    List<String> lines = cells("路灯维", "修次数", "", "亮灯", "率", "", "及时", "率", "");
    lines.addFirst("本表由单位填写，反映本年度各项绩效目标的完成情况。");
    lines.add("以上数据经单位财务部门审核，与年度决算一致。");
    assertThat(WrappedCellLines.join(lines))
        .startsWith("本表由单位填写，反映本年度各项绩效目标的完成情况。", "单元0", "")
        .endsWith("路灯维修次数", "", "亮灯率", "", "及时率", "", "以上数据经单位财务部门审核，与年度决算一致。");
  }
}
