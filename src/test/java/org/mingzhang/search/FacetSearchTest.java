package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.shard.RandomDisclosures;
import org.mingzhang.shard.SearchIndex;

/** Facets, totals and pages against plain counting over all exported rows. */
class FacetSearchTest {
  private static final List<FacetDimension> DIMENSIONS =
      List.of(
          FacetDimension.REGION,
          FacetDimension.YEAR,
          FacetDimension.CATEGORY,
          FacetDimension.TOPIC,
          FacetDimension.AGENCY,
          FacetDimension.INDICATOR_LEVEL1,
          FacetDimension.INDICATOR_LEVEL2,
          FacetDimension.TARGET_RESULT,
          FacetDimension.FIGURE_NAME);

  @Test
  void counts_are_those_of_plain_counting_whatever_is_chosen() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int round = 0; round < 3; round++) {
      try (SearchIndex index = randomIndex(random)) {
        for (int i = 0; i < 25; i++) {
          SearchRequest request = randomRequest(random);
          compare(index.service(), request, "seed " + seed + ", " + request);
        }
      }
    }
  }

  private static SearchIndex randomIndex(Random random) {
    SearchIndex index = new SearchIndex();
    RandomDisclosures disclosures = new RandomDisclosures(random);
    int documents = 20 + random.nextInt(30);
    for (int i = 0; i < documents; i++) {
      index.add("d" + i, disclosures.next());
      if (random.nextInt(10) == 0) {
        index.refresh();
      }
    }
    for (int i = 0; i < 5; i++) {
      index.add("d" + random.nextInt(documents), disclosures.next());
    }
    return index.refresh();
  }

  private static SearchRequest randomRequest(Random random) {
    SearchScope scope =
        List.of(
                SearchScope.SECTIONS,
                SearchScope.INDICATORS,
                SearchScope.FIGURES,
                SearchScope.DOCUMENTS)
            .get(random.nextInt(4));
    return new SearchRequest(
        random.nextBoolean() ? "" : new RandomDisclosures(random).oneOf(RandomDisclosures.WORDS),
        scope,
        choices(random),
        random.nextInt(3) == 0 ? choices(random) : Map.of(),
        List.of(Sort.values()).get(random.nextInt(Sort.values().length)),
        Grouping.NONE,
        1 + random.nextInt(20),
        null);
  }

  private static Map<FacetDimension, List<String>> choices(Random random) {
    Map<FacetDimension, List<String>> choices = new EnumMap<>(FacetDimension.class);
    Map<FacetDimension, List<String>> possible =
        Map.of(
            FacetDimension.REGION,
                List.of("示例省", "示例省/样本市", "示例省/样本市/甲区", "另一省", "-", "示例省/样本市/", "//", "/另一省"),
            FacetDimension.YEAR, List.of("2019", "2020", "2023", "-"),
            FacetDimension.CATEGORY, List.of("部门决算", "单位决算", "-"),
            FacetDimension.TOPIC, List.of("部门概况", "收入"),
            FacetDimension.AGENCY, List.of("样本1局", "样本2局", "-"));
    possible.forEach(
        (dimension, values) -> {
          if (random.nextInt(4) == 0) {
            choices.put(dimension, values.stream().filter(v -> random.nextInt(3) == 0).toList());
          }
        });
    return choices;
  }

  private static void compare(SearchService service, SearchRequest request, String about) {
    SearchResults results = service.search(request);
    SearchRequest everything =
        new SearchRequest(
            request.query(),
            request.scope(),
            Map.of(),
            Map.of(),
            request.sort(),
            Grouping.NONE,
            1,
            null);
    List<Hit> all = new ArrayList<>();
    service.forEach(everything, row -> all.add(row.hit()));
    List<Hit> passing = all.stream().filter(hit -> passes(request, hit, null)).toList();
    assertThat(results.total()).as(about).isEqualTo(passing.size());
    assertThat(pages(service, request)).as(about).isEqualTo(passing.stream().map(Hit::id).toList());
    results
        .facets()
        .forEach(
            (dimension, values) -> {
              if (DIMENSIONS.contains(dimension)) {
                assertThat(counts(values, new TreeMap<>()))
                    .as(about + " " + dimension)
                    .isEqualTo(plain(request, all, dimension));
              }
            });
    results
        .scopeTotals()
        .forEach(
            (scope, total) ->
                assertThat(total)
                    .as(about + " " + scope)
                    .isEqualTo(total(service, request, scope)));
  }

  private static long total(SearchService service, SearchRequest request, SearchScope scope) {
    return service
        .search(
            new SearchRequest(
                request.query(),
                scope,
                request.includedValues(),
                request.excludedValues(),
                Sort.RELEVANCE,
                Grouping.NONE,
                1,
                null))
        .total();
  }

  private static List<String> pages(SearchService service, SearchRequest request) {
    List<String> ids = new ArrayList<>();
    String next = null;
    do {
      SearchResults page =
          service.search(
              new SearchRequest(
                  request.query(),
                  request.scope(),
                  request.includedValues(),
                  request.excludedValues(),
                  request.sort(),
                  Grouping.NONE,
                  request.size(),
                  next));
      page.hits().forEach(hit -> ids.add(hit.id()));
      next = page.nextCursor();
    } while (next != null);
    return ids;
  }

  private static Map<String, Long> plain(
      SearchRequest request, List<Hit> all, FacetDimension dimension) {
    Map<String, Long> counts = new TreeMap<>();
    for (Hit hit : all) {
      if (passes(request, hit, dimension)) {
        String value = value(hit, dimension);
        for (String path : paths(dimension, value)) {
          counts.merge(path, 1L, Long::sum);
        }
      }
    }
    return counts;
  }

  private static List<String> paths(FacetDimension dimension, String value) {
    List<String> paths = new ArrayList<>();
    for (int slash = value.indexOf('/');
        dimension.hierarchical() && slash >= 0;
        slash = value.indexOf('/', slash + 1)) {
      paths.add(value.substring(0, slash));
    }
    paths.add(value);
    return paths;
  }

  private static Map<String, Long> counts(Collection<FacetValue> values, Map<String, Long> into) {
    for (FacetValue value : values) {
      if (value.count() > 0) {
        into.put(value.path(), value.count());
      } else {
        assertThat(value.selected() || value.excluded() || !value.children().isEmpty()).isTrue();
      }
      counts(value.children(), into);
    }
    return into;
  }

  /** Whether a hit passes all filters except that of one facet. */
  private static boolean passes(
      SearchRequest request, Hit hit, @org.jspecify.annotations.Nullable FacetDimension without) {
    for (FacetDimension dimension : org.mingzhang.schema.FieldNames.dimensions(request.scope())) {
      if (dimension == without) {
        continue;
      }
      List<String> paths = paths(dimension, value(hit, dimension));
      List<String> include = request.includedValues().getOrDefault(dimension, List.of());
      List<String> exclude = request.excludedValues().getOrDefault(dimension, List.of());
      if (!include.isEmpty() && include.stream().noneMatch(paths::contains)) {
        return false;
      }
      if (exclude.stream().anyMatch(paths::contains)) {
        return false;
      }
    }
    return true;
  }

  private static String value(Hit hit, FacetDimension dimension) {
    Object value =
        switch (dimension) {
          case REGION -> hit.region().isEmpty() ? null : String.join("/", hit.region());
          case YEAR -> hit.year();
          case CATEGORY -> hit.category();
          case TOPIC -> hit.topic();
          case AGENCY -> hit.agency();
          case INDICATOR_LEVEL1 -> hit.values().get("level1");
          case INDICATOR_LEVEL2 -> hit.values().get("level2");
          case TARGET_RESULT -> hit.values().get("met");
          case FIGURE_NAME -> hit.values().get("name");
          default -> null;
        };
    return value == null ? SearchRequest.NOT_STATED : value.toString();
  }
}
