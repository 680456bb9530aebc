package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.IndexedLocation;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.shard.SearchIndex;

/** Facts in a real index. */
class FactSearchTest {
  private static final SearchIndex INDEX = new SearchIndex();
  private static final FactContext RESULT =
      FactContext.UNKNOWN
          .withStage(Stage.RESULT)
          .withFund(Fund.APPROPRIATION)
          .withPerimeter(Perimeter.DEPARTMENT, "样本市甲区财政局")
          .withYear(2024);

  @BeforeAll
  static void fill() {
    INDEX.add("czj-2024", disclosure()).refresh();
  }

  @AfterAll
  static void close() {
    INDEX.close();
  }

  private static Disclosure disclosure() {
    List<Section> sections =
        List.of(
            SearchIndex.section(
                "1", "一、", "三公经费支出决算情况说明", Topic.THREE_PUBLIC, "三公经费支出决算为6.28万元，比上年增加1.20万元。"),
            SearchIndex.section("2", "二、", "支出决算表", Topic.ACCOUNT_TABLE, "教育支出\t38.06"));
    FactLocation sentence = new FactLocation("1", 20, 9, 13, "三公经费支出决算为6.28万元", null);
    FactLocation cell =
        new FactLocation("2", 5, 5, 10, "教育支出 决算数 38.06", new FactLocation.Cell(0, 3, 1));
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("三公经费", RESULT, Fact.Kind.AMOUNT, "62800", "6.28", false, sentence, cell));
    facts.add(
        fact("三公经费", RESULT.withYear(2023), Fact.Kind.AMOUNT, "50800", "5.08", true, sentence));
    facts.add(fact("三公经费", RESULT, Fact.Kind.CHANGE, "-12000", "1.20", false, sentence));
    facts.add(
        fact(
            "本年支出合计",
            RESULT.withItem("教育支出", "205").withFund(null),
            Fact.Kind.AMOUNT,
            "380600",
            "38.06",
            false,
            cell));
    return SearchIndex.disclosure(
            SearchIndex.metadata(
                "样本市甲区财政局2024年度部门决算",
                "样本市甲区财政局",
                "示例省/样本市/甲区",
                2024,
                Category.DEPARTMENT_FINAL_ACCOUNTS),
            sections)
        .withFacts(facts);
  }

  private static Fact fact(
      String account,
      FactContext context,
      Fact.Kind kind,
      String yuan,
      String printed,
      boolean disputed,
      FactLocation... places) {
    Fact.ReferenceAmount reference =
        kind == Fact.Kind.CHANGE ? new Fact.ReferenceAmount(null, Stage.RESULT, 2023, null) : null;
    return new Fact(
        account,
        context,
        kind,
        new BigDecimal(yuan),
        printed,
        "万元",
        reference,
        disputed,
        List.of(places));
  }

  private static SearchResults search(String query, Sort sort, String... filters) {
    Map<FacetDimension, List<String>> include = new EnumMap<>(FacetDimension.class);
    for (int i = 0; i < filters.length; i += 2) {
      include.put(FacetDimension.ofId(filters[i]).orElseThrow(), List.of(filters[i + 1]));
    }
    return INDEX
        .service()
        .search(
            new SearchRequest(
                query, SearchScope.FACTS, include, Map.of(), sort, Grouping.NONE, 10, null));
  }

  private static @Nullable Long count(
      SearchResults results, FacetDimension dimension, String value) {
    return results.facets().getOrDefault(dimension, List.of()).stream()
        .filter(v -> v.path().equals(value))
        .map(FacetValue::count)
        .findFirst()
        .orElse(null);
  }

  @Test
  void rates_are_found_by_their_percent_and_kind() {
    FactLocation place = new FactLocation("1", 1, 0, 4, "完成59.40%，下降51.20%，占30%", null);
    try (SearchIndex index = new SearchIndex()) {
      index
          .add(
              "czj-2024",
              disclosure()
                  .withFacts(
                      List.of(
                          rate("会议费", Fact.Kind.RATE, Fact.RateKind.COMPLETION, "59.40", place),
                          rate("培训费", Fact.Kind.RATE, Fact.RateKind.COMPLETION, "60.00", place),
                          rate("会议费", Fact.Kind.RATE, Fact.RateKind.CHANGE, "-51.20", place),
                          rate("项目支出", Fact.Kind.SHARE, Fact.RateKind.SHARE, "30", place))))
          .refresh();
      Map.<String, List<String>>of(
              "完成率:<60%", List.of("59.40"),
              "completion:>=60", List.of("60.00"),
              "执行率:50..60", List.of("59.40", "60.00"),
              "增减率:<=-50%", List.of("-51.20"),
              "growth:>0", List.of(),
              "占比:>=30", List.of("30"),
              "完成率:<60 培训费", List.of())
          .forEach(
              (query, expected) ->
                  assertThat(
                          index.service().search(SearchRequest.of(query, SearchScope.FACTS)).hits())
                      .as(query)
                      .extracting(hit -> hit.values().get("printed"))
                      .containsExactlyInAnyOrderElementsOf(expected));
      assertThat(
              index.service().search(SearchRequest.of("完成率:<60", SearchScope.SECTIONS)).notices())
          .extracting(SearchResults.Notice::code)
          .contains("field-not-in-scope");
    }
  }

  private static Fact rate(
      String account, Fact.Kind kind, Fact.RateKind of, String percent, FactLocation place) {
    return new Fact(
        account,
        RESULT,
        kind,
        new BigDecimal(percent),
        percent,
        "%",
        new Fact.ReferenceAmount(of, Stage.BUDGET, 2024, null),
        false,
        List.of(place));
  }

  @Test
  void every_dimension_is_a_filter_and_counted() {
    SearchResults all = search("", Sort.RELEVANCE);
    assertThat(all.total()).isEqualTo(4);
    assertThat(count(all, FacetDimension.ACCOUNT, "三公经费")).isEqualTo(3);
    assertThat(count(all, FacetDimension.STAGE, "决算")).isEqualTo(4);
    assertThat(count(all, FacetDimension.FUND, SearchRequest.NOT_STATED)).isEqualTo(1);
    assertThat(count(all, FacetDimension.ITEM_CODE, "205")).isEqualTo(1);
    assertThat(count(all, FacetDimension.FACT_YEAR, "2023")).isEqualTo(1);
    assertThat(count(all, FacetDimension.FACT_KIND, "change")).isEqualTo(1);
    assertThat(count(all, FacetDimension.DISPUTED, "true")).isEqualTo(1);
    assertThat(count(all, FacetDimension.PERIMETER, "部门")).isEqualTo(4);
    assertThat(search("", Sort.RELEVANCE, "item", "-", "fact_kind", "amount").total()).isEqualTo(2);
    assertThat(search("", Sort.RELEVANCE, "fact_year", "2023").total()).isEqualTo(1);
    assertThat(search("", Sort.RELEVANCE, "entity", "样本市甲区财政局").total()).isEqualTo(4);
  }

  @Test
  void the_year_of_the_document_is_another_filter_than_the_year_of_the_fact() {
    assertThat(search("", Sort.RELEVANCE, "year", "2024", "fact_year", "2023").total())
        .isEqualTo(1);
    assertThat(search("", Sort.RELEVANCE, "year", "2023").total()).isZero();
  }

  @Test
  void what_prose_says_is_found_by_its_words_and_an_items_cell_by_its_names() {
    assertThat(search("\"支出决算为6.28\"", Sort.RELEVANCE).total()).isEqualTo(3);
    assertThat(search("\"决算数\"", Sort.RELEVANCE).total()).isZero();
    assertThat(search("\"教育支出\"", Sort.RELEVANCE).total()).isEqualTo(1);
    assertThat(search("甲区财政局 教育支出", Sort.RELEVANCE).total()).isEqualTo(1);
    assertThat(search("account:支出合计", Sort.RELEVANCE).total()).isEqualTo(1);
    assertThat(search("amount:>30万", Sort.RELEVANCE).hits())
        .singleElement()
        .satisfies(hit -> assertThat(hit.values()).containsEntry("item", "教育支出"));
  }

  @Test
  void a_hit_has_its_value_and_every_place() {
    Hit hit = search("", Sort.AMOUNT, "item", "-", "fact_kind", "amount").hits().getFirst();
    assertThat(hit.title()).isEqualTo("三公经费");
    assertThat(hit.id()).matches("czj-2024/s0#a-[0-9a-f]{8}");
    assertThat(hit.amount()).isEqualByComparingTo("62800");
    assertThat(hit.values()).containsEntry("printed", "6.28").doesNotContainKey("item");
    assertThat(List.copyOf(hit.values().keySet())).as("the same order in every answer").isSorted();
    assertThat(IndexedLocation.decode(hit.values().getOrDefault("places", "")))
        .containsExactly(
            new IndexedLocation("s0", 20, 9, 13, null),
            new IndexedLocation("s1", 5, 5, 10, new FactLocation.Cell(0, 3, 1)));
  }

  @Test
  void a_change_keeps_its_sign_and_what_it_is_against() {
    Hit hit = search("", Sort.RELEVANCE, "fact_kind", "change").hits().getFirst();
    assertThat(hit.values())
        .containsEntry("value", "-12000")
        .containsEntry("againstYear", "2023")
        .containsEntry("againstStage", "决算");
  }

  @Test
  void the_facts_of_a_new_version_are_there_in_place_of_the_old_ones() {
    try (SearchIndex index = new SearchIndex()) {
      index.add("czj-2024", disclosure()).refresh();
      index.add("czj-2024", disclosure().withFacts(List.of())).refresh();
      assertThat(index.service().countTotal(SearchRequest.of("", SearchScope.FACTS))).isZero();
      assertThat(index.service().countTotal(SearchRequest.of("", SearchScope.DOCUMENTS)))
          .isEqualTo(1);
    }
  }
}
