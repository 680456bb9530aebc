package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.SearchScope;

/** A word that is shown in a hit is not called absent. */
class ShownWordsTest {
  @ParameterizedTest
  @CsvSource({"中学, true", "水务局, true", "经费安排, true", "说明, true", "小学, false", "安排情况表, false"})
  void titles_agency_headings_and_passages_count(String word, boolean contained) {
    Hit hit =
        new Hit(
            "d/s",
            SearchScope.SECTIONS,
            "d",
            "青石县第九中学2021年部门预算",
            List.of("编制说明"),
            "概况",
            "青石县水务局",
            List.of(),
            2021,
            null,
            null,
            1,
            List.of(List.of(new Hit.Fragment("公用经费", true), new Hit.Fragment("安排情况", false))),
            1,
            List.of(),
            null,
            Map.of());
    assertThat(ShownWords.contains(hit, word)).isEqualTo(contained);
  }
}
