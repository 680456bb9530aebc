package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.Seed;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.RowOracle;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.schema.DisclosureRowFactory;
import org.mingzhang.search.SearchResults.Notice;
import org.mingzhang.shard.RandomDisclosures;
import org.mingzhang.shard.SearchIndex;

/**
 * Compares realistic random queries in every scope with a scan of all rows. The number of queries
 * is the system property {@code mingzhang.queries} (400), their seed {@code mingzhang.seed}.
 */
class SearchOracleTest {
  private static final int QUERIES = Integer.getInteger("mingzhang.queries", 400);
  private static final int DOCUMENTS = 25;

  private final long seed = Seed.next();
  private final Random random = new Random(seed);
  private final SearchIndex index = new SearchIndex();
  private final RowOracle oracle = new RowOracle(new WordQueryFactory(Synonyms.standard()));

  private void fill() {
    RandomDisclosures disclosures = new RandomDisclosures(random);
    for (int i = 0; i < DOCUMENTS; i++) {
      Disclosure disclosure = disclosures.next();
      List<String> slugs =
          IntStream.range(0, disclosure.sections().size()).mapToObj(n -> "s" + n).toList();
      index.add("d" + i, disclosure);
      oracle.add(DisclosureRowFactory.createRows("d" + i, disclosure, slugs, List.of()));
    }
    index.refresh();
  }

  @Test
  void random_queries_find_in_every_scope_what_reading_every_row_finds() {
    fill();
    try (index) {
      int found = 0;
      for (int i = 0; i < QUERIES; i++) {
        found += compare(query(3));
      }
      assertThat(found).as("queries that find something").isGreaterThan(QUERIES / 4);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021",
        "2021年",
        "21年",
        "二〇二一年度",
        "23年 预算",
        "预算2021",
        "预算 2021",
        "2021 2022",
        "2021 -2022",
        "-2021",
        "2021 OR 预算",
        "(2021 OR 绩效) 三公",
        "year:2021 预算",
        "year:2021 2021",
        "\"2021\"",
        "2?21",
        "经?",
        "?",
        "*",
        "? ?",
        "三?支",
        "预*支",
        "工",
        "工 会",
        "NOT 2021",
        "2021 title:样本",
        "机关运行经费*机关运行经费",
        "经费*经费",
        "预?预",
        "\"支出 支出\"~2"
      })
  void a_query_finds_in_every_scope_what_reading_every_row_finds(String query) {
    fill();
    try (index) {
      compare(query);
    }
  }

  /** Returns whether the query matched anything. */
  private int compare(String query) {
    int found = 0;
    Map<SearchScope, Set<String>> expected =
        List.of(SearchScope.values()).stream()
            .collect(Collectors.toMap(scope -> scope, scope -> oracle.find(query, scope)));
    for (SearchScope scope : SearchScope.values()) {
      String about = "seed " + seed + ", query <" + query + "> in " + scope;
      Sort sort = random.nextBoolean() ? Sort.RELEVANCE : Sort.YEAR;
      Set<String> ids = new TreeSet<>();
      SearchResults first = results(query, scope, sort, null);
      assertThat(first.timedOut()).as(about + ", cut short by the time bound").isFalse();
      for (@Nullable SearchResults page = first;
          page != null;
          page = next(query, scope, sort, page)) {
        page.hits().forEach(hit -> ids.add(hit.id()));
      }
      assertThat(first.total()).as(about).isEqualTo(ids.size());
      Set<String> all = expected.getOrDefault(scope, Set.of());
      if (all.isEmpty() && !ids.isEmpty()) {
        assertThat(first.notices()).as(about).extracting(Notice::code).contains("some-words");
      } else {
        assertThat(ids).as(about).isEqualTo(all);
      }
      for (SearchScope other : SearchScope.values()) {
        int others = expected.getOrDefault(other, Set.of()).size();
        if (others > 0) {
          assertThat(first.scopeTotals().get(other))
              .as(about + ", total in " + other)
              .isEqualTo(others);
        }
      }
      found = all.isEmpty() ? found : 1;
    }
    return found;
  }

  private @Nullable SearchResults next(
      String query, SearchScope scope, Sort sort, SearchResults page) {
    String after = page.nextCursor();
    return after == null ? null : results(query, scope, sort, after);
  }

  private SearchResults results(
      String query, SearchScope scope, Sort sort, @Nullable String after) {
    return index
        .service()
        .search(
            new SearchRequest(query, scope, Map.of(), Map.of(), sort, Grouping.NONE, 100, after));
  }

  private String query(int deep) {
    int parts = 1 + random.nextInt(3);
    List<String> typed = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      typed.add((random.nextInt(6) == 0 ? "-" : "") + part(deep));
    }
    return String.join(random.nextInt(5) == 0 ? " OR " : " ", typed);
  }

  private String part(int deep) {
    String word = word();
    return switch (random.nextInt(deep > 0 ? 12 : 11)) {
      case 0, 1 -> word;
      case 2 -> word + word();
      case 3 -> year();
      case 4 -> word + year();
      case 5 -> year() + word;
      case 6 -> '"' + piece() + '"';
      case 7 -> '"' + word + " " + word() + "\"~" + random.nextInt(8);
      case 8 -> word + "*" + word();
      case 9 -> gaps(piece());
      case 10 ->
          random.nextBoolean()
              ? "year:20" + (19 + random.nextInt(5)) + (random.nextBoolean() ? "" : "..2023")
              : "title:" + word;
      default -> "(" + query(deep - 1) + ")";
    };
  }

  private String word() {
    return RandomDisclosures.WORDS.get(random.nextInt(RandomDisclosures.WORDS.size()));
  }

  private String year() {
    int year = 2019 + random.nextInt(6);
    return switch (random.nextInt(4)) {
      case 0 -> year + "年";
      case 1 -> year % 100 + "年";
      case 2 -> year + "年度";
      default -> Integer.toString(year);
    };
  }

  /** A string that spans two words. */
  private String piece() {
    String text = word() + word();
    int start = random.nextInt(text.length() - 1);
    return text.substring(start, Math.min(text.length(), start + 2 + random.nextInt(4)));
  }

  private String gaps(String piece) {
    StringBuilder text = new StringBuilder(piece);
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      text.setCharAt(random.nextInt(text.length()), '?');
    }
    return text.toString();
  }
}
