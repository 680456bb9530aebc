package org.mingzhang.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lookup in the table of successions. */
class SuccessionTableTest {
  private static final List<Succession> ALL = SuccessionTable.standard().all();

  @Test
  void every_line_has_a_document_as_its_source_and_two_names() {
    assertThat(ALL).isNotEmpty();
    for (Succession each : ALL) {
      assertThat(each.source()).as(each.toString()).contains("《", "》", "年");
      assertThat(each.former()).isNotEqualTo(each.successor()).doesNotContain(" ");
      assertThat(each.lastYear()).isBetween(2008, 2030);
    }
  }

  @Test
  void who_took_over_from_two_bodies_merged_them() {
    Map<String, Integer> before = new HashMap<>();
    for (Succession each : ALL) {
      if (!each.successorHasOtherBodies()) {
        before.merge(each.place() + each.successor() + each.lastYear(), 1, Integer::sum);
      }
    }
    before.entrySet().removeIf(e -> e.getKey().contains("卫生健康") || e.getKey().contains("农业农村局"));
    assertThat(before.values()).allMatch(n -> n == 1);
    assertThat(SuccessionTable.standard().findBySuccessor(List.of(), "文化和旅游局"))
        .hasSize(2)
        .allMatch(Succession::successorHasOtherBodies);
  }

  @Test
  void a_line_of_a_municipality_holds_in_its_districts() {
    SuccessionTable table = SuccessionTable.standard();
    for (List<String> region :
        List.of(List.of("重庆市"), List.of("重庆市", "綦江区"), List.of("重庆市", "彭水苗族土家族自治县"))) {
      assertThat(table.findBySuccessor(region, "文化和旅游发展委员会"))
          .extracting(Succession::former)
          .contains("文化委员会", "旅游局");
      assertThat(table.findByFormerBody(region, "国土资源和房屋管理局"))
          .extracting(Succession::successor)
          .containsExactly("规划和自然资源局");
    }
    assertThat(table.findByFormerBody(List.of("四川省", "成都市"), "国土资源和房屋管理局")).isEmpty();
    assertThat(table.findByFormerBody(List.of(), "国土资源和房屋管理局")).isEmpty();
  }

  @Test
  void a_line_of_a_place_holds_there_alone() {
    Succession here =
        new Succession(List.of("示例省", "样本市"), "招商局", "商务局", false, 2021, "《样本市机构改革方案》2021年");
    SuccessionTable table = new SuccessionTable(List.of(here));
    assertThat(table.findBySuccessor(List.of("示例省", "样本市"), "商务局")).containsExactly(here);
    assertThat(table.findBySuccessor(List.of("示例省", "别处市"), "商务局")).isEmpty();
    assertThat(table.findByFormerBody(List.of("示例省", "样本市"), "招商局")).containsExactly(here);
  }
}
