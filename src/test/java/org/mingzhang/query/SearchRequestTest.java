package org.mingzhang.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;

class SearchRequestTest {
  @Test
  void slashes_at_no_name_are_taken_from_a_path() {
    Map<FacetDimension, List<String>> chosen =
        Map.of(
            FacetDimension.REGION, List.of("示例省//样本市/", "/示例省", "//", "示例省/样本市"),
            FacetDimension.AGENCY, List.of("财政局/"));
    SearchRequest request =
        SearchRequest.of("", SearchScope.SECTIONS)
            .withFilters(chosen, Map.of(FacetDimension.REGION, List.of()));
    assertThat(request.includedValues())
        .isEqualTo(
            Map.of(
                FacetDimension.REGION, List.of("示例省/样本市", "示例省"),
                FacetDimension.AGENCY, List.of("财政局/")));
    assertThat(request.excludedValues()).isEqualTo(Map.of(FacetDimension.REGION, List.of()));
  }
}
