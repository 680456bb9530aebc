package org.mingzhang.structure.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

class PageMarkRemoverTest {
  private static List<Block> lines(String... texts) {
    return Stream.of(texts).<Block>map(text -> TextBlock.line(1, text)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"- 7 -", "— 12 —", "－3－", "第5页", "第 5 页 共 12 页", "第5页，共12页"})
  void a_page_number_within_a_table_is_removed(String mark) {
    assertThat(PageMarkRemover.remove(lines("成本指标  单位成本  ≤21.50万元", mark, "效益指标  增收  ≥1200元")))
        .isEqualTo(lines("成本指标  单位成本  ≤21.50万元", "效益指标  增收  ≥1200元"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-7", "7", "7/12", "—", "- 7.5 -", "12—", "第5页的表"})
  void what_may_be_a_cell_stays(String cell) {
    List<Block> lines = lines("公用经费", cell, "人员经费");
    assertThat(PageMarkRemover.remove(lines)).isEqualTo(lines);
  }
}
