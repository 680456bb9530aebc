package org.mingzhang.structure.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "第 7 页,某县水务局绩效自评报告              附件三,第 8 页,某县水务局绩效自评报告              附件三",
    "第 7 页,某县水务局绩效自评报告              附件三,第 8 页,附件三              某县水务局绩效自评报告",
    "- 7 -,2023年度决算公开            某县水务局,- 8 -,2023年度决算公开            某县水务局",
    "第7页 共9页,某县水务局\t附件3,第8页 共9页,某县水务局\t附件3",
    "某县水务局            第 7 页,,某县水务局            第 8 页,",
    "第 7 页 共 9 页          某县水务局,,某县水务局          第 8 页 共 9 页,",
  })
  void a_running_head_of_two_texts_far_apart_is_removed(
      String mark, @Nullable String head, String nextMark, @Nullable String nextHead) {
    String[] printed =
        Stream.of(
                "产出指标  生态护坡  ≥21公里  22公里",
                mark,
                head,
                "数量指标  管护站点  ≥8个  9个",
                nextMark,
                nextHead,
                "质量指标  验收合格率  100%  100%")
            .filter(Objects::nonNull)
            .map(line -> line.replace("\\t", "\t"))
            .toArray(String[]::new);
    assertThat(PageMarkRemover.remove(lines(printed)))
        .isEqualTo(
            lines("产出指标  生态护坡  ≥21公里  22公里", "数量指标  管护站点  ≥8个  9个", "质量指标  验收合格率  100%  100%"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "结余分配            -5",
        "其他资金            32.50",
        "产出指标            数量指标",
        "项目支出绩效自评表            单位：万元",
        "质量指标            ≥98%"
      })
  void rows_and_captions_at_the_start_of_pages_stay(String line) {
    assertThat(PageMarkRemover.remove(lines("甲  1  2", "第 1 页", line, "乙  3  4", "第 2 页", line)))
        .isEqualTo(lines("甲  1  2", line, "乙  3  4", line));
  }
}
