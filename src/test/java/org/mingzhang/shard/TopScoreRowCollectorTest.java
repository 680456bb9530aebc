package org.mingzhang.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.model.Category;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.search.RankedRow;
import org.mingzhang.search.SearchCursor;
import org.mingzhang.search.ShardQuery;

/** The page found by skipping rows equals the page found by visiting all rows. */
class TopScoreRowCollectorTest {
  private static final int DOCUMENTS = 150;
  private static final int SECTIONS = 40;
  private static final String[] WORDS = {"工会", "经费", "办公", "增加", "培训", "设备", "公务接待", "收入"};

  /** Suffixes of query words; # stands for another word. */
  private static final String[] JOINED = {
    "",
    " #",
    " OR #",
    " -#",
    " # 2020",
    "#",
    " \"#经\"",
    " OR # #",
    " OR 2020",
    " OR \"#经\"",
    " OR (# -经费)",
    " OR -#",
    " OR year:2016..2018"
  };

  private static final WordQueryFactory QUERIES = new WordQueryFactory(Synonyms.standard());
  private static final long SEED = Seed.next();

  private static SearchIndex index;
  private static ShardSnapshot snapshot;

  @BeforeAll
  static void fill() {
    Random random = new Random(SEED);
    index = new SearchIndex();
    for (int d = 0; d < DOCUMENTS; d++) {
      List<Section> sections = new ArrayList<>();
      for (int s = 1; s <= SECTIONS; s++) {
        String title = random.nextInt(40) == 0 ? WORDS[random.nextInt(WORDS.length)] : "情况说明";
        sections.add(SearchIndex.section("" + s, "", title, Topic.OTHER, text(random)));
      }
      index.add(
          "doc" + d,
          SearchIndex.disclosure(
              SearchIndex.metadata(
                  "样本" + d + "局部门决算",
                  "样本" + d + "局",
                  "示例省/样本市",
                  2015 + random.nextInt(10),
                  Category.DEPARTMENT_FINAL_ACCOUNTS),
              sections));
    }
    index.refresh();
    snapshot = index.snapshot();
  }

  @AfterAll
  static void close() throws IOException {
    snapshot.release();
    index.close();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("经费");
    int words = 1 + random.nextInt(30);
    for (int i = 0; i < words; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 5 == 4 ? "。" : "");
    }
    return text.toString();
  }

  /** Counts the rows that it collects. */
  private static final class Watched implements RowQueue {
    private final RowQueue rows;
    private int shown;

    private Watched(RowQueue rows) {
      this.rows = rows;
    }

    @Override
    public boolean isCompetitive(double key, int year) {
      shown++;
      return rows.isCompetitive(key, year);
    }

    @Override
    public double minCompetitiveKey() {
      return rows.minCompetitiveKey();
    }

    @Override
    public void add(RankedRow row) {
      rows.add(row);
    }

    @Override
    public List<RankedRow> rows() {
      return rows.rows();
    }

    @Override
    public @Nullable RankedRow lastRow() {
      return rows.lastRow();
    }
  }

  /** Random filters on years: inclusions, an exclusion, both or none. */
  private static SearchRequest narrowed(String query, Random random) {
    List<String> years =
        List.of("" + (2015 + random.nextInt(10)), "" + (2015 + random.nextInt(10)));
    Map<FacetDimension, List<String>> chosen = Map.of(FacetDimension.YEAR, years);
    Map<FacetDimension, List<String>> out = Map.of(FacetDimension.YEAR, List.of("2018"));
    return new SearchRequest(
        query,
        SearchScope.SECTIONS,
        random.nextBoolean() ? chosen : Map.of(),
        random.nextBoolean() ? out : Map.of(),
        Sort.RELEVANCE,
        Grouping.NONE,
        10,
        null);
  }

  private static PreparedSearch prepare(String query) {
    return PreparedSearch.prepare(
        snapshot, ShardQuery.ofSingleShard(SearchRequest.of(query, SearchScope.SECTIONS)), QUERIES);
  }

  private static Watched best(PreparedSearch prepared, @Nullable SearchCursor after)
      throws IOException {
    Watched rows = new Watched(new TopRowQueue(10, after));
    prepared.findPage(List.of(), rows, snapshot.createSearcher());
    return rows;
  }

  @Test
  void pages_are_those_of_looking_at_every_row() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 130; i++) {
      String query = WORDS[random.nextInt(WORDS.length)];
      query += JOINED[i % JOINED.length].replace("#", WORDS[random.nextInt(WORDS.length)]);
      PreparedSearch prepared =
          PreparedSearch.prepare(
              snapshot, ShardQuery.ofSingleShard(narrowed(query, random)), QUERIES);
      SearchCursor after = null;
      for (int page = 0; page < 3; page++) {
        TopRowQueue all = new TopRowQueue(10, after);
        prepared.collect(prepared.query(), List.of(), all, snapshot.createSearcher());
        assertThat(best(prepared, after).rows()).as(query + ", seed " + SEED).isEqualTo(all.rows());
        RankedRow last = all.lastRow();
        after = last == null ? null : SearchCursor.of(last);
      }
    }
  }

  @Test
  void rows_that_cannot_reach_the_page_are_not_looked_at() throws IOException {
    Watched rows = best(prepare("经费"), null);
    assertThat(rows.rows()).hasSize(10);
    assertThat(rows.shown).as("of 6,000 hits, seed " + SEED).isLessThan(4_000);
  }

  @Test
  void alternatives_are_not_scored_on_rows_that_cannot_reach_the_page() throws IOException {
    for (String query : List.of("工会 OR 培训", "公务接待 OR 收入 OR 增加", "工会 设备 OR 办公")) {
      Watched rows = best(prepare(query), null);
      assertThat(rows.rows()).as(query).hasSize(10);
      assertThat(rows.shown).as(query + ", seed " + SEED).isLessThan(300);
    }
  }

  @Test
  void rows_that_lack_a_word_are_not_shown_whatever_lifts_them() throws IOException {
    for (String query : List.of("经费 增加", "经费 办公 -设备", "year:2016..2020 经费 工会")) {
      Watched rows = best(prepare(query), null);
      assertThat(rows.rows()).as(query).hasSize(10);
      assertThat(rows.shown).as(query + ", seed " + SEED).isLessThan(1_000);
    }
  }
}
