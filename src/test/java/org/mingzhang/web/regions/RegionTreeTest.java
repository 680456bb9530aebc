package org.mingzhang.web.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;

class RegionTreeTest {
  /** Three provinces of four cities with five districts each, and one document of a province. */
  private static List<Hit> documents() {
    List<Hit> documents = new ArrayList<>();
    for (int district = 0; district < 60; district++) {
      int city = district / 5;
      documents.add(document(List.of("省" + city / 4, "市" + city, "区" + district)));
    }
    documents.add(document(List.of("省0")));
    documents.add(document(List.of()));
    return documents;
  }

  private static Hit document(List<String> region) {
    return new Hit(
        "d",
        SearchScope.DOCUMENTS,
        "d",
        "题",
        List.of(),
        "题",
        null,
        region,
        2024,
        null,
        null,
        1,
        List.of(),
        0,
        List.of(),
        null,
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "14, 1", "15, 2", "74, 2", "75, 3", "500, 3"})
  void the_tree_has_as_many_levels_as_fit_and_never_none(int maxRegions, int levels) {
    assertThat(RegionTree.countLevels(documents(), maxRegions)).isEqualTo(levels);
  }
}
