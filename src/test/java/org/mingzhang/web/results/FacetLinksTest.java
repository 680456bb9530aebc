package org.mingzhang.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;

/** Addresses of which only the value is encoded equal those encoded as a whole. */
class FacetLinksTest {
  private static final List<FacetDimension> DIMENSIONS =
      List.of(
          FacetDimension.REGION,
          FacetDimension.YEAR,
          FacetDimension.AGENCY,
          FacetDimension.PUBLISHED);
  private static final List<String> VALUES =
      List.of(
          "示例省", "示例省/样本市", "示例省//样本市", "/", "//", " ", "-", "2024", "a&b=c", "100% #1", "\uE000");
  private static final List<String> QUERIES =
      List.of("", "三公 经费", "\uE000", "a?b&region=%EE%80%80", "\"<b>\"");

  @Test
  void addresses_are_those_of_the_whole_search() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      SearchUrl searchUrl =
          new SearchUrl(
              new SearchRequest(
                  QUERIES.get(random.nextInt(QUERIES.size())),
                  SearchScope.SECTIONS,
                  filters(random),
                  filters(random),
                  SearchRequest.Sort.YEAR,
                  SearchRequest.Grouping.NONE,
                  50,
                  random.nextBoolean() ? "cursor" : null),
              1 + random.nextInt(3));
      PortalLinks links =
          new PortalLinks(random.nextBoolean() ? Language.ENGLISH : Language.CHINESE);
      FacetDimension dimension = DIMENSIONS.get(random.nextInt(DIMENSIONS.size()));
      String value = VALUES.get(random.nextInt(VALUES.size()));
      FacetLinks facet = new FacetLinks(dimension, searchUrl, links, "/search");
      assertThat(facet.addressRequiring(value))
          .as("seed " + seed)
          .isEqualTo(links.search(searchUrl.withToggled(dimension, value)));
      assertThat(facet.addressExcluding(value))
          .as("seed " + seed)
          .isEqualTo(links.search(searchUrl.withToggledExclusion(dimension, value)));
    }
  }

  private static Map<FacetDimension, List<String>> filters(Random random) {
    Map<FacetDimension, List<String>> filters = new EnumMap<>(FacetDimension.class);
    for (int i = random.nextInt(4); i > 0; i--) {
      filters
          .computeIfAbsent(DIMENSIONS.get(random.nextInt(4)), d -> new ArrayList<>())
          .add(VALUES.get(random.nextInt(VALUES.size())));
    }
    return filters;
  }
}
