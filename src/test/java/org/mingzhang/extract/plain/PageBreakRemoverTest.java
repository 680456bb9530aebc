package org.mingzhang.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageBreakRemoverTest {
  private static final String HEADER = "科目编码\t科目名称\t预算数";
  private static final String ROW = "20101\t人大事务\t12.50";
  private static final String NEXT_ROW = "20102\t政协事务\t8.00";

  private static List<String> remove(String... lines) {
    return PageBreakRemover.remove(List.of(lines));
  }

  @Test
  void the_titles_printed_again_are_removed_with_the_lines_above_them() {
    List<String> whole = List.of(HEADER, ROW, NEXT_ROW);
    assertThat(remove(HEADER, ROW, "- 3 -", HEADER, NEXT_ROW)).isEqualTo(whole);
    assertThat(remove(HEADER, ROW, "", "3", "", "某县公开信息", "", HEADER, NEXT_ROW)).isEqualTo(whole);
    assertThat(remove(HEADER, ROW, "|", "共 9 页，第 3 页", HEADER + "\t|", NEXT_ROW)).isEqualTo(whole);
    assertThat(remove("支出表", HEADER, ROW, "支出表（续）", HEADER, NEXT_ROW))
        .containsExactly("支出表", HEADER, ROW, NEXT_ROW);
  }

  @Test
  void a_known_running_head_below_a_certain_page_number_is_removed_without_titles() {
    assertThat(remove("某县决算", HEADER, ROW, "第3页", "某县决算", NEXT_ROW))
        .containsExactly("某县决算", HEADER, ROW, NEXT_ROW);
  }

  @Test
  void what_may_begin_another_table_is_kept() {
    assertThat(remove(HEADER, ROW, "- 3 -", "基金支出表", HEADER, NEXT_ROW)).hasSize(6);
    assertThat(remove("支出表", "单位：元", HEADER, ROW, "- 3 -", "支出表", "单位：元", NEXT_ROW)).hasSize(8);
    assertThat(remove(HEADER, ROW, "- 3 -", "科目\t2023\t2024", NEXT_ROW)).hasSize(5);
  }

  @Test
  void what_may_be_a_cell_is_kept() {
    assertThat(remove(HEADER, ROW, "3", NEXT_ROW)).hasSize(4);
    assertThat(remove(HEADER, ROW, "及其他支出", "- 3 -", HEADER, NEXT_ROW)).hasSize(6);
    assertThat(remove("科目   预算数   决算数", "人大事务   1.00   2.00", "- 3 -", "政协事务   3.00   4.00"))
        .hasSize(4);
  }
}
