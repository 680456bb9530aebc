package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.shard.SearchIndex;

class SearchServiceTest {
  private static final String COPIED = "组织开展职工技能竞赛二十场并选树一批样本工匠在全市进行宣传";
  private static final SearchIndex INDEX = new SearchIndex();

  @BeforeAll
  static void fill() {
    for (int year = 2021; year <= 2024; year++) {
      INDEX.add("zgh-" + year, union(year));
    }
    INDEX.add("cl-2024", federation());
    INDEX.refresh();
  }

  @AfterAll
  static void close() {
    INDEX.close();
  }

  private static Disclosure union(int year) {
    DocumentMetadata metadata =
        SearchIndex.metadata(
            "样本市甲区总工会" + year + "年度部门决算",
            "样本市甲区总工会",
            "示例省/样本市/甲区",
            year,
            Category.DEPARTMENT_FINAL_ACCOUNTS);
    List<Section> sections =
        List.of(
            SearchIndex.section("1", "第一部分", "部门概况", Topic.OVERVIEW),
            SearchIndex.section(
                "1.1", "一、", "主要职责", Topic.OVERVIEW, "维护职工合法权益。" + COPIED + "。", "第二页说明职工帮扶。"),
            SearchIndex.section(
                "2",
                "二、",
                "“三公”经费支出决算情况说明",
                Topic.THREE_PUBLIC,
                year + "年度“三公”经费财政拨款支出全年预算为1,050.50万元，支出决算为" + (year - 2000) + "万元。",
                "其中公务接待费支出决算为零，公 务用车运行维护费为3万元。"),
            SearchIndex.section("3", "三、", "名词解释", Topic.GLOSSARY, "“三公”经费：指三公经费，三公经费，三公经费，三公经费。"));
    return SearchIndex.disclosure(
        metadata,
        sections,
        List.of(indicator("新建工会组织", "≥42家", "10", "8"), indicator("职工满意度", "≥95%", "10", "10")),
        List.of(
            figure("收入总计", null, Integer.toString(year - 1000), "万元", year),
            figure("收入总计", null, "5", "万元", year - 1),
            figure("支出决算", "行政运行", "120000", "元", year)),
        List.of(finding()));
  }

  private static Disclosure federation() {
    return SearchIndex.disclosure(
        SearchIndex.metadata(
            "样本市乙区残疾人联合会2024年度部门预算", "样本市乙区残疾人联合会", "示例省/样本市/乙区", 2024, Category.DEPARTMENT_BUDGET),
        List.of(
            SearchIndex.section("1", "一、", "主要职责", Topic.OVERVIEW, COPIED + "。另有残疾人就业服务。"),
            SearchIndex.section("2", "二、", "残保金征收", Topic.OTHER, "全年征收残疾人就业保障金300万元。")));
  }

  private static Indicator indicator(String name, String target, String weight, String score) {
    return new Indicator(
        "1.1",
        "项目支出绩效自评表",
        null,
        null,
        "产出指标",
        "数量指标",
        name,
        target,
        target,
        weight,
        score,
        null,
        weight.equals(score) ? Indicator.TargetResult.MET : Indicator.TargetResult.MISSED,
        3);
  }

  private static Figure figure(
      String name, @Nullable String item, String value, String unit, int year) {
    return new Figure(
        "2", name, item, null, value, unit, year, name + "为" + value + unit, 4, false);
  }

  private static Finding finding() {
    return new Finding(
        "rate",
        Finding.Kind.COMPLETION_RATE,
        Finding.Severity.PROOF,
        "2",
        4,
        "完成预算的90%",
        "90%",
        "70.4%",
        "4.28 ÷ 6.08 = 70.4%",
        null,
        "完成率不符",
        "rate differs",
        null,
        null);
  }

