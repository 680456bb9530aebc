package org.mingzhang.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.Similarity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.model.Category;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.query.NGramPhraseQuery;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.search.ShardQuery;

/** The best rows of a phrase found by skipping equal those found by visiting all rows. */
class BestPhrasesTest {
  private static final int DOCUMENTS = 200;
  private static final int SECTIONS = 30;
  private static final String[] PARTS = {"工会", "经费", "办公", "增加", "公务接待", "收入", "支出", "1,050", "年度"};
  private static final WordQueryFactory QUERIES = new WordQueryFactory(Synonyms.standard());
  private static final long SEED = Seed.next();

  private static SearchIndex index;
  private static ShardSnapshot snapshot;

  @BeforeAll
  static void fill() {
    Random random = new Random(SEED);
    index = new SearchIndex();
    for (int d = 0; d < DOCUMENTS + 20; d++) {
      List<Section> sections = new ArrayList<>();
      for (int s = 1; s <= SECTIONS; s++) {
        String text = text(random, 2 + random.nextInt(30));
        sections.add(SearchIndex.section("" + s, "", "情况说明", Topic.OTHER, text));
      }
      index.add(
          "doc" + d % DOCUMENTS,
          SearchIndex.disclosure(
              SearchIndex.metadata(
                  "样本部门决算", "样本局", "示例省/样本市", 2020, Category.DEPARTMENT_FINAL_ACCOUNTS),
              sections));
      if (d % 70 == 0) {
        index.refresh();
      }
    }
    index.refresh();
    snapshot = index.snapshot();
  }

  @AfterAll
  static void close() throws IOException {
    snapshot.release();
    index.close();
  }

  private static String text(Random random, int parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  private static Query phrase(String text) {
    return PreparedSearch.prepare(
            snapshot,
            ShardQuery.ofSingleShard(SearchRequest.of('"' + text + '"', SearchScope.SECTIONS)),
            QUERIES)
        .query();
  }

  private static List<String> best(IndexSearcher searcher, Query query, int exactUpTo)
      throws IOException {
    return Arrays.stream(
            searcher.search(query, new TopScoreDocCollectorManager(10, null, exactUpTo)).scoreDocs)
        .map(row -> row.doc + " " + row.score)
        .toList();
  }

  @Test
  void best_rows_are_those_of_looking_at_every_row() throws IOException {
    Random random = new Random(SEED);
    IndexSearcher searcher = snapshot.createSearcher();
    int found = 0;
    for (int i = 0; i < 400; i++) {
      String text = text(random, 2 + random.nextInt(3));
      int from = random.nextInt(2);
      Query query = phrase(text.substring(from, text.length() - random.nextInt(2)));
      List<String> all = best(searcher, query, Integer.MAX_VALUE);
      assertThat(best(searcher, query, 10)).as(query + ", seed " + SEED).isEqualTo(all);
      found += query instanceof NGramPhraseQuery && all.size() == 10 ? 1 : 0;
    }
    assertThat(found).as("phrases with enough rows, seed " + SEED).isGreaterThan(50);
  }

  @Test
  void rows_that_cannot_reach_the_page_are_not_read() throws IOException {
    IndexSearcher searcher = snapshot.createSearcher();
    AtomicInteger looked = new AtomicInteger();
    searcher.setSimilarity(counting(looked));
    Query query = phrase("经费公务接待");
    assertThat(query).isInstanceOf(NGramPhraseQuery.class);
    assertThat(best(searcher, query, 10)).hasSize(10);
    assertThat(looked.get())
        .as("of " + searcher.count(query) + " hits, seed " + SEED)
        .isLessThan(searcher.count(query) / 2);
  }

  /** The similarity of the index; counts the rows that are scored individually. */
  private static Similarity counting(AtomicInteger looked) {
    Similarity own = IndexSchema.similarity();
    return new Similarity() {
      @Override
      public long computeNorm(FieldInvertState state) {
        return own.computeNorm(state);
      }

      @Override
      public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... terms) {
        SimScorer scorer = own.scorer(boost, all, terms);
        return new SimScorer() {
          @Override
          public float score(float frequency, long norm) {
            looked.incrementAndGet();
            return scorer.score(frequency, norm);
          }

          @Override
          public BulkSimScorer asBulkSimScorer() {
            return scorer.asBulkSimScorer();
          }
        };
      }
    };
  }
}
