package org.mingzhang.web.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.search.Hit;
import org.mingzhang.search.Hits;

/** Counts of places with and without documents. */
class RegionCoverageTest {
  private static Hit document(int number, String score, String... region) {
    String id = "d" + number;
    Map<String, String> values =
        score.isEmpty() ? Map.of() : Map.of("items", "10", "disclosed", score, "undecided", "1");
    return Hits.document(id, "总工会", List.of(region), 2024, values);
  }

  private static RegionCoverage places(Hit... documents) {
    return new RegionCoverage(List.of(documents), Gazetteer.standard());
  }

  @Test
  void every_province_is_there_with_what_is_kept_of_it_and_below() {
    RegionCoverage places =
        places(
            document(1, "9", "湖北省", "武汉市", "汉阳区"),
            document(2, "7", "湖北省", "武汉市", "武昌区"),
            document(3, "", "湖北省"),
            document(4, "5", "示例省", "样本市"));
    List<RegionCoverage.RegionCounts> provinces = places.children(List.of());
    assertThat(provinces).hasSize(35);
    RegionCoverage.RegionCounts hubei =
        provinces.stream().filter(p -> p.name().equals("湖北省")).findFirst().orElseThrow();
    assertThat(hubei.documents()).isEqualTo(3);
    assertThat(hubei.agencies()).isEqualTo(3);
    assertThat(hubei.scoredDocuments()).isEqualTo(2);
    assertThat(hubei.score()).isEqualTo("80.0–90.0");
    assertThat(provinces.stream().filter(p -> p.documents() > 0)).hasSize(2);
    List<RegionCoverage.RegionCounts> cities = places.children(List.of("湖北省"));
    assertThat(cities).extracting(RegionCoverage.RegionCounts::name).contains("武汉市", "黄石市", "宜昌市");
    assertThat(cities.stream().filter(p -> p.documents() > 0)).hasSize(1);
    assertThat(places.children(List.of("示例省")))
        .extracting(RegionCoverage.RegionCounts::name)
        .containsExactly("样本市");
  }

  @Test
  void the_map_has_every_province_once_and_no_two_in_one_place() {
    RegionCoverage places = places(document(1, "9", "湖北省"));
    ProvinceMap map = ProvinceMap.build(places.children(List.of()), p -> "/" + p.code());
    assertThat(map.tiles()).hasSize(34);
    Set<List<Integer>> spots = new HashSet<>();
    map.tiles().forEach(t -> assertThat(spots.add(List.of(t.x(), t.y()))).isTrue());
    assertThat(map.tiles().stream().filter(t -> t.shade() > 0))
        .extracting(ProvinceMap.Tile::name)
        .containsExactly("湖北省");
    assertThat(map.tiles().stream().filter(t -> !t.mustPublish())).hasSize(3);
  }
}