  private static SearchResults search(String query, SearchScope scope) {
    return INDEX.service().search(SearchRequest.of(query, scope));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "“三公”经费|SECTIONS|8",
        "三公经费|SECTIONS|8",
        "三公 经费|SECTIONS|8",
        "公务用车运行维护费|SECTIONS|4",
        "公車運行費|SECTIONS|4",
        "1050.50万元|SECTIONS|4",
        "\"1,050.50万\"|SECTIONS|4",
        "\"全年预算为1050\"|SECTIONS|4",
        "残保金|SECTIONS|1",
        "\"残保金\"|SECTIONS|1",
        "title:残保金|SECTIONS|1",
        "title:“三公”|SECTIONS|4",
        "三公 region:甲区|SECTIONS|8",
        "三公 year:>=2023|SECTIONS|4",
        "三公 year:2022..2023 -名词解释|SECTIONS|2",
        "category:预算|SECTIONS|2",
        "残保金 情况|SECTIONS|1",
        "残保金 多少 -三公|SECTIONS|1",
        "agency:残联|SECTIONS|2",
        "agency:乙区残联|SECTIONS|2",
        "agency:\"残联\"|SECTIONS|0",
        "agency:甲区工会|DOCUMENTS|4",
        "region:示例省乙区|DOCUMENTS|1",
        "\"公务接待费 三万\"~3|SECTIONS|0",
        "\"公务接待费 支出决算\"~3|SECTIONS|4",
        "公务*维护费|SECTIONS|4",
        "职?合法|SECTIONS|4",
        "工会 OR 残联|DOCUMENTS|5",
        "score:<10|INDICATORS|4",
        "score:<分值|INDICATORS|4",
        "target:95|INDICATORS|4",
        "target:>=95|INDICATORS|4",
        "met:未达标|INDICATORS|4",
        "amount:>=1000万|FIGURES|4",
        "amount:12万|FIGURES|4",
        "amount:119999.996..120000.004|FIGURES|4",
        "amount:>=1000万|SECTIONS|0",
        "item:行政|FIGURES|4",
        "完成率|FINDINGS|4",
        "|DOCUMENTS|5",
        "-工会|DOCUMENTS|1",
        "技能竞赛|DOCUMENTS|5",
        "技能竞赛 公务接待费|DOCUMENTS|4",
        "\"征收残疾人\" year:2024|DOCUMENTS|1",
        "征收 -竞赛|DOCUMENTS|0"
      })
  void queries_find_what_they_say(String query, SearchScope scope, long total) {
    assertThat(search(query == null ? "" : query, scope).total()).isEqualTo(total);
  }

  @Test
  void where_nothing_has_all_words_those_with_a_part_are_shown_with_a_notice() {
    SearchResults results =
        INDEX.service().search(SearchRequest.of("残保金 征收 潜水艇", SearchScope.SECTIONS));
    assertThat(results.total()).isPositive();
    assertThat(results.notices()).extracting(SearchResults.Notice::code).contains("some-words");
    assertThat(results.notices().getFirst().chinese())
        .contains("都不含")
        .containsAnyOf("“潜水艇”", "“潜水”", "“艇”")
        .doesNotContain("“残保金”");
    assertThat(results.hits())
        .allSatisfy(hit -> assertThat(hit.values().get(Hit.ABSENT_WORDS)).contains("艇"));
    List<String> exported = new ArrayList<>();
    INDEX.service().forEach(results.request(), row -> exported.add(row.hit().id()));
    assertThat(exported).hasSize((int) results.total());
  }

  @ParameterizedTest
  @CsvSource({
    "公务用车维护费, false",
    "用车运行费决算, false",
    "职工第二页帮扶, false",
    "残保金就业服务, true",
    "残保金 征收 潜水艇, true"
  })
  void no_hit_is_said_to_have_all_words_only_if_none_has(String query, boolean said) {
    SearchResults results = INDEX.service().search(SearchRequest.of(query, SearchScope.SECTIONS));
    assertThat(results.hits()).isNotEmpty();
    assertThat(results.notices().stream().anyMatch(n -> n.chinese().startsWith("没有结果同时")))
        .isEqualTo(said);
  }

  @Test
  void where_hits_lack_different_words_each_says_its_own() {
    List<Hit> hits =
        INDEX.service().search(SearchRequest.of("残保金 征收 团组 潜水艇", SearchScope.SECTIONS)).hits();
    assertThat(hits).isNotEmpty();
    for (Hit hit : hits) {
      String absent = hit.values().getOrDefault(Hit.ABSENT_WORDS, "");
      String shown =
          hit.title()
              + hit.snippets().stream()
                  .flatMap(List::stream)
                  .map(Hit.Fragment::text)
                  .collect(Collectors.joining());
      for (String word : List.of("残保金", "征收", "团组")) {
        if (shown.contains(word)) {
          assertThat(absent).as(hit.id()).doesNotContain(word);
        }
      }
      assertThat(absent).as(hit.id()).contains("艇");
    }
    assertThat(INDEX.service().search(SearchRequest.of("征收", SearchScope.SECTIONS)).hits())
        .noneMatch(hit -> hit.values().containsKey(Hit.ABSENT_WORDS));
  }

  @Test
  void words_that_a_filter_leaves_nothing_of_are_not_loosened() {
    SearchRequest request =
        new SearchRequest(
            "公务接待费 支出",
            SearchScope.SECTIONS,
            Map.of(org.mingzhang.model.FacetDimension.YEAR, List.of("1999")),
            Map.of(),
            SearchRequest.Sort.RELEVANCE,
            SearchRequest.Grouping.NONE,
            10,
            null);
    assertThat(INDEX.service().search(request).total()).isZero();
  }

  @Test
  void a_year_asks_for_documents_of_that_year_first() {
    List<Hit> hits = INDEX.service().search(SearchRequest.of("23年三公", SearchScope.SECTIONS)).hits();
    assertThat(hits).isNotEmpty();
    assertThat(hits.getFirst().year()).isEqualTo(2023);
  }

  @Test
  void newer_years_come_first_on_ties_and_definitions_last() {
    List<String> ids = search("三公经费", SearchScope.SECTIONS).hits().stream().map(Hit::id).toList();
    assertThat(ids.subList(0, 4))
        .containsExactly("zgh-2024/s2", "zgh-2023/s2", "zgh-2022/s2", "zgh-2021/s2");
  }

  @Test
  void snippets_mark_the_hit_where_it_stands_in_the_original() {
    Hit hit = search("\"公务用车运行维护费为3万\"", SearchScope.SECTIONS).hits().getFirst();
    List<Hit.Fragment> snippet = hit.snippets().getFirst();
    assertThat(snippet.stream().filter(Hit.Fragment::matched).map(Hit.Fragment::text))
        .containsExactly("公 务用车运行维护费为3万");
    assertThat(hit.pages()).containsExactly(2);
    assertThat(hit.occurrences()).isEqualTo(1);
  }

  @Test
  void a_number_is_never_cut_from_its_unit() {
    SearchIndex index = new SearchIndex();
    try (index) {
      String filler = "各项工作按计划推进并接受监督";
      for (int i = 0; i < 60; i++) {
        String text =
            filler.repeat(3)
                + "收".repeat(i % 20)
                + "支出合计123,456.78万元"
                + filler.repeat(2)
                + "入".repeat(i % 30)
                + "残保金"
                + filler.repeat(5)
                + "付".repeat(i)
                + "本年收入98.76亿元"
                + filler;
        index.add(
            "d" + i,
            SearchIndex.disclosure(
                SearchIndex.metadata("样本", null, null, null, Category.OTHER),
                List.of(SearchIndex.section("1", "", "标题", Topic.OTHER, text))));
      }
      index.refresh();
      for (String query : List.of("残保金", "合计", "本年")) {
        index
            .service()
            .forEach(
                SearchRequest.of(query, SearchScope.SECTIONS),
                row -> {
                  for (List<Hit.Fragment> snippet : row.hit().snippets()) {
                    String text =
                        snippet.stream().map(Hit.Fragment::text).collect(Collectors.joining());
                    assertThat(text).doesNotContainPattern("\\d[万亿]?$");
                    assertThat(row.text()).contains(text);
                    if (text.contains("万元")) {
                      assertThat(text).contains("123,456.78万元");
                    }
                    if (text.contains("亿元")) {
                      assertThat(text).contains("98.76亿元");
                    }
                  }
                });
      }
    }
  }

  @Test
  void rows_of_documents_are_grouped() {
    SearchRequest request =
        new SearchRequest(
            "", SearchScope.SECTIONS, Map.of(), Map.of(), Sort.YEAR, Grouping.DOCUMENT, 2, null);
    SearchResults first = INDEX.service().search(request);
    assertThat(first.total()).isEqualTo(18);
    assertThat(first.hits().stream().map(Hit::documentId).distinct()).hasSize(2);
    List<String> documents = new ArrayList<>();
    SearchResults page = first;
    while (true) {
      page.hits().stream().map(Hit::documentId).distinct().forEach(documents::add);
      if (page.nextCursor() == null) {
        break;
      }
      page =
          INDEX
              .service()
              .search(
                  new SearchRequest(
                      "",
                      SearchScope.SECTIONS,
                      Map.of(),
                      Map.of(),
                      Sort.YEAR,
                      Grouping.DOCUMENT,
                      2,
                      page.nextCursor()));
    }
    assertThat(documents).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void a_bad_cursor_gives_the_first_page_and_a_notice() {
    SearchResults results =
        INDEX
            .service()
            .search(
                new SearchRequest(
                    "三公",
                    SearchScope.SECTIONS,
                    Map.of(),
                    Map.of(),
                    Sort.RELEVANCE,
                    Grouping.NONE,
                    3,
                    "x%%"));
    assertThat(results.hits()).hasSize(3);
    assertThat(results.notices())
        .extracting(SearchResults.Notice::code)
        .containsExactly("bad-cursor");
  }

  @Test
  void export_gives_the_full_text_that_is_searched() {
    List<String> texts = new ArrayList<>();
    INDEX
        .service()
        .forEach(SearchRequest.of("title:残保金", SearchScope.SECTIONS), row -> texts.add(row.text()));
    assertThat(texts).containsExactly("二、残保金征收\n全年征收残疾人就业保障金300万元。");
  }

  @ParameterizedTest
  @CsvSource({
    "sangong,“三公”经费支出决算情况说明",
    "sgjf,“三公”经费支出决算情况说明",
    "三公,“三公”经费支出决算情况说明",
    "jiaqu,甲区",
    "zonggonghui,样本市甲区总工会",
    "残联,残联",
    "潜水艇,",
    "三gong,“三公”经费支出决算情况说明",
    "主要zz,主要职责",
    "cbj,残保金征收",
    "xinjian,新建工会组织",
    "职责,主要职责"
  })
  void completions_are_found_by_characters_and_pinyin(String typed, String expected) {
    List<Suggestion> suggestions = INDEX.service().suggest(typed, 8);
    if (expected == null) {
      assertThat(suggestions).isEmpty();
    } else {
      assertThat(suggestions).extracting(Suggestion::text).contains(expected);
    }
  }

  @Test
  void copied_sentences_are_told_with_their_sources() {
    TextReuseResult reuse = INDEX.service().findTextReuse("cl-2024/s0").orElseThrow();
    assertThat(reuse.passages()).hasSize(1);
    assertThat(reuse.passages().getFirst().text()).isEqualTo(COPIED);
    assertThat(reuse.sources()).extracting(s -> s.hit().documentId()).contains("zgh-2024");
    assertThat(reuse.copiedLength()).isEqualTo(COPIED.length());
    assertThat(INDEX.service().findTextReuse("nothing")).isEmpty();
  }

  @Test
  void what_very_many_documents_have_is_boilerplate_and_headings_do_not_count() {
    String usual = "预算绩效管理是指财政部门和预算单位实施的全过程管理活动";
    String own = "本单位今年举办了样本市第一届职工书法绘画摄影作品展览";
    String heading = "样本市各部门预算绩效管理工作开展情况的详细说明";
    try (SearchIndex index = new SearchIndex()) {
      for (int i = 0; i < 250; i++) {
        String body = i % 3 == 0 ? usual + "。" + (i < 6 ? own : "编号" + i) : "另外的话" + i;
        index.add(
            "d" + i,
            SearchIndex.disclosure(
                SearchIndex.metadata("样本", null, null, 2024, Category.OTHER),
                List.of(SearchIndex.section("1", "", heading, Topic.OTHER, body))));
      }
      TextReuseResult reuse = index.refresh().service().findTextReuse("d0/s0").orElseThrow();
      assertThat(reuse.passages()).hasSize(2);
      assertThat(reuse.passages().get(0).isBoilerplate()).isTrue();
      assertThat(reuse.passages().get(0).otherSectionCount()).isEqualTo(83);
      assertThat(reuse.passages().get(1).isBoilerplate()).isFalse();
      assertThat(reuse.sources()).extracting(s -> s.hit().documentId()).containsExactly("d3");
    }
  }

  @Test
  void what_many_documents_have_is_boilerplate() {
    try (SearchIndex index = new SearchIndex()) {
      for (int i = 0; i < 30; i++) {
        String own = "本机关独有的一句话编号为样本第" + i + "号说明。";
        index.add(
            "d" + i,
            SearchIndex.disclosure(
                SearchIndex.metadata("样本", null, null, null, Category.OTHER),
                List.of(
                    SearchIndex.section(
                        "1",
                        "",
                        "标题",
                        Topic.OTHER,
                        COPIED + "。" + own + (i < 2 ? "只有两家机关写过的这句话也算是抄来的。" : "")))));
      }
      index.refresh();
      TextReuseResult reuse = index.service().findTextReuse("d0/s0").orElseThrow();
      assertThat(reuse.passages())
          .extracting(TextReuseResult.SharedPassage::isBoilerplate)
          .containsExactly(true, false);
      assertThat(reuse.sources()).extracting(s -> s.hit().documentId()).containsExactly("d1");
    }
  }

  @Test
  void a_list_of_queries_is_counted_one_by_one() {
    assertThat(List.of("残保金", "((", "\"三公\""))
        .extracting(
            query -> INDEX.service().countTotal(SearchRequest.of(query, SearchScope.SECTIONS)))
        .containsExactly(1L, 18L, 8L);
  }

  @ParameterizedTest
  @CsvSource({"三工经费,三公经费", "残饱金,残保金", "残保全,残保金", "三公经费,", "\"技能竟赛\",\"技能竞赛\""})
  void a_better_spelling_is_offered_where_little_is_found(String typed, String better) {
    assertThat(search(typed, SearchScope.SECTIONS).didYouMean()).isEqualTo(better);
  }

  @Test
  void a_word_whose_characters_alone_are_found_is_offered_a_better_spelling() {
    try (SearchIndex index = new SearchIndex()) {
      for (int i = 0; i < 5; i++) {
        String body = i < 4 ? "三个工地的经费已经落实。" : "“三公”经费支出为零。";
        index.add(
            "d" + i,
            SearchIndex.disclosure(
                SearchIndex.metadata("样本", null, null, 2024, Category.OTHER),
                List.of(SearchIndex.section("1", "一、", "情况", Topic.OTHER, body, "三公经费"))));
      }
      index.refresh();
      SearchResults results =
          index.service().search(SearchRequest.of("三工经费", SearchScope.SECTIONS));
      assertThat(results.total()).isEqualTo(4);
      assertThat(results.didYouMean()).isEqualTo("三公经费");
    }
  }

  @ParameterizedTest
  @CsvSource({"潜水艇 火箭炮", "残保金 AND 潜水艇", "+残保金 +潜水艇", "99887766.55 44332211", "x9 y8"})
  void what_nothing_is_like_stays_empty_without_a_notice(String typed) {
    SearchResults results = search(typed, SearchScope.SECTIONS);
    assertThat(results.total()).isZero();
    assertThat(results.notices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "amount:>119999.996,amount:>=12万",
    "amount:<120000.004,amount:<=12万",
    "amount:>120000,amount:>=120000.01",
    "amount:<120000,amount:<=119999.99"
  })
  void an_excluded_bound_with_more_decimals_than_the_index_lies_between_two_amounts(
      String excluding, String including) {
    assertThat(search(excluding, SearchScope.FIGURES).total())
        .isPositive()
        .isEqualTo(search(including, SearchScope.FIGURES).total());
  }

  @ParameterizedTest
  @CsvSource({"amount:>1万,金额", "score:<10,指标", "level1:产出,指标", "kind:完成率,疑点"})
  void a_field_of_another_scope_says_which(String typed, String scope) {
    assertThat(search(typed, SearchScope.SECTIONS).notices())
        .anySatisfy(notice -> assertThat(notice.chinese()).contains("“" + scope + "”"));
  }

  @Test
  void documents_show_where_their_sections_match() {
    Hit hit = search("\"职工\"", SearchScope.DOCUMENTS).hits().getFirst();
    assertThat(hit.occurrences()).isEqualTo(3);
    assertThat(hit.pages()).containsExactly(1, 2);
    assertThat(hit.snippets()).isNotEmpty();
  }

  @Test
  void paragraphs_are_marked_and_stay_whole() {
    List<String> texts = List.of("关于“三", "公”经费的说明", "", "无");
    List<List<Hit.Fragment>> marked = INDEX.service().highlight("\"三公经费\"", texts);
    assertThat(
            marked.stream()
                .map(m -> m.stream().map(Hit.Fragment::text).collect(Collectors.joining())))
        .containsExactlyElementsOf(texts);
    assertThat(marked.get(0)).contains(new Hit.Fragment("三", true));
    assertThat(marked.get(1).getFirst()).isEqualTo(new Hit.Fragment("公”经费", true));
    assertThat(marked.get(3)).containsExactly(new Hit.Fragment("无", false));
  }

  @Test
  void a_long_facet_is_searched() {
    assertThat(
            INDEX
                .service()
                .countFacetValues(
                    SearchRequest.of("", SearchScope.DOCUMENTS), FacetDimension.AGENCY, "工会", 10))
        .extracting(SearchResults.FacetValue::value)
        .containsExactly("样本市甲区总工会");
  }

  @Test
  void searches_run_beside_each_other_while_the_index_changes() throws Exception {
    try (SearchIndex index = new SearchIndex();
        ExecutorService pool = Executors.newFixedThreadPool(4)) {
      index.add("a", union(2024)).refresh();
      List<Future<Long>> totals = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        totals.add(
            pool.submit(
                () ->
                    index
                        .service()
                        .search(SearchRequest.of("\"三公\"", SearchScope.SECTIONS))
                        .total()));
        if (i % 20 == 0) {
          index.add("b" + i, union(2023)).refresh();
        }
      }
      for (Future<Long> total : totals) {
        assertThat(total.get()).isBetween(2L, 22L);
      }
      assertThat(index.service().search(SearchRequest.of("\"三公\"", SearchScope.SECTIONS)).total())
          .isEqualTo(22);
    }
  }
}
