package org.mingzhang.web.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.source.SiteSection;

class CoverageGapFinderTest {
  private final List<Hit> documents = new ArrayList<>();

  private void has(
      String region, String agency, int year, String category, @Nullable String source) {
    String id = "d" + documents.size();
    documents.add(
        new Hit(
            id,
            SearchScope.DOCUMENTS,
            id,
            agency + year,
            List.of(),
            agency + year,
            agency,
            List.of(region.split("/")),
            year,
            category,
            null,
            1,
            List.of(),
            0,
            List.of(),
            null,
            source == null ? Map.of() : Map.of("source", source)));
  }

  private static SiteSection column(
      String name, String region, @Nullable String agency, String... all) {
    return new SiteSection(
        name, name + "栏目", "http://" + name + ".example.gov.cn/", region, agency, List.of(all));
  }

  private List<String> gaps(SiteSection... columns) {
    return CoverageGapFinder.findMissing(documents, List.of(columns)).stream()
        .map(
            gap ->
                gap.agency()
                    + gap.year()
                    + gap.category()
                    + " years"
                    + gap.otherYears()
                    + " siblings"
                    + gap.siblings()
                    + (gap.agencyIsListed() ? " listed" : "")
                    + (gap.siteSection() == null ? "" : " at " + gap.siteSection().name()))
        .toList();
  }

  @Test
  void what_stands_beside_a_year_is_expected_of_it_as_far_as_anybody_has_it() {
    has("甲省/乙市", "民政局", 2021, "部门决算", "b");
    has("甲省/乙市", "民政局", 2023, "部门决算", "b");
    has("甲省/丙市", "民政局", 2022, "部门决算", null);
    assertThat(gaps(column("b", "甲省/乙市", null), column("c", "甲省/丙市", null)))
        .containsExactly(
            "民政局2023部门决算 years[2022] siblings0 at c",
            "民政局2021部门决算 years[2022] siblings0 at c",
            "民政局2022部门决算 years[2021, 2023] siblings0 at b");
  }

  @Test
  void what_half_of_the_region_has_is_expected_of_whoever_publishes_such_things() {
    for (String agency : List.of("教育局", "卫生局", "财政局")) {
      has("甲省/乙市", agency, 2023, "部门预算", "b");
    }
    has("甲省/乙市", "民政局", 2019, "部门决算", null);
    has("甲省/乙市", "第一中学", 2023, "单位决算", null);
    assertThat(gaps(column("b", "甲省/乙市", null)))
        .containsExactly("民政局2023部门预算 years[] siblings3 at b");
  }

  @Test
  void whom_a_source_lists_is_expected_to_have_what_the_region_has() {
    has("甲省/乙市", "教育局", 2023, "部门预算", null);
    assertThat(
            gaps(
                column("own", "甲省/乙市", "水利局"),
                column("b", "甲省/乙市", null, "教育局", "林业局"),
                column("other", "甲省/丙市", null, "林业局")))
        .containsExactly(
            "林业局2023部门预算 years[] siblings0 listed at b",
            "水利局2023部门预算 years[] siblings0 listed at own");
  }

  @Test
  void nothing_is_expected_where_all_is_there_or_nothing_is_known() {
    has("甲省/乙市", "教育局", 2023, "部门预算", null);
    has("甲省/乙市", "教育局", 2023, "其他", null);
    has("甲省/乙市", "教育局", 2022, "项目支出绩效自评", null);
    assertThat(gaps()).isEmpty();
  }

  /** Agencies without a region are one group; each was compared with each before. */
  @Test
  void many_agencies_of_one_region_are_counted_once() {
    int agencies = 20_000;
    for (int i = 0; i < agencies; i++) {
      has("示例省", "第" + i + "局", 2023, "部门决算", null);
      if (i > 0) {
        has("示例省", "第" + i + "局", 2024, "部门决算", null);
      }
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(gaps())
                .containsExactly("第0局2024部门决算 years[2023] siblings" + (agencies - 1)));
  }
}
