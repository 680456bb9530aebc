package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Category;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.PublicationDueDate;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.shard.SearchIndex;

/** Compares filters and sort orders by publication with plain filtering and sorting. */
class PublishedSearchTest {
  private static final long SEED = Seed.next();

  private final Map<String, PublicationInfo> written = new TreeMap<>();

  private SearchIndex index() {
    Random random = new Random(SEED);
    SearchIndex index = new SearchIndex();
    for (int i = 0; i < 60; i++) {
      PublicationInfo publication =
          i % 4 == 0
              ? PublicationInfo.UNKNOWN
              : new PublicationInfo(
                  "column",
                  i % 2 == 0 ? "czj.example.gov.cn" : "www.example.gov.cn",
                  LocalDate.of(2022, 11, 20).plusDays(random.nextInt(900)),
                  i % 3 == 0
                      ? null
                      : new PublicationDueDate(LocalDate.of(2024, 1, 5), "final-latest", ""));
      written.put("d" + i, publication);
      index.add(
          "d" + i,
          SearchIndex.disclosure(
              SearchIndex.metadata(
                  "部门决算", "样本" + i + "局", "示例省", 2023, Category.DEPARTMENT_FINAL_ACCOUNTS),
              List.of(SearchIndex.section("1", "一、", "收入情况", Topic.INCOME, "收入12万元。"))),
          EditionGroup.NONE,
          publication);
    }
    return index.refresh();
  }

  private List<String> published(Predicate<LocalDate> wanted) {
    return written.entrySet().stream()
        .filter(e -> e.getValue().day() != null && wanted.test(e.getValue().day()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Hit> hits(SearchIndex index, String query, SearchScope scope, Sort sort) {
    List<Hit> hits = new ArrayList<>();
    SearchRequest request = SearchRequest.of(query, scope).withSort(sort).withSize(7);
    SearchResults page = index.service().search(request);
    hits.addAll(page.hits());
    while (page.nextCursor() != null) {
      page = index.service().search(request.withCursor(page.nextCursor()));
      hits.addAll(page.hits());
    }
    return hits;
  }

  private static List<String> documents(List<Hit> hits) {
    return hits.stream().map(Hit::documentId).toList();
  }

  @Test
  void a_range_of_days_finds_what_was_published_in_it_in_every_scope() {
    try (SearchIndex index = index()) {
      LocalDate first = LocalDate.of(2023, 3, 1);
      LocalDate last = LocalDate.of(2024, 2, 29);
      for (String query :
          List.of(
              "published:2023-03..2024-02",
              "发布日期:2023年3月1日至2024年2月29日",
              "published:>=2023-03-01 published:<2024-03")) {
        for (SearchScope scope : List.of(SearchScope.DOCUMENTS, SearchScope.SECTIONS)) {
          assertThat(documents(hits(index, query, scope, Sort.RELEVANCE)))
              .as("seed %d, %s in %s", SEED, query, scope)
              .containsExactlyInAnyOrderElementsOf(
                  published(day -> !day.isBefore(first) && !day.isAfter(last)));
        }
      }
    }
  }

  @Test
  void the_order_is_by_day_and_what_has_none_comes_last() {
    try (SearchIndex index = index()) {
      for (Sort sort : List.of(Sort.PUBLISHED, Sort.PUBLISHED_ASC)) {
        List<LocalDate> days =
            hits(index, "", SearchScope.DOCUMENTS, sort).stream()
                .filter(hit -> hit.values().containsKey("published"))
                .map(hit -> LocalDate.parse(hit.values().get("published")))
                .toList();
        assertThat(days)
            .hasSize(45)
            .isSortedAccordingTo(
                sort == Sort.PUBLISHED ? Comparator.reverseOrder() : Comparator.naturalOrder());
        assertThat(documents(hits(index, "", SearchScope.DOCUMENTS, sort)).subList(45, 60))
            .allMatch(id -> PublicationInfo.UNKNOWN.equals(written.get(id)));
      }
    }
  }

  @Test
  void what_came_after_its_legal_date_is_found_with_how_many_days() {
    try (SearchIndex index = index()) {
      List<Hit> late = hits(index, "late:>0", SearchScope.DOCUMENTS, Sort.LATE);
      assertThat(documents(late))
          .containsExactlyInAnyOrderElementsOf(
              written.entrySet().stream()
                  .filter(e -> e.getValue().daysLate().isPresent())
                  .map(Map.Entry::getKey)
                  .toList());
      assertThat(late.stream().map(hit -> Long.parseLong(hit.values().get("daysLate"))))
          .isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Test
  void site_and_month_are_facets() {
    try (SearchIndex index = index()) {
      SearchResults all = index.service().search(SearchRequest.of("", SearchScope.DOCUMENTS));
      Map<String, Long> sites =
          all.facets().getOrDefault(FacetDimension.SITE, List.of()).stream()
              .collect(
                  Collectors.toMap(
                      SearchResults.FacetValue::path, SearchResults.FacetValue::count));
      assertThat(sites)
          .isEqualTo(Map.of("czj.example.gov.cn", 15L, "www.example.gov.cn", 30L, "-", 15L));
      SearchResults.FacetValue year =
          all.facets().getOrDefault(FacetDimension.PUBLISHED, List.of()).stream()
              .filter(value -> value.path().equals("2023"))
              .findFirst()
              .orElseThrow();
      assertThat(year.count()).isEqualTo(published(day -> day.getYear() == 2023).size());
      SearchResults.FacetValue month = year.children().getFirst();
      assertThat(month.path()).matches("2023/2023-\\d\\d");
      SearchRequest chosen =
          SearchRequest.of("", SearchScope.DOCUMENTS)
              .withFilters(Map.of(FacetDimension.PUBLISHED, List.of(month.path())), Map.of());
      assertThat(index.service().search(chosen).total()).isEqualTo(month.count());
    }
  }
}
